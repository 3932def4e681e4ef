package io.customerroom.walls.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Figure;
import io.customerroom.walls.exhibit.Remarks;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Wall;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.WallQuery;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A hotline that is slow at one of its three sites, a repair desk that slipped once, and a letter nobody set a standard for. */
class OperationsWallTest {

    private static final CompanyCalendar CALENDAR = CompanyCalendar.utc();

    private static final Map<String, String> READINGS = Map.of(
            "2026-10", """
                    hotline|waiting|North|at-most|6|8.8|breach|4
                    hotline|waiting|South|at-most|6|7|holds|2
                    hotline|waiting|West|at-most|6|4|holds|0
                    repair|in time|North|at-least|85|80|holds|1
                    repair|in time|South|at-least|85|99|holds|0
                    letter|sent|North|at-least||97|no-standard|0
                    welcome|made|East|at-least|85|98|holds|0
                    welcome|made|North|at-least|85|97|holds|0
                    """,
            "2026-09", """
                    hotline|waiting|North|at-most|6|8.1|breach|3
                    repair|in time|North|at-least|85|91|holds|0
                    """,
            "2025-10", "");

    /** Leaders watch all four, and a visit that nobody measures or owns. */
    private static final ContactBook BOOK = new ContactBook() {
        @Override
        public List<Priority> chosen() {
            return List.of(
                    new Priority("hotline", ContactKind.RESPONDING, "use", "Ada"),
                    new Priority("letter", ContactKind.RELATIONSHIP, "use", "Ada"),
                    new Priority("repair", ContactKind.RESCUE, "use", "Ada"),
                    new Priority("visit", ContactKind.RELATIONSHIP, "leave", ""),
                    new Priority("welcome", ContactKind.RELATIONSHIP, "use", "Ada"));
        }

        @Override
        public List<Candidate> added() {
            return List.of(new Candidate("car park", "leave", "Half of them get lost."));
        }

        @Override
        public Map<String, Integer> votes() {
            return Map.of("visit", 2);
        }
    };

    private static final Wall WALL = new OperationsWall(
                    (metric, from, to, query) -> metric.equals("contact-inventory")
                            ? inventory()
                            : reading(READINGS.getOrDefault(to.name(), "")),
                    CALENDAR,
                    List.of("use", "leave"),
                    BOOK,
                    Remarks.NONE,
                    () -> Map.of("b0007", "leo, 2026-10-26 09:00"))
            .compose(new WallQuery(
                    CALENDAR.parse("2026-10"),
                    Optional.empty(),
                    Optional.empty(),
                    new Clocks(LocalDate.parse("2026-10-31"), Instant.parse("2026-11-02T08:00:00Z"))));

    @Test
    void sentenceAndTilesCountTheSameContactsOnce() {
        assertThat(WALL.sentence())
                .isEqualTo("In October 2026, 1 of 4 priority contacts broke its minimum standard,"
                        + " 1 stood on the wrong side but not yet long enough, 1 held it; for 1 too little is known.");
        assertThat(exhibit().figures().stream().map(OperationsWallTest::words))
                .containsExactly(
                        "In breach of the minimum: 1 of 4 contacts, 1 in September 2026",
                        "Wrong side, no breach yet: 1 of 4 contacts, 0 in September 2026",
                        "Holding the minimum: 1 of 4 contacts, 1 in September 2026",
                        "Too few to say: 0 of 4 contacts, 0 in September 2026",
                        "No standard set: 1 of 4 contacts, 0 in September 2026");
    }

    @Test
    void everyTileOpensToItsReadings() {
        assertThat(exhibit().figures())
                .allSatisfy(figure ->
                        assertThat(figure.drill().orElseThrow().where()).containsEntry("standing", figure.id()));
    }

    @Test
    void aContactHasOneRowThatSpeaksOfItsWorstSite() {
        assertThat(exhibit().title()).isEqualTo("“hotline” is above the ceiling at North");
        assertThat(exhibit().table().rows().stream().map(OperationsWallTest::words))
                .containsExactly(
                        "hotline: breach, 4 readings in a row; at most 6 s; 8.8 s at North; 1 of 3 in breach; then 8.1 s",
                        "repair: below the floor, 1 of 3 readings; at least 85 s; 80 s at North; 1 of 2 on the wrong side; then 91 s",
                        "letter: no standard; none; 97 s at North; 1 of 1 without standard; then null",
                        "welcome: holds; at least 85 s; 97 s at North; 2 of 2 hold; then null");
    }

