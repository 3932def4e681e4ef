package io.customerroom.web.charts;

import static io.customerroom.web.charts.Option.object;

import io.customerroom.walls.exhibit.Chart.Bridge;
import io.customerroom.walls.exhibit.Chart.Step;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Steps from one level to another, one below the other, so that long names can be read. Where the steps would vanish beside the levels
 * the axis starts higher, and the two levels are hatched to say that they are cut.
 */
final class BridgeOption {

    private static final int BAR = 18;
    private static final int PITCH = 30;

    /** Steps smaller than this part of the highest level would not be seen. */
    private static final BigDecimal VISIBLE = BigDecimal.valueOf(8);

    private final Bridge bridge;
    private final Scale scale;
    private final BigDecimal floor;
    private final List<Object> base = new ArrayList<>();
    private final List<Object> bars = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    private BridgeOption(Bridge bridge) {
        this.bridge = bridge;
        this.scale = Scale.of(Stream.concat(
                        Stream.of(bridge.opening(), bridge.closing()),
                        bridge.steps().stream().map(Step::change))
                .toList());
        this.floor = floor(bridge);
    }

    static Option of(Bridge bridge) {
        return new BridgeOption(bridge).option();
    }

    /** Where the axis starts: 0 while the way is at least an eighth of the highest level. */
    static BigDecimal floor(Bridge bridge) {
        BigDecimal lowest = bridge.opening();
        BigDecimal highest = bridge.opening();
        BigDecimal at = bridge.opening();
        for (Step step : bridge.steps()) {
            at = at.add(step.change());
            lowest = lowest.min(at);
            highest = highest.max(at);
        }
        BigDecimal way = highest.subtract(lowest);
        if (lowest.signum() <= 0 || way.signum() == 0 || way.multiply(VISIBLE).compareTo(highest) >= 0) {
            return lowest.min(BigDecimal.ZERO);
        }
        BigDecimal below = lowest.subtract(way).max(BigDecimal.ZERO);
        return below.round(new MathContext(2, RoundingMode.DOWN));
    }

    private Option option() {
        level(bridge.from(), bridge.opening());
        BigDecimal at = bridge.opening();
        for (Step step : bridge.steps()) {
            step(step, at);
            at = at.add(step.change());
        }
        level(bridge.to(), at);
        Map<String, @Nullable Object> values = Option.values("");
        values.put("min", scale.drawn(floor));
        values.put("axisLabel", object("show", false));
        values.put("splitLine", object("show", false));
        Map<String, @Nullable Object> down = Option.names(names, true);
        down.putAll(Option.above(scale.unit(bridge.unit())));
        return Option.of(
                names.size() * PITCH + 34 + Option.taller(names),
                object(
                        "grid",
                        object("left", Option.BESIDE, "right", 104, "top", 26, "bottom", 4),
                        "xAxis",
                        values,
                        "yAxis",
                        down,
                        "series",
                        List.of(series(base, object("color", "none"), true), series(bars, object(), false))));
    }

    private static Map<String, @Nullable Object> series(
            List<Object> data, Map<String, @Nullable Object> style, boolean silent) {
        return object(
                "type", "bar", "stack", "way", "silent", silent, "barWidth", BAR, "itemStyle", style, "data", data);
    }

    private void level(String name, BigDecimal value) {
        Map<String, @Nullable Object> style = object("color", Paint.ORDINARY.light());
        if (floor.signum() > 0) {
            style.put("decal", Option.hatch());
        }
        bar(name, BigDecimal.ZERO, value, style, scale.label(value));
    }

    private void step(Step step, BigDecimal from) {
        boolean up = step.change().signum() > 0;
        bar(
                step.name(),
                up ? from : from.add(step.change()),
                step.change().abs(),
                object("color", paint(up).light()),
                (up ? "+" : "−") + scale.label(step.change().abs()));
    }

    private Paint paint(boolean up) {
        return switch (bridge.better()) {
            case NONE -> Paint.ORDINARY;
            case UP -> up ? Paint.IMPROVING : Paint.CONCERNING;
            case DOWN -> up ? Paint.CONCERNING : Paint.IMPROVING;
        };
    }

    private void bar(
            String name, BigDecimal start, BigDecimal length, Map<String, @Nullable Object> style, String label) {
        names.add(name);
        base.add(object("value", scale.drawn(start)));
        bars.add(object("value", scale.drawn(length), "itemStyle", style, "label", ChartOptions.label(label, "right")));
    }
}
