package io.customerroom.web.charts;

import static io.customerroom.web.charts.Option.object;

import io.customerroom.walls.exhibit.Chart.Curve;
import io.customerroom.walls.exhibit.Chart.Point;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A curve from the left edge to the right one; points with a label are marked, the level to compare with is dotted. */
final class CurveOption {

    private CurveOption() {}

    static Option of(Curve curve) {
        List<BigDecimal> heights = curve.points().stream().map(Point::y).toList();
        Scale scale = Scale.of(heights);
        BigDecimal right =
                curve.points().stream().map(Point::x).max(BigDecimal::compareTo).orElse(BigDecimal.ONE);
        List<Object> series = new ArrayList<>();
        curve.level().ifPresent(level -> series.add(level(right, Objects.requireNonNull(scale.drawn(level)))));
        series.add(line(curve, scale));
        Map<String, @Nullable Object> across = Option.values(curve.across());
        across.putAll(object("min", 0, "max", right, "nameLocation", "middle", "nameGap", 28));
        across.put("nameTextStyle", object("color", Paint.SOFT.light()));
        across.put("splitNumber", 5);
        across.put("splitLine", object("show", false));
        return Option.of(
                320,
                object(
                        "grid",
                        object("left", 56, "right", 24, "top", 36, "bottom", 48),
                        "xAxis",
                        across,
                        "yAxis",
                        Option.values(scale.unit(curve.unit())),
                        "series",
                        series));
    }

    private static Map<String, @Nullable Object> level(BigDecimal right, BigDecimal height) {
        return object(
                "type",
                "line",
                "symbol",
                "none",
                "lineStyle",
                object("color", Paint.INK.light(), "width", 1, "type", List.of(2, 4)),
                "data",
                List.of(List.of(BigDecimal.ZERO, height), List.of(right, height)));
    }

    private static Map<String, @Nullable Object> line(Curve curve, Scale scale) {
        String colour = Paint.FIRST.light();
        BigDecimal highest =
                curve.points().stream().map(Point::y).max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
        return object(
                "type",
                "line",
                "showSymbol",
                true,
                "showAllSymbol",
                true,
                "lineStyle",
                object("color", colour, "width", 2),
                "itemStyle",
                object("color", colour),
                "data",
                curve.points().stream()
                        .map(point -> point(point, scale, highest))
                        .toList());
    }

    /** A label stands above the highest point, and below others: the level to compare with often runs above these. */
    private static Map<String, @Nullable Object> point(Point point, Scale scale, BigDecimal highest) {
        Map<String, @Nullable Object> drawn =
                object("value", List.of(point.x(), Objects.requireNonNull(scale.drawn(point.y()))));
        if (point.label().isEmpty()) {
            drawn.put("symbol", "none");
        } else {
            drawn.putAll(object("symbol", "circle", "symbolSize", 9));
            Map<String, @Nullable Object> label =
                    ChartOptions.label(point.label(), point.y().compareTo(highest) < 0 ? "bottom" : "top");
            label.put("align", "right");
            drawn.put("label", label);
        }
        return drawn;
    }
}
