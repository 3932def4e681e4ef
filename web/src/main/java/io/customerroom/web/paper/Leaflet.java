package io.customerroom.web.paper;

import io.customerroom.web.paper.Picture.Colour;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Sheets for the hand, on A4: blocks of words one after the other, with lines to write on. A block that fits on a sheet is not broken. */
public final class Leaflet {

    private static final double SHORT = 595.28;
    private static final double LONG = 841.89;
    private static final double MARGIN = 48;
    private static final double FOOT = 26;
    private static final double SIZE = 10;
    private static final double LEADING = 13.5;
    private static final double INDENT = 84;
    private static final double WRITING = 24;

    /**
     * @param title a heading
     * @param warning stands out under it; may be empty
     * @param pairs what is known, by its name, in their order; a value may have several lines
     * @param questions are numbered
     * @param blanks what is to be written down, a line for each
     */
    public record Block(
            String title, String warning, Map<String, String> pairs, List<String> questions, List<String> blanks) {}

    private final Paper paper;
    private final Letters letters;
    private final String foot;
    private Sheet sheet;
    private double y = MARGIN;

    private Leaflet(Paper paper, String foot) {
        this.paper = paper;
        this.letters = paper.letters();
        this.foot = foot;
        this.sheet = paper.sheet(SHORT, LONG);
    }

    /**
     * The PDF. The same words have the same bytes.
     *
     * @param lead a sentence under the title
     * @param made when what is printed was known
     * @param fonts of the workspace, asked for letters that the program's own do not have
     */
    public static byte[] of(String title, String lead, Instant made, List<Block> blocks, List<Path> fonts) {
        try (Paper paper = new Paper(new Paper.Title(title, lead, made, Map.of()), fonts)) {
            Leaflet leaflet = new Leaflet(paper, title);
            leaflet.words("H1", title, 20, true, Colour.INK, MARGIN);
            leaflet.y += 4;
            leaflet.words("P", lead, 11, false, Colour.SOFT, MARGIN);
            blocks.forEach(leaflet::block);
            paper.sheets().forEach(leaflet::foot);
            return paper.file();
        }
    }

    private void block(Block block) {
        y += 14;
        if (y + height(block) > LONG - MARGIN - FOOT) {
            turn();
        }
        paper.bookmark(block.title(), sheet);
        double line = y;
        Sheet here = sheet;
        here.ornament(() -> here.rule(MARGIN, line, SHORT - MARGIN, 0.6, Colour.LINE));
        y += 8;
        words("H2", block.title(), 13, true, Colour.INK, MARGIN);
        if (!block.warning().isEmpty()) {
            words("P", block.warning(), SIZE, true, Colour.INK, MARGIN);
        }
        block.pairs().forEach((name, value) -> {
            room();
            double at = y;
            sheet.tagged("P", () -> sheet.text(name, MARGIN, at + SIZE, SIZE, false, Colour.SOFT));
            value.lines().forEach(text -> words("P", text, SIZE, false, Colour.INK, MARGIN + INDENT));
        });
        y += 4;
        for (int i = 0; i < block.questions().size(); i++) {
            words("P", "%d. %s".formatted(i + 1, block.questions().get(i)), SIZE, false, Colour.INK, MARGIN);
        }
        y += 4;
        block.blanks().forEach(this::blank);
    }

    private double height(Block block) {
        double width = SHORT - 2 * MARGIN;
        double lines = 1 + (block.warning().isEmpty() ? 0 : 1);
        for (String value : block.pairs().values()) {
            lines += value.lines()
                    .mapToInt(text ->
                            letters.lines(text, SIZE, false, width - INDENT).size())
                    .sum();
        }
        for (String question : block.questions()) {
            lines += letters.lines("1. " + question, SIZE, false, width).size();
        }
        return 30 + lines * LEADING + block.blanks().size() * WRITING;
    }

    private void words(String role, String text, double size, boolean bold, Colour colour, double x) {
        for (String line : letters.lines(text, size, bold, SHORT - MARGIN - x)) {
            room();
            double at = y + size;
            sheet.tagged(role, () -> sheet.text(line, x, at, size, bold, colour));
            y += Math.max(LEADING, size * 1.3);
        }
    }

    private void blank(String what) {
        room();
        y += WRITING;
        double at = y;
        sheet.tagged("P", () -> sheet.text(what, MARGIN, at, SIZE, false, Colour.SOFT));
        Sheet here = sheet;
        here.ornament(() -> here.rule(MARGIN + INDENT, at + 2, SHORT - MARGIN, 0.6, Colour.SOFT));
    }

    private void room() {
        if (y + WRITING > LONG - MARGIN - FOOT) {
            turn();
        }
    }

    private void turn() {
        sheet = paper.sheet(SHORT, LONG);
        y = MARGIN;
    }

    private void foot(Sheet of) {
        double base = LONG - MARGIN + 6;
        of.ornament(() -> {
            of.text(foot, MARGIN, base, 8, false, Colour.SOFT);
            of.textRight(
                    "%d of %d".formatted(of.number() + 1, paper.sheets().size()),
                    SHORT - MARGIN,
                    base,
                    8,
                    false,
                    Colour.SOFT);
        });
    }
}
