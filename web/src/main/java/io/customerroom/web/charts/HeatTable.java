package io.customerroom.web.charts;

import io.customerroom.walls.exhibit.Chart.Heat;
import io.customerroom.walls.exhibit.Chart.Shade;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A table of shaded cells, written as SVG directly: the chart library's small edition has none. The number stands in every cell, so
 * that nobody has to compare shades; a cell that is not complete is hatched.
 */
final class HeatTable {

    private static final int LEFT = 116;
    private static final int MOST_LEFT = 232;
    /** Where few columns leave room for long names. */
    private static final int MOST_LEFT_OF_FEW = 300;

    private static final int TOP = 44;
    private static final int ROW = 24;
    private static final int NARROWEST = 42;
    private static final int WIDEST = 84;
    private static final int MOST_WIDE = 112;
    /** About the width of a letter, in the size that is drawn. */
    private static final int LETTER = 7;
    /** More columns than these are a course in time: when their names do not fit, some are left out. */
    private static final int COURSE = 8;

    private static final double PALEST = 0.06;
    private static final double STRONGEST = 0.42;

    private final StringBuilder svg = new StringBuilder();
    private final Heat heat;
    private final int left;
    private final int cell;
    private final BigDecimal largest;

    private HeatTable(Heat heat) {
        this.heat = heat;
        int columns = Math.max(1, heat.columns().size());
        int mostLeft = MOST_LEFT_OF_FEW + columns * WIDEST <= Option.WIDTH ? MOST_LEFT_OF_FEW : MOST_LEFT;
        this.left = Math.clamp(width(heat.rows()), LEFT, mostLeft);
        int fitting = Math.clamp((Option.WIDTH - left) / columns, NARROWEST, WIDEST);
        this.cell = columns > COURSE ? fitting : Math.clamp(width(heat.columns()), fitting, MOST_WIDE);
        this.largest = heat.cells().stream()
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .map(shade -> shade.value().abs())
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
    }

    private static int width(List<String> names) {
        return LETTER * names.stream().mapToInt(String::length).max().orElse(0) + LETTER;
    }

    /** So that it fits into so many pixels. */
    private static String cut(String name, int room) {
        int letters = room / LETTER;
        return name.length() <= letters
                ? name
                : name.substring(0, Math.max(1, letters - 1)).stripTrailing() + "…";
    }

    /** Of the columns every so many have their name above them, the last one among them. */
    private int every() {
        return heat.columns().size() > COURSE ? Math.ceilDiv(width(heat.columns()), cell) : 1;
    }

    static String of(Heat heat) {
        return new HeatTable(heat).svg();
    }

    private String svg() {
        int width = Math.max(Option.WIDTH, left + cell * heat.columns().size());
        int height = TOP + ROW * heat.rows().size() + 4;
        svg.append("<svg width=\"%d\" height=\"%d\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\">\n"
                .formatted(width, height, width, height));
        svg.append("<defs><pattern id=\"%s-hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
                        .formatted(Svg.PREFIX)
                + "patternTransform=\"rotate(45)\"><line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\" stroke=\"%s\" stroke-width=\"1.5\"></line>"
                        .formatted(Paint.ORDINARY.light())
                + "</pattern></defs>\n");
        text(0, 12, "start", Paint.SOFT, "%s, by %s".formatted(heat.unit(), heat.across()));
        text(0, TOP - 10, "start", Paint.SOFT, heat.down());
        int every = every();
        for (int column = (heat.columns().size() - 1) % every;
                column < heat.columns().size();
                column += every) {
            text(
                    left + cell * column + cell / 2,
                    TOP - 10,
                    "middle",
                    Paint.SOFT,
                    cut(heat.columns().get(column), Math.max(every * cell, 6 * LETTER)));
        }
        for (int row = 0; row < heat.rows().size(); row++) {
            text(0, TOP + ROW * row + 16, "start", Paint.INK, cut(heat.rows().get(row), left));
            for (int column = 0; column < heat.columns().size(); column++) {
                shade(row, column);
            }
        }
        return svg.append("</svg>").toString();
    }

    private void shade(int row, int column) {
        @Nullable Shade shade = heat.cells().get(row).get(column);
        if (shade == null) {
            return;
        }
        int x = left + cell * column;
        int y = TOP + ROW * row;
        Paint paint = shade.value().signum() < 0 ? Paint.CONCERNING : Paint.FIRST;
        rect(x, y, "fill=\"%s\" fill-opacity=\"%s\"".formatted(paint.light(), opacity(shade.value())));
        if (shade.unfinished()) {
            rect(x, y, "fill=\"url(#%s-hatch)\"".formatted(Svg.PREFIX));
        }
        text(x + cell / 2, y + 16, "middle", Paint.INK, shade.shown());
    }

    private String opacity(BigDecimal value) {
        double share = largest.signum() == 0
                ? 0
                : value.abs().divide(largest, MathContext.DECIMAL32).doubleValue();
        return String.format(Locale.ROOT, "%.3f", PALEST + share * (STRONGEST - PALEST));
    }

    private void rect(int x, int y, String fill) {
        svg.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" %s></rect>\n"
                .formatted(x + 1, y + 1, cell - 2, ROW - 2, fill));
    }

    private void text(int x, int y, String anchor, Paint paint, String words) {
        svg.append(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" font-size=\"12\" font-family=\"%s\" fill=\"%s\">%s</text>\n"
                        .formatted(x, y, anchor, Option.FONT, paint.light(), Svg.escaped(words)));
    }
}
