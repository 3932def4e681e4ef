package io.customerroom.web.charts;

import static io.customerroom.web.charts.Option.object;

import io.customerroom.walls.exhibit.Chart;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A picture with numbered remarks: each a circle above the highest value of its period, several of one period above each other. Where the
 * picture has no axis of time they stand in its upper right corner.
 */
final class NotedOption {

    private static final int EDGE = 16;

    private NotedOption() {}

    static Option of(Chart.Noted noted) {
        Option bare = ChartOptions.of(noted.chart());
        Map<String, @Nullable Object> values = new LinkedHashMap<>(bare.values());
        List<Object> placed = placed(noted);
        if (!placed.isEmpty() && values.get("series") instanceof List<?> series) {
            List<Object> more = new ArrayList<>(series);
            more.add(NoteMarks.series(placed));
            values.put("series", more);
        }
        List<Object> corner = corner(noted);
        if (!corner.isEmpty()) {
            values.put("graphic", corner);
        }
        return new Option(values, bare.width(), bare.height());
    }

    private static List<Object> placed(Chart.Noted noted) {
        List<Chart.Series> series =
                switch (noted.chart()) {
                    case Chart.Line line -> line.series();
                    case Chart.Bars bars -> bars.series();
                    default -> List.of(); // no axis of time
                };
        Scale scale = Scale.of(series.stream()
                .flatMap(one -> one.values().stream())
                .filter(Objects::nonNull)
                .toList());
        return NoteMarks.at(noted.places(), place -> scale.drawn(highest(series, place)));
    }

    /** A period without any value carries its remarks on the ground. */
    private static BigDecimal highest(List<Chart.Series> series, int place) {
        BigDecimal highest = BigDecimal.ZERO;
        for (Chart.Series one : series) {
            BigDecimal value = one.values().get(place);
            highest = value == null ? highest : highest.max(value);
        }
        return highest;
    }

    private static List<Object> corner(Chart.Noted noted) {
        List<Integer> free = new ArrayList<>();
        for (int i = 0; i < noted.places().size(); i++) {
            if (noted.places().get(i) < 0) {
                free.add(i);
            }
        }
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < free.size(); i++) {
            elements.add(object(
                    "type",
                    "circle",
                    "silent",
                    true,
                    "right",
                    EDGE + NoteMarks.STEP * (free.size() - 1 - i),
                    "top",
                    EDGE / 2,
                    "shape",
                    object("r", NoteMarks.SIZE / 2),
                    "style",
                    object("fill", Paint.PAPER.light(), "stroke", Paint.INK.light(), "lineWidth", 1),
                    "textConfig",
                    object("position", "inside"),
                    "textContent",
                    object(
                            "type",
                            "text",
                            "style",
                            object(
                                    "text",
                                    Integer.toString(free.get(i) + 1),
                                    "fill",
                                    Paint.INK.light(),
                                    "fontSize",
                                    12,
                                    "fontFamily",
                                    Option.FONT))));
        }
        return elements;
    }
}
