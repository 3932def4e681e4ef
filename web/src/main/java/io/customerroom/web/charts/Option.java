package io.customerroom.web.charts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the chart library is asked to draw. The same exhibit gives the same option, byte for byte: keys keep their order.
 *
 * @param values of the library's option object
 */
record Option(Map<String, @Nullable Object> values, int width, int height) {

    static final int WIDTH = 640;

    /** Inside a card on a telephone of 390 px. */
    static final int NARROW = 340;

    /** Left of lying bars stand their names. */
    static final int BESIDE = 176;

    /** Left of an axis of values stand numbers up to 100,000. */
    static final int LEFT = 60;

    /** So many names stand below a narrow picture without meeting. */
    private static final int FEW = 5;

    private static final int BESIDE_NARROW = 128;

    /** Between a lying bar's name and its axis, with a little for letters that are wider than reckoned. */
    private static final int NAME_GAP = 22;

    /** Between the entries of a legend on a telephone, from one row of them to the next, and the room of an entry's mark. */
    private static final int LEGEND_GAP = 16;

    private static final int LEGEND_ROW = 27;
    private static final int LEGEND_MARK = 19;

    /** A letter of 12 px, rather too wide than too narrow. */
    private static final double LETTER = 6.6;

    /** From one line of a name to the next. */
    private static final int LINE = 14;

    /** So many lines a name beside a bar may take. */
    private static final int LINES = 3;

    /** So many names below a line are read one by one; of more, ages in months, every twelfth stands there. */
    private static final int MANY = 26;

    private static final int YEAR = 12;

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final BigDecimal NEAR = BigDecimal.valueOf(80);

    /** One family everywhere, because text is measured without a browser. */
    static final String FONT = "system-ui, sans-serif";

    /** An object with its keys in the order given. */
    static Map<String, @Nullable Object> object(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return object;
    }

    static Option of(int height, Map<String, @Nullable Object> parts) {
        Map<String, @Nullable Object> all = object(
                "animation",
                false,
                "textStyle",
                object("fontFamily", FONT, "fontSize", 12, "color", Paint.SOFT.light()));
        all.putAll(parts);
        return new Option(all, WIDTH, height);
    }

