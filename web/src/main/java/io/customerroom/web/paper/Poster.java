package io.customerroom.web.paper;

import io.customerroom.web.files.Piece;
import io.customerroom.web.paper.ExhibitBlock.Sizes;
import io.customerroom.web.paper.ExhibitBlock.Space;
import io.customerroom.web.paper.Picture.Colour;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * A wall on A3, to be hung up and read from two metres: the headline and the opening figures, then the exhibits, two beside each other
 * on as many sheets as they need.
 */
public final class Poster {

    static final double WIDTH = 1190.55;
    static final double HEIGHT = 841.89;

    private static final double MARGIN = 42;
    private static final double GUTTER = 40;
    private static final double FOOT = 26;
    /** Less than this is no room for a picture that is read from two metres. */
    private static final double LEAST = 320;

    private final HungWall wall;
    private final Paper paper;
    private final double inner = WIDTH - 2 * MARGIN;

    private Poster(HungWall wall, Paper paper) {
        this.wall = wall;
        this.paper = paper;
    }

    /**
     * The PDF. The same wall has the same bytes.
     *
     * @param fonts of the workspace, asked for letters that the program's own do not have
     */
    public static byte[] of(HungWall wall, List<Path> fonts) {
        Map<String, String> papers = new LinkedHashMap<>();
        papers.put("Definitions", wall.definitions());
        papers.put("Through", wall.clocks().through().toString());
        papers.put("Known", wall.clocks().known().toString());
        wall.frozen().ifPresent(frozen -> papers.put("Evidence", frozen.evidence()));
        Paper.Title title = new Paper.Title(
                "%s: wall %d, %s, %s".formatted(wall.company(), wall.number(), wall.name(), wall.period()),
                wall.headline(),
                wall.made(),
                papers);
        try (Paper paper = new Paper(title, fonts)) {
            return new Poster(wall, paper).file();
        }
    }

    private byte[] file() {
        List<Piece> waiting =
                new ArrayList<>(wall.pieces().stream().filter(this::hangs).toList());
        Sheet first = paper.sheet(WIDTH, HEIGHT);
        double y = head(first, waiting);
        if (HEIGHT - MARGIN - FOOT - y >= LEAST && !waiting.isEmpty() && !wantsItsOwn(waiting.getFirst(), y)) {
            row(first, y, waiting);
        }
        while (!waiting.isEmpty()) {
            Sheet next = paper.sheet(WIDTH, HEIGHT);
            row(next, small(next), waiting);
        }
        new CardSheets(
                        paper,
                        new CardSheets.Look(WIDTH, HEIGHT, MARGIN, HEIGHT - MARGIN - FOOT, 3, GUTTER, 18),
                        this::small)
                .draw(wall.cards());
        for (Sheet sheet : paper.sheets()) {
            foot(sheet);
        }
        return paper.file();
    }

    /** A table that lists the opening figures alone would say again what stands at the top already. */
    private boolean hangs(Piece piece) {
        Set<String> tiles = piece.tiles().stream().map(Piece.Tile::label).collect(Collectors.toSet());
        return tiles.isEmpty()
                || piece.svg().isPresent()
                || !piece.table().rows().stream()
                        .allMatch(row ->
                                tiles.contains(String.valueOf(row.values().getFirst())));
    }

    /** A table alone, all of whose rows a sheet of its own would hold, and this one does not. */
    private boolean wantsItsOwn(Piece piece, double y) {
        int rows = Math.min(ExhibitBlock.ROWS, piece.table().rows().size());
        double height = HEIGHT - MARGIN - FOOT - y - 110;
        return piece.svg().isEmpty()
                && wide(piece, (inner - GUTTER) / 2)
                && new PaperTable(
                                        paper.letters(),
                                        piece.table(),
                                        new PaperTable.Space(
                                                inner,
                                                height,
                                                Sizes.POSTER.cell(),
                                                Sizes.POSTER.smallest(),
                                                ExhibitBlock.ROWS))
                                .rows()
                        < rows;
    }

    /** Where the first exhibit wants a sheet of its own, the figures take the room it leaves. */
    private double head(Sheet sheet, List<Piece> waiting) {
        String kicker = "%s · Wall %d: %s · %s%s"
                .formatted(
                        wall.company(),
                        wall.number(),
                        wall.name(),
                        wall.period(),
                        wall.filter().isEmpty() ? "" : " · " + wall.filter());
        sheet.tagged(
                "P",
                () -> sheet.text(
                        paper.letters().cut(kicker, 17, false, inner), MARGIN, MARGIN + 17, 17, false, Colour.SOFT));
        double size = 40;
        List<String> lines = paper.letters().lines(wall.headline(), size, true, inner);
        while (lines.size() > 2 && size > 26) {
            size -= 2;
            lines = paper.letters().lines(wall.headline(), size, true, inner);
        }
        double y = MARGIN + 17 + 14;
        double written = size;
        List<String> headline = lines;
        sheet.tagged("H1", () -> sheet.lines(headline, MARGIN, y + written, written, written * 1.18, true, Colour.INK));
        double under = y + lines.size() * size * 1.18 + 10;
        for (String notice : wall.notices()) {
            double at = under + 16;
            sheet.tagged(
                    "P",
                    () -> sheet.text(
                            paper.letters().cut(notice, 16, false, inner), MARGIN, at, 16, false, Colour.CONCERNING));
            under += 22;
        }
        boolean alone = waiting.isEmpty() || wantsItsOwn(waiting.getFirst(), under + 220);
        return tiles(sheet, under + 4, alone ? 1.5 : 1);
    }

