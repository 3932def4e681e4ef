package io.customerroom.room.artefacts.internal;

import io.customerroom.kernel.Failure;
import io.customerroom.room.artefacts.FileType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells what a file is by its first bytes. Its name and the type it claims are never asked. */
final class Magic {

    /** What a browser would take for a page or a drawing with scripts, wherever it stands in a text. */
    private static final Pattern MARKUP =
            Pattern.compile("<\\s*(!doctype|\\?xml|html|head|body|script|svg|iframe|object|embed|link|meta|style)\\b");

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t\\f]]");

    private static final String PICTURE = "Save it as PNG or JPEG and send that.";

    private Magic() {}

    /** Refused: what is none of our kinds, with the name of what it is where we know it. */
    static FileType of(byte[] bytes) {
        if (bytes.length == 0) {
            throw refused("The file is empty.", "Send the file once more.");
        }
        if (starts(bytes, "\u0089PNG\r\n\u001a\n")) {
            return FileType.PNG;
        }
        if (starts(bytes, "\u00ff\u00d8\u00ff")) {
            return FileType.JPEG;
        }
        if (starts(bytes, "%PDF-")) {
            return FileType.PDF;
        }
        if (starts(bytes, "RIFF") && at(bytes, 8, "WAVE")) {
            return FileType.WAV;
        }
        if (starts(bytes, "OggS")) {
            return FileType.OGG;
        }
        if (starts(bytes, "ID3") || Mp3.frames(bytes, 0)) {
            return FileType.MP3;
        }
        known(bytes);
        String text = text(bytes)
                .orElseThrow(() -> refused(
                        "The file is none of the kinds that may hang here.",
                        "Send PNG, JPEG, PDF, plain text in UTF-8, MP3, WAV or OGG."));
        if (text.stripLeading().startsWith("<")
                || MARKUP.matcher(text.toLowerCase(Locale.ROOT)).find()) {
            throw refused(
                    "The file is a web page or a drawing that can hold scripts (HTML, XML, SVG).",
                    "Take a screenshot of it and send that as PNG.");
        }
        return FileType.TEXT;
    }

    /** The words of a file that holds nothing but text in UTF-8. */
    static Optional<String> text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
            return CONTROL.matcher(plain).find() ? Optional.empty() : Optional.of(plain);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Kinds that we know and do not take: what to do instead differs. */
    private static void known(byte[] bytes) {
        if (starts(bytes, "GIF8")) {
            throw refused("The file is a GIF.", PICTURE);
        }
        if (starts(bytes, "RIFF") && at(bytes, 8, "WEBP")) {
            throw refused("The file is a WebP picture.", PICTURE);
        }
        if (starts(bytes, "BM") && bytes.length > 54 || starts(bytes, "II*\0") || starts(bytes, "MM\0*")) {
            throw refused("The file is a BMP or TIFF picture.", PICTURE);
        }
        if (at(bytes, 4, "ftyp")) {
            throw refused(
                    "The file is a HEIC picture, a video or an M4A recording.",
                    "Save a picture as PNG or JPEG, a recording as MP3, WAV or OGG.");
        }
        if (starts(bytes, "PK") || starts(bytes, "\u001f\u008b") || starts(bytes, "\u00d0\u00cf\u0011\u00e0")) {
            throw refused(
                    "The file is packed, or comes from an office program.",
                    "Unpack it; save a document as PDF and send that.");
        }
        if (starts(bytes, "MZ") && bytes.length > 64 || starts(bytes, "\u007fELF")) {
            throw refused("The file is a program.", "Send what the customer gave you instead.");
        }
    }

    static boolean starts(byte[] bytes, String magic) {
        return at(bytes, 0, magic);
    }

    static boolean at(byte[] bytes, int offset, String magic) {
        byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length < offset + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[offset + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    static Failure refused(String what, String next) {
        return Failure.yours("FILE_REFUSED", what, next);
    }
}
