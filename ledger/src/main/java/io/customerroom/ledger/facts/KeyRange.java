package io.customerroom.ledger.facts;

import io.customerroom.ledger.engine.Session;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The smallest and the largest key of a batch, in the engine's order of texts. */
record KeyRange(String first, String last) implements Comparable<KeyRange> {

    private static final Comparator<KeyRange> ORDER =
            Comparator.comparing(KeyRange::first).thenComparing(KeyRange::last);

    static KeyRange of(Session session, Path file) {
        session.table("batch_of_keys", List.of(file));
        List<@Nullable Object> row = session.query("SELECT MIN(key), MAX(key) FROM batch_of_keys", Map.of())
                .rows()
                .getFirst();
        return new KeyRange(Objects.toString(row.get(0), ""), Objects.toString(row.get(1), ""));
    }

    @Override
    public int compareTo(KeyRange other) {
        return ORDER.compare(this, other);
    }
}