    private double tiles(Sheet sheet, double top, double scale) {
        List<Piece.Tile> tiles = wall.tiles().stream().limit(6).toList();
        if (tiles.isEmpty()) {
            return top + 8;
        }
        double width = (inner - GUTTER / 2 * (tiles.size() - 1)) / tiles.size();
        sheet.ornament(() -> sheet.rule(MARGIN, top, WIDTH - MARGIN, 1, Colour.LINE));
        double bottom = top;
        for (int i = 0; i < tiles.size(); i++) {
            bottom = Math.max(
                    bottom,
                    tile(sheet, tiles.get(i), MARGIN + i * (width + GUTTER / 2), top + 8 * scale, width, scale));
        }
        double end = bottom + 6;
        sheet.ornament(() -> sheet.rule(MARGIN, end, WIDTH - MARGIN, 1, Colour.LINE));
        return end + 16;
    }

    private double tile(Sheet sheet, Piece.Tile tile, double x, double top, double width, double scale) {
        double label = paper.letters().sizeFor(tile.label(), 18 * scale, 11, false, width);
        double figure = paper.letters().sizeFor(tile.shown(), 58 * scale, 14, true, width);
        sheet.tagged("P", () -> {
            sheet.text(
                    paper.letters().cut(tile.label(), label, false, width),
                    x,
                    top + 18 * scale,
                    label,
                    false,
                    Colour.SOFT);
            sheet.text(
                    paper.letters().cut(tile.shown(), figure, true, width),
                    x,
                    top + 75 * scale,
                    figure,
                    true,
                    Colour.INK);
        });
        double size = 14 * Math.sqrt(scale);
        List<String> small = new ArrayList<>();
        if (!tile.parts().isEmpty()) {
            small.addAll(paper.letters().lines(tile.parts(), size, false, width));
        }
        tile.beside().forEach(line -> small.addAll(paper.letters().lines(line, size, false, width)));
        List<String> shown = small.stream().limit(6).toList();
        double under = top + 84 * scale;
        sheet.tagged("P", () -> sheet.lines(shown, x, under + size, size, size * 1.28, false, Colour.SOFT));
        return under + shown.size() * size * 1.28;
    }

    private double small(Sheet sheet) {
        String kicker = "%s · Wall %d: %s · %s".formatted(wall.company(), wall.number(), wall.name(), wall.period());
        sheet.ornament(() -> {
            sheet.text(paper.letters().cut(kicker, 17, false, inner), MARGIN, MARGIN + 17, 17, false, Colour.SOFT);
            sheet.rule(MARGIN, MARGIN + 28, WIDTH - MARGIN, 1, Colour.LINE);
        });
        return MARGIN + 44;
    }

    /** One wide exhibit, or two beside each other. */
    private void row(Sheet sheet, double y, List<Piece> waiting) {
        double height = HEIGHT - MARGIN - FOOT - y;
        double half = (inner - GUTTER) / 2;
        Piece left = waiting.removeFirst();
        double share = height > 500 ? 0.5 : 0.62;
        if (wide(left, half) || waiting.isEmpty()) {
            ExhibitBlock.draw(sheet, left, Sizes.POSTER, new Space(MARGIN, y, inner, height, share));
            return;
        }
        Piece right =
                waiting.stream().filter(piece -> !wide(piece, half)).findFirst().orElse(waiting.getFirst());
        if (wide(right, half)) {
            ExhibitBlock.draw(sheet, left, Sizes.POSTER, new Space(MARGIN, y, inner, height, share));
            return;
        }
        waiting.remove(right);
        ExhibitBlock.draw(sheet, left, Sizes.POSTER, new Space(MARGIN, y, half, height, share));
        ExhibitBlock.draw(sheet, right, Sizes.POSTER, new Space(MARGIN + half + GUTTER, y, half, height, share));
    }

    private boolean wide(Piece piece, double half) {
        return piece.table().columns().size() > 7
                || (piece.svg().isEmpty()
                        && PaperTable.natural(paper.letters(), piece.table(), Sizes.POSTER.cell(), ExhibitBlock.ROWS)
                                > half * 1.2);
    }

    private void foot(Sheet sheet) {
        String clocks = "Through %s · known %s"
                .formatted(
                        wall.clocks().through(),
                        ExhibitBlock.minute(wall.clocks().known()));
        String frozen = wall.frozen()
                .map(it -> " · frozen in “%s” of %s · evidence %s"
                        .formatted(it.title(), it.day(), ExhibitBlock.brief(it.evidence())))
                .orElse("");
        SortedSet<String> missing = paper.letters().missing();
        String letters = missing.isEmpty()
                ? ""
                : " · no letter in the fonts for "
                        + String.join(", ", missing.stream().limit(6).toList());
        String number =
                "Sheet %d of %d".formatted(sheet.number() + 1, paper.sheets().size());
        double y = HEIGHT - MARGIN + 8;
        double room = inner - paper.letters().width(number, 12, false) - 20;
        sheet.ornament(() -> {
            sheet.rule(MARGIN, y - 18, WIDTH - MARGIN, 0.75, Colour.LINE);
            sheet.text(
                    paper.letters().cut(clocks + frozen + letters, 12, false, room), MARGIN, y, 12, false, Colour.SOFT);
            sheet.textRight(number, WIDTH - MARGIN, y, 12, false, Colour.SOFT);
        });
    }
}
