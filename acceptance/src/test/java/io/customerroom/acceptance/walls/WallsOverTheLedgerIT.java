package io.customerroom.acceptance.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.customerroom.app.workbench.Workbench;
import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Grain;
import io.customerroom.kernel.Period;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.goals.Aimed;
import io.customerroom.ledger.goals.Goals;
import io.customerroom.ledger.metrics.Questions;
import io.customerroom.ledger.metrics.RowScope;
import io.customerroom.ledger.workspace.Journey;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.testkit.company.GoldenCompany;
import io.customerroom.testkit.oracle.WorkedByHand;
import io.customerroom.walls.asset.AssetChapters;
import io.customerroom.walls.asset.AssetWall;
import io.customerroom.walls.exhibit.Chapter;
import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Figure;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Wall;
import io.customerroom.walls.listening.ListeningChapters;
import io.customerroom.walls.listening.ListeningWall;
import io.customerroom.walls.operations.OperationsWall;
import io.customerroom.walls.reading.Aims;
import io.customerroom.walls.reading.Cohorts;
import io.customerroom.walls.reading.LedgerReadings;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.customers.LedgerRows;
import io.customerroom.web.customers.LedgerRowsOfBuild;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The walls of the golden company, composed from the real ledger, beside what was worked out by hand. */
@TestInstance(Lifecycle.PER_CLASS)
class WallsOverTheLedgerIT {

    private static final boolean LONG = Boolean.getBoolean("long");

    /** The first month, the one in which most left and came back, one of losses and returns, and the last; a long run takes all. */
    private static final Set<String> CHAPTERS_IN = Set.of("2024-01", "2024-09", "2025-02", "2025-06");

    @TempDir
    private static Path folder;

    private Workbench bench;
    private Build build;
    private CompanyCalendar calendar;
    private LedgerRows ledger;
    private LedgerReadings readings;
    private AssetWall asset;
    private AssetChapters chapters;
    private ListeningWall listening;
    private OperationsWall operations;

    @BeforeAll
    void openTheWalls() {
        GoldenRoom room = GoldenRoom.built(folder);
        bench = Workbench.open(new Workspace(room.workspace()), GoldenRoom.JULY);
        build = bench.builds().current().orElseThrow();
        calendar = bench.settings().calendar();
        Questions questions = bench.questions();
        readings = new LedgerReadings(() -> questions, query -> Optional.of(build));
        ledger = new LedgerRowsOfBuild(questions, query -> Optional.of(build));
        asset = new AssetWall(readings, calendar, bench.settings().currency());
        chapters = new AssetChapters(readings, calendar, bench.settings().currency());
        listening = new ListeningWall(
                readings, calendar, Journey.read(bench.workspace()).stages());
        operations = new OperationsWall(
                readings, calendar, Journey.read(bench.workspace()).stages());
    }

    @AfterAll
    void close() {
        bench.close();
    }

    @Test
    void theWaterfallOfEveryMonthIsTheOneWorkedByHand() {
        assertThat(flows(periods(Grain.MONTH))).isEqualTo(WorkedByHand.MONTHS);
    }

    @Test
    void theWaterfallsOfCoarserPeriodsAreTheOnesWorkedByHand() {
        List<Period> coarser = Stream.of(Grain.QUARTER, Grain.YEAR, Grain.FISCAL_YEAR)
                .flatMap(grain -> periods(grain).stream())
                .toList();
        assertThat(flows(coarser)).isEqualTo(WorkedByHand.COARSER);
    }

    @Test
    void theOpeningFiguresStandBesideTheirPast() {
        assertThat(figures(asset.compose(query("2025-06")))).isEqualTo("""
            Customers in 1; 0 in May 2025 +1; 3 in June 2024 −2
            Customers out 2; 2 in May 2025 unchanged; 1 in June 2024 +1
            Net −1; −2 in May 2025 +1; +2 in June 2024 −3
            Recommended us 1; 0 in May 2025 +1; 0 in June 2024 +1
            """);
        assertThat(figures(listening.compose(query("2025-06")))).isEqualTo("""
            Tickets opened 1; 1 in May 2025 unchanged; 1 in June 2024 unchanged
            Tickets closed 0; 0 in May 2025 unchanged; 0 in June 2024 unchanged
            Still open 3; 2 in May 2025 +1; 1 in June 2024 +2
            """);
    }

