package io.customerroom.ledger.build;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.build.Build.IdentityResult;
import io.customerroom.ledger.definitions.DefinitionSet;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.engine.Session;
import io.customerroom.state.SqlFile;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Adds rows to a former build; the result is, row for row, what {@link LedgerSteps} would make. What is over stays: parts of
 * {@code customer_period} with finished periods get a second name. What runs is told anew for the customers it changes for:
 *
 * <ol>
 *   <li>facts: the former build's files and the new batches, by second names;
 *   <li>customers, spells and the small tables: written anew, from what was carried and what came;
 *   <li>running periods of affected customers: their months so far, read from the former build, and what came, go through the same texts as
 *       in a whole build; everybody else's rows are copied;
 *   <li>where a customer's segment, site or channel is another now, the parts that name the customer are written with it;
 *   <li>moves of buyers: those of the former build stay, and whoever bought moves on from where they left him;
 *   <li>the identities, over the sums of all parts.
 * </ol>
 */
final class IncrementSteps {

    private static final SqlFile SQL = SqlFile.beside(IncrementSteps.class);

    private static final SqlFile EMPTY = SqlFile.named(LedgerTables.class, "EmptyLedger.sql");

    /** Figures of the previous period look back a year at most; values as far as their window. */
    private static final int LONGEST_PERIOD_MONTHS = 12;

    private final Steps steps;
    private final Path folder;
    private final Build base;
    private final int finished;
    private final Addition.Rows added;
    private final Carried carried;
    private int finishedNow;

    IncrementSteps(
            Engine engine,
            CompanyCalendar calendar,
            Clocks clocks,
            DefinitionSet definitions,
            Path folder,
            InstantSource stopwatch,
            Build base,
            int finished,
            Addition.Rows added) {
        this.steps = new Steps(
                engine,
                calendar,
                clocks,
                definitions,
                stopwatch,
                name -> name.startsWith("add_") ? SQL.text(name) : LedgerSteps.text(name));
        this.folder = folder;
        this.base = base;
        this.finished = finished;
        this.added = added;
        this.carried = new Carried(folder);
    }

    Map<String, Long> millis() {
        return steps.millis();
    }

    /** How many parts of {@code customer_period} hold finished periods. */
    int finished() {
        return finishedNow;
    }

    List<IdentityResult> run() {
        steps.timed("take_facts", () -> LedgerTables.FACTS.forEach(this::take));
        writeEmpty("conversion"); // with other currencies a ledger is made whole
        try (Session session = steps.engine().open()) {
            name(session);
            steps.step(session, "add_touched");
            steps.step(session, "add_settled");
            steps.calendar(session);
            steps.rules(session);
            CostSteps.writeNothing(
                    session, TableFiles.whole(folder, "cost_entry")); // with rules a ledger is made whole
            session.table("cost_entry", List.of(TableFiles.whole(folder, "cost_entry")));
            for (String table : List.of("customer", "calendar", "unknown_period", "company_cost")) {
                steps.write(session, table, TableFiles.whole(folder, table));
            }
            steps.step(session, "add_moved");
            steps.step(session, "add_spell");
            steps.write(session, "spell", TableFiles.whole(folder, "spell"));
            BuyingMoves.add(steps, session, base, folder);
            derive(session);
        }
        return identities();
    }

    private void take(String table) {
        List<Path> files = new ArrayList<>(added.files().getOrDefault(table, List.of()));
        List<Path> former = TableFiles.of(base.folder(), table);
        if (former.isEmpty() && files.isEmpty()) {
            writeEmpty(table);
            return;
        }
        if (files.isEmpty() || !former.isEmpty() && !empty(former)) {
            files.addAll(0, former);
        }
        TableFiles.link(files, folder, table);
    }

    /** Of a kind of facts that the program of the former build did not know. */
    private void writeEmpty(String table) {
        try (Session session = steps.engine().open()) {
            LedgerTables.createEmpty(session, table, table);
            session.write("SELECT * FROM " + table, Map.of(), TableFiles.whole(folder, table));
        }
    }

    private boolean empty(List<Path> files) {
        try (Session session = steps.engine().open()) {
            session.table("former", files);
            return Long.valueOf(0).equals(value(session.query("SELECT COUNT(*) FROM former", Map.of())));
        }
    }

