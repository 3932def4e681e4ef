package io.customerroom.web.paper;

import io.customerroom.web.paper.Picture.Colour;
import io.customerroom.web.paper.Picture.Fill;
import io.customerroom.web.paper.Picture.Form;
import io.customerroom.web.paper.Picture.Plain;
import io.customerroom.web.paper.Picture.Tiles;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;

/** Draws forms on a sheet, as lines and curves. */
final class Pen {

    private final Sheet sheet;
    private final PDPageContentStream ink;

    Pen(Sheet sheet) {
        this.sheet = sheet;
        this.ink = sheet.ink();
    }

    void form(Form form) {
        Sheet.quietly(() -> {
            ink.saveGraphicsState();
            if (form.clip().isPresent()) {
                trace(form.clip().get(), sheet.upright());
                ink.clip();
            }
            form.fill().ifPresent(fill -> fill(form.outline(), fill));
            form.line().ifPresent(line -> line(form.outline(), line));
            ink.restoreGraphicsState();
        });
    }

    void fill(Path2D outline, Fill fill) {
        switch (fill) {
            case Plain plain -> plain(outline, plain);
            case Tiles tiles -> tiles(outline, tiles);
        }
    }

    private void plain(Path2D outline, Plain plain) {
        if (plain.opacity() <= 0) {
            return;
        }
        Sheet.quietly(() -> {
            ink.saveGraphicsState();
            opacity(plain.opacity());
            Colour colour = plain.colour();
            ink.setNonStrokingColor(colour.red(), colour.green(), colour.blue());
            trace(outline, sheet.upright());
            ink.fill();
            ink.restoreGraphicsState();
        });
    }

    /** Every tile that touches the form, inside the form only. */
    private void tiles(Path2D outline, Tiles tiles) {
        Sheet.quietly(() -> {
            ink.saveGraphicsState();
            trace(outline, sheet.upright());
            ink.clip();
            Rectangle2D area = inner(outline, tiles.placed());
            double height = tiles.height();
            // A tile as wide as its form is a stripe: our hatches are stripes, and few long ones are lighter than many
            // short.
            for (double row = Math.floor(area.getMinY() / height) - 1; row * height <= area.getMaxY(); row++) {
                for (Form form : tiles.forms()) {
                    Rectangle2D part = form.outline().getBounds2D();
                    if (part.getWidth() >= tiles.width()) {
                        Rectangle2D stripe = new Rectangle2D.Double(
                                area.getMinX(), part.getY() + row * height, area.getWidth(), part.getHeight());
                        fill(
                                new Path2D.Double(stripe, tiles.placed()),
                                form.fill().orElseThrow());
                    } else {
                        row(form, tiles, area, row);
                    }
                }
            }
            ink.restoreGraphicsState();
        });
    }

    private void row(Form form, Tiles tiles, Rectangle2D area, double row) {
        double width = tiles.width();
        for (double column = Math.floor(area.getMinX() / width) - 1; column * width <= area.getMaxX(); column++) {
            AffineTransform moved = new AffineTransform(tiles.placed());
            moved.translate(column * width, row * tiles.height());
            Path2D.Double outline = new Path2D.Double(form.outline(), moved);
            form.fill().ifPresent(fill -> fill(outline, fill));
        }
    }

    private static Rectangle2D inner(Path2D outline, AffineTransform placed) {
        try {
            return new Path2D.Double(outline, placed.createInverse()).getBounds2D();
        } catch (NoninvertibleTransformException e) {
            return new Rectangle2D.Double();
        }
    }

    void line(Path2D outline, Picture.Line line) {
        Sheet.quietly(() -> {
            ink.saveGraphicsState();
            opacity(line.opacity());
            ink.setStrokingColor(
                    line.colour().red(), line.colour().green(), line.colour().blue());
            ink.setLineWidth(line.width());
            ink.setLineCapStyle(line.cap().ordinal()); // PDF counts them in the same order
            float[] dashes = new float[line.dashes().size()];
            for (int i = 0; i < dashes.length; i++) {
                dashes[i] = line.dashes().get(i);
            }
            ink.setLineDashPattern(dashes, 0);
            trace(outline, sheet.upright());
            ink.stroke();
            ink.restoreGraphicsState();
        });
    }

    private void opacity(float opacity) throws IOException {
        if (opacity < 1) {
            PDExtendedGraphicsState state = new PDExtendedGraphicsState();
            state.setNonStrokingAlphaConstant(opacity);
            state.setStrokingAlphaConstant(opacity);
            ink.setGraphicsStateParameters(state);
        }
    }

    private void trace(Path2D outline, AffineTransform upright) throws IOException {
        float[] c = new float[6];
        float x = 0;
        float y = 0;
        for (PathIterator at = outline.getPathIterator(upright); !at.isDone(); at.next()) {
            switch (at.currentSegment(c)) {
                case PathIterator.SEG_MOVETO -> {
                    ink.moveTo(c[0], c[1]);
                    x = c[0];
                    y = c[1];
                }
                case PathIterator.SEG_LINETO -> {
                    ink.lineTo(c[0], c[1]);
                    x = c[0];
                    y = c[1];
                }
                case PathIterator.SEG_QUADTO -> {
                    ink.curveTo(
                            x + 2 * (c[0] - x) / 3,
                            y + 2 * (c[1] - y) / 3,
                            c[2] + 2 * (c[0] - c[2]) / 3,
                            c[3] + 2 * (c[1] - c[3]) / 3,
                            c[2],
                            c[3]);
                    x = c[2];
                    y = c[3];
                }
                case PathIterator.SEG_CUBICTO -> {
                    ink.curveTo(c[0], c[1], c[2], c[3], c[4], c[5]);
                    x = c[4];
                    y = c[5];
                }
                default -> ink.closePath();
            }
        }
    }
}
