package io.customerroom.web.paper;

import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.web.files.Piece;
import io.customerroom.web.paper.ExhibitBlock.Sizes;
import io.customerroom.web.paper.ExhibitBlock.Space;
import io.customerroom.web.paper.Picture.Colour;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** The walls in the hand, on A4: a cover with clocks and definitions, one exhibit per page, the promises, and the rules word for word. */
public final class BoardPack {

    private static final double SHORT = 595.28;
    private static final double LONG = 841.89;
    private static final double MARGIN = 48;
    private static final double FOOT = 26;

    private final List<HungWall> walls;
    private final PackText text;
    private final Paper paper;
    private final Letters letters;
    private final Map<Piece, Integer> pages = new LinkedHashMap<>();

    private BoardPack(List<HungWall> walls, PackText text, Paper paper) {
        this.walls = walls;
        this.text = text;
        this.paper = paper;
        this.letters = paper.letters();
    }

    /**
     * The PDF. The same walls and texts have the same bytes.
     *
     * @param walls at least one
     * @param fonts of the workspace, asked for letters that the program's own do not have
     */
    public static byte[] of(List<HungWall> walls, PackText text, List<Path> fonts) {
        HungWall first = walls.getFirst();
        Map<String, String> papers = new LinkedHashMap<>(text.cover());
        Paper.Title title = new Paper.Title(
                "%s: board pack, %s".formatted(first.company(), text.title()), first.headline(), first.made(), papers);
        try (Paper paper = new Paper(title, fonts)) {
            return new BoardPack(walls, text, paper).file();
        }
    }

    private byte[] file() {
        Sheet cover = paper.sheet(SHORT, LONG);
        paper.bookmark("Cover", cover);
        count();
        cover(cover);
        for (HungWall wall : walls) {
            hanging(wall).forEach(piece -> exhibit(wall, piece));
        }
        new CardSheets(
                        paper,
                        new CardSheets.Look(SHORT, LONG, MARGIN, LONG - MARGIN - FOOT, 2, 28, 10),
                        sheet -> MARGIN)
                .draw(walls.stream().flatMap(wall -> wall.cards().stream()).toList())
                .ifPresent(sheet -> paper.bookmark(CardSheets.TITLE, sheet));
        text.sections().forEach(this::section);
        papers();
        rules();
        for (Sheet sheet : paper.sheets().subList(1, paper.sheets().size())) {
            foot(sheet);
        }
        return paper.file();
    }

    /** Every exhibit has one page, so that its number is known before it is written. */
    private void count() {
        int page = 2;
        for (HungWall wall : walls) {
            for (Piece piece : hanging(wall)) {
                pages.put(piece, page++);
            }
        }
    }

    private static List<Piece> hanging(HungWall wall) {
        return wall.pieces();
    }

    private void cover(Sheet sheet) {
        HungWall first = walls.getFirst();
        double width = SHORT - 2 * MARGIN;
        sheet.tagged(
                "P",
                () -> sheet.text(letters.cut(first.company(), 14, false, width), MARGIN, 110, 14, false, Colour.SOFT));
        sheet.tagged("H1", () -> sheet.text("Board pack", MARGIN, 150, 34, true, Colour.INK));
        double[] y = {184};
        paragraph(sheet, "P", text.title(), 18, false, Colour.INK, y);
        y[0] += 12;
        for (HungWall wall : walls) {
            paragraph(sheet, "P", "Wall %d · %s".formatted(wall.number(), wall.headline()), 12, true, Colour.INK, y);
            y[0] += 3;
        }
        y[0] += 14;
        text.cover().forEach((name, value) -> pair(sheet, name, value, y));
        y[0] += 18;
        contents(sheet, y);
    }

    private void paragraph(
            Sheet sheet, String role, String words, double size, boolean bold, Colour colour, double[] y) {
        List<String> lines = letters.lines(words, size, bold, sheet.width() - 2 * MARGIN);
        double base = y[0] + size;
        sheet.tagged(role, () -> sheet.lines(lines, MARGIN, base, size, size * 1.3, bold, colour));
        y[0] += lines.size() * size * 1.3;
    }

