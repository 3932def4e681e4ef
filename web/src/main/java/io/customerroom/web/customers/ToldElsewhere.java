package io.customerroom.web.customers;

import io.customerroom.ledger.engine.Rows;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What was told in another currency stands in columns of its own, which a table without such a row does not show. */
final class ToldElsewhere {

    private static final List<String> COLUMNS = List.of("told_in", "original", "rate", "rate_on");

    private ToldElsewhere() {}

    static Rows shown(Rows facts) {
        int told = facts.indexOf(COLUMNS.getFirst());
        if (facts.rows().stream().map(row -> row.get(told)).anyMatch(Objects::nonNull)) {
            return facts;
        }
        int[] kept = IntStream.range(0, facts.columns().size())
                .filter(column -> !COLUMNS.contains(facts.columns().get(column).name()))
                .toArray();
        return new Rows(
                IntStream.of(kept).mapToObj(facts.columns()::get).toList(),
                facts.rows().stream()
                        .map(row -> IntStream.of(kept).mapToObj(row::get).collect(Collectors.toList()))
                        .toList());
    }
}
