package io.customerroom.web.charts;

import static io.customerroom.web.charts.Option.object;

import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Chart.Bars;
import io.customerroom.walls.exhibit.Chart.Line;
import io.customerroom.walls.exhibit.Chart.Series;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns the description of a picture into the option that draws it. */
final class ChartOptions {

    /** More points than this are a line without dots. */
    private static final int MANY_POINTS = 40;

    private ChartOptions() {}

    static Option of(Chart chart) {
        return switch (chart) {
            case Chart.Waterfall waterfall -> WaterfallOption.of(waterfall);
            case Chart.Bridge bridge -> BridgeOption.of(bridge);
            case Bars bars -> bars(bars);
            case Line line -> line(line);
            case Chart.Curve curve -> CurveOption.of(curve);
            case Chart.Heat heat ->
                throw new IllegalArgumentException("a heat table is drawn by hand, not by the library: " + heat.unit());
            case Chart.Process process -> ProcessOption.of(process);
            case Chart.Noted noted -> NotedOption.of(noted);
        };
    }

    private static Option bars(Bars bars) {
        Scale scale = Scale.of(
                bars.series().stream().flatMap(one -> one.values().stream()).toList());
        boolean several = bars.series().size() > 1;
        boolean apart = apart(bars);
        List<Object> series = new ArrayList<>();
        for (Series one : bars.series()) {
            series.add(object(
                    "type",
                    "bar",
                    "name",
                    one.name(),
                    "barMaxWidth",
                    Ranges.widest(bars),
                    "barGap",
                    apart ? "-100%" : "15%",
                    "barCategoryGap",
                    "35%",
                    "itemStyle",
                    object("color", Paint.of(one.tone()).light()),
                    "data",
                    barValues(bars, one, scale)));
        }
        boolean estimated = Ranges.any(bars.series());
        if (estimated) {
            series.addAll(Ranges.whiskers(bars, apart, scale));
        }
        Map<String, @Nullable Object> names = Option.names(bars.names(), bars.lying());
        Map<String, @Nullable Object> values = Option.values(scale.unit(bars.unit()));
        boolean explained = several || estimated;
        if (estimated) {
            // Beside a second axis that counts, the library would draw this one as a line with ticks.
            values.put("axisLine", object("show", false));
            values.put("axisTick", object("show", false));
        }
        int height = bars.lying() ? lyingHeight(bars, explained) : 300;
        if (bars.lying()) {
            values.put("axisLabel", object("show", false));
            values.put("splitLine", object("show", false));
            values.put("name", "");
            names.putAll(Option.above(scale.unit(bars.unit())));
            if (bars.series().stream().flatMap(one -> one.values().stream()).anyMatch(ChartOptions::below)) {
                // Names stand beside the bars, not on those that run to the left; a line says where zero is.
                names.put("axisLine", object("onZero", false, "lineStyle", object("color", Paint.GRID.light())));
                values.put("splitLine", object("lineStyle", object("color", Paint.GRID.light())));
            }
        }
        return Option.of(
                height,
                object(
                        "legend", Ranges.legend(bars.series()),
                        "grid",
                                bars.lying()
                                        ? object(
                                                "left",
                                                Option.BESIDE,
                                                "right",
                                                104,
                                                "top",
                                                explained ? 50 : 26,
                                                "bottom",
                                                4)
                                        : object(
                                                "left",
                                                Option.LEFT,
                                                "right",
                                                8,
                                                "top",
                                                explained ? 56 : 32,
                                                "bottom",
                                                28),
                        "xAxis", bars.lying() ? values : Ranges.axes(names, bars),
                        "yAxis", bars.lying() ? Ranges.axes(names, bars) : values,
                        "series", series));
    }

    /** Whether no name has a bar of two series: then the only one stands beside its name. */
    static boolean apart(Bars bars) {
        return IntStream.range(0, bars.names().size())
                .allMatch(at -> bars.series().stream()
                                .filter(one -> one.values().get(at) != null)
                                .count()
                        <= 1);
    }

