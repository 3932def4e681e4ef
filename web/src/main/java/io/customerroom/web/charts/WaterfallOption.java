package io.customerroom.web.charts;

import static io.customerroom.web.charts.Option.object;

import io.customerroom.walls.exhibit.Chart.Waterfall;
import io.customerroom.walls.exhibit.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The flow of customers as steps. Where the steps would vanish beside the whole, the axis starts higher, and the two whole bars are
 * hatched to say that they are cut.
 */
final class WaterfallOption {

    private WaterfallOption() {}

    /** Where the axis starts: 0 while the steps are at least an eighth of the highest level. */
    static long floor(Waterfall flow) {
        long top = flow.opening() + flow.gained() + flow.regained();
        long lowest = Math.min(flow.opening(), flow.closing());
        long steps = flow.gained() + flow.regained() + flow.lost();
        if (steps == 0 || steps * 8 >= top) {
            return 0;
        }
        BigDecimal below = BigDecimal.valueOf(Math.max(0, lowest - 2 * (top - lowest)));
        return below.round(new MathContext(2, RoundingMode.DOWN)).longValue();
    }

    static Option of(Waterfall flow) {
        long floor = floor(flow);
        long afterGained = flow.opening() + flow.gained();
        long top = afterGained + flow.regained();
        List<Object> base = new ArrayList<>(List.of(0, flow.opening(), afterGained, flow.closing(), 0));
        List<Object> bars = new ArrayList<>(List.of(
                level(flow.opening(), floor),
                step(flow.gained(), "+", Paint.IMPROVING),
                step(flow.regained(), "+", Paint.IMPROVING),
                step(flow.lost(), "−", Paint.CONCERNING),
                level(flow.closing(), floor)));
        Map<String, @Nullable Object> values = Option.values("customers");
        values.put("min", floor);
        values.put("max", niceTop(floor, top));
        values.put("axisLabel", object("color", Paint.SOFT.light(), "fontSize", 12, "showMaxLabel", false));
        return Option.of(
                300,
                object(
                        "grid", object("left", 56, "right", 8, "top", 32, "bottom", 28),
                        "xAxis", Option.names(List.of("Opening", "Gained", "Regained", "Lost", "Closing"), false),
                        "yAxis", values,
                        "series",
                                List.of(
                                        object(
                                                "type",
                                                "bar",
                                                "stack",
                                                "flow",
                                                "silent",
                                                true,
                                                "itemStyle",
                                                object("color", "none"),
                                                "data",
                                                base),
                                        object(
                                                "type", "bar",
                                                "stack", "flow",
                                                "barCategoryGap", "30%",
                                                "data", bars))));
    }

    /** Room above the highest step for its number. */
    private static long niceTop(long floor, long top) {
        BigDecimal wanted = BigDecimal.valueOf(top + Math.max(1, (top - floor) / 10));
        return wanted.round(new MathContext(2, RoundingMode.UP)).longValue();
    }

    private static Map<String, @Nullable Object> level(long customers, long floor) {
        Map<String, @Nullable Object> style = object("color", Paint.ORDINARY.light());
        if (floor > 0) {
            style.put("decal", Option.hatch());
        }
        return object(
                "value", customers, "itemStyle", style, "label", ChartOptions.label(Numbers.whole(customers), "top"));
    }

    private static Map<String, @Nullable Object> step(long customers, String sign, Paint paint) {
        return object(
                "value", customers,
                "itemStyle", object("color", paint.light()),
                "label", ChartOptions.label(sign + Numbers.whole(customers), "top"));
    }
}