    @Test
    void theWorstSiteOfTheWorstContactIsDrawn() {
        assertThat(WALL.opening())
                .first()
                .satisfies(chart -> assertThat(chart.title())
                        .isEqualTo("“hotline” at North is above the ceiling since 25 October 2026"))
                .satisfies(chart -> assertThat(chart.caption())
                        .startsWith("No limits: limits need at least 6 values beside each other; known so far: 1"));
    }

    @Test
    void aTypedReadingIsMarkedAndSaysWhoTypedItWhen() {
        Exhibit chart = WALL.opening().getFirst();
        assertThat(chart.caption()).endsWith("○ typed by hand, by whom and when in the table");
        assertThat(((Chart.Process) chart.chart().orElseThrow()).typed()).containsExactly(0);
        assertThat(chart.table().columns().getLast().label()).isEqualTo("Typed by");
        assertThat(chart.table().rows().getFirst().values().getLast()).isEqualTo("leo, 2026-10-26 09:00");
    }

    @Test
    void gapsNameTheStageTheKindAndTheContact() {
        assertThat(WALL.opening().get(1).table().rows().stream()
                        .map(row -> row.values().get(0) + ": " + row.values().get(1)))
                .containsExactly(
                        "Stage “leave”: no rescue contact",
                        "All stages: no revenue building contact",
                        "“letter”: no minimum standard",
                        "“visit”: no owner",
                        "“visit”: no reading");
    }

    @Test
    void theInventoryHoldsWhatDataAndPeopleName() {
        assertThat(WALL.exhibits()).singleElement().satisfies(inventory -> {
            assertThat(inventory.title()).isEqualTo("7 contacts known, 5 of at most 15 chosen");
            assertThat(inventory.table().rows().stream()
                            .map(row -> "%s, %s: %s votes, %s complaints"
                                    .formatted(
                                            row.values().get(0),
                                            row.values().get(1),
                                            row.values().get(4),
                                            row.values().get(6)))
                            .limit(4))
                    .containsExactly(
                            "visit, priority, relationship: 2 votes, null complaints",
                            "hotline, priority, responding: 0 votes, 40 complaints",
                            "shop, seen: 0 votes, 3 complaints",
                            "car park, added by hand: 0 votes, null complaints");
        });
    }

    private static Reading inventory() {
        List<Rows.Column> columns = Arrays.stream(
                        "period contact stage contact_kind owner tickets complaints answers customers value readings"
                                .split(" "))
                .map(name -> new Rows.Column(name, Object.class))
                .toList();
        return new Reading(
                new Rows(
                        columns,
                        List.of(
                                Arrays.asList(
                                        "2026-10", "hotline", "use", "responding", "Ada", 58L, 40L, 12L, 55L, null, 4L),
                                Arrays.asList("2026-10", "shop", null, null, null, 9L, 3L, 0L, 9L, null, 0L))),
                List.of(),
                new Exhibit.Source("contact-inventory@1", "d", "f", "h"));
    }

    private static Exhibit exhibit() {
        return WALL.opening().getLast();
    }

    private static String words(Figure figure) {
        return "%s: %s %s, %s"
                .formatted(
                        figure.label(),
                        figure.shown(),
                        figure.parts(),
                        figure.prior()
                                .map(prior -> prior.shown() + " in " + prior.period())
                                .orElse("nothing"));
    }

    private static String words(Table.Row row) {
        List<String> columns =
                exhibit().table().columns().stream().map(Table.Column::name).toList();
        Object[] cells = Stream.of("contact", "standing", "standard", "latest", "site", "sites", "prior")
                .map(name -> row.values().get(columns.indexOf(name)))
                .toArray();
        return "%s: %s; %s; %s at %s; %s; then %s".formatted(cells);
    }

    private static Reading reading(String lines) {
        List<Rows.Column> columns = Arrays.stream(
                        "contact measure site direction standard value standing run contact_kind stage owner unit strict min_n run_length n read_on says batch"
                                .split(" "))
                .map(name -> new Rows.Column(name, Object.class))
                .toList();
        Rows rows = new Rows(
                columns,
                lines.lines()
                        .map(line -> {
                            List<Object> row = new ArrayList<>(Arrays.asList((Object[]) line.split("\\|")));
                            row.set(
                                    4,
                                    row.get(4).equals("")
                                            ? null
                                            : new BigDecimal(row.get(4).toString()));
                            row.set(5, new BigDecimal(row.get(5).toString()));
                            row.set(7, Long.parseLong(row.get(7).toString()));
                            row.addAll(Arrays.asList(
                                    "rescue", "use", "Ada", "s", false, 10L, 3L, 20L, "2026-10-25", "wrong", "b0007"));
                            return row;
                        })
                        .map(row -> (List<Object>) row)
                        .toList());
        return new Reading(rows, List.of(), new Exhibit.Source("priority-contacts@1", "d", "f", "h"));
    }
}
