package io.customerroom.ledger.imports.staging;

import io.customerroom.ledger.imports.mapping.Input;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The inputs of one row as values, one slot per input; filled again for each row. */
final class TypedRow {

    private final List<Input> inputs;
    final boolean[] has;
    /** Customer key, millionths, count, 1 or 0, or microseconds in UTC. */
    final long[] value;
    /** The company's day, of dates. */
    final long[] day;

    final byte[][] bytes;
    final int[] from;
    final int[] to;
    long number;

    TypedRow(List<Input> inputs) {
        this.inputs = inputs;
        int size = inputs.size();
        has = new boolean[size];
        value = new long[size];
        day = new long[size];
        bytes = new byte[size][];
        from = new int[size];
        to = new int[size];
    }

    int slot(String input) {
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i).name().equals(input)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no input " + input);
    }

    String text(int slot) {
        return new String(bytes[slot], from[slot], to[slot] - from[slot], StandardCharsets.UTF_8);
    }

    void text(int slot, byte[] source, int start, int end) {
        bytes[slot] = source;
        from[slot] = start;
        to[slot] = end;
    }
}
