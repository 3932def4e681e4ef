package io.customerroom.ledger.build;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.ledger.definitions.ActivityDefinition;
import io.customerroom.ledger.definitions.CostRules;
import io.customerroom.ledger.definitions.DefinitionSet;
import io.customerroom.ledger.definitions.ValueDefinition;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.engine.SqlMacros;
import io.customerroom.state.SqlFile;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Runs the texts of one build: each rendered for the engine, bound to the build's clocks and rules, and timed. */
final class Steps {

    private final Engine engine;
    private final CompanyCalendar calendar;
    private final Clocks clocks;
    private final DefinitionSet definitions;
    private final InstantSource stopwatch;
    private final UnaryOperator<String> texts;
    private final Map<String, Object> more = new HashMap<>();
    private final Map<String, Long> millis = new LinkedHashMap<>();

    /** @param texts the text of a step by its name */
    Steps(
            Engine engine,
            CompanyCalendar calendar,
            Clocks clocks,
            DefinitionSet definitions,
            InstantSource stopwatch,
            UnaryOperator<String> texts) {
        this.engine = engine;
        this.calendar = calendar;
        this.clocks = clocks;
        this.definitions = definitions;
        this.stopwatch = stopwatch;
        this.texts = texts;
    }

    Engine engine() {
        return engine;
    }

    Clocks clocks() {
        return clocks;
    }

    CostRules costs() {
        return definitions.costs();
    }

    int windowMonths() {
        return definitions.value().windowMonths();
    }

    /** One more value that texts may name. */
    Steps with(String name, Object value) {
        more.put(name, value);
        return this;
    }

    /** Milliseconds per step, in the order they first ran. */
    Map<String, Long> millis() {
        return Map.copyOf(millis);
    }

    /** Runs a text that makes a table of its own. */
    void step(Session session, String name) {
        timed(name, () -> session.execute(text(name), parameters()));
    }

    /** Makes a table from the text of the same name. */
    void make(Session session, String table) {
        timed(table, () -> session.execute("CREATE TABLE " + table + " AS " + text(table), parameters()));
    }

    void write(Session session, String table, Path file) {
        write(session, table, text("write_" + table), file);
    }

    void write(Session session, String table, String select, Path file) {
        timed("write_" + table, () -> session.write(select, parameters(), file));
    }

    String text(String name) {
        String windowed = texts.apply(name)
                .replace("{window}", Integer.toString(definitions.value().windowMonths() - 1))
                .replace("{window_before}", Integer.toString(definitions.value().windowMonths()))
                .replace("{line_cost}", CostSteps.lineCost(definitions.costs()));
        return SqlMacros.render(windowed, engine.dialect());
    }

    Map<String, Object> parameters() {
        ActivityDefinition activity = definitions.activity();
        Map<String, Object> parameters = new HashMap<>(more);
        parameters.put("through", clocks.through());
        parameters.put("lapse_days", activity.lapseDays());
        parameters.put("contracts_count", activity.contractsCount());
        parameters.put("back_dated", activity.booking() == ActivityDefinition.Booking.LAST_PURCHASE);
        parameters.put("by_contribution", definitions.value().measure() == ValueDefinition.Measure.CONTRIBUTION);
        parameters.put("definitions", definitions.id());
        return parameters;
    }

    /** The tables {@code calendar}, {@code calendar_month} and {@code period_month}, from the first day in the session's facts. */
    void calendar(Session session) {
        timed("calendar", () -> {
            session.execute(SqlFile.named(LedgerTables.class, "EmptyLedger.sql").text("calendar"), Map.of());
            Object first =
                    session.query(text("first_day"), Map.of()).rows().getFirst().getFirst();
            if (first instanceof LocalDate day && !day.isAfter(clocks.through())) {
                new CalendarTable(calendar, day, clocks.through()).fill(session);
            }
        });
        step(session, "calendar_month");
        step(session, "period_month");
    }

    /** The rules that texts join: kinds of lines that make active, and lapses of segments. */
    void rules(Session session) {
        timed("rules", () -> {
            ActivityDefinition activity = definitions.activity();
            session.execute("CREATE TABLE counted_kind (line_kind VARCHAR)", Map.of());
            activity.counts()
                    .forEach(kind -> session.execute("INSERT INTO counted_kind VALUES (:kind)", Map.of("kind", kind)));
            session.execute("CREATE TABLE segment_lapse (segment VARCHAR, lapse_days INTEGER)", Map.of());
            activity.lapseDaysBySegment()
                    .forEach((segment, days) -> session.execute(
                            "INSERT INTO segment_lapse VALUES (:segment, :days)",
                            Map.of("segment", segment, "days", days)));
        });
    }

    void timed(String step, Runnable work) {
        long start = stopwatch.millis();
        work.run();
        millis.merge(step, stopwatch.millis() - start, Long::sum);
    }
}
