package io.customerroom.web.paper;

import io.customerroom.web.paper.Picture.Fill;
import io.customerroom.web.paper.Picture.Form;
import io.customerroom.web.paper.Picture.Line;
import io.customerroom.web.paper.Picture.Mark;
import io.customerroom.web.paper.Picture.Tiles;
import io.customerroom.web.paper.Picture.Words;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Puts a picture on a sheet, its forms to scale and its texts as large as they may be without touching each other. */
final class Drawing {

    /** From the middle of the letters down to their base line, as a part of their size. */
    private static final double MIDDLE = 0.35;

    /** Letters are not as high as their size says. */
    private static final double HIGH = 0.72;

    /** In units of the picture. */
    private static final double SMALL = 30;

    private static final double[] LARGER = {1.6, 1.5, 1.4, 1.3, 1.2, 1.1};

    private final Picture picture;
    private final Sheet sheet;
    private final AffineTransform placed;
    private final double scale;
    private final double larger;

    private Drawing(Picture picture, Sheet sheet, double x, double y, double scale, double wanted) {
        this.picture = picture;
        this.sheet = sheet;
        this.scale = scale;
        this.placed = new AffineTransform(scale, 0, 0, scale, x, y);
        this.larger = enlarged(wanted / scale / 12);
    }

    /**
     * @param scale points per unit of the picture
     * @param letters size of its ordinary texts, in points, that is aimed at
     */
    static void draw(Picture picture, Sheet sheet, double x, double y, double scale, double letters) {
        new Drawing(picture, sheet, x, y, scale, letters).draw();
    }

    private void draw() {
        Pen pen = new Pen(sheet);
        for (Mark mark : picture.marks()) {
            switch (mark) {
                case Form form -> pen.form(moved(form));
                case Words words -> words(words);
            }
        }
    }

    private Form moved(Form form) {
        return new Form(
                moved(form.outline()),
                form.fill().map(this::moved),
                form.line()
                        .map(line -> new Line(
                                line.colour(),
                                line.opacity(),
                                (float) (line.width() * scale),
                                line.dashes().stream()
                                        .map(dash -> (float) (dash * scale))
                                        .toList(),
                                line.cap())),
                form.clip().map(this::moved));
    }

    private Path2D moved(Path2D outline) {
        return new Path2D.Double(outline, placed);
    }

    private Fill moved(Fill fill) {
        if (!(fill instanceof Tiles tiles)) {
            return fill;
        }
        AffineTransform moved = new AffineTransform(placed);
        moved.concatenate(tiles.placed());
        return new Tiles(tiles.width(), tiles.height(), moved, tiles.forms());
    }

    private void words(Words words) {
        AffineTransform at = new AffineTransform(placed);
        at.concatenate(words.placed());
        double size = words.style().size() * larger;
        at.translate(words.x(), words.y() + (words.style().middle() ? size * MIDDLE : 0));
        sheet.text(
                words.text(),
                at,
                words.anchor(),
                size,
                words.style().bold(),
                words.style().colour());
    }

    /** The most that lets no text touch another or leave the picture; texts that touch at their own size do not count. */
    private double enlarged(double most) {
        List<Rectangle2D> plain = boxes(1);
        for (double factor : LARGER) {
            if (factor <= most + 0.05 && fits(plain, boxes(factor))) {
                return factor;
            }
        }
        return 1;
    }

    private boolean fits(List<Rectangle2D> plain, List<Rectangle2D> grown) {
        for (int i = 0; i < grown.size(); i++) {
            Rectangle2D box = grown.get(i);
            if (box.getMinX() < -2 || box.getMaxX() > picture.width() + 2 || box.getMinY() < -2) {
                return false;
            }
            if (touches(box) && !touches(plain.get(i))) {
                return false;
            }
            for (int j = 0; j < i; j++) {
                if (box.intersects(grown.get(j)) && !plain.get(i).intersects(plain.get(j))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether a text lies on one of the small marks: a point, or the sign of a legend. */
    private boolean touches(Rectangle2D box) {
        for (Mark mark : picture.marks()) {
            if (mark instanceof Form form) {
                Rectangle2D area = form.outline().getBounds2D();
                area.setRect(area.getX() - 1, area.getY() - 1, area.getWidth() + 2, area.getHeight() + 2);
                if (area.getWidth() <= SMALL && area.getHeight() <= SMALL && area.intersects(box)) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<Rectangle2D> boxes(double factor) {
        List<Rectangle2D> boxes = new ArrayList<>();
        for (Mark mark : picture.marks()) {
            if (mark instanceof Words words) {
                double size = words.style().size() * factor;
                double width = sheet.paper()
                        .letters()
                        .width(words.text(), size, words.style().bold());
                double left =
                        switch (words.anchor()) {
                            case START -> 0;
                            case MIDDLE -> -width / 2;
                            case END -> -width;
                        };
                Rectangle2D box = new Rectangle2D.Double(
                        words.x() + left - 3, words.y() - size * HIGH / 2, width + 6, size * HIGH);
                boxes.add(words.placed().createTransformedShape(box).getBounds2D());
            }
        }
        return boxes;
    }
}
