package io.customerroom.room.artefacts.internal;

import io.customerroom.kernel.Failure;
import io.customerroom.room.artefacts.BlackBox;
import io.customerroom.room.artefacts.FileType;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Pictures are taken apart to their pixels and written anew: whatever else the file held (place, camera, author, a second file behind the
 * first) stays outside, and what is blackened is nowhere in it. One picture at a time, so that many uploads need the memory of one.
 */
final class Pictures {

    /** A photograph of a good camera; more than this is read at no resolution. */
    static final long MOST_PIXELS = 25_000_000;

    /** More than this is thinned out while it is read: a page shows no more. */
    private static final long KEPT_PIXELS = 8_000_000;

    private static final int SMALL = 480;
    private static final float QUALITY = 0.88f;

    private Pictures() {}

    /** A picture as it is kept, and a small one for walls. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Taken(byte[] whole, byte[] small) {}

    /** Refused: what cannot be read as such a picture, too many pixels, a rectangle that lies outside. */
    static synchronized Taken take(FileType type, byte[] bytes, List<BlackBox> boxes) {
        BufferedImage picture = upright(type, bytes, boxes);
        return new Taken(written(picture, type), written(small(picture), FileType.JPEG));
    }

    private static BufferedImage upright(FileType type, byte[] bytes, List<BlackBox> boxes) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(type.id()).next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MOST_PIXELS) {
                throw Failure.yours(
                        "PICTURE_TOO_LARGE",
                        "The picture has %d × %d pixels.".formatted(width, height),
                        "Send one of at most %d million pixels.".formatted(MOST_PIXELS / 1_000_000));
            }
            Orientation held = type == FileType.JPEG ? Orientation.of(bytes) : Orientation.UPRIGHT;
            inside(boxes, held.turned() ? height : width, held.turned() ? width : height);
            int every = 1;
            while ((long) (width / every) * (height / every) > KEPT_PIXELS) {
                every++;
            }
            ImageReadParam thinned = reader.getDefaultReadParam();
            thinned.setSourceSubsampling(every, every, 0, 0);
            return blackened(reader.read(0, thinned), held, boxes, every);
        } catch (IOException | RuntimeException e) {
            // A decoder answers a malformed file with whatever comes to it: end of file, index, colour space, argument.
            throw e instanceof Failure failure ? failure : unreadable();
        } finally {
            reader.dispose();
        }
    }

    private static Failure unreadable() {
        return Magic.refused(
                "The picture cannot be read to its end.",
                "Open it in a picture program and save it as PNG or JPEG anew.");
    }

    private static void inside(List<BlackBox> boxes, int width, int height) {
        for (int i = 0; i < boxes.size(); i++) {
            if (boxes.get(i).x() >= width || boxes.get(i).y() >= height) {
                throw Failure.yours(
                        "BOX_OUTSIDE",
                        "Rectangle %d lies outside the picture of %d × %d pixels.".formatted(i + 1, width, height),
                        "Count from the upper left corner of the picture as it is seen upright.");
            }
        }
    }

    /** On white, without transparency, upright, with what is hidden drawn over. */
    private static BufferedImage blackened(BufferedImage read, Orientation held, List<BlackBox> boxes, int every) {
        int width = held.turned() ? read.getHeight() : read.getWidth();
        int height = held.turned() ? read.getWidth() : read.getHeight();
        BufferedImage upright = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = upright.createGraphics();
        try {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, width, height);
            pen.drawImage(read, held.upright(read.getWidth(), read.getHeight()), null);
            pen.setColor(Color.BLACK);
            for (BlackBox box : boxes) {
                int left = box.x() / every;
                int top = box.y() / every;
                pen.fillRect(
                        left,
                        top,
                        Math.ceilDiv(box.x() + box.width(), every) - left,
                        Math.ceilDiv(box.y() + box.height(), every) - top);
            }
        } finally {
            pen.dispose();
        }
        return upright;
    }

    /** At most {@value #SMALL} pixels wide and high; halved step by step, so that thin lines stay. */
    private static BufferedImage small(BufferedImage picture) {
        BufferedImage small = picture;
        while (Math.max(small.getWidth(), small.getHeight()) > SMALL) {
            double scale = Math.max(0.5, (double) SMALL / Math.max(small.getWidth(), small.getHeight()));
            small = scaled(small, Math.max(1, (int) Math.round(small.getWidth() * scale)), Math.max(1, (int)
                    Math.round(small.getHeight() * scale)));
        }
        return small;
    }

    private static BufferedImage scaled(BufferedImage picture, int width, int height) {
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = scaled.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.drawImage(picture, 0, 0, width, height, null);
        } finally {
            pen.dispose();
        }
        return scaled;
    }

    private static byte[] written(BufferedImage picture, FileType type) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(type.id()).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (type == FileType.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } catch (IOException e) {
            throw Failure.ours("PICTURE_NOT_WRITTEN", "The picture could not be written anew.", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