    @Test
    void theTicketsOfEveryStageAreTheOnesWorkedByHand() {
        String counted = periods(Grain.MONTH).stream()
                .flatMap(period -> rows(listening.compose(query(period.name())), "tickets-by-stage").stream()
                        .sorted(Comparator.comparing(row -> String.valueOf(row.getFirst())))
                        .map(row -> period.name() + " " + row.get(0) + " " + row.get(1) + " " + row.get(2) + " "
                                + row.get(3) + "\n"))
                .collect(Collectors.joining());
        assertThat(counted).isEqualTo(WorkedByHand.TICKETS);
    }

    @Test
    void theContactsStandAsWorkedByHand() {
        Table contacts = exhibit(operations.compose(query("2025-06")), "priority-contacts")
                .table();
        List<String> columns =
                contacts.columns().stream().map(Table.Column::name).toList();
        assertThat(contacts.rows().stream()
                        .map(row -> "%s: %s, %s"
                                .formatted(
                                        row.values().get(columns.indexOf("contact")),
                                        row.values().get(columns.indexOf("latest")),
                                        row.values().get(columns.indexOf("standing"))))
                        .sorted())
                .containsExactly(
                        "checkout: 18,760 orders, holds",
                        "delivery: 3 days, breach",
                        "helpline: 55 %, too few, n below 10",
                        "renewal letter: 2.25 %, above the ceiling, 2 of 3 readings",
                        "repair desk: 85 %, breach, 2 readings in a row");
    }

    @Test
    void contactsAreCountedOnceAndStandBesideTheirPast() {
        assertThat(figures(operations.compose(query("2025-06")))).isEqualTo("""
            In breach of the minimum 2; 1 in May 2025 +1; nothing
            Wrong side, no breach yet 1; 2 in May 2025 −1; nothing
            Holding the minimum 1; 1 in May 2025 unchanged; nothing
            Too few to say 1; 0 in May 2025 +1; nothing
            No standard set 0; 0 in May 2025 unchanged; nothing
            """);
    }

    @Test
    void chosenCohortsAreFollowedAndSetBesideEachOtherTheOlderFirst() {
        WallQuery usual = query("2025-06");
        List<String> cohorts = rows(audit(usual), "audit-all-cohorts").stream()
                .map(row -> String.valueOf(row.getFirst()))
                .filter(name -> !name.equals("all cohorts"))
                .distinct()
                .toList();
        assertThat(cohorts).hasSizeGreaterThan(1);
        Optional<Period> older = Optional.of(calendar.parse(cohorts.getFirst()));
        Optional<Period> younger = Optional.of(calendar.parse(cohorts.getLast()));
        Wall chosen = audit(usual.following(new Cohorts(younger, older)));
        assertThat(rows(chosen, "audit-one-cohort"))
                .isNotEmpty()
                .allMatch(row -> cohorts.getLast().equals(row.getFirst()));
        assertThat(rows(chosen, "audit-two-cohorts").stream().map(List::getFirst))
                .startsWith(cohorts.getFirst())
                .contains(cohorts.getLast());
        assertThat(rows(chosen, "audit-all-cohorts")).isEqualTo(rows(audit(usual), "audit-all-cohorts"));
        Wall nobody = audit(usual.following(new Cohorts(Optional.of(calendar.parse("2019-Q1")), Optional.empty())));
        assertThat(exhibit(nobody, "audit-one-cohort").title()).isEqualTo("Nobody placed a first order in 2019 Q1");
        assertThat(rows(nobody, "audit-one-cohort")).isEmpty();
    }

