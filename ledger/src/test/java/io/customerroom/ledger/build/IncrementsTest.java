package io.customerroom.ledger.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Feed;
import io.customerroom.ledger.facts.Receipts;
import io.customerroom.ledger.facts.ReceivedFacts;
import io.customerroom.ledger.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A build that adds to a former one is, table for table and row for row, the build that is made whole from the same facts. */
class IncrementsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final CompanyCalendar JULY = new CompanyCalendar(BERLIN, Month.JULY, DayOfWeek.MONDAY);

    @TempDir
    Path folder;

    private LedgerFixture added;
    private LedgerFixture whole;
    private ReceivedFacts facts;
    private Batches batches;
    private Receipts receipts;
    private LocalDate today = LocalDate.of(2025, 5, 20);
    private int orders;
    private Instant clock = Instant.parse("2030-01-01T00:00:00Z");

    @BeforeEach
    void open() {
        added = new LedgerFixture(folder.resolve("added"))
                .activity("lapse-days: 40\nlapse-days-by-segment: {daily: 9}");
        whole = new LedgerFixture(folder.resolve("whole"))
                .activity("lapse-days: 40\nlapse-days-by-segment: {daily: 9}");
        receipts = new Receipts(added.store);
        facts = new ReceivedFacts(added.workspace, receipts, added.engine, BERLIN);
        batches = new Batches(added.workspace, added.engine, receipts);
    }

    @AfterEach
    void close() {
        added.close();
        whole.close();
    }

    /** The numbers of histories; what one did can be done again by its number. */
    static LongStream histories() {
        return Boolean.getBoolean("long") ? LongStream.rangeClosed(1, 12) : LongStream.of(2);
    }

    @ParameterizedTest
    @MethodSource("histories")
    void anyHistoryOfDaysGivesTheLedgerThatIsMadeWhole(long seed) {
        Random random = new Random(seed);
        if (seed % 2 == 0) {
            String contribution =
                    "name: value\nversion: 1\nowner: cco\nreason: test\nvalid-from: 1900-01-01\nmeasure: contribution\nwindow-months: 3\n";
            added.definition("value", contribution);
            whole.definition("value", contribution);
        }
        receive(
                FactKind.CUSTOMER_FACT,
                List.of(customer(1, "daily", "North"), customer(2, "daily", ""), customer(3, "", "")));
        purchases(random, 60, 90);
        assertThat(builtAndCompared()).startsWith("built whole: no former ledger");
        List<String> ways = new ArrayList<>();
        for (int step = 0; step < (Boolean.getBoolean("long") ? 12 : 2); step++) {
            day(random);
            ways.add(builtAndCompared());
        }
        assertThat(ways).as("seed %d", seed).allMatch(way -> way.startsWith("added to "));
    }

    private void day(Random random) {
        int days = random.nextInt(4) == 0 ? 20 + random.nextInt(40) : 1 + random.nextInt(3);
        switch (random.nextInt(6)) {
            case 0 -> {
                today = today.plusDays(days);
                receive(FactKind.COST, List.of(cost(random), cost(random), cost(random)));
            }
            case 1 -> receive(FactKind.TICKET, List.of(ticket(random), ticket(random)));
            default -> {
                purchases(random, 1 + random.nextInt(12), days);
                if (random.nextBoolean()) {
                    receive(FactKind.TICKET, List.of(ticket(random)));
                }
            }
        }
    }

    @Test
    void aMonthYearAndFiscalYearBeginWithoutAWholeBuild() {
        buy(order(1, "10", "North"), order(2, "5", "North"), order(3, "-2", "South"));
        builtAndCompared();
        for (String day : List.of("2025-12-31", "2026-01-01")) {
            today = LocalDate.parse(day);
            buy(order(2, "7", "North"));
            assertThat(builtAndCompared()).as(day).startsWith("added to ");
        }
    }

    @Test
    void whoBuysElsewhereIsNamedAnewInFinishedPeriodsToo() {
        buy(order(1, "10", "North"), order(2, "5", "North"));
        builtAndCompared();
        today = today.plusDays(60);
        buy(order(1, "10", "South"));

        assertThat(builtAndCompared()).startsWith("added to ");
        assertThat(added.ask(
                        added.builds(facts).current().orElseThrow(),
                        "SELECT DISTINCT customer, site FROM customer_period ORDER BY customer"))
                .isEqualTo("1 South\n2 North");
    }

    @Test
    void whatAddsMoreThanRowsIsBuiltWholeAndSaysWhy() {
        buy(order(1, "10", "North"));
        builtAndCompared();
        String late = buy(order(1, "1", "North"));
        assertThat(builtAndCompared()).isEqualTo("built whole: " + late + " tells of days the former ledger had");

        today = today.plusDays(1);
        orders = 0;
        String again = buy(order(1, "12", "North"));
        assertThat(builtAndCompared())
                .isEqualTo("built whole: " + again + " may hold versions of rows that were there");

        receipts.withdraw(LedgerFixture.TESTER, late);
        assertThat(builtAndCompared()).isEqualTo("built whole: a batch was undone");

        orders = 50;
        today = today.plusDays(1);
        String list = batches.receive(FactKind.PURCHASE, Feed.CUMULATIVE, now(), List.of(order(2, "3", "North")));
        assertThat(builtAndCompared()).isEqualTo("built whole: " + list + " may hold versions of rows that were there");
        receipts.withdraw(LedgerFixture.TESTER, list);
        builtAndCompared();

        today = today.plusDays(1);
        String named = receive(FactKind.CUSTOMER_FACT, List.of(customer(1, "daily", "East")));
        assertThat(builtAndCompared()).isEqualTo("built whole: " + named + " says who customers are");

        receive(FactKind.CROSSWALK, List.of(link(1, 2)));
        assertThat(builtAndCompared()).isEqualTo("built whole: customers are linked");
    }

    @Test
    void anOrderWithLinesOnBothSidesIsCountedOnce() {
        buy(order(1, "10", "North"));
        builtAndCompared();
        today = today.plusDays(1);
        String second =
                buy(order(1, "4", "North").replace("'o00001-1'", "'o00001-2'").replace("'l1'", "'l2'"));
        orders = 0;

        assertThat(builtAndCompared()).isNotEmpty();
        String more =
                buy(order(1, "4", "North").replace("'o00001-1'", "'o00001-9'").replace("'l1'", "'l9'"));
        today = today.plusDays(1);
        assertThat(second).isNotEqualTo(more);
        assertThat(builtAndCompared()).startsWith("built whole");
    }

    @Test
    void ticketsOfFormerDaysMayCome() {
        buy(order(1, "10", "North"));
        builtAndCompared();
        receive(FactKind.TICKET, List.of(ticket("t1", 9, "2025-05-20")));
        assertThat(builtAndCompared()).startsWith("added to ");
        receive(FactKind.TICKET, List.of(ticket("t2", 1, "2025-04-30")));
        assertThat(builtAndCompared()).startsWith("added to ");
    }

    /** Whatever comes: days that follow, days before, other versions, undone batches, customers linked and told apart again. */
    @ParameterizedTest
    @MethodSource("histories")
    void movedCountsOfStatesAreThoseThatAreCountedAnew(long seed) {
        Random random = new Random(40 + seed);
        purchases(random, 40, 200);
        List<String> undoable = new ArrayList<>();
        Set<String> ways = new TreeSet<>();
        boolean linked = false;
        for (int step = 0; step < (Boolean.getBoolean("long") ? 30 : 7); step++) {
            switch (step % 7) {
                case 1, 3 -> purchases(random, 1 + random.nextInt(9), 1 + random.nextInt(40));
                case 2 -> {
                    LocalDate now = today;
                    today = today.minusDays(1L + random.nextInt(150));
                    undoable.add(
                            buy(order(random.nextInt(14), "7", "North"), order(random.nextInt(14), "-3", "North")));
                    today = now;
                }
                case 4, 6 -> {
                    linked = !linked;
                    receive(FactKind.CROSSWALK, List.of(linked ? link(1, 2) : unlink(1, 2)));
                }
                case 5 ->
                    undoable.stream().findAny().ifPresent(batch -> {
                        receipts.withdraw(LedgerFixture.TESTER, batch);
                        undoable.remove(batch);
                    });
                default -> receive(FactKind.TICKET, List.of(ticket(random)));
            }
            clock = clock.plusSeconds(1);
            Builds builds = new Builds(
                    added.workspace, added.store, added.engine, facts, JULY, Clock.fixed(clock, ZoneOffset.UTC), 1);
            Build build = builds.at(BuildRequest.standard(), LedgerFixture.TESTER);
            ways.add(builds.making(build).replaceAll(" to .*|:.*", ""));
            assertMovedAsCounted(build, "seed %d, step %d".formatted(seed, step));
        }
        assertThat(ways).containsExactly("added", "built whole");
    }

    private void assertMovedAsCounted(Build build, String when) {
        String moved = """
                SELECT customer, first_on, last_on, x, spend FROM (
                    SELECT customer, first_on, last_on, x, spend, 1 AS many FROM buying_move WHERE first_on IS NOT NULL AND moved_on <= :day
                    UNION ALL
                    SELECT customer, first_on, last_before, x_before, spend_before, -1 FROM buying_move WHERE last_before IS NOT NULL AND moved_on <= :day
                ) steps GROUP BY ALL HAVING SUM(many) <> 0
                """;
        String counted = """
                SELECT customer, MIN(occurred_on), MAX(occurred_on), COUNT(*) - 1, SUM(sold) - ARG_MIN(sold, occurred_on) FROM (
                    SELECT customer, occurred_on, SUM(amount) AS sold FROM purchase
                    WHERE customer IS NOT NULL AND line_kind = 'sale' AND occurred_on <= :day GROUP BY ALL
                ) days GROUP BY customer
                """;
        try (Session session = added.engine.open()) {
            build.define(session, List.of("purchase", "buying_move"));
            for (LocalDate day = today; day.isAfter(LocalDate.of(2025, 5, 1)); day = day.minusDays(37)) {
                Map<String, ?> until = Map.of("day", day);
                assertThat(session.query(moved + " ORDER BY ALL", until).rows())
                        .as("%s, by %s", when, day)
                        .isEqualTo(
                                session.query(counted + " ORDER BY ALL", until).rows());
            }
        }
    }

    /** What a build by an earlier program lacks is told from its purchases, and is the same. */
    @Test
    void aBuildWithoutMovesTellsThemFromItsPurchases() throws IOException {
        purchases(new Random(3), 60, 90);
        builtAndCompared();
        Build build = new Builds(
                        added.workspace, added.store, added.engine, facts, JULY, Clock.fixed(clock, ZoneOffset.UTC), 1)
                .current()
                .orElseThrow();
        try (Session session = added.engine.open()) {
            build.define(session, "buying_move", "one_move");
            session.execute("CREATE TABLE kept AS SELECT * FROM one_move", Map.of());
            for (Path file : TableFiles.of(build.folder(), "buying_move")) {
                Files.delete(file);
            }
            build.define(session, "buying_move", "other_move");
            assertThat(differences(session, "*", "kept", "other_move")).isEqualTo("[]");
        }
    }

    /** How the build came about, after every table and identity was compared with the build made whole. */
    private String builtAndCompared() {
        clock = clock.plusSeconds(1);
        Clock later = Clock.fixed(clock, ZoneOffset.UTC);
        Builds adding = new Builds(added.workspace, added.store, added.engine, facts, JULY, later, 1);
        Build one = adding.at(BuildRequest.standard(), LedgerFixture.TESTER);
        Build other = new Builds(new Workspace(folder.resolve("whole")), whole.store, whole.engine, facts, JULY, later)
                .at(BuildRequest.standard(), LedgerFixture.TESTER);
        try (Session session = added.engine.open()) {
            for (String table : LedgerTables.all()) {
                one.define(session, table, "one_" + table);
                other.define(session, table, "other_" + table);
                String columns = String.join(", ", LedgerTables.columns(session, "other_" + table));
                assertThat(differences(session, columns, "one_" + table, "other_" + table))
                        .as("%s, %s", table, adding.making(one))
                        .isEqualTo("[]");
            }
        }
        assertThat(one.identities()).isEqualTo(other.identities()).isEqualTo(adding.reconcile(one));
        return adding.making(one);
    }

    private static String differences(Session session, String columns, String one, String other) {
        String rows = """
                (SELECT %1$s FROM %2$s EXCEPT ALL SELECT %1$s FROM %3$s)
                UNION ALL
                (SELECT %1$s FROM %3$s EXCEPT ALL SELECT %1$s FROM %2$s)
                """;
        return session.query(rows.formatted(columns, one, other), Map.of())
                .rows()
                .toString();
    }

    private Instant now() {
        return today.atTime(20, 0).toInstant(ZoneOffset.UTC);
    }

    private String receive(FactKind kind, List<String> rows) {
        return batches.receive(kind, Feed.DELTA, now(), rows);
    }

    private String buy(String... rows) {
        return receive(FactKind.PURCHASE, List.of(rows));
    }

    /** Lines on the days after today's, the last of which is today afterwards. */
    private void purchases(Random random, int lines, int days) {
        LocalDate from = today;
        List<String> rows = new ArrayList<>();
        for (int line = 0; line < lines; line++) {
            today = from.plusDays(line == 0 ? days : 1 + random.nextInt(days));
            String amount = random.nextInt(8) == 0 ? "0" : Integer.toString(random.nextInt(40) - 8);
            String cost = random.nextInt(5) == 0 ? "NULL" : "2";
            String kind = random.nextInt(6) == 0 ? "return" : "sale";
            String site = random.nextInt(6) == 0 ? "South" : "North";
            rows.add(line(random.nextInt(14), amount, cost, kind, site));
            if (random.nextInt(6) == 0) {
                rows.add(rows.getLast()
                        .replace("'sale', 'p'", "'return', 'p'")
                        .replace("'l1'", "'l2'")
                        .replace("-1', 'till'", "-2', 'till'")
                        .replace(", " + amount + ", 'EUR'", ", -(" + amount + "), 'EUR'"));
            }
        }
        today = from.plusDays(days);
        receive(FactKind.PURCHASE, rows);
    }

    private String order(long customer, String amount, String site) {
        return line(customer, amount, "1", "sale", site);
    }

    private String line(long customer, String amount, String cost, String kind, String site) {
        String order = "o%05d".formatted(++orders);
        return "%s, '%s', 'l1', '%s', 'p', 'c', 1, %s, 'EUR', %s, '%s', NULL"
                .formatted(
                        batches.common(order + "-1", customer, today.toString(), now()),
                        order,
                        kind,
                        amount,
                        cost,
                        site);
    }

    private String cost(Random random) {
        String kind = List.of("sale", "serve", "communicate").get(random.nextInt(3));
        return "%s, '%s', 'visit', %d, 'EUR', 'North'"
                .formatted(
                        batches.common("k%05d".formatted(++orders), random.nextInt(16), today.toString(), now()),
                        kind,
                        1 + random.nextInt(5));
    }

    private String ticket(Random random) {
        return ticket(
                "t%05d".formatted(++orders),
                random.nextInt(20),
                today.minusDays(random.nextInt(3)).toString());
    }

    private String ticket(String id, long customer, String day) {
        return "%s, '%s', 'complaint', 'use', 'desk', 'late', DATE '%s', NULL, 'ana', 'North'"
                .formatted(batches.common(id, customer, day, now()), id, day);
    }

    private String customer(long customer, String segment, String site) {
        return "%s, NULLIF('%s', ''), NULLIF('%s', ''), NULL, FALSE"
                .formatted(batches.common("c" + customer, customer, today.toString(), now()), segment, site);
    }

    private String unlink(long one, long other) {
        return link(one, other).replace(", TRUE", ", FALSE");
    }

    private String link(long one, long other) {
        return batches.common("x" + one + other, one, today.toString(), now()) + ", " + other + ", TRUE";
    }
}
