package io.customerroom.web.paper;

import io.customerroom.web.paper.Picture.Anchor;
import io.customerroom.web.paper.Picture.Colour;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.util.Matrix;

/** One page of paper. Points are counted from its upper left corner, downwards; texts stand on their base line. */
final class Sheet {

    private final Paper paper;
    private final PDPage page;
    private final int number;
    private final PDPageContentStream ink;

    Sheet(Paper paper, PDDocument document, PDPage page, int number) {
        this.paper = paper;
        this.page = page;
        this.number = number;
        try {
            this.ink = new PDPageContentStream(document, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    double width() {
        return page.getMediaBox().getWidth();
    }

    double height() {
        return page.getMediaBox().getHeight();
    }

    PDPage page() {
        return page;
    }

    /** From 0. */
    int number() {
        return number;
    }

    PDPageContentStream ink() {
        return ink;
    }

    Paper paper() {
        return paper;
    }

    /** From our points to the page's own, which are counted upwards. */
    AffineTransform upright() {
        return new AffineTransform(1, 0, 0, -1, 0, height());
    }

    /** Marks what is drawn as of this kind: {@code P}, {@code H1}, {@code TD}. */
    void tagged(String role, Runnable draw) {
        tagged(role, "", draw);
    }

    /** @param alternative what it shows, for those who do not see it */
    void tagged(String role, String alternative, Runnable draw) {
        int mark = paper.leaf(role, this, alternative);
        quietly(() -> ink.beginMarkedContent(COSName.getPDFName(role), mark));
        draw.run();
        quietly(ink::endMarkedContent);
    }

    /** What is drawn is ornament or repeats on every page: nobody has to listen to it. */
    void ornament(Runnable draw) {
        quietly(() -> ink.beginMarkedContent(COSName.ARTIFACT));
        draw.run();
        quietly(ink::endMarkedContent);
    }

    void text(String text, double x, double y, double size, boolean bold, Colour colour) {
        text(text, AffineTransform.getTranslateInstance(x, y), Anchor.START, size, bold, colour);
    }

    void textRight(String text, double x, double y, double size, boolean bold, Colour colour) {
        text(text, AffineTransform.getTranslateInstance(x, y), Anchor.END, size, bold, colour);
    }

    /** @param placed where the anchor lies, and how the text is turned */
    void text(String text, AffineTransform placed, Anchor anchor, double size, boolean bold, Colour colour) {
        double width = paper.letters().width(text, size, bold);
        double shift =
                switch (anchor) {
                    case START -> 0;
                    case MIDDLE -> -width / 2;
                    case END -> -width;
                };
        AffineTransform matrix = upright();
        matrix.concatenate(placed);
        matrix.translate(shift, 0);
        matrix.scale(1, -1);
        quietly(() -> {
            ink.beginText();
            ink.setNonStrokingColor(colour.red(), colour.green(), colour.blue());
            ink.setTextMatrix(new Matrix(matrix));
            for (Letters.Run run : paper.letters().runs(text, bold)) {
                ink.setFont(run.font(), (float) size);
                ink.showText(run.text());
            }
            ink.endText();
        });
    }

    /** Lines under each other; answers the base line of the line that would follow. */
    double lines(List<String> lines, double x, double y, double size, double leading, boolean bold, Colour colour) {
        double at = y;
        for (String line : lines) {
            text(line, x, at, size, bold, colour);
            at += leading;
        }
        return at;
    }

    void rule(double x1, double y, double x2, double width, Colour colour) {
        Path2D.Double line = new Path2D.Double();
        line.moveTo(x1, y);
        line.lineTo(x2, y);
        new Pen(this).line(line, new Picture.Line(colour, 1, (float) width, List.of(), Picture.Cap.BUTT));
    }

    void box(double x, double y, double width, double height, Colour colour) {
        Path2D.Double box = new Path2D.Double();
        box.moveTo(x, y);
        box.lineTo(x + width, y);
        box.lineTo(x + width, y + height);
        box.lineTo(x, y + height);
        box.closePath();
        new Pen(this).fill(box, new Picture.Plain(colour, 1));
    }

    void finish() throws IOException {
        ink.close();
    }

    /** Drawing writes to memory; where that fails the program does. */
    static void quietly(Stroke stroke) {
        try {
            stroke.draw();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    interface Stroke {
        void draw() throws IOException;
    }
}
