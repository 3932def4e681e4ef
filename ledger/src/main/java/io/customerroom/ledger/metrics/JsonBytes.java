package io.customerroom.ledger.metrics;

import io.customerroom.state.json.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as the bytes of their JSON, for answers of a million rows: the values they mostly hold are written without a text in between. The bytes are those of {@link Json}. */
final class JsonBytes {

    /** Takes bytes from the array's beginning. */
    interface Sink {
        void take(byte[] bytes, int offset, int length);
    }

    private static final int SIZE = 1 << 14;

    /** Longer than any number or day that is written here. */
    private static final int ROOM = 64;

    private static final int LONGEST = 20;

    private final Sink sink;
    private final byte[] buffer = new byte[SIZE];
    private final byte[] digits = new byte[LONGEST];
    private int size;

    JsonBytes(Sink sink) {
        this.sink = sink;
    }

    void add(char sign) {
        room(1);
        buffer[size++] = (byte) sign;
    }

    /** As it is. */
    void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        flush();
        sink.take(bytes, 0, bytes.length);
    }

    void add(List<@Nullable Object> row) {
        add('[');
        for (int i = 0; i < row.size(); i++) {
            if (i > 0) {
                add(',');
            }
            value(row.get(i));
        }
        add(']');
    }

    void flush() {
        sink.take(buffer, 0, size);
        size = 0;
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case Long whole when whole != Long.MIN_VALUE -> whole(whole, 0);
            case BigDecimal exact when exact.scale() >= 0 && exact.scale() < LONGEST - 1 -> exact(exact);
            case LocalDate day when day.getYear() >= 1000 && day.getYear() <= 9999 -> day(day);
            case String text when plain(text) -> quoted(text);
            case null -> add("null");
            default -> add(Json.write(value));
        }
    }

    private void exact(BigDecimal exact) {
        BigInteger unscaled = exact.unscaledValue();
        if (unscaled.bitLength() < Long.SIZE - 1) {
            whole(unscaled.longValue(), exact.scale());
        } else {
            add(exact.toPlainString());
        }
    }

    /** @param scale how many of the digits stand behind the point */
    private void whole(long number, int scale) {
        room(ROOM);
        long left = Math.abs(number);
        int from = LONGEST;
        while (left > 0 || LONGEST - from <= scale) {
            digits[--from] = (byte) ('0' + left % 10);
            left /= 10;
        }
        if (number < 0) {
            buffer[size++] = '-';
        }
        while (from < LONGEST) {
            if (scale > 0 && LONGEST - from == scale) {
                buffer[size++] = '.';
            }
            buffer[size++] = digits[from++];
        }
    }

    private void day(LocalDate day) {
        room(ROOM);
        buffer[size++] = '"';
        two(day.getYear() / 100);
        two(day.getYear() % 100);
        buffer[size++] = '-';
        two(day.getMonthValue());
        buffer[size++] = '-';
        two(day.getDayOfMonth());
        buffer[size++] = '"';
    }

    private void two(int number) {
        buffer[size++] = (byte) ('0' + number / 10);
        buffer[size++] = (byte) ('0' + number % 10);
    }

    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return false;
            }
        }
        return text.length() < SIZE - ROOM;
    }

    private void quoted(String text) {
        room(text.length() + 2);
        buffer[size++] = '"';
        for (int i = 0; i < text.length(); i++) {
            buffer[size++] = (byte) text.charAt(i);
        }
        buffer[size++] = '"';
    }

    private void room(int wanted) {
        if (size + wanted > SIZE) {
            flush();
        }
    }
}
