package io.customerroom.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.demo.truth.Paper;
import io.customerroom.demo.truth.Truth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tenth of the usual company, counted. What was planted can be seen with bare counts; what was not planted cannot. */
class PlantedTruthsTest {

    private static final DemoSettings TENTH =
            new DemoSettings(5_000, DemoSettings.MONTHS, DemoSettings.SEED, LocalDate.of(2026, 10, 31));
    private static final Plan PLAN = new Plan(TENTH);
    private static final List<Entry.Read> READINGS = new ArrayList<>();
    private static final List<Entry.Left> DEPARTURES = new ArrayList<>();
    private static final Map<Segment, long[]> SOLD = new EnumMap<>(Segment.class);
    private static final Truth TRUTH = tally();

    @TempDir
    private Path folder;

    private static Truth tally() {
        Books books = new Books(PLAN);
        Tally tally = new Tally(PLAN, books);
        books.tell(entry -> {
            tally.accept(entry);
            switch (entry) {
                case Entry.Read reading -> READINGS.add(reading);
                case Entry.Left left -> DEPARTURES.add(left);
                case Entry.Sold sold
                when sold.day().getYear() == 2026 && sold.quantity() > 0 ->
                    sold.segment()
                            .ifPresent(segment -> SOLD.computeIfAbsent(segment, it -> new long[12])[
                                    sold.day().getMonthValue() - 1]++);
                default -> {}
            }
        });
        return tally.truth();
    }

    @Test
    void onlyThePlantedBreachesStayBelowTheirFloorForThreeWeeks() {
        Map<String, Integer> run = new TreeMap<>();
        Map<String, Integer> longest = new TreeMap<>();
        for (Entry.Read reading : READINGS) {
            String place = "%s, %s, %s"
                    .formatted(
                            reading.contact().label(),
                            reading.contact().measure(),
                            reading.site().label());
            int weeks = reading.below() ? run.merge(place, 1, Integer::sum) : 0;
            run.put(place, weeks);
            longest.merge(place, weeks, Math::max);
        }
        longest.values().removeIf(weeks -> weeks < PriorityContact.RUN_LENGTH);
        assertThat(longest.keySet())
                .containsExactly(
                        "Bill question, answered within two days, Millbrook",
                        "Fault repair, repaired within 48 h, Millbrook",
                        "Hotline, average waiting, Northgate",
                        "Hotline, solved at the first call, Altmühle",
                        "Installation appointment, kept on time, Harbourside",
                        "Welcome call, made within 14 days, Altmühle");
        assertThat(longest)
                .containsEntry("Installation appointment, kept on time, Harbourside", 8)
                .containsEntry("Bill question, answered within two days, Millbrook", 6)
                .containsEntry("Welcome call, made within 14 days, Altmühle", 8)
                .containsEntry("Hotline, average waiting, Northgate", 5);
    }

    @Test
    void nothingIsBelowItsFloorForLongInThePlainGrowthYear() {
        Map<String, Integer> run = new TreeMap<>();
        READINGS.stream()
                .filter(reading -> reading.day().isBefore(PLAN.month(PLAN.quantityFrom())))
                .forEach(reading -> {
                    String place = reading.contact() + " " + reading.site();
                    run.put(place, reading.below() ? run.getOrDefault(place, 0) + 1 : 0);
                    assertThat(run.get(place)).as(place).isLessThan(PriorityContact.RUN_LENGTH);
                });
        assertThat(TRUTH.growth().closing()).isGreaterThan(TRUTH.growth().opening());
        assertThat(TRUTH.growth().closingCents()).isGreaterThan(TRUTH.growth().openingCents());
    }

    @Test
    void callersAtOneSiteStillWaitTooLongWhenTheHistoryEnds() {
        assertThat(TRUTH.running())
                .isEqualTo(new Truth.RunningBreach("Hotline", "Northgate", LocalDate.of(2026, 9, 21)));
        assertThat(of(PriorityContact.HOTLINE, Site.NORTHGATE).reversed().subList(0, 5))
                .allMatch(Entry.Read::below);
    }

