package io.customerroom.web.customers;

import io.customerroom.ledger.engine.Rows;
import io.customerroom.statistics.lifetime.History;
import io.customerroom.walls.worth.Buyers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How one customer bought: the days with a sale up to a day, and what was sold on each.
 *
 * @param last the last day that counts
 * @param segment empty where the customer has none
 */
record CustomerLife(NavigableMap<LocalDate, BigDecimal> days, LocalDate last, String segment) {

    /** @param facts of the customer, in any order; those after the day do not count */
    static CustomerLife of(Rows facts, LocalDate last, String segment) {
        NavigableMap<LocalDate, BigDecimal> days = new TreeMap<>();
        for (List<@Nullable Object> fact : facts.rows()) {
            Cells cells = new Cells(facts, fact);
            if (cells.text("kind").equals("purchase") && cells.text("detail").equals("sale")) {
                cells.day("occurred_on")
                        .filter(day -> !day.isAfter(last))
                        .ifPresent(day ->
                                days.merge(day, cells.number("amount").orElse(BigDecimal.ZERO), BigDecimal::add));
            }
        }
        return new CustomerLife(days, last, segment);
    }

    /** As the models see him; nothing where he never bought. */
    Optional<Buyers.State> state() {
        if (days.isEmpty()) {
            return Optional.empty();
        }
        double spend = days.tailMap(days.firstKey(), false).values().stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
        return Optional.of(new Buyers.State(days.firstKey(), days.lastKey(), days.size() - 1, spend, 1, 0, 0, segment));
    }

    /** As the models saw him at the end of a day; nothing before the first purchase. */
    Optional<History> on(LocalDate day) {
        Map<LocalDate, BigDecimal> until = days.headMap(day, true);
        if (until.isEmpty()) {
            return Optional.empty();
        }
        LocalDate first = days.firstKey();
        return Optional.of(new History(
                until.size() - 1,
                ChronoUnit.DAYS.between(first, days.headMap(day, true).lastKey()),
                ChronoUnit.DAYS.between(first, day)));
    }

    /** One row of facts or states by column name; a column that is not there holds nothing. */
    record Cells(Rows rows, List<@Nullable Object> values) {

        private @Nullable Object value(String column) {
            int at = rows.columns().stream().map(Rows.Column::name).toList().indexOf(column);
            return at < 0 ? null : values.get(at);
        }

        String text(String column) {
            Object value = value(column);
            return value == null ? "" : String.valueOf(value);
        }

        Optional<LocalDate> day(String column) {
            String text = text(column);
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        }

        Optional<BigDecimal> number(String column) {
            String text = text(column);
            return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
        }
    }
}