    /** The same picture for a telephone: letters keep their size, and names beside lying bars take less room. */
    Option narrow() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(values);
        int taller = height + tallerBeside(all.get("yAxis"));
        if (all.get("grid") instanceof Map<?, ?> grid && Integer.valueOf(BESIDE).equals(grid.get("left"))) {
            all.put("grid", with(grid, "left", BESIDE_NARROW, "right", 56));
            all.put("yAxis", first(all.get("yAxis"), Option::beside));
        } else {
            all.put("xAxis", first(all.get("xAxis"), Option::allNamed));
            if (broken(all.get("xAxis"))
                    && all.get("grid") instanceof Map<?, ?> grid
                    && grid.get("bottom") instanceof Integer bottom) {
                all.put("grid", with(grid, "bottom", bottom + LINE));
                taller += LINE;
            }
        }
        if (all.get("legend") instanceof Map<?, ?> legend) {
            all.put("legend", with(legend, "itemWidth", 14, "itemGap", LEGEND_GAP));
            int more = Boolean.TRUE.equals(legend.get("show")) ? (legendRows() - 1) * LEGEND_ROW : 0;
            if (more > 0 && all.get("grid") instanceof Map<?, ?> grid && grid.get("top") instanceof Integer top) {
                all.put("grid", with(grid, "top", top + more));
                return new Option(all, NARROW, taller + more);
            }
        }
        return new Option(all, NARROW, taller);
    }

    /** How many rows the legend takes on a telephone; as in the library, an entry that no longer fits begins the next row. */
    private int legendRows() {
        Set<String> names = new LinkedHashSet<>();
        if (values.get("series") instanceof List<?> series) {
            series.forEach(one -> {
                if (one instanceof Map<?, ?> map && map.get("name") instanceof String name) {
                    names.add(name);
                }
            });
        }
        int rows = 1;
        double used = 0;
        for (String name : names) {
            double wide = LEGEND_MARK + name.length() * LETTER;
            if (used > 0 && used + wide > NARROW) {
                rows++;
                used = 0;
            }
            used += wide + LEGEND_GAP;
        }
        return rows;
    }

    /** An axis changed, or the first of two. */
    private static @Nullable Object first(@Nullable Object axis, UnaryOperator<@Nullable Object> change) {
        if (!(axis instanceof List<?> axes)) {
            return change.apply(axis);
        }
        List<@Nullable Object> changed = new ArrayList<>(axes);
        changed.set(0, change.apply(axes.getFirst()));
        return changed;
    }

    /** Every one of a few names, which the library would leave out for want of room; one that meets the next goes on in a second line. */
    private static @Nullable Object allNamed(@Nullable Object axis) {
        if (!(axis instanceof Map<?, ?> named && named.get("data") instanceof List<?> few && few.size() <= FEW)) {
            return axis;
        }
        int letters = (int) ((NARROW - LEFT) / LETTER / Math.max(1, few.size()));
        List<String> broken = few.stream()
                .map(name -> String.valueOf(name)
                        .replaceFirst(letters < String.valueOf(name).length() ? " " : "$", "\n")
                        .strip())
                .toList();
        return labels(with(named, "data", broken), "interval", 0);
    }

    private static boolean broken(@Nullable Object axis) {
        Object names = axis instanceof List<?> axes ? axes.getFirst() : axis;
        return names instanceof Map<?, ?> named
                && named.get("data") instanceof List<?> all
                && all.stream().anyMatch(name -> String.valueOf(name).contains("\n"));
    }

    /** The names beside lying bars, in less room. */
    private static @Nullable Object beside(@Nullable Object axis) {
        if (!(labels(axis, "width", BESIDE_NARROW - NAME_GAP) instanceof Map<?, ?> names
                && names.get("data") instanceof List<?> wide)) {
            return axis;
        }
        List<String> whole = whole(wide);
        Map<String, @Nullable Object> narrow = with(names, "data", inLines(whole, BESIDE_NARROW));
        if (names.get("name") instanceof String unit
                && unit.length() * LETTER > NARROW - BESIDE_NARROW
                && names.get("nameTextStyle") instanceof Map<?, ?> style) {
            narrow.put("nameTextStyle", with(style, "padding", List.of(0, 0, 0, -BESIDE_NARROW)));
        }
        return narrow;
    }

    private static List<String> inLines(List<String> names, int beside) {
        int letters = (int) ((beside - NAME_GAP) / LETTER);
        return names.stream().map(name -> inLines(name, letters, LINES)).toList();
    }

    /** A name too long for its line goes on in the next ones; what does not fit into the last either is cut. */
    private static String inLines(String name, int letters, int lines) {
        if (name.length() <= letters) {
            return name;
        }
        if (lines == 1) {
            return name.substring(0, letters - 1).stripTrailing() + "…";
        }
        int space = name.lastIndexOf(' ', letters);
        int end = space > 0 ? space : letters;
        return name.substring(0, end) + "\n" + inLines(name.substring(end).strip(), letters, lines - 1);
    }

    /** What lying bars need more than their pitch where a name takes three lines. */
    static int taller(List<String> names) {
        return taller(names, BESIDE);
    }

    private static int taller(List<String> names, int beside) {
        boolean tall =
                inLines(names, beside).stream().anyMatch(name -> name.lines().count() == LINES);
        return tall ? names.size() * LINE : 0;
    }

    /** What names beside lying bars need more on a telephone than on a page. */
    private static int tallerBeside(@Nullable Object axis) {
        Object names = axis instanceof List<?> axes ? axes.getFirst() : axis;
        if (!(names instanceof Map<?, ?> named
                && Boolean.TRUE.equals(named.get("inverse"))
                && named.get("data") instanceof List<?> all)) {
            return 0;
        }
        List<String> whole = whole(all);
        return taller(whole, BESIDE_NARROW) - taller(whole);
    }

    private static List<String> whole(List<?> names) {
        return names.stream()
                .map(name -> String.valueOf(name).replace('\n', ' '))
                .toList();
    }

    private static @Nullable Object labels(@Nullable Object axis, String key, Object value) {
        return axis instanceof Map<?, ?> names && names.get("axisLabel") instanceof Map<?, ?> label
                ? with(names, "axisLabel", with(label, key, value))
                : axis;
    }

    private static Map<String, @Nullable Object> with(Map<?, ?> object, Object... keysAndValues) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        object.forEach((key, value) -> copy.put(String.valueOf(key), value));
        copy.putAll(object(keysAndValues));
        return copy;
    }

    static Map<String, @Nullable Object> names(List<String> names, boolean down) {
        Map<String, @Nullable Object> label =
                object("color", Paint.INK.light(), "fontSize", 12, "interval", down ? 0 : interval(names));
        if (down) {
            label.putAll(
                    object("width", BESIDE - NAME_GAP, "overflow", "truncate", "ellipsis", "…", "lineHeight", LINE));
        }
        return object(
                "type",
                "category",
                "data",
                down ? inLines(names, BESIDE) : names,
                "inverse",
                down,
                "axisTick",
                object("show", false),
                "axisLine",
                object("lineStyle", object("color", Paint.ORDINARY.light())),
                "axisLabel",
                label);
    }

    /** How many names are passed over from one that is written to the next: of a long run of ages, those between whole years. */
    private static Object interval(List<String> names) {
        return names.size() > MANY && names.getFirst().equals("0") ? YEAR - 1 : "auto";
    }

    /** What lying bars count, above them: they have no axis that could say so. */
    static Map<String, @Nullable Object> above(String unit) {
        return object(
                "name",
                unit,
                "nameLocation",
                "start",
                "nameGap",
                10,
                "nameTextStyle",
                object("color", Paint.SOFT.light(), "align", "left"));
    }

    static Map<String, @Nullable Object> values(String unit) {
        return object(
                "type",
                "value",
                "name",
                unit,
                "nameLocation",
                "end",
                "nameTextStyle",
                object("color", Paint.SOFT.light(), "align", "left", "padding", List.of(0, 0, 0, -44)),
                "splitNumber",
                4,
                "axisLabel",
                object("color", Paint.SOFT.light(), "fontSize", 12),
                "splitLine",
                object("lineStyle", object("color", Paint.GRID.light())));
    }

    /** Shares end at 100 %: no room is kept above what cannot be. */
    static Map<String, @Nullable Object> values(String unit, List<BigDecimal> drawn) {
        Map<String, @Nullable Object> values = values(unit);
        BigDecimal most = drawn.stream().max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
        if (unit.startsWith("%") && most.compareTo(NEAR) > 0 && most.compareTo(WHOLE) <= 0) {
            values.put("max", WHOLE);
            values.put("interval", 25);
        }
        return values;
    }

    static Map<String, @Nullable Object> legend(boolean show) {
        return object(
                "show",
                show,
                "left",
                0,
                "top",
                0,
                "itemGap",
                20,
                "itemWidth",
                14,
                "itemHeight",
                10,
                "textStyle",
                object("color", Paint.INK.light(), "fontSize", 12));
    }

    /** A hatch says that a period is not yet over, or that a bar is cut. */
    static Map<String, @Nullable Object> hatch() {
        return object(
                "symbol", "rect",
                "color", Paint.PAPER.light(),
                "dashArrayX", List.of(1, 0),
                "dashArrayY", List.of(2, 4),
                "rotation", -0.7854);
    }
}
