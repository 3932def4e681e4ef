package io.customerroom.web.paper;

import io.customerroom.web.paper.Picture.Colour;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** What customers said and sent, in columns, on as many sheets as it needs. */
final class CardSheets {

    static final String TITLE = "What customers said and sent";

    /**
     * @param margin around the columns
     * @param bottom where they end
     * @param size of the letters
     */
    record Look(double width, double height, double margin, double bottom, int columns, double gutter, double size) {

        double column() {
            return (width - 2 * margin - gutter * (columns - 1)) / columns;
        }

        double heading() {
            return size * 1.7;
        }

        double leading() {
            return size * 1.25;
        }
    }

    private final Paper paper;
    private final Letters letters;
    private final Look look;
    /** Draws what stands above the title of a sheet; answers where the title may begin. */
    private final Function<Sheet, Double> head;

    CardSheets(Paper paper, Look look, Function<Sheet, Double> head) {
        this.paper = paper;
        this.letters = paper.letters();
        this.look = look;
        this.head = head;
    }

    /** Draws the cards row by row; answers the first sheet, none without cards. */
    Optional<Sheet> draw(List<PaperCard> cards) {
        if (cards.isEmpty()) {
            return Optional.empty();
        }
        Sheet first = paper.sheet(look.width(), look.height());
        Sheet sheet = first;
        double top = begun(sheet);
        double y = top;
        for (int row = 0; row < cards.size(); row += look.columns()) {
            List<PaperCard> beside = cards.subList(row, Math.min(cards.size(), row + look.columns()));
            double height = beside.stream().mapToDouble(this::height).max().orElse(0);
            if (y + height > look.bottom() && y > top) {
                sheet = paper.sheet(look.width(), look.height());
                top = begun(sheet);
                y = top;
            }
            for (int i = 0; i < beside.size(); i++) {
                card(sheet, beside.get(i), look.margin() + i * (look.column() + look.gutter()), y);
            }
            y += height + look.size() * 1.8;
        }
        return Optional.of(first);
    }

    private double begun(Sheet sheet) {
        double y = head.apply(sheet) + look.heading();
        sheet.tagged("H2", () -> sheet.text(TITLE, look.margin(), y, look.heading(), true, Colour.INK));
        return y + look.heading();
    }

    private double height(PaperCard card) {
        return look.leading()
                        * (lines(card.about(), true).size()
                                + lines(card.title(), true).size()
                                + text(card).size()
                                + lines(card.source(), false).size())
                + (card.picture().isPresent() ? pictureHeight() + look.size() : 0);
    }

    private double pictureHeight() {
        return look.column() * 2 / 3;
    }

    private void card(Sheet sheet, PaperCard card, double x, double y) {
        double at = paragraph(sheet, lines(card.about(), true), false, Colour.SOFT, x, y);
        if (card.picture().isPresent()) {
            picture(sheet, card, card.picture().get(), x, at + look.size() * 0.4);
            at += pictureHeight() + look.size();
        }
        at = paragraph(sheet, lines(card.title(), true), true, Colour.INK, x, at);
        at = paragraph(sheet, text(card), false, Colour.INK, x, at);
        paragraph(sheet, lines(card.source(), false), false, Colour.SOFT, x, at);
    }

    private List<String> text(PaperCard card) {
        return lines(card.quote() && !card.text().isEmpty() ? "“" + card.text() + "”" : card.text(), false);
    }

    private List<String> lines(String text, boolean bold) {
        return text.isEmpty() ? List.of() : letters.lines(text, look.size(), bold, look.column());
    }

    private double paragraph(Sheet sheet, List<String> lines, boolean bold, Colour colour, double x, double y) {
        if (!lines.isEmpty()) {
            sheet.tagged("P", () -> sheet.lines(lines, x, y + look.size(), look.size(), look.leading(), bold, colour));
        }
        return y + lines.size() * look.leading();
    }

    /** As large as its frame allows. */
    private void picture(Sheet sheet, PaperCard card, PaperCard.Jpeg jpeg, double x, double y) {
        try {
            PDImageXObject image = JPEGFactory.createFromByteArray(paper.document(), jpeg.bytes());
            double scale = Math.min(look.column() / image.getWidth(), pictureHeight() / image.getHeight());
            double width = image.getWidth() * scale;
            double height = image.getHeight() * scale;
            sheet.tagged(
                    "Figure",
                    card.text().isEmpty() ? card.title() : card.text(),
                    () -> Sheet.quietly(() -> sheet.ink()
                            .drawImage(image, (float) x, (float) (sheet.height() - y - height), (float) width, (float)
                                    height)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