    private void pair(Sheet sheet, String name, String value, double[] y) {
        List<String> lines = letters.lines(value, 10, false, sheet.width() - 2 * MARGIN - 120);
        double base = y[0] + 10;
        sheet.tagged("P", () -> {
            sheet.text(name, MARGIN, base, 10, false, Colour.SOFT);
            sheet.lines(lines, MARGIN + 120, base, 10, 13.5, false, Colour.INK);
        });
        y[0] += lines.size() * 13.5 + 2;
    }

    private void contents(Sheet sheet, double[] y) {
        int fits = (int) ((LONG - MARGIN - y[0] - 24) / 15);
        List<Piece> listed = pages.keySet().stream().limit(Math.max(0, fits)).toList();
        double top = y[0] + 12;
        sheet.tagged(
                "H2",
                () -> sheet.text(
                        listed.size() == pages.size()
                                ? "Contents"
                                : "Contents, %d of %d exhibits".formatted(listed.size(), pages.size()),
                        MARGIN,
                        top,
                        12,
                        true,
                        Colour.INK));
        double at = top + 18;
        for (Piece piece : listed) {
            double base = at;
            sheet.tagged("P", () -> {
                sheet.text(
                        letters.cut(
                                "Wall %d · %s: %s".formatted(piece.wall(), piece.name(), piece.finding()),
                                9.5,
                                false,
                                SHORT - 2 * MARGIN - 30),
                        MARGIN,
                        base,
                        9.5,
                        false,
                        Colour.INK);
                sheet.textRight(String.valueOf(pages.get(piece)), SHORT - MARGIN, base, 9.5, false, Colour.SOFT);
            });
            at += 15;
        }
    }

    private void exhibit(HungWall wall, Piece piece) {
        boolean lying = PaperTable.natural(letters, piece.table(), Sizes.PAGE.cell(), ExhibitBlock.ROWS)
                > (SHORT - 2 * MARGIN) * 1.35;
        Sheet sheet = lying ? paper.sheet(LONG, SHORT) : paper.sheet(SHORT, LONG);
        paper.bookmark("Wall %d · %s".formatted(piece.wall(), piece.name()), sheet);
        double width = sheet.width() - 2 * MARGIN;
        String kicker = "Wall %d: %s · %s · %s%s"
                .formatted(
                        wall.number(),
                        wall.name(),
                        piece.name(),
                        wall.period(),
                        wall.filter().isEmpty() ? "" : " · " + wall.filter());
        sheet.tagged(
                "P", () -> sheet.text(letters.cut(kicker, 10, false, width), MARGIN, MARGIN, 10, false, Colour.SOFT));
        double top = tiles(sheet, piece, MARGIN + 12);
        ExhibitBlock.draw(
                sheet,
                piece,
                Sizes.PAGE,
                new Space(MARGIN, top, width, sheet.height() - MARGIN - FOOT - top, lying ? 0.5 : 0.42));
    }

    private double tiles(Sheet sheet, Piece piece, double top) {
        if (piece.tiles().isEmpty()) {
            return top;
        }
        double width = (sheet.width() - 2 * MARGIN) / piece.tiles().size();
        double bottom = top;
        for (int i = 0; i < piece.tiles().size(); i++) {
            Piece.Tile tile = piece.tiles().get(i);
            double x = MARGIN + i * width;
            List<String> small = new ArrayList<>(tile.parts().isEmpty() ? List.of() : List.of(tile.parts()));
            small.addAll(tile.beside());
            List<String> lines = small.stream()
                    .flatMap(line -> letters.lines(line, 8, false, width - 10).stream())
                    .toList();
            double figure = letters.sizeFor(tile.shown(), 26, 10, true, width - 10);
            sheet.tagged("P", () -> {
                sheet.text(letters.cut(tile.label(), 10, false, width - 10), x, top + 12, 10, false, Colour.SOFT);
                sheet.text(letters.cut(tile.shown(), figure, true, width - 10), x, top + 40, figure, true, Colour.INK);
                sheet.lines(lines, x, top + 54, 8, 10.5, false, Colour.SOFT);
            });
            bottom = Math.max(bottom, top + 54 + lines.size() * 10.5);
        }
        return bottom + 6;
    }