    @Test
    void shorterCallsSolveLess() {
        assertThat(TRUTH.conflict())
                .isEqualTo(new Truth.Conflict(
                        "Hotline", "Altmühle", LocalDate.of(2026, 2, 2), "average call", "solved at the first call"));
        List<Entry.Read> lengths = of(PriorityContact.CALL_LENGTH, Site.ALTMUEHLE);
        List<Entry.Read> solved = of(PriorityContact.SOLVED, Site.ALTMUEHLE);
        assertThat(since(lengths)).as("the new goal is met").noneMatch(Entry.Read::below);
        assertThat(since(solved)).as("the old one is missed").allMatch(Entry.Read::below);
        assertThat(lengths).filteredOn(it -> before(it)).noneMatch(it -> it.value() <= Readings.PILOT_MINUTES);
        assertThat(solved)
                .filteredOn(it -> before(it))
                .hasSizeGreaterThan(100)
                .filteredOn(Entry.Read::below)
                .hasSizeLessThan(5);
    }

    @Test
    void studentsAndNobodyElseLoseMoney() {
        assertThat(TRUTH.losingSegment()).isEqualTo("Student");
        assertThat(TRUTH.segments()).hasSize(4).allSatisfy(segment -> {
            double margin = (double) segment.contribution() / segment.revenue();
            if (segment.segment().equals("Student")) {
                assertThat(margin).isBetween(-0.2, -0.03);
            } else {
                assertThat(margin).isGreaterThan(0.2);
            }
        });
    }

    @Test
    void oneYearBringsMoreCustomersThanPlannedAndLessValue() {
        Truth.QuantityYear year = TRUTH.quantity();
        assertThat(year.from()).isEqualTo("2024-11-01");
        assertThat(year.until()).isEqualTo("2025-11-01");
        assertThat(year.gained()).isGreaterThan(year.planned());
        assertThat(year.gainedCents()).isLessThan(year.plannedCents());
    }

    @Test
    void threeSourcesPointToOneIssueAtOneSite() {
        Truth.Convergence it = TRUTH.convergence();
        assertThat(it.issue() + ", " + it.stage() + ", " + it.site())
                .isEqualTo("Router restarts by itself, Use, Millbrook");
        assertThat(it.tickets().subList(0, 24)).allMatch(count -> count < 15);
        assertThat(it.tickets().getLast())
                .isGreaterThan(60)
                .isGreaterThan(it.elsewhere().getLast());
        assertThat(it.score()).isLessThan(it.scoreElsewhere() - 150);
        assertThat(since(of(PriorityContact.REPAIR, Site.MILLBROOK), it.breachFrom()))
                .hasSizeGreaterThan(20)
                .allMatch(reading -> reading.value() < 92)
                .filteredOn(Entry.Read::below)
                .hasSizeGreaterThan(20);
    }

    @Test
    void mostWhoGaveNoticeWereAsked() {
        List<Entry.Left> noticed = DEPARTURES.stream()
                .filter(left -> left.customer().startsWith("K"))
                .toList();
        assertThat(noticed).hasSizeGreaterThan(800);
        long unknown = noticed.stream().filter(left -> left.reason().isEmpty()).count();
        assertThat((double) unknown / noticed.size()).isBetween(0.26, 0.34);
    }

    @Test
    void onePromiseHasFourDates() {
        assertThat(TRUTH.promise().dates())
                .containsExactly(
                        LocalDate.of(2026, 8, 31),
                        LocalDate.of(2026, 9, 18),
                        LocalDate.of(2026, 10, 26),
                        LocalDate.of(2026, 11, 30));
    }

    @Test
    void salesCountsMoreNewOnesThanThereAre() {
        assertThat(TRUTH.counting())
                .hasSize(36)
                .allMatch(month -> month.contractsBegun() > month.firstContracts() && month.firstContracts() > 0);
    }

