package io.customerroom.web.charts;

import static io.customerroom.web.charts.Option.object;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Numbered circles above points of a picture with an axis of time; several at one place stand above each other. */
final class NoteMarks {

    static final int SIZE = 18;
    static final int STEP = 20;
    private static final int ABOVE = -22;

    private NoteMarks() {}

    /**
     * @param places in the order of their numbers; negative ones are left out
     * @param height of what is marked at a place
     */
    static List<Object> at(List<Integer> places, IntFunction<@Nullable BigDecimal> height) {
        List<Object> data = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            int place = places.get(i);
            if (place >= 0) {
                long others =
                        places.subList(0, i).stream().filter(it -> it == place).count();
                List<@Nullable Object> point = new ArrayList<>(Arrays.asList(place, height.apply(place)));
                data.add(object(
                        "value", point, "symbolOffset", List.of(0, ABOVE - STEP * others), "label", number(i + 1)));
            }
        }
        return data;
    }

    private static Map<String, @Nullable Object> number(int number) {
        return object(
                "show",
                true,
                "position",
                "inside",
                "formatter",
                Integer.toString(number),
                "color",
                Paint.INK.light(),
                "fontSize",
                12);
    }

    static Map<String, @Nullable Object> series(List<Object> data) {
        return object(
                "type",
                "scatter",
                "name",
                "remark",
                "symbol",
                "circle",
                "symbolSize",
                SIZE,
                "itemStyle",
                object("color", Paint.PAPER.light(), "borderColor", Paint.INK.light(), "borderWidth", 1),
                "z",
                6,
                "data",
                data);
    }
}
