package io.customerroom.ledger.imports.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Fills rows with cells that come as text. */
final class Cells {

    private final Limits limits;
    private byte[] bytes = new byte[1 << 12];
    private int end;

    Cells(Limits limits) {
        this.limits = limits;
    }

    void begin(Row row, long number) {
        row.size = 0;
        row.nul = false;
        row.fault = null;
        row.number = number;
        end = 0;
    }

    void add(Row row, @Nullable String text) {
        byte[] cell = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        if (cell.length > limits.fieldBytes()) {
            throw Rejection.cellTooLong(row.number, row.size + 1, limits);
        }
        if (end + cell.length > limits.recordBytes()) {
            throw Rejection.recordTooLong(row.number, limits);
        }
        if (end + cell.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, end + cell.length));
        }
        for (byte one : cell) {
            row.nul |= one == 0;
        }
        System.arraycopy(cell, 0, bytes, end, cell.length);
        row.add(end, end + cell.length);
        end += cell.length;
        row.bytes = bytes;
    }

    /** Bytes of the row so far. */
    int size() {
        return end;
    }
}