    private void name(Session session) {
        for (String table : LedgerTables.FACTS) {
            session.table(table, TableFiles.of(folder, table));
            if (added.files().containsKey(table)) {
                session.table("added_" + table, added.files().getOrDefault(table, List.of()));
            } else {
                session.execute(EMPTY.text(table).replace("CREATE TABLE ", "CREATE TABLE added_"), Map.of());
            }
        }
        Carried former = new Carried(base.folder());
        for (String name : List.of("settled", "net_zero", "total")) {
            session.table("base_" + name, List.of(former.file(name)));
        }
        base.define(session, "spell", "base_spell");
        base.define(session, "customer_period", "base_period");
        List<Path> periods = TableFiles.of(base.folder(), "customer_period");
        session.table("base_running", periods.subList(finished, periods.size()));
    }

    private void derive(Session session) {
        steps.with("resumed", base.clocks().through().plusDays(1));
        int before = Periods.month(session, steps, "ca_add_days(CAST(:resumed AS DATE), -1)");
        int resumed = Periods.month(session, steps, "CAST(:resumed AS DATE)");
        int now = Periods.month(session, steps, "CAST(:through AS DATE)");
        boolean opened = now > before;
        steps.with("opened", opened)
                .with("resumed_midx", resumed)
                .with("look_back", Math.max(steps.windowMonths(), LONGEST_PERIOD_MONTHS));
        steps.with("from_midx", value(session.query(steps.text("add_from_midx"), steps.parameters())));
        steps.step(session, "add_affected");
        steps.step(session, "add_kept_month");
        steps.step(session, "add_month_event");
        steps.make(session, "customer_month");
        session.execute("DELETE FROM period_month WHERE last_midx < " + resumed, Map.of());
        steps.make(session, "customer_coarse");
        session.execute("CREATE VIEW ledger_customer AS SELECT * FROM settled_customer", Map.of());
        steps.step(session, "add_net_zero");
        finishedNow = finished + (opened ? 1 : 0);
        session.execute("CREATE TABLE total AS SELECT * FROM base_total WHERE part <= " + finished, Map.of());
        keepFinished(session);
        if (opened) {
            write(session, new Periods(resumed, now - 1), false);
        }
        write(session, new Periods(Math.max(resumed, now), Integer.MAX_VALUE), true);
        carried.write(steps, session);
    }

    private void keepFinished(Session session) {
        List<Path> former = TableFiles.of(base.folder(), "customer_period");
        boolean moved = !Long.valueOf(0).equals(value(session.query("SELECT COUNT(*) FROM moved", Map.of())));
        for (int number = 1; number <= finished; number++) {
            Path part = former.get(number - 1);
            if (moved && namesMoved(session, part)) {
                session.table("base_part", List.of(part));
                steps.write(session, "renamed", steps.text("add_renamed"), part(number));
            } else {
                TableFiles.link(part, part(number), "customer_period");
            }
        }
    }

    private boolean namesMoved(Session session, Path part) {
        session.table("base_part", List.of(part));
        return !Long.valueOf(0)
                .equals(value(session.query(
                        "SELECT COUNT(*) FROM base_part p WHERE EXISTS (SELECT 1 FROM moved m WHERE m.customer = p.customer)",
                        Map.of())));
    }

    /** The periods recomputed for affected customers, and the copies of all others'. */
    private void write(Session session, Periods periods, boolean running) {
        periods.show(session);
        int number = running ? finishedNow + 1 : finishedNow;
        String select = "SELECT * FROM (\n" + steps.text("write_customer_period") + "\n) told\nUNION ALL\n"
                + steps.text("add_copied") + "\nORDER BY grain, customer, starts_on";
        steps.with("running", running);
        steps.write(session, "customer_period", select, part(number));
        carried.total(steps, session, number, part(number), false);
    }

    private Path part(int number) {
        return TableFiles.part(folder, "customer_period", number, finishedNow + 1);
    }

    private List<IdentityResult> identities() {
        try (Session session = steps.engine().open()) {
            for (String table : List.of(
                    "purchase",
                    "contract",
                    "cost",
                    "calendar",
                    "unknown_period",
                    "company_cost",
                    "cost_entry",
                    LedgerTables.BUYING_MOVE)) {
                session.table(table, TableFiles.of(folder, table));
            }
            List<IdentityResult> results = new ArrayList<>();
            steps.timed("identities", () -> {
                if (carried.sumsInsteadOfRows(session) != 0) {
                    throw Failure.ours(
                            "LEDGER_DOES_NOT_RECONCILE",
                            "The ledger was not recorded because some of its rows do not add up.",
                            null);
                }
                results.addAll(LedgerSteps.reconciled(session, steps.engine().dialect(), steps.clocks()));
            });
            return List.copyOf(results);
        }
    }

    private static Object value(Rows rows) {
        Object value = rows.rows().getFirst().getFirst();
        return value == null ? "" : value;
    }
}