    @Test
    void everyKindOfEventBefallsContractsAndSomeLastToTheEnd() {
        assertThat(TRUTH.befallen())
                .extracting(Truth.Befallen::kind)
                .containsExactly("refund", "discount", "percent-discount", "pause", "dunning");
        assertThat(TRUTH.befallen()).allSatisfy(it -> {
            assertThat(it.events()).isGreaterThan(300);
            assertThat(it.begunLast()).isGreaterThan(5);
            if (!it.kind().equals("refund")) {
                assertThat(it.lastingAtEnd()).isGreaterThan(10);
            }
        });
    }

    @Test
    void mostHouseholdsWithACardStayOutOfTheShopsInMarchAndNobodyElseDoes() {
        Truth.Fall fall = TRUTH.fall();
        assertThat(fall.segment()).isEqualTo("Household");
        assertThat(fall.month()).isEqualTo(YearMonth.of(2026, 3));
        assertThat((double) (fall.skipped() + fall.gone()) / fall.concerned()).isBetween(0.82, 0.88);
        assertThat((double) fall.gone() / (fall.skipped() + fall.gone())).isBetween(0.35, 0.45);
        long february = bought(Segment.HOUSEHOLD, 2);
        long others = bought(Segment.HOME_OFFICE, 2) + bought(Segment.SMALL_BUSINESS, 2) + bought(Segment.STUDENT, 2);
        assertThat(bought(Segment.HOUSEHOLD, 3)).isLessThan(february / 3);
        assertThat(bought(Segment.HOME_OFFICE, 3) + bought(Segment.SMALL_BUSINESS, 3) + bought(Segment.STUDENT, 3))
                .as("March is a little better than February")
                .isGreaterThan(others * 9 / 10);
        assertThat(DEPARTURES)
                .filteredOn(left -> left.reason().equals("card bonus ended"))
                .hasSizeGreaterThan(20);
    }

    private static long bought(Segment segment, int month) {
        return SOLD.getOrDefault(segment, new long[12])[month - 1];
    }

    @Test
    void everyTruthHasItsPaper() {
        assertThat(TRUTH.papers())
                .extracting(Paper::id)
                .doesNotHaveDuplicates()
                .contains(
                        "costly-breach",
                        "harmless-breach",
                        "confounded-breach",
                        "quantity-without-quality",
                        "plain-growth-year",
                        "loyalty-behaviour",
                        "decoy-behaviour",
                        "loss-making-segment",
                        "conflicting-goals",
                        "harmful-rules",
                        "convergence",
                        "moved-promise",
                        "contract-events",
                        "customer-equity-fall",
                        "another-new");
    }

    @Test
    void theTruthIsWrittenWhereItIsAskedFor() throws IOException {
        Path file = folder.resolve("truth.json");
        DemoCompany.writeTruth(file, TENTH.withCustomers(200));
        assertThat(file)
                .content()
                .contains(
                        "\"seed\": 7",
                        "\"persons\": 200",
                        "\"losingSegment\": \"",
                        "\"id\": \"costly-breach\"",
                        "\"site\": \"Harbourside\"",
                        "\"harmful\": false");
        assertThat(Files.readString(file)).endsWith("}\n");
    }

    private static List<Entry.Read> of(PriorityContact contact, Site site) {
        return READINGS.stream()
                .filter(reading -> reading.contact() == contact && reading.site() == site)
                .toList();
    }

    private static boolean before(Entry.Read reading) {
        return reading.day().isBefore(PLAN.pilotFrom());
    }

    private static List<Entry.Read> since(List<Entry.Read> readings) {
        return since(readings, PLAN.pilotFrom());
    }

    private static List<Entry.Read> since(List<Entry.Read> readings, LocalDate day) {
        return readings.stream().filter(reading -> reading.day().isAfter(day)).toList();
    }
}
