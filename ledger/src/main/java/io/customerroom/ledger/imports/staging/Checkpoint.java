package io.customerroom.ledger.imports.staging;

import io.customerroom.ledger.imports.source.Mark;
import io.customerroom.state.json.Json;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far a pass over a large file has come, and how long the staged files were then.
 *
 * @param mark behind the last row that was read
 * @param read rows read, without the header
 * @param rounded numbers rounded so far
 * @param foreign facts in other currencies so far
 */
public record Checkpoint(
        Mark mark,
        long read,
        StagedWriter.Kept facts,
        StagedWriter.Kept persons,
        long quarantineBytes,
        SortedMap<String, Long> setAside,
        long rounded,
        SortedMap<String, Long> foreign) {

    /** Where a pass keeps how far it has come, so that another goes on from there. */
    public interface Keeper {

        /** Keeps nothing. */
        Keeper NONE = new Keeper() {
            @Override
            public Optional<Checkpoint> last() {
                return Optional.empty();
            }

            @Override
            public boolean due(long read) {
                return false;
            }

            @Override
            public void keep(Checkpoint checkpoint) {}
        };

        /** From where to go on; empty: from the first row. */
        Optional<Checkpoint> last();

        /** Whether it is time to keep one. */
        boolean due(long read);

        void keep(Checkpoint checkpoint) throws java.io.IOException;
    }

    public String text() {
        Map<String, Object> values = new TreeMap<>();
        values.put("offset", mark.offset());
        values.put("rows", mark.rows());
        values.put("line", mark.line());
        values.put("seen", mark.seen());
        values.put("hash", mark.hash());
        values.put("read", read);
        values.put("factsBytes", facts.bytes());
        values.put("facts", facts.records());
        values.put("personsBytes", persons.bytes());
        values.put("persons", persons.records());
        values.put("quarantineBytes", quarantineBytes);
        values.put("rounded", rounded);
        values.put("setAside", setAside);
        values.put("foreign", foreign);
        return Json.write(values);
    }

    /** Refuses what is no checkpoint with {@link IllegalArgumentException}. */
    public static Checkpoint of(String text) {
        Map<String, ?> values = Json.readObject(text);
        return new Checkpoint(
                new Mark(
                        number(values.get("offset")),
                        number(values.get("rows")),
                        number(values.get("line")),
                        number(values.get("seen")),
                        Objects.toString(values.get("hash"), "")),
                number(values.get("read")),
                new StagedWriter.Kept(number(values.get("factsBytes")), number(values.get("facts"))),
                new StagedWriter.Kept(number(values.get("personsBytes")), number(values.get("persons"))),
                number(values.get("quarantineBytes")),
                counts(values.get("setAside")),
                number(values.get("rounded")),
                counts(values.get("foreign")));
    }

    private static SortedMap<String, Long> counts(@Nullable Object value) {
        SortedMap<String, Long> counts = new TreeMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, count) -> counts.put(String.valueOf(name), number(count)));
        }
        return counts;
    }

    private static long number(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalArgumentException("a checkpoint's number must be one, but was " + value);
    }
}
