package io.customerroom.web.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The letters that come with the program: the same on every machine, with Greek, Cyrillic, Hebrew, Arabic and more. */
enum Typeface {
    REGULAR("DejaVuSansCondensed.ttf"),
    BOLD("DejaVuSansCondensed-Bold.ttf");

    private final byte[] file;

    Typeface(String name) {
        try (InputStream in = Objects.requireNonNull(Typeface.class.getResourceAsStream("vendor/" + name), name)) {
            file = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read afresh: an opened font belongs to one document. */
    TrueTypeFont open() throws IOException {
        return opened(file);
    }

    static TrueTypeFont opened(byte[] file) throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(file));
    }
}
