package io.customerroom.ledger.build;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.ledger.build.Build.IdentityResult;
import io.customerroom.ledger.definitions.DefinitionSet;
import io.customerroom.ledger.engine.Dialect;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.engine.SqlMacros;
import io.customerroom.state.SqlFile;
import java.nio.file.Path;
import java.time.InstantSource;
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
 *       that running sums give opening, closing and value; coarser periods from the months; moves of buyers; one part of each table;
 *   <li>the identities, over all of it;
 *   <li>from a certain size on, what {@link IncrementSteps} goes on from: {@code customer_period} in parts of periods that are over and of
 *       those that run, and the {@link Carried} tables.
 * </ol>
 */
final class LedgerSteps {

    private static final SqlFile SQL = SqlFile.beside(LedgerSteps.class);

    private static final List<String> SPELLS = List.of("purchase_spell", "contract_spell", "spell");

    /** Made for one bucket, and gone with it. */
    private static final List<String> PASSING = List.of("month_event", "customer_month", "customer_coarse");

    private final Path folder;
    private final Steps steps;
    private final long dividedFrom;
    private int finished;

    LedgerSteps(
            Engine engine,
            CompanyCalendar calendar,
            Clocks clocks,
            DefinitionSet definitions,
            Path folder,
            InstantSource stopwatch) {
        this(engine, calendar, clocks, definitions, folder, stopwatch, Long.MAX_VALUE, LedgerSteps::text);
    }

    /**
     * @param dividedFrom from so many months of customers on, a later build may add to this one
     * @param texts the text of a step by its name; a test proves its cases by changing them
     */
    LedgerSteps(
            Engine engine,
            CompanyCalendar calendar,
            Clocks clocks,
            DefinitionSet definitions,
            Path folder,
            InstantSource stopwatch,
            long dividedFrom,
            UnaryOperator<String> texts) {
        this.folder = folder;
        this.dividedFrom = dividedFrom;
        this.steps = new Steps(engine, calendar, clocks, definitions, stopwatch, texts);
    }

    /** The text of a step, as it is written. */
    static String text(String name) {
        return CostSteps.has(name) ? CostSteps.text(name) : SQL.text(name);
    }

    /** Milliseconds per step, in the order they ran. */
    Map<String, Long> millis() {
        return steps.millis();
    }

    /** How many parts of {@code customer_period} hold finished periods; 0 where it is not divided. */
    int finished() {
        return finished;
    }

    List<IdentityResult> run(FactSource facts) {
        Path customers = BuildFiles.passing(folder, "customer_fact");
        try (Session session = steps.engine().open()) {
            steps.timed("define_facts", () -> facts.define(session, steps.clocks()));
            for (String table : LedgerTables.FACTS) {
                steps.timed("write_" + table, () -> take(session, facts, table));
            }
            conversions(session, facts);
            steps.timed("write_customer_fact", () -> session.write("SELECT * FROM customer", Map.of(), customers));
        }
        try (Session session = steps.engine().open()) {
            LedgerTables.FACTS.forEach(table -> session.table(table, TableFiles.of(folder, table)));
            for (String table : List.of("purchase", "contract", "cost")) {
                session.table("whole_" + table, TableFiles.of(folder, table));
            }
            session.table("customer_fact", List.of(customers));
            return derive(session);
        }
    }

    private void take(Session session, FactSource facts, String table) {
        List<Path> stored = facts.asStored(session, table, steps.clocks());
        if (stored.isEmpty()) {
            session.write(
                    "SELECT * FROM " + table + " ORDER BY customer NULLS FIRST, occurred_at, source, key",
                    Map.of(),
                    TableFiles.whole(folder, table));
        } else {
            TableFiles.link(stored, folder, table);
        }
    }

    private void conversions(Session session, FactSource facts) {
        if (!facts.converts()) {
            LedgerTables.createEmpty(session, "conversion", "conversion");
        }
        steps.timed(
                "write_conversion",
                () -> session.write(
                        "SELECT * FROM conversion ORDER BY customer NULLS FIRST, occurred_on, kind, source, key",
                        Map.of(),
                        TableFiles.whole(folder, "conversion")));
    }

