package io.customerroom.web.charts;

import static io.customerroom.web.charts.Option.object;

import io.customerroom.walls.exhibit.Chart;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A control chart. The readings are a quiet line, the natural limits thin and dotted, the minimum standard dashed ink; signals are hollow
 * diamonds, breaches filled squares, typed readings rings, remarks numbered circles: each of another shape, so that colour need not be seen.
 */
final class ProcessOption {

    /** Dots of more readings would touch each other; signals and breaches are marked however many there are. */
    private static final int DOTTED = 60;

    private ProcessOption() {}

    static Option of(Chart.Process process) {
        Scale scale = Scale.of(Stream.of(process.values(), process.standard())
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .toList());
        List<Object> series = new ArrayList<>();
        series.add(line("mean", process.mean(), scale, Paint.ORDINARY, "solid"));
        series.add(line("natural limits", process.upper(), scale, Paint.ORDINARY, List.of(1, 3)));
        series.add(line("natural limits", process.lower(), scale, Paint.ORDINARY, List.of(1, 3)));
        if (process.standard().stream().anyMatch(Objects::nonNull)) {
            Map<String, @Nullable Object> standard =
                    line(process.labels().standard(), process.standard(), scale, Paint.INK, List.of(7, 4));
            standard.put("step", "end");
            series.add(standard);
        }
        series.add(readings(process, scale));
        series.add(marks("signal", "diamond", 16, process.signals(), process, scale, hollow()));
        series.add(marks(process.labels().breach(), "rect", 9, process.breaches(), process, scale, filled()));
        if (!process.typed().isEmpty()) {
            series.add(marks("typed by hand", "circle", 18, process.typed(), process, scale, ring()));
        }
        List<Object> notes = NoteMarks.at(
                process.notes(), place -> scale.drawn(process.values().get(place)));
        if (!notes.isEmpty()) {
            series.add(NoteMarks.series(notes));
        }
        Map<String, @Nullable Object> values = Option.values(
                scale.unit(process.unit()),
                Stream.of(process.values(), process.standard(), process.upper())
                        .flatMap(List::stream)
                        .filter(Objects::nonNull)
                        .toList());
        values.put("scale", true);
        return Option.of(
                300,
                object(
                        "legend", legend(process),
                        "grid", object("left", 52, "right", 16, "top", 72, "bottom", 28),
                        "xAxis", Option.names(process.names(), false),
                        "yAxis", values,
                        "series", series));
    }

    private static Map<String, @Nullable Object> legend(Chart.Process process) {
        Map<String, @Nullable Object> legend = Option.legend(true);
        List<Object> entries =
                new ArrayList<>(List.of(object("name", process.labels().reading()), object("name", "natural limits")));
        if (process.standard().stream().anyMatch(Objects::nonNull)) {
            entries.add(object("name", process.labels().standard()));
            entries.add(object("name", process.labels().breach(), "icon", "rect"));
        }
        entries.add(object("name", "signal", "icon", "diamond"));
        if (!process.typed().isEmpty()) {
            entries.add(object("name", "typed by hand", "icon", "circle"));
        }
        legend.put("data", entries);
        legend.put("itemWidth", 24);
        return legend;
    }

    private static Map<String, @Nullable Object> line(
            String name, List<@Nullable BigDecimal> values, Scale scale, Paint paint, Object type) {
        return object(
                "type",
                "line",
                "name",
                name,
                "symbol",
                "none",
                "connectNulls",
                false,
                "lineStyle",
                object("color", paint.light(), "width", paint == Paint.INK ? 2 : 1, "type", type),
                "itemStyle",
                object("color", paint.light()),
                "data",
                levels(values, scale));
    }

    private static Map<String, @Nullable Object> readings(Chart.Process process, Scale scale) {
        return object(
                "type",
                "line",
                "name",
                process.labels().reading(),
                "connectNulls",
                false,
                "symbol",
                process.values().size() > DOTTED ? "none" : "circle",
                "symbolSize",
                4,
                "showAllSymbol",
                true,
                "lineStyle",
                object("color", Paint.FIRST.light(), "width", 1.5, "type", "solid"),
                "itemStyle",
                object("color", Paint.FIRST.light()),
                "data",
                drawn(process.values(), scale));
    }

    private static Map<String, @Nullable Object> marks(
            String name,
            String symbol,
            int size,
            List<Integer> places,
            Chart.Process process,
            Scale scale,
            Map<String, @Nullable Object> style) {
        Set<Integer> marked = new HashSet<>(places);
        List<@Nullable BigDecimal> values =
                new ArrayList<>(Collections.nCopies(process.names().size(), null));
        for (int place : marked) {
            values.set(place, process.values().get(place));
        }
        return object(
                "type",
                "scatter",
                "name",
                name,
                "symbol",
                symbol,
                "symbolSize",
                size,
                "itemStyle",
                style,
                "z",
                5,
                "data",
                drawn(values, scale));
    }

    private static Map<String, @Nullable Object> hollow() {
        return object("color", "transparent", "borderColor", Paint.INK.light(), "borderWidth", 1.5);
    }

    private static Map<String, @Nullable Object> ring() {
        return object("color", "transparent", "borderColor", Paint.FIRST.light(), "borderWidth", 1.5);
    }

    private static Map<String, @Nullable Object> filled() {
        return object("color", Paint.CONCERNING.light());
    }

    /** A level needs no point for every reading: the first and last of each stretch, as place and height, draw the same line. */
    private static List<Object> levels(List<@Nullable BigDecimal> values, Scale scale) {
        List<Object> levels = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            boolean inside = i > 0
                    && i < values.size() - 1
                    && Objects.equals(values.get(i), values.get(i - 1))
                    && Objects.equals(values.get(i), values.get(i + 1));
            if (!inside) {
                levels.add(Arrays.asList(i, scale.drawn(values.get(i))));
            }
        }
        return levels;
    }

    private static List<@Nullable BigDecimal> drawn(List<@Nullable BigDecimal> values, Scale scale) {
        List<@Nullable BigDecimal> drawn = new ArrayList<>();
        values.forEach(value -> drawn.add(scale.drawn(value)));
        return drawn;
    }
}
