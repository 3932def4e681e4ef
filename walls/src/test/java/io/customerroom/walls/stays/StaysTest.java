package io.customerroom.walls.stays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.customerroom.ledger.engine.Rows;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.worth.Assumptions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StaysTest {

    private static final Assumptions TEN_PERCENT = new Assumptions(0.10, 5, 0.90, 0.50, "worth@2", false);

    /** Of ten, two leave in month 3 and three in month 6; one is last seen after month 4, four after month 12. */
    private static final Stays TEN =
            new Stays(List.of(lost(0, 3, 2, "price"), staying(0, 4, 1), lost(0, 6, 3, null), staying(0, 12, 4)));

    private static Stay lost(int entered, int months, long customers, String reason) {
        return new Stay("a", "n", true, Optional.ofNullable(reason), 1, entered, months, customers, BigDecimal.ZERO);
    }

    private static Stay staying(int entered, int months, long customers) {
        return new Stay(
                "a", "n", false, Optional.empty(), 1, entered, months, customers, BigDecimal.valueOf(10 * customers));
    }

    @Test
    void whoIsLastSeenStayingIsAtRiskUntilThen() {
        // 8 / 10 stay month 3; of the 7 still seen in month 6 three leave
        assertThat(TEN.survival().survival(5)).isCloseTo(0.8, within(1e-12));
        assertThat(TEN.survival().survival(6)).isCloseTo(0.8 * 4 / 7, within(1e-12));
        assertThat(TEN.survival().atRisk(6)).isEqualTo(7);
        assertThat(TEN.survival().meanStay(12)).isCloseTo(3 + 3 * 0.8 + 6 * 0.8 * 4 / 7, within(1e-12));
    }

    @Test
    void reasonsAndThoseStillThereAddUpToAll() {
        var incidence = TEN.incidence(2, stay -> stay.reason().isPresent() ? 0 : 1);

        assertThat(incidence.incidence(0, 12)).isCloseTo(0.2, within(1e-12));
        assertThat(incidence.incidence(1, 12)).isCloseTo(0.8 * 3 / 7, within(1e-12));
        assertThat(incidence.incidence(0, 12)
                        + incidence.incidence(1, 12)
                        + TEN.survival().survival(12))
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void whoEnteredTheRecordsLateIsAtRiskFromThenOn() {
        Stays late =
                new Stays(List.of(lost(0, 2, 1, null), staying(0, 3, 1), lost(24, 25, 1, null), staying(24, 30, 3)));

        assertThat(late.survival().atRisk(2)).isEqualTo(2);
        assertThat(late.survival().atRisk(25)).isEqualTo(4);
        assertThat(late.survival().survival(30)).isCloseTo(0.5 * 0.75, within(1e-12));
    }

    @Test
    void aYearIsSeenWhileTenAreAtRiskAtItsEnd() {
        assertThat(TEN.years()).isZero();
        assertThat(new Stays(List.of(staying(0, 23, 10), lost(0, 13, 1, null))).years())
                .isEqualTo(1);
        assertThat(TEN.lostIn(1)).isEqualTo(5);
        assertThat(TEN.lostIn(2)).isZero();
    }

    @Test
    void aStayCannotEndBeforeItsRecordsBegin() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lost(5, 5, 1, null))
                .withMessage("months must lie after those before the records, but were 5 after 5");
    }

    @Test
    void whoPaysForAYearIsRenewedByTheYearOnlyIfHardlyAnybodyLeavesWithinIt() {
        Stays bound = new Stays(List.of(yearly(true, 12, 6), yearly(true, 24, 3), yearly(false, 30, 9)));
        Stays free = new Stays(List.of(yearly(true, 12, 6), yearly(true, 17, 3), yearly(false, 30, 9)));

        assertThat(RenewalGroup.of(bound)).extracting(RenewalGroup::length).containsExactly(12);
        assertThat(RenewalGroup.of(free)).extracting(RenewalGroup::length).containsExactly(1);
    }

    private static Stay yearly(boolean lost, int months, long customers) {
        return new Stay("a", "n", lost, Optional.empty(), 12, 0, months, customers, BigDecimal.TEN);
    }

    /** A tenth of those there leaves every month: one chance for all, whose worth has a closed form. */
    @Test
    void whereAllAreAlikeTheWorthIsTheGeometricSumOfTheYearsThatCount() {
        List<Stay> all = new ArrayList<>();
        for (int month = 1; month <= 3; month++) {
            all.add(lost(0, month, Math.round(1000 * Math.pow(0.9, month - 1) * 0.1), null));
        }
        all.add(staying(0, 3, 729));
        ContractWorth worth =
                ContractWorth.of(new ContractHistories.Answer(empty(), new Stays(all), Optional.empty()), TEN_PERCENT);

        assertThat(worth.groups().getFirst().choice().label()).isEqualTo("one chance for all");
        double d = Math.pow(1.1, 1 / 12.0) - 1;
        double sum = IntStream.rangeClosed(1, 60)
                .mapToDouble(t -> Math.pow(0.9, t) * Math.pow(1 + d, 0.5 - t))
                .sum();
        assertThat(worth.total().orElseThrow().value()).isCloseTo(7_290 * sum, within(1e-6));
        assertThat(worth.groups().getFirst().retention()).isCloseTo(0.9, within(1e-9));
        assertThat(worth.total().orElseThrow().interval().contains(7_290 * sum)).isTrue();

        ContractWorth.Valued one = worth.one(staying(0, 2, 1), TEN_PERCENT).orElseThrow();
        assertThat(one.worth().value()).as("of one who pays 10 a month").isCloseTo(10 * sum, within(1e-9));
        assertThat(one.worth().interval().contains(10 * sum)).isTrue();
        assertThat(worth.one(yearly(false, 12, 1), TEN_PERCENT))
                .as("of nobody alike")
                .isEmpty();
    }

    /** The Regular customers of Fader and Hardie (2007), fitted to the first four years: 241 of 1,000 were there after the seventh. */
    @Test
    void aPublishedCohortIsForetold() {
        int[] there = {1000, 631, 468, 382, 326};
        List<Stay> all = new ArrayList<>();
        for (int year = 1; year < there.length; year++) {
            all.add(yearly(true, 12 * year, there[year - 1] - there[year]));
        }
        all.add(yearly(false, 48, 326));
        Stays early = new Stays(all);
        List<ContractHistories.Step> came = IntStream.rangeClosed(1, 36)
                .mapToObj(month -> new ContractHistories.Step("m" + month, month < 36 ? 262 : 241))
                .toList();
        ContractWorth worth = ContractWorth.of(
                new ContractHistories.Answer(
                        empty(),
                        early,
                        Optional.of(new ContractHistories.Held(LocalDate.of(2007, 12, 31), early, came))),
                TEN_PERCENT);

        ContractWorth.Forecast forecast = worth.forecast().orElseThrow();
        assertThat(worth.groups().getFirst().group().length()).isEqualTo(12);
        assertThat(forecast.models()).containsExactly("sBG");
        assertThat(forecast.expected().get(10))
                .as("a year ends with its twelfth month")
                .isEqualTo(326);
        assertThat(forecast.expected().get(11)).isCloseTo(289, within(5.0));
        assertThat(Math.abs(forecast.error())).isLessThan(0.05);
    }

    private static Reading empty() {
        return new Reading(new Rows(List.of(), List.of()), List.of(), new Exhibit.Source("m@1", "d", "f", "h"));
    }
}
