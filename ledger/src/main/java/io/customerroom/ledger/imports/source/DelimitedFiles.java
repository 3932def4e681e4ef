package io.customerroom.ledger.imports.source;

import io.customerroom.kernel.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Opens delimited text: unpacks it, finds its encoding and delimiter, and turns it into UTF-8 without byte order mark. */
final class DelimitedFiles {

    private static final int SAMPLE = 1 << 16;
    private static final int SEPARATOR_LINE = 8;
    private static final Pattern SEPARATOR = Pattern.compile("\"?sep=([,;|\t])\"?\r?\n");
    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private DelimitedFiles() {}

    static OpenedFile open(SourceFile file, SourceFile.Reading reading, Limits limits, LongConsumer bytesRead)
            throws IOException {
        HashedStream hashed = new HashedStream(Files.newInputStream(file.path()), bytesRead);
        InputStream bytes = file.unpacked(hashed);
        PushbackInputStream whole = new PushbackInputStream(bytes, SAMPLE);
        byte[] sample = peek(whole);
        List<String> notes = new ArrayList<>();
        Charset encoding = encoding(sample, reading.encoding(), notes);
        PushbackInputStream text = withoutMarks(
                encoding.equals(StandardCharsets.UTF_8)
                        ? new Utf8Stream(whole, file.name(), reading.encoding().isPresent())
                        : new TranscodedStream(whole, encoding, file.name()),
                notes);
        Optional<Character> named = delimiterLine(text);
        byte[] start = peek(text);
        char delimiter = reading.delimiter()
                .or(() -> named)
                .orElseGet(() -> Delimiters.find(start, reading.headerRow(), limits));
        DelimitedRows rows = new DelimitedRows(text, delimiter, limits, 1L - reading.headerRow());
        skip(rows, reading.headerRow() - 1, file);
        boolean inPlace = bytes == hashed
                && encoding.equals(StandardCharsets.UTF_8)
                && !marked(sample)
                && named.isEmpty()
                && reading.headerRow() == 1;
        return new OpenedFile(file, rows, notes, hashed, inPlace ? Optional.of(delimiter) : Optional.empty());
    }

    /** Spreadsheets write {@code sep=;} above the header to tell each other; it is no row. */
    private static Optional<Character> delimiterLine(PushbackInputStream in) throws IOException {
        byte[] start = in.readNBytes(SEPARATOR_LINE);
        String text = new String(start, StandardCharsets.ISO_8859_1);
        Matcher line = SEPARATOR.matcher(text);
        if (!line.lookingAt()) {
            in.unread(start);
            return Optional.empty();
        }
        in.unread(start, line.end(), start.length - line.end());
        return Optional.of(line.group(1).charAt(0));
    }

    private static void skip(DelimitedRows rows, int count, SourceFile file) throws IOException {
        Row row = new Row();
        for (int i = 0; i < count; i++) {
            if (!rows.next(row)) {
                throw Failure.yours(
                        "HEADER_MISSING",
                        "'%s' ends before row %d, which the mapping calls its header."
                                .formatted(file.name(), count + 1),
                        "Correct 'header-row' in the mapping.");
            }
        }
    }

    private static Charset encoding(byte[] sample, Optional<Charset> stated, List<String> notes) {
        if (stated.isPresent()) {
            return stated.get();
        }
        if (starts(sample, 0xff, 0xfe) || nulsAt(sample, 1)) {
            notes.add("read as UTF-16 (little endian)");
            return StandardCharsets.UTF_16LE;
        }
        if (starts(sample, 0xfe, 0xff) || nulsAt(sample, 0)) {
            notes.add("read as UTF-16 (big endian)");
            return StandardCharsets.UTF_16BE;
        }
        return StandardCharsets.UTF_8;
    }

    /** Nearly every second byte is NUL: Latin text in UTF-16 without a mark. */
    private static boolean nulsAt(byte[] sample, int phase) {
        int pairs = Math.min(sample.length, 4096) / 2;
        int nuls = 0;
        int others = 0;
        for (int i = 0; i < pairs; i++) {
            nuls += sample[2 * i + phase] == 0 ? 1 : 0;
            others += sample[2 * i + 1 - phase] == 0 ? 1 : 0;
        }
        return pairs >= 4 && nuls > pairs * 3 / 4 && others == 0;
    }

    private static boolean starts(byte[] sample, int first, int second) {
        return sample.length >= 2 && (sample[0] & 0xff) == first && (sample[1] & 0xff) == second;
    }

    private static boolean marked(byte[] sample) {
        return sample.length >= MARK.length && Arrays.equals(sample, 0, MARK.length, MARK, 0, MARK.length);
    }

    private static byte[] peek(PushbackInputStream in) throws IOException {
        byte[] start = in.readNBytes(SAMPLE);
        in.unread(start);
        return start;
    }

    /** A byte order mark says nothing in UTF-8; some exports write it twice. */
    private static PushbackInputStream withoutMarks(InputStream utf8, List<String> notes) throws IOException {
        PushbackInputStream in = new PushbackInputStream(utf8, SAMPLE);
        for (int marks = 0; ; marks++) {
            byte[] start = in.readNBytes(MARK.length);
            if (!Arrays.equals(start, MARK)) {
                in.unread(start);
                if (marks > 1) {
                    notes.add("passed over " + marks + " byte order marks");
                }
                return in;
            }
        }
    }
}
