package io.customerroom.web.charts;

import static io.customerroom.web.charts.Option.object;

import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Chart.Bars;
import io.customerroom.walls.exhibit.Chart.Line;
import io.customerroom.walls.exhibit.Chart.Range;
import io.customerroom.walls.exhibit.Chart.Series;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How sure an estimate is, as it is drawn: whiskers on bars, a band around a line. Whiskers are a line of their own over the bars, on a
 * second, invisible axis that counts names, because the library places nothing else beside the middle of a name.
 */
final class Ranges {

    private static final double CATEGORY = 0.65;
    private static final double GAP = 1.15;
    private static final int CAP = 9;

    private Ranges() {}

    static boolean any(List<Series> series) {
        return series.stream().anyMatch(one -> one.sureness().isPresent());
    }

    /** Bars beside each other along the bottom fill their room, so that whiskers meet them at any width of the picture. */
    static @Nullable Integer widest(Bars bars) {
        if (bars.lying()) {
            return 18;
        }
        return any(bars.series()) && bars.series().size() > 1 && !ChartOptions.apart(bars) ? null : 26;
    }

    /** Names the ranges where there are any, beside the series. */
    static Map<String, @Nullable Object> legend(List<Series> series) {
        if (!any(series)) {
            return Option.legend(series.size() > 1);
        }
        List<Object> entries = new ArrayList<>();
        series.forEach(one -> entries.add(object("name", one.name())));
        words(series).forEach(words -> entries.add(object("name", words, "icon", "rect")));
        Map<String, @Nullable Object> legend = Option.legend(true);
        legend.put("data", entries);
        return legend;
    }

    private static Set<String> words(List<Series> series) {
        Set<String> words = new LinkedHashSet<>();
        series.forEach(one -> one.sureness().ifPresent(sure -> words.add(sure.words())));
        return words;
    }

    /** The axis of names, and where there are ranges the invisible one over it. */
    static Object axes(Map<String, @Nullable Object> names, Bars bars) {
        return any(bars.series())
                ? List.of(
                        names,
                        object(
                                "type",
                                "value",
                                "show",
                                false,
                                "min",
                                -0.5,
                                "max",
                                bars.names().size() - 0.5,
                                "inverse",
                                bars.lying()))
                : names;
    }

    /** Whether a value's label stands at the end of its whisker: those to the left of zero end elsewhere. */
    static boolean carriesLabel(Series one, int at) {
        return one.range(at).filter(range -> range.high().signum() >= 0).isPresent();
    }

    /** Each twice: broad in the colour of the paper, so that it is seen on a dark bar, and thin in ink. */
    static List<Object> whiskers(Bars bars, boolean apart, Scale scale) {
        List<Object> halo = new ArrayList<>();
        List<Object> ink = new ArrayList<>();
        boolean labelled = bars.lying() || bars.names().size() * bars.series().size() <= 14;
        for (int s = 0; s < bars.series().size(); s++) {
            Series one = bars.series().get(s);
            double aside = apart ? 0 : aside(bars, s);
            for (int i = 0; i < bars.names().size(); i++) {
                Optional<Range> range = one.range(i);
                BigDecimal value = one.values().get(i);
                if (range.isPresent() && value != null) {
                    BigDecimal place = BigDecimal.valueOf(i + aside).setScale(3, RoundingMode.HALF_UP);
                    whisker(halo, bars.lying(), place, range.get(), scale, Optional.empty());
                    whisker(
                            ink,
                            bars.lying(),
                            place,
                            range.get(),
                            scale,
                            labelled && carriesLabel(one, i) ? Optional.of(scale.label(value)) : Optional.empty());
                }
            }
        }
        String words = String.join(", ", words(bars.series()));
        return List.of(
                series(null, bars.lying(), Paint.PAPER, 4, CAP + 2, halo),
                series(words, bars.lying(), Paint.INK, 1.5, CAP, ink));
    }

    /** How far from the middle of its name a bar stands, in names. */
    private static double aside(Bars bars, int at) {
        int all = bars.series().size();
        double share = CATEGORY / (all + (GAP - 1) * (all - 1));
        if (bars.lying()) {
            share = Math.min(share, 18.0 / (14 + 18 * all));
        }
        return (at - (all - 1) / 2.0) * GAP * share;
    }

    private static void whisker(
            List<Object> data, boolean lying, BigDecimal place, Range range, Scale scale, Optional<String> label) {
        data.add(object("value", at(lying, Objects.requireNonNull(scale.drawn(range.low())), place)));
        Map<String, @Nullable Object> high =
                object("value", at(lying, Objects.requireNonNull(scale.drawn(range.high())), place));
        label.ifPresent(text -> high.put("label", ChartOptions.label(text, lying ? "right" : "top")));
        data.add(high);
        data.add(object("value", List.of("-", "-")));
    }

