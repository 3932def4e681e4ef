package io.customerroom.web.paper;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Optional;

/**
 * A chart as paper draws it: the marks of its SVG in their order.
 *
 * @param width in the picture's own units
 * @param height in the picture's own units
 */
record Picture(double width, double height, List<Mark> marks) {

    Picture {
        marks = List.copyOf(marks);
        if (width <= 0 || height <= 0) {
            throw new IllegalArgumentException("a picture must have a size, but has %s × %s".formatted(width, height));
        }
    }

    /** One thing that is drawn. */
    sealed interface Mark {}

    /**
     * A form, filled or stroked or both.
     *
     * @param clip only what lies inside is drawn
     */
    record Form(Path2D outline, Optional<Fill> fill, Optional<Line> line, Optional<Path2D> clip) implements Mark {}

    /** What a form is filled with. */
    sealed interface Fill {}

    /** @param opacity 0 is clear, 1 is full */
    record Plain(Colour colour, float opacity) implements Fill {}

    /** A tile that repeats: the hatch of what is not over yet. */
    record Tiles(double width, double height, AffineTransform placed, List<Form> forms) implements Fill {}

    /** @param dashes lengths of strokes and gaps; empty is unbroken */
    record Line(Colour colour, float opacity, float width, List<Float> dashes, Cap cap) {}

    /** How a line ends. */
    enum Cap {
        BUTT,
        ROUND,
        SQUARE
    }

    /**
     * A text.
     *
     * @param placed where its own origin lies, and how it is turned
     * @param x of the anchor, in the text's own units
     * @param y of the middle of its letters, in the text's own units
     */
    record Words(String text, AffineTransform placed, double x, double y, Anchor anchor, Style style) implements Mark {}

    /** Which part of a text stands at its point. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** @param middle whether {@code y} is the middle of the letters, not their base line */
    record Style(float size, boolean bold, boolean middle, Colour colour) {}

    /** Parts of red, green and blue, each from 0 to 1. */
    record Colour(float red, float green, float blue) {

        static final Colour INK = of("#1b1f24");
        static final Colour SOFT = of("#565d66");
        static final Colour LINE = of("#dcdedf");
        static final Colour PAPER = of("#ffffff");
        static final Colour CONCERNING = of("#ad4a06");
        static final Colour IMPROVING = of("#0b6fb8");

        /** {@code #1b1f24} or {@code #fff}. */
        static Colour of(String written) {
            String digits = written.length() == 4
                    ? "%1$c%1$c%2$c%2$c%3$c%3$c".formatted(written.charAt(1), written.charAt(2), written.charAt(3))
                    : written.substring(1);
            int value = Integer.parseInt(digits, 16);
            return new Colour((value >> 16) / 255f, (value >> 8 & 0xff) / 255f, (value & 0xff) / 255f);
        }
    }

    /** Every text in it, in the order in which it is drawn. */
    List<String> words() {
        return marks.stream()
                .filter(Words.class::isInstance)
                .map(mark -> ((Words) mark).text())
                .toList();
    }
}