    private Wall audit(WallQuery query) {
        Chapter audit = chapters.all().stream()
                .filter(chapter -> chapter.id().equals("audit"))
                .findFirst()
                .orElseThrow();
        return chapters.compose(audit, query);
    }

    @Test
    void purchasesOfNobodyStandOnTheirOwnLine() {
        assertThat(rows(asset.compose(query("2024-05")), "unknown-customer").getLast())
                .containsExactly("2024-05", "2", "20");
        assertThat(rows(asset.compose(query("2025-02")), "unknown-customer").getLast())
                .containsExactly("2025-02", "1", "20");
    }

    @Test
    void goalsAndOtherCountsStandBesideTheFigures() {
        Goals goals = new Goals(bench.store(), calendar);
        Authorship ada = new Authorship("ada", "test", "agreed in May", "r1");
        goals.state(ada, Aimed.IN, "2025-06", Optional.empty(), Optional.of(new BigDecimal(2)));
        goals.state(ada, Aimed.OUT, "2025-06", Optional.empty(), Optional.of(new BigDecimal(2)));
        goals.state(ada, Aimed.REVENUE, "2025", Optional.empty(), Optional.of(new BigDecimal(1000)));
        goals.state(ada, Aimed.IN, "2025-06", Optional.of("home"), Optional.of(new BigDecimal(7)));
        goals.count(ada, "CRM", Aimed.OUT, "2025-06", new BigDecimal(3), "Berta");
        Aims aims = Aims.of(() -> goals);
        Wall wall = new AssetWall(readings, calendar, bench.settings().currency(), aims).compose(query("2025-06"));
        assertThat(wall.opening().stream()
                        .flatMap(exhibit -> exhibit.figures().stream())
                        .flatMap(figure -> figure.goal().stream())
                        .map(Figure.Aim::words))
                .startsWith("Goal 2 for June 2025: missed by 1", "Goal 2 for June 2025: reached")
                .last(STRING)
                .startsWith("Goal EUR 1,000 for 2025: ")
                .endsWith("with 50 % of the time gone");
        AssetChapters shelf =
                new AssetChapters(readings, calendar, bench.settings().currency(), aims);
        Wall course = shelf.compose(shelf.all().getLast(), query("2025-06"));
        assertThat(rows(course, "goals"))
                .hasSize(3)
                .first(LIST)
                .startsWith("Customers in", "June 2025", "2", "1", "-1");
        assertThat(exhibit(course, "other-counts").title()).isEqualTo("We count 1 fewer than CRM (customers out)");
        assertThat(rows(course, "other-counts").getFirst())
                .startsWith("June 2025", "CRM", "Customers out", "2", "3", "-1", "agreed in May", "Berta", "ada");
    }

    @Test
    void everyFigureOpensToAsManyRowsAsItCounts() {
        List<String> opened = new ArrayList<>();
        for (Period period : periods(Grain.MONTH)) {
            WallQuery query = query(period.name());
            List<Wall> walls =
                    new ArrayList<>(List.of(asset.compose(query), listening.compose(query), operations.compose(query)));
            if (LONG || CHAPTERS_IN.contains(period.name())) {
                chapters.all().forEach(chapter -> walls.add(chapters.compose(chapter, query)));
            }
            for (Wall wall : walls) {
                for (Exhibit exhibit : wall.all()) {
                    exhibit.figures().forEach(figure -> opened.addAll(opens(exhibit, figure, query)));
                    exhibit.table().rows().forEach(row -> {
                        namesItsPeriod(exhibit, row);
                        opened.addAll(opens(exhibit, row, query));
                    });
                }
            }
        }
        assertThat(opened).hasSizeGreaterThan(400).anyMatch("ticket-volume/open"::equals);
    }

