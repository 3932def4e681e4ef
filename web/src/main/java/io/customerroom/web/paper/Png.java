package io.customerroom.web.paper;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * A chart as an image of twice its size, on white. It is the very drawing of the PDF, turned into pixels, so that it needs no font of the
 * machine. What it shows stands in its text chunks.
 */
final class Png {

    static final int SCALE = 2;

    private static final String FORMAT = "javax_imageio_png_1.0";
    private static final int PIXELS_PER_METRE = 5669; // 144 per inch

    private Png() {}

    /** @param notes text chunks by keyword, in their order */
    static byte[] of(Picture picture, Map<String, String> notes) {
        try (Paper paper = new Paper(new Paper.Title("", "", Instant.EPOCH, Map.of()), List.of())) {
            Sheet sheet = paper.sheet(picture.width(), picture.height());
            Drawing.draw(picture, sheet, 0, 0, 1, 12);
            sheet.finish();
            BufferedImage image = new PDFRenderer(paper.document()).renderImage(0, SCALE, ImageType.RGB);
            return written(image, notes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] written(BufferedImage image, Map<String, String> notes) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
            describe(metadata, notes);
            writer.setOutput(stream);
            writer.write(new IIOImage(image, null, metadata));
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static void describe(IIOMetadata metadata, Map<String, String> notes) throws IIOInvalidTreeException {
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        IIOMetadataNode size = new IIOMetadataNode("pHYs");
        size.setAttribute("pixelsPerUnitXAxis", String.valueOf(PIXELS_PER_METRE));
        size.setAttribute("pixelsPerUnitYAxis", String.valueOf(PIXELS_PER_METRE));
        size.setAttribute("unitSpecifier", "meter");
        root.appendChild(size);
        IIOMetadataNode texts = new IIOMetadataNode("iTXt");
        notes.forEach((keyword, text) -> {
            IIOMetadataNode entry = new IIOMetadataNode("iTXtEntry");
            entry.setAttribute("keyword", keyword);
            entry.setAttribute("compressionFlag", "FALSE");
            entry.setAttribute("compressionMethod", "0");
            entry.setAttribute("languageTag", "en");
            entry.setAttribute("translatedKeyword", keyword);
            entry.setAttribute("text", text);
            texts.appendChild(entry);
        });
        root.appendChild(texts);
        metadata.mergeTree(FORMAT, root);
    }
}
