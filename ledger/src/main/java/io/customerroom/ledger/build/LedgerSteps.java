package io.customerroom.ledger.build;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.ledger.build.Build.IdentityResult;
import io.customerroom.ledger.definitions.ActivityDefinition;
import io.customerroom.ledger.definitions.DefinitionSet;
import io.customerroom.ledger.definitions.ValueDefinition;
import io.customerroom.ledger.engine.Dialect;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.engine.SqlMacros;
import io.customerroom.state.SqlFile;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Derives the ledger's tables, one step after the other:
 *
 * <ol>
 *   <li>the facts in force become files of the build: batches that need no resolving are taken as they are, the others are written
 *       sorted by customer and time; everything after reads those files;
 *   <li>the known customers and the calendar;
 *   <li>then bucket by bucket of customers, so that what lies between two steps fits into memory: spells (purchases within the lapse
 *       join, contracts that touch join, then both join where they overlap); bookings and money per customer and month, without gaps, so
 *       that running sums give opening, closing and value; coarser periods from the months; one part of each table;
 *   <li>the identities, over all of it.
 * </ol>
 */
final class LedgerSteps {

    private static final SqlFile SQL = SqlFile.beside(LedgerSteps.class);

    /** Made for one bucket, and gone with it. */
    private static final List<String> PASSING = List.of("month_event", "customer_month", "customer_coarse");

    private final Engine engine;
    private final CompanyCalendar calendar;
    private final Clocks clocks;
    private final DefinitionSet definitions;
    private final Path folder;
    private final InstantSource stopwatch;
    private final UnaryOperator<String> texts;
    private final Map<String, Long> millis = new LinkedHashMap<>();

    LedgerSteps(
            Engine engine,
            CompanyCalendar calendar,
            Clocks clocks,
            DefinitionSet definitions,
            Path folder,
            InstantSource stopwatch) {
        this(engine, calendar, clocks, definitions, folder, stopwatch, SQL::text);
    }

    /** @param texts the text of a step by its name; a test proves its cases by changing them */
    LedgerSteps(
            Engine engine,
            CompanyCalendar calendar,
            Clocks clocks,
            DefinitionSet definitions,
            Path folder,
            InstantSource stopwatch,
            UnaryOperator<String> texts) {
        this.engine = engine;
        this.calendar = calendar;
        this.clocks = clocks;
        this.definitions = definitions;
        this.folder = folder;
        this.stopwatch = stopwatch;
        this.texts = texts;
    }

    /** Milliseconds per step, in the order they ran. */
    Map<String, Long> millis() {
        return Map.copyOf(millis);
    }

    List<IdentityResult> run(FactSource facts) {
        Path customers = BuildFiles.passing(folder, "customer_fact");
        try (Session session = engine.open()) {
            timed("define_facts", () -> facts.define(session, clocks));
            for (String table : LedgerTables.FACTS) {
                timed("write_" + table, () -> take(session, facts, table));
            }
            timed("write_customer_fact", () -> session.write("SELECT * FROM customer", Map.of(), customers));
        }
        try (Session session = engine.open()) {
            LedgerTables.FACTS.forEach(table -> session.table(table, TableFiles.of(folder, table)));
            Bucket.TABLES.forEach(table -> session.table("whole_" + table, TableFiles.of(folder, table)));
            session.table("customer_fact", List.of(customers));
            return derive(session);
        }
    }

    private void take(Session session, FactSource facts, String table) {
        List<Path> stored = facts.asStored(session, table, clocks);
        if (stored.isEmpty()) {
            session.write(
                    "SELECT * FROM " + table + " ORDER BY customer NULLS FIRST, occurred_at, source, key",
                    Map.of(),
                    TableFiles.whole(folder, table));
        } else {
            TableFiles.link(stored, folder, table);
        }
    }