    @Test
    void everyCountOfTheChaptersOfWallTwoOpensToAsManyTickets() {
        ListeningChapters shelf = new ListeningChapters(
                readings, calendar, Journey.read(bench.workspace()).stages());
        int opened = 0;
        for (String period : List.of("2025-06", "2025-Q2")) {
            for (Chapter chapter : shelf.all()) {
                for (Exhibit exhibit : shelf.compose(chapter, query(period)).all()) {
                    for (Table.Row row : exhibit.table().rows()) {
                        Told told = new Told(exhibit.table(), row);
                        row.parts()
                                .forEach((column, drill) -> assertThat((long)
                                                behind(drill, query(period)).size())
                                        .as("%s of %s in %s", column, row, exhibit.id())
                                        .isEqualTo(told.count(column)));
                        opened += row.parts().size();
                        if (row.drill().isPresent() && told.names("share")) {
                            assertThat((long) behind(row.drill().get(), query(period))
                                            .size())
                                    .as(row.toString())
                                    .isEqualTo(told.count("opened"));
                            opened++;
                        }
                    }
                }
            }
        }
        assertThat(opened).isGreaterThan(100);
    }

    @Test
    void ticketsThatAreOpenAtOnePeriodsEndAreOpenBeforeTheNext() {
        ListeningChapters shelf = new ListeningChapters(readings, calendar, List.of());
        List<List<@Nullable String>> newestFirst =
                rows(shelf.compose(shelf.all().getFirst(), query("2025-06")), "ticket-flow").stream()
                        .filter(row -> row.get(1) != null)
                        .toList();
        assertThat(newestFirst).hasSizeGreaterThan(5);
        for (int i = 1; i < newestFirst.size(); i++) {
            assertThat(newestFirst.get(i).getLast())
                    .isEqualTo(newestFirst.get(i - 1).get(1));
        }
    }

    /** A frozen wall reads a column of this name to know which periods were over. */
    private void namesItsPeriod(Exhibit exhibit, Table.Row row) {
        String period = row.values().getFirst();
        if (exhibit.table().columns().getFirst().name().equals("period") && period != null) {
            assertThat(calendar.parse(period).name()).as(exhibit.id()).isEqualTo(period);
        }
    }

    private List<String> opens(Exhibit exhibit, Figure figure, WallQuery query) {
        if (figure.drill().isEmpty()) {
            return List.of();
        }
        Behind behind = behind(figure.drill().get(), query);
        long counted = figure.value().map(BigDecimal::longValueExact).orElse(0L);
        String place = exhibit.id() + "/" + figure.id();
        long listed =
                switch (place) {
                    case "customer-math/in" -> behind.sum("gained") + behind.sum("regained");
                    case "customer-math/out" -> behind.sum("lost");
                    case "customer-math/net" -> behind.sum("gained") + behind.sum("regained") - behind.sum("lost");
                    case "customer-math/recommenders" -> behind.different("customer");
                    case "priority-contacts/breach",
                            "priority-contacts/below",
                            "priority-contacts/holds",
                            "priority-contacts/too-few",
                            "priority-contacts/no-standard" -> behind.different("contact");
                    default -> behind.size();
                };
        assertThat(listed).as("%s in %s", place, query.period()).isEqualTo(counted);
        return List.of(place);
    }