    /** A table over as many pages as it needs: a promise is not left out for want of room. */
    private void section(PackText.Section section) {
        Table rest = section.table();
        boolean first = true;
        do {
            Sheet sheet = paper.sheet(LONG, SHORT);
            double[] y = {MARGIN - 4};
            paragraph(
                    sheet,
                    "H2",
                    first ? section.title() : section.title() + ", continued",
                    Sizes.PAGE.title(),
                    true,
                    Colour.INK,
                    y);
            if (first) {
                paper.bookmark(section.title(), sheet);
                paragraph(sheet, "P", section.sentence(), 11, false, Colour.INK, y);
            }
            y[0] += 10;
            rest = drawn(sheet, rest, y[0]);
            first = false;
        } while (!rest.rows().isEmpty());
    }

    /** Answers what is left of it. */
    private Table drawn(Sheet sheet, Table table, double y) {
        if (table.rows().isEmpty()) {
            return table;
        }
        PaperTable part = new PaperTable(
                letters,
                table,
                new PaperTable.Space(
                        sheet.width() - 2 * MARGIN, sheet.height() - MARGIN - FOOT - y, 9.5, 7, Integer.MAX_VALUE));
        part.draw(sheet, MARGIN, y);
        return new Table(
                table.caption(),
                table.columns(),
                table.rows().subList(Math.max(1, part.rows()), table.rows().size()));
    }

    /** Where every number comes from, in full. */
    private void papers() {
        List<Row> rows = pages.entrySet().stream()
                .map(entry -> {
                    Piece piece = entry.getKey();
                    return Row.of(
                            piece.name(),
                            String.valueOf(entry.getValue()),
                            piece.papers().metric(),
                            piece.papers().definitions().replace(",", ", "),
                            piece.papers().question(),
                            piece.papers().evidence());
                })
                .toList();
        section(new PackText.Section(
                "Where the numbers come from",
                "Each exhibit with its metric, the definitions in force, the fingerprint of its question and the hash of its figures.",
                new Table(
                        "",
                        List.of(
                                Column.key("exhibit", "Exhibit"),
                                Column.count("page", "Page"),
                                Column.text("metric", "Metric"),
                                Column.text("definitions", "Definitions"),
                                Column.text("question", "Question"),
                                Column.text("evidence", "Evidence (SHA-256)")),
                        rows)));
    }

    private void rules() {
        if (text.appendix().isEmpty()) {
            return;
        }
        Sheet sheet = paper.sheet(SHORT, LONG);
        paper.bookmark("Definitions in force", sheet);
        double[] y = {MARGIN - 4};
        paragraph(sheet, "H2", "Definitions in force", Sizes.PAGE.title(), true, Colour.INK, y);
        for (PackText.Rule rule : text.appendix()) {
            List<String> lines = rule.text().lines().toList();
            if (y[0] + 40 + lines.size() * 14 > LONG - MARGIN - FOOT && y[0] > 100) {
                sheet = paper.sheet(SHORT, LONG);
                y[0] = MARGIN;
            }
            y[0] += 12;
            paragraph(sheet, "H3", rule.title(), 12, true, Colour.INK, y);
            for (String line : lines) {
                paragraph(sheet, "P", line, 10, false, Colour.INK, y);
            }
        }
    }

    private void foot(Sheet sheet) {
        HungWall first = walls.getFirst();
        String frozen = first.frozen()
                .map(it -> " · evidence " + ExhibitBlock.brief(it.evidence()))
                .orElse("");
        SortedSet<String> missing = letters.missing();
        String lacking = missing.isEmpty()
                ? ""
                : " · no letter in the fonts for "
                        + String.join(", ", missing.stream().limit(6).toList());
        String line = "%s · %s · through %s · known %s%s%s"
                .formatted(
                        first.company(),
                        text.title(),
                        first.clocks().through(),
                        ExhibitBlock.minute(first.clocks().known()),
                        frozen,
                        lacking);
        String number = "%d of %d".formatted(sheet.number() + 1, paper.sheets().size());
        double y = sheet.height() - MARGIN + 10;
        sheet.ornament(() -> {
            sheet.rule(MARGIN, y - 14, sheet.width() - MARGIN, 0.5, Colour.LINE);
            sheet.text(letters.cut(line, 8, false, sheet.width() - 2 * MARGIN - 60), MARGIN, y, 8, false, Colour.SOFT);
            sheet.textRight(number, sheet.width() - MARGIN, y, 8, false, Colour.SOFT);
        });
    }
}
