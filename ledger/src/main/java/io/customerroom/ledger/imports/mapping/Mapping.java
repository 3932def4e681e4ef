package io.customerroom.ledger.imports.mapping;

import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Feed;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a file becomes facts of one kind.
 *
 * @param source empty = {@code main}
 * @param ids id space of the customer column
 * @param zone of moments written without an offset; empty = the company's
 * @param nulls spellings of nothing, beside the empty cell
 * @param dropDuplicates whether of rows alike in every cell only the first counts
 * @param knownAfter how long after it occurred a fact was known; empty = by a mapped {@code recorded}, else the receipt's time
 * @param columns input to rule, in the order of the kind's inputs
 */
public record Mapping(
        FactKind fact,
        Optional<String> source,
        String ids,
        Optional<Charset> encoding,
        Optional<Character> delimiter,
        Optional<String> sheet,
        int headerRow,
        Optional<ZoneId> zone,
        List<String> nulls,
        boolean dropDuplicates,
        Optional<Duration> knownAfter,
        Optional<Feed> feed,
        Map<String, ColumnRule> columns) {

    private static final String SET_ASIDE = "set aside";
    public static final String CUSTOMER_IDS = "customer";
    public static final List<String> NULLS = List.of("NULL", "null", "\\N");

    public Mapping {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        nulls = List.copyOf(nulls);
    }

    /** A mapping that names nothing yet. */
    public static Mapping empty(FactKind fact) {
        return new Mapping(
                fact,
                Optional.empty(),
                CUSTOMER_IDS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                Optional.empty(),
                NULLS,
                false,
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    public Mapping withColumns(Map<String, ColumnRule> changed) {
        return new Mapping(
                fact,
                source,
                ids,
                encoding,
                delimiter,
                sheet,
                headerRow,
                zone,
                nulls,
                dropDuplicates,
                knownAfter,
                feed,
                changed);
    }

    Mapping withNulls(List<String> found) {
        return new Mapping(
                fact,
                source,
                ids,
                encoding,
                delimiter,
                sheet,
                headerRow,
                zone,
                found,
                dropDuplicates,
                knownAfter,
                feed,
                columns);
    }

    /** The names of the columns stand in this row. */
    public Mapping withHeaderRow(int found) {
        return new Mapping(
                fact,
                source,
                ids,
                encoding,
                delimiter,
                sheet,
                found,
                zone,
                nulls,
                dropDuplicates,
                knownAfter,
                feed,
                columns);
    }

    Mapping withZone(Optional<ZoneId> found) {
        return new Mapping(
                fact,
                source,
                ids,
                encoding,
                delimiter,
                sheet,
                headerRow,
                found.or(() -> zone),
                nulls,
                dropDuplicates,
                knownAfter,
                feed,
                columns);
    }

    public Mapping with(Optional<String> otherSource, Optional<Feed> otherFeed) {
        return new Mapping(
                fact,
                otherSource.or(() -> source),
                ids,
                encoding,
                delimiter,
                sheet,
                headerRow,
                zone,
                nulls,
                dropDuplicates,
                knownAfter,
                otherFeed.or(() -> feed),
                columns);
    }

    /** Whether purchase lines take their name from the row that was set aside. */
    public boolean mended() {
        ColumnRule line = columns.get("line");
        return fact == FactKind.PURCHASE && line != null && line.from().equals(Optional.of(SET_ASIDE));
    }

    /** The same mapping for plain UTF-8 text with commas and the header on top: for a mended quarantine. */
    public Mapping forMendedRows() {
        Map<String, ColumnRule> mended = new LinkedHashMap<>(columns);
        if (fact == FactKind.PURCHASE) {
            // an ordinal counted again from 1 would name, and so replace, a line that was kept
            mended.putIfAbsent("line", ColumnRule.from(SET_ASIDE));
        }
        return new Mapping(
                fact,
                source,
                ids,
                Optional.empty(),
                Optional.of(','),
                Optional.empty(),
                1,
                zone,
                nulls,
                false,
                knownAfter,
                Optional.of(Feed.DELTA),
                mended);
    }
}
