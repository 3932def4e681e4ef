package io.customerroom.ledger.facts;

import io.customerroom.ledger.engine.Session;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The smallest and the largest key of a batch, in the engine's order of texts: by their bytes in UTF-8, not by Java's halves of letters. */
record KeyRange(String first, String last) implements Comparable<KeyRange> {

    private static final Comparator<String> BYTES = (one, other) ->
            Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    private static final Comparator<KeyRange> ORDER =
            Comparator.comparing(KeyRange::first, BYTES).thenComparing(KeyRange::last, BYTES);

    static KeyRange of(Session session, Path file) {
        session.table("batch_of_keys", List.of(file));
        List<@Nullable Object> row = session.query("SELECT MIN(key), MAX(key) FROM batch_of_keys", Map.of())
                .rows()
                .getFirst();
        return new KeyRange(Objects.toString(row.get(0), ""), Objects.toString(row.get(1), ""));
    }

    /** The same of the orders in a batch of purchases; empty if a line names no order. */
    static Optional<KeyRange> ofOrders(Session session, Path file) {
        session.table("batch_of_keys", List.of(file));
        List<@Nullable Object> row = session.query(
                        "SELECT MIN(order_id), MAX(order_id), COUNT(*) - COUNT(order_id) FROM batch_of_keys", Map.of())
                .rows()
                .getFirst();
        return row.get(0) instanceof String first
                        && row.get(1) instanceof String last
                        && Long.valueOf(0).equals(row.get(2))
                ? Optional.of(new KeyRange(first, last))
                : Optional.empty();
    }

    /** Whether every key here lies after every key there. */
    boolean isAfter(KeyRange other) {
        return BYTES.compare(first, other.last) > 0;
    }

    boolean overlaps(KeyRange other) {
        return !isAfter(other) && !other.isAfter(this);
    }

    @Override
    public int compareTo(KeyRange other) {
        return ORDER.compare(this, other);
    }
}