    private static List<BigDecimal> at(boolean lying, BigDecimal value, BigDecimal place) {
        return lying ? List.of(value, place) : List.of(place, value);
    }

    private static Map<String, @Nullable Object> series(
            @Nullable String words, boolean lying, Paint paint, double width, int cap, List<Object> data) {
        return object(
                "type",
                "line",
                "name",
                words,
                lying ? "yAxisIndex" : "xAxisIndex",
                1,
                "symbol",
                "rect",
                "symbolSize",
                lying ? List.of(width, cap) : List.of(cap, width),
                "showAllSymbol",
                true,
                "connectNulls",
                false,
                "z",
                4,
                "lineStyle",
                object("color", paint.light(), "width", width, "type", "solid"),
                "itemStyle",
                object("color", paint.light()),
                "data",
                data);
    }

    /** Two dotted edges with a tint between them: the tint alone would not be seen by everybody, nor on every printer. */
    static List<Object> bands(Line line, Scale scale) {
        List<Object> bands = new ArrayList<>();
        for (int s = 0; s < line.series().size(); s++) {
            Series one = line.series().get(s);
            if (one.sureness().isPresent()) {
                List<@Nullable BigDecimal> low =
                        new ArrayList<>(Collections.nCopies(line.names().size(), null));
                List<@Nullable BigDecimal> across = new ArrayList<>(low);
                for (int i = 0; i < low.size(); i++) {
                    Optional<Range> range = one.values().get(i) == null ? Optional.empty() : one.range(i);
                    if (range.isPresent()) {
                        low.set(i, scale.drawn(range.get().low()));
                        across.set(
                                i,
                                scale.drawn(
                                        range.get().high().subtract(range.get().low())));
                    }
                }
                String words = one.sureness().get().words();
                bands.add(edge(words, "band " + s, Paint.of(one.tone()), low, 0));
                bands.add(edge(words, "band " + s, Paint.of(one.tone()), across, 0.16));
            }
        }
        return bands;
    }

    private static Map<String, @Nullable Object> edge(
            String words, String stack, Paint paint, List<@Nullable BigDecimal> values, double tint) {
        Map<String, @Nullable Object> edge = object(
                "type",
                "line",
                "name",
                words,
                "stack",
                stack,
                "stackStrategy",
                "all",
                "symbol",
                "none",
                "connectNulls",
                false,
                "z",
                1,
                "lineStyle",
                object("color", paint.light(), "width", 1, "type", Arrays.asList(1, 3)),
                "itemStyle",
                object("color", paint.light()),
                "data",
                values);
        if (tint > 0) {
            edge.put("areaStyle", object("color", paint.light(), "opacity", tint));
        }
        return edge;
    }

    /** The label with the ranges in words: of bars all, of a line the newest. */
    static String told(String label, Chart chart) {
        Chart bare = Charts.bare(chart);
        List<String> names =
                switch (bare) {
                    case Bars bars -> bars.names();
                    case Line line -> line.names();
                    default -> List.of();
                };
        List<Series> series =
                switch (bare) {
                    case Bars bars -> bars.series();
                    case Line line -> line.series();
                    default -> List.of();
                };
        if (!any(series)) {
            return label;
        }
        Scale scale =
                Scale.of(series.stream().flatMap(one -> one.values().stream()).toList());
        List<String> told = new ArrayList<>();
        for (Series one : series) {
            List<Integer> places = places(one, bare instanceof Line);
            for (int at : places) {
                Range range = one.range(at).orElseThrow();
                told.add("%s%s %s, from %s to %s"
                        .formatted(
                                names.get(at),
                                series.size() > 1 ? ", " + one.name() : "",
                                scale.label(Objects.requireNonNull(one.values().get(at))),
                                scale.label(range.low()),
                                scale.label(range.high())));
            }
        }
        return told.isEmpty()
                ? label
                : "%s. With %s: %s".formatted(label, String.join(", ", words(series)), String.join("; ", told));
    }

    private static List<Integer> places(Series one, boolean newestOnly) {
        List<Integer> places = Stream.iterate(0, at -> at < one.values().size(), at -> at + 1)
                .filter(at -> one.values().get(at) != null && one.range(at).isPresent())
                .toList();
        return newestOnly && !places.isEmpty() ? List.of(places.getLast()) : places;
    }
}
