package io.customerroom.ledger.build;

import io.customerroom.kernel.Clocks;
import io.customerroom.ledger.engine.Session;
import io.customerroom.state.SqlFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Facts a test writes down one by one. They hold nothing after the through clock, as the real ones do. */
public class StagedFacts implements FactSource {

    private static final SqlFile EMPTY = SqlFile.named(LedgerTables.class, "EmptyLedger.sql");

    private final List<String> rows = new ArrayList<>();
    private LocalDate last = LocalDate.of(2000, 1, 1);
    private int count;

    /** @param customer 0 is nobody known */
    public StagedFacts purchase(long customer, String day, String amount) {
        return purchase(customer, day, amount, "NULL", "sale");
    }

    /** @param cost {@code NULL} if not known */
    public StagedFacts purchase(long customer, String day, String amount, String cost, String kind) {
        return purchase(customer, day, amount, cost, kind, "o" + (count + 1), "NULL");
    }

    public StagedFacts purchase(
            long customer, String day, String amount, String cost, String kind, String order, String site) {
        return add(
                day,
                "INSERT INTO purchase SELECT %s, '%s', 'l1', '%s', 'p', 'c', 1, %s, 'EUR', %s, %s, NULL, 'b1'"
                        .formatted(common(customer, day), order, kind, amount, cost, site));
    }

    /** @param end {@code NULL} or a date in quotes */
    public StagedFacts contract(long customer, String start, String end, String amount, int months) {
        return contract(customer, start, end, "NULL", amount, months);
    }

    /** @param notice {@code NULL} or a date in quotes, as the end */
    public StagedFacts contract(long customer, String start, String end, String notice, String amount, int months) {
        return add(
                start,
                "INSERT INTO contract SELECT %s, 'k%d', 'plan', DATE '%s', CAST(%s AS DATE), CAST(%s AS DATE), %s, %d, CAST(%s AS DECIMAL(28, 10)) / %d, 'EUR', NULL, NULL, 'b1'"
                        .formatted(common(customer, start), count, start, end, notice, amount, months, amount, months));
    }

    /**
     * What befell the contract that was written down as the so-manieth fact.
     *
     * @param until {@code NULL} or a date in quotes
     * @param monthly of the amount, what a month loses
     */
    public StagedFacts event(
            long customer, int contract, String kind, String from, String until, String amount, String monthly) {
        return add(
                from,
                "INSERT INTO contract_event SELECT %s, 'k%d', '%s', DATE '%s', CAST(%s AS DATE), %s, %s, 'EUR', NULL, 'b1'"
                        .formatted(common(customer, from), contract, kind, from, until, amount, monthly));
    }

    public StagedFacts cost(long customer, String day, String kind, String amount) {
        return add(
                day,
                "INSERT INTO cost SELECT %s, '%s', 'visit', %s, 'EUR', NULL, 'b1'"
                        .formatted(common(customer, day), kind, amount));
    }

    public StagedFacts customer(long customer, String segment, String site) {
        rows.add("INSERT INTO customer_staged SELECT %s, NULLIF('%s', ''), '%s', NULL, 'b1'"
                .formatted(common(customer, "2020-01-01"), segment, site));
        return this;
    }

    /** A text that inserts into a table of facts. */
    public StagedFacts sql(String day, String insert) {
        return add(day, insert);
    }

    public StagedFacts until(String day) {
        last = LocalDate.parse(day);
        return this;
    }

    @Override
    public List<String> receipts(Instant known) {
        return List.of("receipt of " + rows.hashCode());
    }

    @Override
    public Optional<Instant> latestKnown() {
        return Optional.of(Instant.parse("2030-01-01T00:00:00Z"));
    }

    @Override
    public Optional<LocalDate> latestDay(Instant known) {
        return rows.isEmpty() ? Optional.empty() : Optional.of(last);
    }

    @Override
    public void define(Session session, Clocks clocks) {
        LedgerTables.FACTS.forEach(table -> session.execute(EMPTY.text(table), Map.of()));
        session.execute("""
                CREATE TABLE customer_staged (key VARCHAR, source VARCHAR, customer BIGINT, occurred_at TIMESTAMP, occurred_on DATE,
                    recorded_at TIMESTAMP, line BIGINT, segment VARCHAR, site VARCHAR, channel VARCHAR, batch VARCHAR)
                """, Map.of());
        rows.forEach(row -> session.execute(row, Map.of()));
        session.execute("CREATE VIEW customer AS SELECT * FROM customer_staged", Map.of());
        for (String table : LedgerTables.FACTS) {
            session.execute(
                    "DELETE FROM " + table + " WHERE occurred_on > CAST(:through AS DATE)",
                    Map.of("through", clocks.through()));
        }
    }

    private StagedFacts add(String day, String row) {
        rows.add(row);
        LocalDate date = LocalDate.parse(day);
        last = date.isAfter(last) ? date : last;
        return this;
    }

    private String common(long customer, String day) {
        count++;
        return "'%d', 's', %s, TIMESTAMP '%s 12:00:00', DATE '%s', TIMESTAMP '%s 12:00:00', %d"
                .formatted(count, customer == 0 ? "NULL" : Long.toString(customer), day, day, day, count);
    }
}
