package io.customerroom.ledger.imports.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one input is filled.
 *
 * @param from name of the column; empty where a constant fills it
 * @param format of dates, as {@link io.customerroom.ledger.imports.values.DatePattern} reads them; empty = found in a sample
 * @param decimal the decimal mark; empty = found in a sample
 * @param number ids only: {@code 17850.0} is the id {@code 17850}
 * @param codes spelling in the file to canonical word
 * @param prefixes beginning of the cell to canonical word, the longest first
 * @param otherwise the word for whatever {@code codes} and {@code prefixes} do not name
 * @param negate amounts change their sign
 * @param nulls spellings of nothing, beside the mapping's
 * @param ids id space of this column; empty = the mapping's
 * @param lookups other files that say what the cell stands for, one after the other, before anything else is done with it
 */
public record ColumnRule(
        Optional<String> from,
        Optional<String> constant,
        Optional<String> format,
        Optional<Character> decimal,
        boolean number,
        Map<String, String> codes,
        Map<String, String> prefixes,
        Optional<String> otherwise,
        boolean negate,
        List<String> nulls,
        Optional<String> ids,
        List<Lookup> lookups) {

    public ColumnRule {
        lookups = List.copyOf(lookups);
    }

    public static ColumnRule from(String column) {
        return new ColumnRule(
                Optional.of(column),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Map.of(),
                Map.of(),
                Optional.empty(),
                false,
                List.of(),
                Optional.empty(),
                List.of());
    }

    /** The same word in every row. */
    static ColumnRule always(String word) {
        ColumnRule rule = from("");
        return new ColumnRule(
                Optional.empty(),
                Optional.of(word),
                rule.format,
                rule.decimal,
                rule.number,
                rule.codes,
                rule.prefixes,
                rule.otherwise,
                rule.negate,
                rule.nulls,
                rule.ids,
                rule.lookups);
    }

    ColumnRule withFormat(String found) {
        return new ColumnRule(
                from,
                constant,
                Optional.of(found),
                decimal,
                number,
                codes,
                prefixes,
                otherwise,
                negate,
                nulls,
                ids,
                lookups);
    }

    ColumnRule withLookups(List<Lookup> read) {
        return new ColumnRule(
                from, constant, format, decimal, number, codes, prefixes, otherwise, negate, nulls, ids, read);
    }

    /** The same column, its customers of another id space. */
    ColumnRule withIds(String space) {
        return new ColumnRule(
                from,
                constant,
                format,
                decimal,
                number,
                codes,
                prefixes,
                otherwise,
                negate,
                nulls,
                Optional.of(space),
                lookups);
    }

    ColumnRule withDecimal(char found) {
        return new ColumnRule(
                from,
                constant,
                format,
                Optional.of(found),
                number,
                codes,
                prefixes,
                otherwise,
                negate,
                nulls,
                ids,
                lookups);
    }
}