    private static int lyingHeight(Bars bars, boolean several) {
        int each = 14 + 18 * (apart(bars) ? 1 : bars.series().size());
        return Math.max(56, bars.names().size() * each + (several ? 58 : 34)) + Option.taller(bars.names());
    }

    private static boolean below(@Nullable BigDecimal value) {
        return value != null && value.signum() < 0;
    }

    private static List<Object> barValues(Bars bars, Series one, Scale scale) {
        boolean labelled = bars.lying() || bars.names().size() * bars.series().size() <= 14;
        List<Object> data = new ArrayList<>();
        for (int i = 0; i < one.values().size(); i++) {
            BigDecimal value = one.values().get(i);
            Map<String, @Nullable Object> point = object("value", scale.drawn(value));
            if (value != null && labelled && !Ranges.carriesLabel(one, i)) {
                point.put("label", label(scale.label(value), bars.lying() ? "right" : "top"));
            }
            if (below(value) && bars.series().size() == 1) { // of several series the colour says which
                point.put("itemStyle", object("color", Paint.CONCERNING.light()));
            }
            if (i >= one.values().size() - one.unfinished()) {
                point.put("itemStyle", object("color", Paint.of(one.tone()).light(), "decal", Option.hatch()));
            }
            data.add(point);
        }
        return data;
    }

    static Map<String, @Nullable Object> label(String text, String position) {
        return object(
                "show", true, "position", position, "formatter", text, "color", Paint.INK.light(), "fontSize", 12);
    }

    private static Option line(Line line) {
        List<BigDecimal> all = new ArrayList<>();
        line.series()
                .forEach(one ->
                        one.values().stream().filter(value -> value != null).forEach(all::add));
        Scale scale = Scale.of(all);
        List<Object> series = new ArrayList<>(Ranges.bands(line, scale));
        for (Series one : line.series()) {
            series.add(stretch(one, scale, 0, one.values().size() - one.unfinished(), "solid"));
            if (one.unfinished() > 0) {
                int from = Math.max(0, one.values().size() - one.unfinished() - 1);
                series.add(stretch(one, scale, from, one.values().size(), "dashed"));
            }
        }
        line.standard().ifPresent(standard -> series.add(standard(line.names(), scale, standard)));
        boolean explained = line.series().size() > 1 || Ranges.any(line.series());
        return Option.of(
                260,
                object(
                        "legend", Ranges.legend(line.series()),
                        "grid", object("left", Option.LEFT, "right", 16, "top", explained ? 56 : 32, "bottom", 28),
                        "xAxis", Option.names(line.names(), false),
                        "yAxis", Option.values(scale.unit(line.unit()), all),
                        "series", series));
    }

    private static Map<String, @Nullable Object> stretch(Series one, Scale scale, int from, int to, String type) {
        List<@Nullable BigDecimal> values =
                new ArrayList<>(Collections.nCopies(one.values().size(), null));
        for (int i = from; i < to; i++) {
            values.set(i, scale.drawn(one.values().get(i)));
        }
        String colour = Paint.of(one.tone()).light();
        return object(
                "type",
                "line",
                "name",
                one.name(),
                "connectNulls",
                false,
                "symbol",
                "circle",
                "symbolSize",
                one.values().size() > MANY_POINTS ? 0 : 6,
                "showAllSymbol",
                true,
                "lineStyle",
                object("color", colour, "width", 2, "type", type),
                "itemStyle",
                object("color", colour),
                "data",
                values);
    }

    private static Map<String, @Nullable Object> standard(List<String> names, Scale scale, BigDecimal standard) {
        return object(
                "type",
                "line",
                "name",
                "minimum standard",
                "symbol",
                "none",
                "lineStyle",
                object("color", Paint.INK.light(), "width", 1, "type", List.of(2, 4)),
                "data",
                Collections.nCopies(names.size(), scale.drawn(standard)),
                "endLabel",
                object("show", false));
    }
}
