package io.customerroom.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.demo.truth.Shares;
import io.customerroom.demo.truth.Truth;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Five companies from five seeds, and one plain test of two shares. What was planted lies beyond the bound in every company, what was not
 * lies within: a bound of 3.3 deviations lets chance through in one of twenty families of the fifty comparisons made here.
 */
class SeededTruthsTest {

    private static final double BOUND = 3.3;
    private static final Map<Long, Truth> TRUTHS = truths();

    private static Map<Long, Truth> truths() {
        Map<Long, Truth> truths = new LinkedHashMap<>();
        LongStream.rangeClosed(1, 5).forEach(seed -> truths.put(seed, counted(seed)));
        return truths;
    }

    /** People under contract and their dealings with the desk; the shop and the letters add nothing to these counts. */
    private static Truth counted(long seed) {
        Plan plan = new Plan(new DemoSettings(14_000, 36, seed, LocalDate.of(2026, 10, 31)));
        Books books = new Books(plan);
        Tally tally = new Tally(plan, books);
        books.tellService(tally);
        return tally.truth();
    }

    /** Every customer's contribution over the history, best first: the curve passes its peak, and those after it are the students above all. */
    @Test
    void theLossMakingSegmentStandsOnTheWhaleCurve() {
        LongStream.rangeClosed(1, 5).forEach(seed -> {
            Whale whale = new Whale();
            new Books(new Plan(new DemoSettings(1_000, 36, seed, LocalDate.of(2026, 10, 31)))).tell(whale);

            assertThat(whale.peak() * 100)
                    .as("seed %d: the peak against the whole", seed)
                    .isGreaterThan(102 * whale.total());
            assertThat(whale.of(Segment.STUDENT))
                    .as("seed %d: students together", seed)
                    .isNegative();
            assertThat(whale.shareBelowZero(Segment.STUDENT))
                    .as("seed %d: students below zero", seed)
                    .isGreaterThan(0.5);
            for (Segment other : Segment.values()) {
                if (other != Segment.STUDENT) {
                    assertThat(whale.shareBelowZero(other))
                            .as("seed %d: %s below zero", seed, other)
                            .isLessThan(0.25);
                }
            }
        });
    }

    @Test
    void lateInstallationsCostCustomers() {
        assertFound(truth -> truth.costly().shares(), 1);
    }

    @Test
    void lateAnswersAboutBillsCostNone() {
        assertNotFound(truth -> truth.harmless().shares());
    }

    @Test
    void missedWelcomeCallsSeemToCostCustomersAndDoNotWithinASegment() {
        assertFound(truth -> truth.confounded().shares(), 1);
        for (Segment segment : Segment.values()) {
            assertNotFound(
                    truth -> truth.confoundedBySegment().get(segment.ordinal()).shares());
        }
    }

    @Test
    void thePhoneFlatBindsAndPayingAYearAtOnceDoesNot() {
        assertFound(truth -> truth.loyalty().shares(), -1);
        assertNotFound(truth -> truth.decoy().shares());
    }

    @Test
    void threeRulesDriveCustomersAwayAndTheFourthDoesNot() {
        for (Rule rule : Rule.values()) {
            if (rule.harmful()) {
                assertFound(truth -> truth.rules().get(rule.ordinal()).shares(), 1);
            } else {
                assertNotFound(truth -> truth.rules().get(rule.ordinal()).shares());
            }
        }
    }

    @Test
    void whoCameInTheYearOfQuantityLeavesSooner() {
        assertFound(truth -> truth.quantity().shares(), 1);
        assertThat(TRUTHS.values())
                .allMatch(truth -> truth.quantity().gained() > truth.quantity().planned())
                .allMatch(truth ->
                        truth.quantity().gainedCents() < truth.quantity().plannedCents());
    }

    private interface Asked {
        Shares of(Truth truth);
    }

    private static void assertFound(Asked asked, int direction) {
        TRUTHS.forEach((seed, truth) -> {
            Shares shares = asked.of(truth);
            assertThat(direction * shares.deviations())
                    .as("seed %d: %s", seed, shares)
                    .isGreaterThan(BOUND);
        });
    }

    private static void assertNotFound(Asked asked) {
        List<Shares> all = TRUTHS.values().stream().map(asked::of).toList();
        assertThat(all).allSatisfy(shares -> {
            assertThat(shares.met()).as("n of %s", shares).isPositive();
            assertThat(shares.deviations()).as("%s", shares).isBetween(-BOUND, BOUND);
        });
    }
}
