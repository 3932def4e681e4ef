package io.customerroom.ledger.imports.staging;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Writes a staged file: UTF-8, cells between unit separators (U+001F), records ended by a line feed, nothing quoted, an empty cell is
 * nothing. Control characters inside a cell become blanks.
 */
public final class StagedWriter implements Closeable {

    static final byte SEPARATOR = 0x1f;
    /** Stands for a line end inside text that may have several lines. */
    static final byte LINE_END = 0x1e;

    private static final int FLUSH = 1 << 19;
    private static final int NINE_DIGITS = 1_000_000_000;

    private final OutputStream out;
    private byte[] buffer = new byte[1 << 20];
    private int at;
    private int record;
    private long records;
    private long written;

    public StagedWriter(Path file) throws IOException {
        out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
    }

    /** Goes on behind what was kept of a file. */
    StagedWriter(Path file, Kept kept) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (channel.size() < kept.bytes()) {
                throw new IOException("%s is shorter than it was".formatted(file.getFileName()));
            }
            channel.truncate(kept.bytes());
        }
        out = Files.newOutputStream(file, StandardOpenOption.APPEND);
        written = kept.bytes();
        records = kept.records();
    }

    /** A staged file up to a record's end. */
    record Kept(long bytes, long records) {}

    /** Hands everything to the system; called between records. */
    Kept flush() throws IOException {
        out.write(buffer, 0, record);
        written += record;
        at = 0;
        record = 0;
        out.flush();
        return new Kept(written, records);
    }

    /** Keeps nothing: for a look at rows that are not imported. */
    StagedWriter() {
        out = OutputStream.nullOutputStream();
    }

    public long records() {
        return records;
    }

    public void text(byte[] bytes, int from, int to) {
        ensure(to - from + 1);
        byte[] target = buffer;
        int next = at;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            target[next++] = b >= 0 && b < 0x20 ? (byte) ' ' : b;
        }
        at = next;
        endCell();
    }

    public void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        text(bytes, 0, bytes.length);
    }

    /** Keeps line ends. */
    void lines(String text) {
        byte[] bytes = text.replace("\r\n", "\n").replace('\r', '\n').getBytes(StandardCharsets.UTF_8);
        ensure(bytes.length + 1);
        for (byte b : bytes) {
            buffer[at++] = b == '\n' ? LINE_END : b >= 0 && b < 0x20 ? (byte) ' ' : b;
        }
        endCell();
    }

    public void number(long number) {
        ensure(21);
        digits(number);
        endCell();
    }

    /** Millionths as a decimal number without idle zeros. */
    void amount(long millionths) {
        ensure(24);
        long rest = millionths;
        if (rest < 0) {
            buffer[at++] = '-';
            rest = -rest;
        }
        digits(rest / 1_000_000);
        int decimals = (int) (rest % 1_000_000);
        if (decimals != 0) {
            buffer[at++] = '.';
            for (int unit = 100_000; decimals != 0; unit /= 10) {
                buffer[at++] = (byte) ('0' + decimals / unit);
                decimals %= unit;
            }
        }
        endCell();
    }

    public void empty() {
        ensure(1);
        endCell();
    }

    public void endRecord() throws IOException {
        buffer[at - 1] = '\n';
        records++;
        if (at >= FLUSH) {
            out.write(buffer, 0, at);
            written += at;
            at = 0;
        }
        record = at;
    }

    void dropRecord() {
        at = record;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            out.write(buffer, 0, record);
        }
    }

    private void endCell() {
        buffer[at++] = SEPARATOR;
    }

    private void digits(long number) {
        if (number == Long.MIN_VALUE) {
            throw new IllegalArgumentException("number must have an opposite, but was " + number);
        }
        long rest = number;
        if (rest < 0) {
            buffer[at++] = '-';
            rest = -rest;
        }
        if (rest < NINE_DIGITS) {
            leading((int) rest);
        } else {
            long high = rest / NINE_DIGITS;
            if (high < NINE_DIGITS) {
                leading((int) high);
            } else {
                leading((int) (high / NINE_DIGITS));
                nine((int) (high % NINE_DIGITS));
            }
            nine((int) (rest - high * NINE_DIGITS));
        }
    }

    /** Without idle zeros in front. */
    private void leading(int number) {
        int end = at + width(number);
        fill(number, end);
        at = end;
    }

    /** With them. */
    private void nine(int number) {
        Arrays.fill(buffer, at, at + 9, (byte) '0');
        fill(number, at + 9);
        at += 9;
    }

    /** From the last digit to the first; the product is a tenth for all of 0 .. 999,999,999 and costs less than a division. */
    private void fill(int number, int end) {
        byte[] target = buffer;
        int next = end;
        int rest = number;
        do {
            int tenth = (int) (rest * 0xCCCCCCCDL >>> 35);
            target[--next] = (byte) ('0' + rest - tenth * 10);
            rest = tenth;
        } while (rest != 0);
    }

    private static int width(int number) {
        int width = 1;
        for (int bound = 10; width < 9 && number >= bound; bound *= 10) {
            width++;
        }
        return width;
    }

    private void ensure(int more) {
        if (at + more + 1 > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, at + more + 1));
        }
    }
}