    private List<IdentityResult> derive(Session session) {
        step(session, "settle_customer");
        timed("calendar", () -> calendar(session));
        step(session, "calendar_month");
        step(session, "period_month");
        timed("rules", () -> rules(session));
        for (String table : List.of("customer", "calendar", "unknown_period", "company_cost")) {
            write(session, table, TableFiles.whole(folder, table));
        }
        buckets(session);
        for (String table : List.of("customer_period", "unknown_period", "company_cost")) {
            session.table(table, TableFiles.of(folder, table));
        }
        return new Identities(engine.dialect()).check(session);
    }

    private void buckets(Session session) {
        List<Bucket> buckets = Bucket.all(session, text("bucket"));
        for (int number = 1; number <= buckets.size(); number++) {
            Bucket bucket = buckets.get(number - 1);
            bucket.show(session);
            for (String step : List.of("purchase_spell", "contract_spell", "spell")) {
                step(session, step);
            }
            for (String table : PASSING) {
                timed(table, () -> session.execute("CREATE TABLE " + table + " AS " + text(table), parameters()));
            }
            for (String table : List.of("spell", "customer_period")) {
                write(session, table, TableFiles.part(folder, table, number, buckets.size()));
            }
            for (String table : List.of("purchase_spell", "contract_spell", "spell")) {
                session.execute("DROP TABLE " + table, Map.of());
            }
            PASSING.forEach(table -> session.execute("DROP TABLE " + table, Map.of()));
        }
        Bucket.TABLES.forEach(table -> session.table(table, TableFiles.of(folder, table)));
    }

    private void write(Session session, String table, Path file) {
        timed("write_" + table, () -> session.write(text("write_" + table), parameters(), file));
    }

    /** The identities of a finished build, computed from its files as they are now. */
    static List<IdentityResult> reconciled(Session session, Dialect dialect, Clocks clocks) {
        for (String step : List.of("calendar_month", "period_month")) {
            session.execute(SqlMacros.render(SQL.text(step), dialect), Map.of("through", clocks.through()));
        }
        return new Identities(dialect).check(session);
    }

    private void calendar(Session session) {
        session.execute(SqlFile.named(LedgerTables.class, "EmptyLedger.sql").text("calendar"), Map.of());
        Object first =
                session.query(text("first_day"), Map.of()).rows().getFirst().getFirst();
        if (first instanceof LocalDate day && !day.isAfter(clocks.through())) {
            new CalendarTable(calendar, day, clocks.through()).fill(session);
        }
    }

    private void rules(Session session) {
        ActivityDefinition activity = definitions.activity();
        session.execute("CREATE TABLE counted_kind (line_kind VARCHAR)", Map.of());
        activity.counts()
                .forEach(kind -> session.execute("INSERT INTO counted_kind VALUES (:kind)", Map.of("kind", kind)));
        session.execute("CREATE TABLE segment_lapse (segment VARCHAR, lapse_days INTEGER)", Map.of());
        activity.lapseDaysBySegment()
                .forEach((segment, days) -> session.execute(
                        "INSERT INTO segment_lapse VALUES (:segment, :days)",
                        Map.of("segment", segment, "days", days)));
    }

    private void step(Session session, String name) {
        timed(name, () -> session.execute(text(name), parameters()));
    }

    private String text(String name) {
        String windowed = texts.apply(name)
                .replace("{window}", Integer.toString(definitions.value().windowMonths() - 1))
                .replace("{window_before}", Integer.toString(definitions.value().windowMonths()));
        return SqlMacros.render(windowed, engine.dialect());
    }

    private Map<String, Object> parameters() {
        ActivityDefinition activity = definitions.activity();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("through", clocks.through());
        parameters.put("lapse_days", activity.lapseDays());
        parameters.put("contracts_count", activity.contractsCount());
        parameters.put("back_dated", activity.booking() == ActivityDefinition.Booking.LAST_PURCHASE);
        parameters.put("by_contribution", definitions.value().measure() == ValueDefinition.Measure.CONTRIBUTION);
        parameters.put("definitions", definitions.id());
        return parameters;
    }

    private void timed(String step, Runnable work) {
        long start = stopwatch.millis();
        work.run();
        millis.merge(step, stopwatch.millis() - start, Long::sum);
    }
}