    private List<String> opens(Exhibit exhibit, Table.Row row, WallQuery query) {
        if (row.drill().isEmpty()) {
            return List.of();
        }
        Behind behind = behind(row.drill().get(), query);
        Told told = new Told(exhibit.table(), row);
        switch (exhibit.id()) {
            case "flow" -> {
                for (String column : List.of("opening", "gained", "regained", "lost", "closing")) {
                    assertThat(behind.sum(column)).as(column + " of " + row).isEqualTo(told.count(column));
                }
            }
            case "leaving-reasons", "top-reasons" ->
                assertThat(behind.size()).as(row.toString()).isEqualTo(told.count("customers"));
            case "reason-register" ->
                assertThat(behind.size()).as(row.toString()).isEqualTo(told.count("losses"));
            case "value-by-segment" -> {
                assertThat(behind.size()).as(row.toString()).isEqualTo(told.count("customers"));
                assertThat(behind.total("value")).as(row.toString()).isEqualByComparingTo(told.number("value"));
            }
            case "tickets-by-stage", "top-issues", "ticket-volume" ->
                assertThat(behind.size()).as(row.toString()).isEqualTo(told.count("closed") + told.count("open"));
            case "value-flow" ->
                assertThat(behind.totalWhere("value", "closing"))
                        .as(row.toString())
                        .isEqualByComparingTo(told.number("closing"));
            case "profitability-groups",
                    "contribution-by-segment",
                    "contribution-by-site",
                    "contribution-by-channel" -> {
                assertThat(behind.total("contribution"))
                        .as(row.toString())
                        .isEqualByComparingTo(told.number("contribution"));
                assertThat(behind.total("cost_to_serve"))
                        .as(row.toString())
                        .isGreaterThanOrEqualTo(told.number("cost_to_serve"));
            }
            case "contract-movements", "migration", "migration-effect" -> {
                assertThat(behind.size()).as(row.toString()).isEqualTo(told.count("customers"));
                assertThat(behind.total("change")).as(row.toString()).isEqualByComparingTo(told.number("change"));
            }
            case "audit", "audit-tenths", "audit-revenue-tenths", "audit-orders" -> {
                assertThat(behind.size()).as(row.toString()).isEqualTo(told.count("customers"));
                assertThat(behind.sum("orders")).as(row.toString()).isEqualTo(told.count("orders"));
                assertThat(behind.total("revenue")).as(row.toString()).isEqualByComparingTo(told.number("revenue"));
            }
            case "audit-both", "audit-up-down" -> {
                assertThat(behind.size()).as(row.toString()).isEqualTo(told.count("customers"));
                assertThat(behind.sum("orders_now")).as(row.toString()).isEqualTo(told.count("orders_now"));
                assertThat(behind.total("change")).as(row.toString()).isEqualByComparingTo(told.number("change"));
            }
            case "cohort-activity" ->
                assertThat(behind.size()).as(row.toString()).isEqualTo(told.count("active"));
            case "cohort-value" ->
                assertThat(behind.total("revenue")).as(row.toString()).isEqualByComparingTo(told.number("revenue"));
            case "top-customers" -> {
                assertThat(behind.size()).as(row.toString()).isEqualTo(told.count("customers"));
                assertThat(behind.total("before")).as(row.toString()).isEqualByComparingTo(told.number("before"));
            }
            case "referral-asset" ->
                assertThat(behind.sum(
                                switch (row.values().getFirst()) {
                                    case "here at the start" -> "opening";
                                    case "brought in" -> "gained";
                                    case "came back" -> "regained";
                                    case "left again" -> "lost";
                                    case null, default -> "closing";
                                }))
                        .as(row.toString())
                        .isEqualTo(Math.abs(told.count("customers")));
            case "referral-course" ->
                assertThat(behind.sum("closing")).as(row.toString()).isEqualTo(told.count("closing"));
            case "recommended-by" -> {
                assertThat(behind.size()).as(row.toString()).isEqualTo(told.count("brought"));
                assertThat(behind.totalWhere("value", "here"))
                        .as(row.toString())
                        .isEqualByComparingTo(told.number("value"));
            }
            case "recommending-rate" -> {
                assertThat(behind.size()).as(row.toString()).isEqualTo(told.count("customers"));
                assertThat(behind.sum("spoke")).as(row.toString()).isEqualTo(told.count("recommenders"));
            }
            case "referral-why-not", "referral-ways" ->
                assertThat(behind.size()).as(row.toString()).isEqualTo(told.count("referrals"));
            case "whale-curve" -> assertThat(behind.size()).as(row.toString()).isEqualTo(told.count("customers"));
            case "contract-survival-segment", "contract-survival-site", "contract-leaving", "contract-value" ->
                assertThat(behind.size()).as(row.toString()).isEqualTo(told.count("customers"));
            case "audit-all-cohorts", "audit-one-cohort", "audit-two-cohorts" -> {
                assertThat(behind.size()).as(row.toString()).isEqualTo(told.count("customers"));
                assertThat(behind.sum("orders")).as(row.toString()).isEqualTo(told.count("orders"));
            }
            case "unknown-customer" -> {
                assertThat(behind.size()).as(row.toString()).isEqualTo(told.count("lines"));
                assertThat(behind.total("amount")).as(row.toString()).isEqualByComparingTo(told.number("revenue"));
            }
            // What did not change has no rows behind it.
            case String id
            when id.startsWith("why-") -> {
                String listed = told.names("now") ? "now" : "customers_change";
                if (told.count(listed) != 0) {
                    assertThat(behind.size()).as(row.toString()).isPositive();
                }
            }
            default -> assertThat(behind.size()).as(row.toString()).isPositive();
        }
        return List.of(exhibit.id());
    }

