package io.customerroom.web.paper;

import io.customerroom.web.files.Piece;
import io.customerroom.web.paper.Picture.Colour;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** An exhibit in a rectangle: finding, measure, picture, caption, table, and where the numbers come from. */
final class ExhibitBlock {

    /** Rows of a table on paper; a longer one says how many it has. */
    static final int ROWS = 20;

    private static final int FEWEST_ROWS = 3;

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT);

    /**
     * Sizes of letters for the distance from which it is read.
     *
     * @param title of the finding
     * @param text of measure, caption and warnings
     * @param cell of the table
     * @param smallest of the table
     * @param chart of the picture's labels
     * @param source of the papers
     */
    record Sizes(double title, double text, double cell, double smallest, double chart, double source) {

        /** Read from two metres. */
        static final Sizes POSTER = new Sizes(24, 15, 14, 10.5, 15, 9);

        /** Read in the hand. */
        static final Sizes PAGE = new Sizes(17, 10, 9.5, 7, 10, 7);
    }

    /** @param picture the greatest part of the height that the picture may take */
    record Space(double x, double y, double width, double height, double picture) {}

    private final Sheet sheet;
    private final Letters letters;
    private final Piece piece;
    private final Sizes sizes;
    private final Space space;
    private double y;

    private ExhibitBlock(Sheet sheet, Piece piece, Sizes sizes, Space space) {
        this.sheet = sheet;
        this.letters = sheet.paper().letters();
        this.piece = piece;
        this.sizes = sizes;
        this.space = space;
        this.y = space.y();
    }

    /** Answers where the block ends. */
    static double draw(Sheet sheet, Piece piece, Sizes sizes, Space space) {
        return new ExhibitBlock(sheet, piece, sizes, space).draw();
    }

    private double draw() {
        double bottom = space.y() + space.height() - sizes.source() * 1.6;
        paragraph("H2", piece.finding(), sizes.title(), true, Colour.INK, 3);
        paragraph("P", piece.measure(), sizes.text(), false, Colour.SOFT, 2);
        piece.warnings().forEach(warning -> paragraph("P", warning, sizes.text(), false, Colour.CONCERNING, 2));
        y += sizes.text() * 0.4;
        piece.svg().map(PictureReader::read).ifPresent(this::picture);
        paragraph("Caption", piece.caption(), sizes.text(), false, Colour.INK, 3);
        if (!piece.table().columns().isEmpty()) {
            table(bottom);
        }
        source(space.y() + space.height());
        return y;
    }

    private void paragraph(String role, String text, double size, boolean bold, Colour colour, int most) {
        if (text.isEmpty()) {
            return;
        }
        List<String> lines = letters.lines(text, size, bold, space.width());
        boolean cut = lines.size() > most;
        List<String> shown = lines.subList(0, Math.min(most, lines.size()));
        double leading = size * 1.25;
        sheet.tagged(role, () -> {
            for (int i = 0; i < shown.size(); i++) {
                String line = cut && i == most - 1
                        ? letters.cut(String.join(" ", lines.subList(i, lines.size())), size, bold, space.width())
                        : shown.get(i);
                sheet.text(line, space.x(), y + size + i * leading, size, bold, colour);
            }
        });
        y += shown.size() * leading + size * 0.25;
    }

    private void picture(Picture picture) {
        double shared = Math.min(space.width() / picture.width(), space.height() * space.picture() / picture.height());
        double rest =
                space.y() + space.height() - y - sizes.text() * (piece.caption().isEmpty() ? 4 : 7);
        boolean tableFits = rest - shared * picture.height() > sizes.cell() * (4.25 + 1.75 * FEWEST_ROWS);
        double scale = tableFits
                ? shared
                : Math.max(shared, Math.min(space.width() / picture.width(), rest / picture.height()));
        double shown = Math.min(scale, 2);
        double top = y;
        sheet.tagged(
                "Figure",
                PictureFile.description(piece),
                () -> Drawing.draw(picture, sheet, space.x(), top, shown, sizes.chart()));
        y += picture.height() * shown + sizes.text() * 0.6;
    }

    private void table(double bottom) {
        double label = sizes.text() * 1.5;
        PaperTable table = new PaperTable(
                letters,
                piece.table(),
                new PaperTable.Space(space.width(), bottom - y - label, sizes.cell(), sizes.smallest(), ROWS));
        int all = piece.table().rows().size();
        if (table.rows() < Math.min(FEWEST_ROWS, all)) {
            if (piece.svg().isPresent()) {
                paragraph(
                        "P",
                        "The table has %d rows; none are shown here.".formatted(all),
                        sizes.text(),
                        false,
                        Colour.SOFT,
                        1);
            }
            return;
        }
        String caption = piece.table().caption();
        paragraph(
                "Caption",
                (caption.isEmpty() ? "Rows shown: " : caption + ": ") + table.shown(),
                sizes.text(),
                false,
                Colour.SOFT,
                1);
        table.draw(sheet, space.x(), y);
        y += table.height();
    }

    private void source(double bottom) {
        String papers = "Metric %s · %s · evidence %s"
                .formatted(
                        piece.papers().metric(),
                        piece.papers().definitions().replace(",", ", "),
                        brief(piece.papers().evidence()));
        sheet.tagged(
                "P",
                () -> sheet.text(
                        letters.cut(papers, sizes.source(), false, space.width()),
                        space.x(),
                        bottom,
                        sizes.source(),
                        false,
                        Colour.SOFT));
    }

    /** To the minute, as people read it: {@code 2026-11-22 03:58 UTC}. */
    static String minute(Instant moment) {
        return MINUTE.format(moment.atZone(ZoneOffset.UTC));
    }

    /** The first sixteen signs of a hash; the whole stands on the last page or in the properties of the file. */
    static String brief(String hash) {
        return hash.length() <= 16 ? hash : hash.substring(0, 16);
    }
}
