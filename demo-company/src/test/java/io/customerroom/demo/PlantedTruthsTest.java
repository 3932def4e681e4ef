package io.customerroom.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.demo.truth.Truth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The usual company, counted. What was planted can be seen with bare counts; what was not planted cannot. */
class PlantedTruthsTest {

    private static final DemoSettings USUAL = new DemoSettings(
            DemoSettings.CUSTOMERS, DemoSettings.MONTHS, DemoSettings.SEED, LocalDate.of(2026, 10, 31));
    private static final Plan PLAN = new Plan(USUAL);
    private static final List<Entry.Read> READINGS = new ArrayList<>();
    private static final List<Entry.Left> DEPARTURES = new ArrayList<>();
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
                default -> {}
            }
        });
        return tally.truth();
    }

    @Test
    void customersWhoWaitedForTheTechnicianLeaveMoreOften() {
        Truth.Breach breach = TRUTH.costly();
        assertThat(breach.site()).isEqualTo("Harbourside");
        assertThat(breach.until()).isEqualTo(breach.from().plusWeeks(8));
        assertThat(breach.exposed()).hasSizeGreaterThan(100).doesNotHaveDuplicates();
        assertThat(ratio(breach)).isBetween(1.5, 2.5);
        assertThat(deviations(breach)).as("beyond chance").isGreaterThan(3);
    }

    @Test
    void customersWhoWaitedForAnAnswerAboutTheirBillDoNot() {
        Truth.Breach breach = TRUTH.harmless();
        assertThat(breach.site()).isEqualTo("Millbrook");
        assertThat(breach.exposed()).hasSizeGreaterThan(150);
        assertThat(deviations(breach)).as("within chance").isBetween(-1.5, 1.5);
    }

    @Test
    void onlyThePlantedBreachesStayBelowTheirFloorForThreeWeeks() {
        Map<String, Integer> run = new TreeMap<>();
        Map<String, Integer> longest = new TreeMap<>();
        for (Entry.Read reading : READINGS) {
            String place = reading.contact().label() + ", " + reading.site().label();
            int weeks = reading.contact().below(reading.value()) ? run.merge(place, 1, Integer::sum) : 0;
            run.put(place, weeks);
            longest.merge(place, weeks, Math::max);
        }
        longest.values().removeIf(weeks -> weeks < PriorityContact.RUN_LENGTH);
        assertThat(longest)
                .isEqualTo(Map.of(
                        "Installation appointment, Harbourside",
                        8,
                        "Bill question, Millbrook",
                        6,
                        "Hotline, Northgate",
                        5));
    }

    @Test
    void callersAtOneSiteStillWaitTooLongWhenTheHistoryEnds() {
        assertThat(TRUTH.running())
                .isEqualTo(new Truth.RunningBreach("Hotline", "Northgate", LocalDate.of(2026, 9, 21)));
        List<Entry.Read> late = READINGS.stream()
                .filter(reading -> reading.contact() == PriorityContact.HOTLINE && reading.site() == Site.NORTHGATE)
                .toList()
                .reversed();
        assertThat(late.subList(0, 5))
                .allSatisfy(reading ->
                        assertThat(reading.contact().below(reading.value())).isTrue());
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
    void oneMonthBringsManyCustomersOfWhomFewStay() {
        Truth.QuantityMonth month = TRUTH.quantity();
        assertThat(month.month()).hasToString("2025-11");
        assertThat(month.gained()).isGreaterThan(2 * month.otherGained() / month.otherMonths());
        double there = (double) month.noticedSoon() / month.gained();
        double elsewhere = (double) month.otherNoticedSoon() / month.otherGained();
        assertThat(there).isGreaterThan(4 * elsewhere);
    }

    @Test
    void oneIssueGrowsFromItsMonthOn() {
        List<Integer> tickets = TRUTH.growing().tickets();
        assertThat(TRUTH.growing().from()).hasToString("2026-03");
        assertThat(tickets.subList(0, 16)).hasSize(16).allMatch(count -> count < 30);
        assertThat(tickets.getLast()).isGreaterThan(100);
    }

    @Test
    void aboutThreeInTenLeaversWereNeverAsked() {
        assertThat(DEPARTURES).hasSizeGreaterThan(400);
        long unknown =
                DEPARTURES.stream().filter(left -> left.reason().isEmpty()).count();
        assertThat((double) unknown / DEPARTURES.size()).isBetween(0.26, 0.34);
    }

    @Test
    void theTruthIsWrittenWhereItIsAskedFor() throws IOException {
        Path file = folder.resolve("truth.json");
        DemoCompany.writeTruth(file, USUAL);
        assertThat(file)
                .content()
                .isEqualTo(TRUTH.json())
                .contains(
                        "\"losingSegment\": \"Student\"",
                        "\"breachThatCostsCustomers\": {",
                        "\"site\": \"Harbourside\"");
        assertThat(Files.readString(file)).endsWith("}\n");
    }

    private static double ratio(Truth.Breach breach) {
        return share(breach) / ((double) breach.comparableNoticed() / breach.comparable());
    }

    /** The difference of the two shares in standard deviations, as if there were none. */
    private static double deviations(Truth.Breach breach) {
        int exposed = breach.exposed().size();
        double other = (double) breach.comparableNoticed() / breach.comparable();
        double common =
                (double) (breach.exposedNoticed() + breach.comparableNoticed()) / (exposed + breach.comparable());
        double variance = common * (1 - common) * (1.0 / exposed + 1.0 / breach.comparable());
        return (share(breach) - other) / Math.sqrt(variance);
    }

    private static double share(Truth.Breach breach) {
        return (double) breach.exposedNoticed() / breach.exposed().size();
    }
}
