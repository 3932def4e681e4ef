package io.customerroom.room.artefacts;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Files as customers send them, and as somebody sends them who means harm. */
public final class Files {

    private Files() {}

    /** White, with a red upper left quarter. */
    public static byte[] picture(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height / 2);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static BufferedImage read(byte[] picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JPEG with an EXIF part: how the camera was held, and where in words that can be searched for. */
    public static byte[] photograph(int orientation, String place) {
        byte[] jpeg = picture("jpeg", 40, 20);
        byte[] note = place.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + note.length);
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0).put(note);
        ByteBuffer file = ByteBuffer.allocate(jpeg.length + 4 + exif.capacity());
        file.put(jpeg, 0, 2).putShort((short) 0xffe1).putShort((short) (exif.capacity() + 2));
        file.put(exif.array()).put(jpeg, 2, jpeg.length - 2);
        return file.array();
    }

    /** A PNG of a hundred bytes whose header claims as many pixels as asked for. */
    public static byte[] claiming(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(17);
        header.put(bytes("IHDR")).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        CRC32 check = new CRC32();
        check.update(header.array());
        ByteBuffer file = ByteBuffer.allocate(100);
        file.put(bytes("\u0089PNG\r\n\u001a\n")).putInt(13).put(header.array()).putInt((int) check.getValue());
        return file.array();
    }

    /** Eight thousandths of a second of silence, with a note about who recorded it. */
    public static byte[] recording(String author) {
        byte[] note = bytes(author);
        ByteBuffer file =
                ByteBuffer.allocate(12 + 24 + 8 + 64 + 8 + note.length).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        file.put(bytes("RIFF")).putInt(file.capacity() - 8).put(bytes("WAVE"));
        file.put(bytes("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        file.putInt(8000).putInt(8000).putShort((short) 1).putShort((short) 8);
        file.put(bytes("data")).putInt(64).put(new byte[64]);
        file.put(bytes("LIST")).putInt(note.length).put(note);
        return file.array();
    }

    /** Two silent frames of MPEG 1 layer III, 32 kbit/s, 44,100 Hz, behind a tag that names somebody. */
    public static byte[] song(String artist) {
        byte[] note = bytes(artist);
        int frame = 144 * 32_000 / 44_100;
        ByteBuffer file = ByteBuffer.allocate(10 + note.length + 2 * frame);
        file.put(bytes("ID3"))
                .put(new byte[] {3, 0, 0, 0, 0, 0, (byte) note.length})
                .put(note);
        for (int i = 0; i < 2; i++) {
            file.put(new byte[] {(byte) 0xff, (byte) 0xfb, 0x10, 0}).put(new byte[frame - 4]);
        }
        return file.array();
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