    /** Rows behind figures of the one build that stands here, by what was asked: many exhibits lead to the same rows. */
    private final Map<Asked, Behind> listed = new HashMap<>();

    private record Asked(String metric, WallQuery query, Map<String, String> where) {}

    private Behind behind(Drill drill, WallQuery query) {
        Asked asked = new Asked(drill.metric(), query.at(calendar.parse(drill.period())), drill.where());
        return listed.computeIfAbsent(
                asked,
                it -> new Behind(ledger.behind(it.metric(), it.query(), it.where(), RowScope.everything(), 0)
                        .rows()));
    }

    private String flows(List<Period> periods) {
        return periods.stream()
                .map(period -> exhibit(asset.compose(query(period.name())), "flow")
                        .chart()
                        .map(Chart.Waterfall.class::cast)
                        .map(flow -> "%s %d+%d+%d-%d=%d\n"
                                .formatted(
                                        period.name(),
                                        flow.opening(),
                                        flow.gained(),
                                        flow.regained(),
                                        flow.lost(),
                                        flow.closing()))
                        .orElseThrow())
                .collect(Collectors.joining());
    }

    private static String figures(Wall wall) {
        return wall.opening().stream()
                .flatMap(exhibit -> exhibit.figures().stream())
                .map(figure -> "%s %s; %s; %s\n"
                        .formatted(figure.label(), figure.shown(), beside(figure.prior()), beside(figure.lastYear())))
                .collect(Collectors.joining());
    }

    private static String beside(Optional<Figure.Comparison> other) {
        return other.map(it -> it.shown() + " in " + it.period() + " " + it.change())
                .orElse("nothing");
    }

    private static List<List<@Nullable String>> rows(Wall wall, String exhibit) {
        return exhibit(wall, exhibit).table().rows().stream()
                .map(Table.Row::values)
                .toList();
    }

    private static Exhibit exhibit(Wall wall, String id) {
        Predicate<Exhibit> wanted = exhibit -> exhibit.id().equals(id);
        return wall.all().stream().filter(wanted).findFirst().orElseThrow();
    }

    private WallQuery query(String period) {
        return new WallQuery(calendar.parse(period), Optional.empty(), Optional.empty(), build.clocks());
    }

    /** From the company's first day to its last. */
    private List<Period> periods(Grain grain) {
        List<Period> periods = new ArrayList<>();
        Period period = calendar.periodOf(grain, GoldenCompany.LAST_DAY);
        while (!period.endsOn().isBefore(GoldenCompany.FIRST_DAY.plusDays(1))) {
            periods.addFirst(period);
            period = calendar.previous(period);
        }
        return periods;
    }

    /** A row of an exhibit, by the names of its columns. */
    private record Told(Table table, Table.Row row) {

        BigDecimal number(String column) {
            int at = table.columns().stream().map(Table.Column::name).toList().indexOf(column);
            @Nullable String value = row.values().get(at);
            return value == null ? BigDecimal.ZERO : new BigDecimal(value);
        }

        boolean names(String column) {
            return table.columns().stream().anyMatch(it -> it.name().equals(column));
        }

        long count(String column) {
            return number(column).longValueExact();
        }
    }
}
