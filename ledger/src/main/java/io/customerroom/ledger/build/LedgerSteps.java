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
 *   <li>the facts in force are written, sorted by customer and time, and everything after reads those files;
 *   <li>the known customers and the calendar;
 *   <li>spells: purchases within the lapse join, contracts that touch join, then both join where they overlap;
 *   <li>bookings and money per customer and month, without gaps, so that running sums give opening, closing and value; these large tables
 *       go through files, because the engine's memory holds them uncompressed;
 *   <li>coarser periods from the months;
 *   <li>the identities.
 * </ol>
 */
final class LedgerSteps {

    private static final SqlFile SQL = SqlFile.beside(LedgerSteps.class);

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
                timed("write_" + table, () -> session.write(sorted(table), Map.of(), Build.file(folder, table)));
            }
            timed("write_customer_fact", () -> session.write("SELECT * FROM customer", Map.of(), customers));
        }
        try (Session session = engine.open()) {
            LedgerTables.FACTS.forEach(table -> session.table(table, List.of(Build.file(folder, table))));
            session.table("customer_fact", List.of(customers));
            return derive(session);
        }
    }

    private static String sorted(String table) {
        return "SELECT * FROM " + table + " ORDER BY customer NULLS FIRST, occurred_at, source, key";
    }

    private List<IdentityResult> derive(Session session) {
        step(session, "settle_customer");
        timed("calendar", () -> calendar(session));
        step(session, "calendar_month");
        step(session, "period_month");
        timed("rules", () -> rules(session));
        for (String step : List.of("purchase_spell", "contract_spell", "spell")) {
            step(session, step);
        }
        for (String table : List.of("month_event", "customer_month", "customer_coarse")) {
            timed(table, () -> session.write(text(table), parameters(), BuildFiles.passing(folder, table)));
            session.table(table, List.of(BuildFiles.passing(folder, table)));
        }
        for (String table : LedgerTables.DERIVED) {
            timed(
                    "write_" + table,
                    () -> session.write(text("write_" + table), parameters(), Build.file(folder, table)));
        }
        for (String table : List.of("customer_period", "unknown_period", "company_cost")) {
            session.table(table, List.of(Build.file(folder, table)));
        }
        return new Identities(engine.dialect()).check(session);
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
        millis.put(step, stopwatch.millis() - start);
    }
}