    private List<IdentityResult> derive(Session session) {
        steps.step(session, "settle_customer");
        steps.calendar(session);
        steps.rules(session);
        costs(session);
        for (String table : List.of("customer", "calendar", "unknown_period", "company_cost")) {
            steps.write(session, table, TableFiles.whole(folder, table));
        }
        boolean divided = Bucket.customerMonths(session) >= dividedFrom;
        buckets(session, divided);
        for (String table : List.of("customer_period", "unknown_period", "company_cost", LedgerTables.BUYING_MOVE)) {
            session.table(table, TableFiles.of(folder, table));
        }
        List<IdentityResult> identities = new Identities(steps.engine().dialect()).check(session);
        if (divided) {
            new Carried(folder).writeOfWhole(steps, session);
        }
        return identities;
    }

    /** What the cost rules book; it is a fact for every step after. */
    private void costs(Session session) {
        Path file = TableFiles.whole(folder, "cost_entry");
        if (steps.costs().importedOnly()) {
            CostSteps.writeNothing(session, file);
        } else {
            new CostSteps(steps).write(session, file, each -> months(session, each));
        }
        for (String name : List.of("cost_entry", "whole_cost_entry")) {
            session.table(name, List.of(file));
        }
    }

    /** Derives the months of everybody before the cost rules have booked anything, bucket by bucket. */
    private void months(Session session, Runnable each) {
        session.execute("CREATE VIEW whole_cost_entry AS SELECT * FROM no_cost_entry", Map.of());
        for (Bucket bucket : Bucket.all(session, steps.text("bucket"))) {
            bucket.show(session);
            SPELLS.forEach(step -> steps.step(session, step));
            for (String table : List.of("month_event", "customer_month")) {
                steps.make(session, table);
            }
            each.run();
            drop(session, SPELLS);
            drop(session, List.of("month_event", "customer_month"));
        }
        session.execute("DROP VIEW whole_cost_entry", Map.of());
        for (String table : List.of("purchase", "contract", "cost")) {
            session.table(table, TableFiles.of(folder, table));
        }
    }

    private static void drop(Session session, List<String> tables) {
        tables.forEach(table -> session.execute("DROP TABLE " + table, Map.of()));
    }

    private void buckets(Session session, boolean divided) {
        List<Bucket> buckets = Bucket.all(session, steps.text("bucket"));
        finished = divided ? buckets.size() : 0;
        BuyingMoves.begin(session);
        for (int number = 1; number <= buckets.size(); number++) {
            Bucket bucket = buckets.get(number - 1);
            bucket.show(session);
            SPELLS.forEach(step -> steps.step(session, step));
            PASSING.forEach(table -> steps.make(session, table));
            steps.write(session, "spell", TableFiles.part(folder, "spell", number, buckets.size()));
            BuyingMoves.write(
                    steps, session, TableFiles.part(folder, LedgerTables.BUYING_MOVE, number, buckets.size()));
            for (Periods periods : divided ? Periods.divided(session, steps) : List.of(Periods.ALL)) {
                periods.show(session);
                int part = periods.running() ? finished + number : number;
                steps.write(
                        session,
                        "customer_period",
                        TableFiles.part(folder, "customer_period", part, buckets.size() + finished));
            }
            if (divided) {
                new Carried(folder).keepNetZero(steps, session, number == 1);
            }
            drop(session, SPELLS);
            drop(session, PASSING);
        }
        Bucket.TABLES.forEach(table -> session.table(table, TableFiles.of(folder, table)));
    }

    /** The identities of a finished build, computed from its files as they are now. */
    static List<IdentityResult> reconciled(Session session, Dialect dialect, Clocks clocks) {
        for (String step : List.of("calendar_month", "period_month")) {
            session.execute(SqlMacros.render(SQL.text(step), dialect), Map.of("through", clocks.through()));
        }
        return new Identities(dialect).check(session);
    }
}
