package io.customerroom.ledger.imports.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of cells as slices of UTF-8 bytes, used again for the next row. Cells are as they were read, quotes resolved and nothing trimmed.
 */
public final class Row {

    byte[] bytes = new byte[0];
    int[] from = new int[64];
    int[] to = new int[64];
    int size;
    long number;
    boolean nul;

    @Nullable
    String fault;

    /** Record number in the source: 1 = first record after the header. */
    public long number() {
        return number;
    }

    public int size() {
        return size;
    }

    /** Whether a cell holds a NUL byte. */
    public boolean nul() {
        return nul;
    }

    /** Why the record could not be taken apart at all: then its only cell is its text. */
    public @Nullable String fault() {
        return fault;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int from(int cell) {
        return from[cell];
    }

    public int to(int cell) {
        return to[cell];
    }

    public String text(int cell) {
        return new String(bytes, from[cell], to[cell] - from[cell], StandardCharsets.UTF_8);
    }

    public List<String> texts() {
        List<String> texts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            texts.add(text(i));
        }
        return texts;
    }

    boolean blank() {
        for (int i = 0; i < size; i++) {
            for (int at = from[i]; at < to[i]; at++) {
                if (bytes[at] != ' ' && bytes[at] != '\t') {
                    return false;
                }
            }
        }
        return true;
    }

    void add(int start, int end) {
        if (size == from.length) {
            from = Arrays.copyOf(from, size * 2);
            to = Arrays.copyOf(to, size * 2);
        }
        from[size] = start;
        to[size++] = end;
    }

    void shift(int by) {
        for (int i = 0; i < size; i++) {
            from[i] -= by;
            to[i] -= by;
        }
    }
}
