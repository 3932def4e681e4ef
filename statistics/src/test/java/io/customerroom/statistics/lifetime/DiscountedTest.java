package io.customerroom.statistics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Discounted expectations of BG/NBD and MBG/NBD against {@code dropout_window.py}, which integrates over time what is bought by then. */
class DiscountedTest {

    @ParameterizedTest
    @CsvSource({
        "false, 0, 0, 0.0027, 3.647809630137",
        "false, 2, 38, 0.0027, 7.17694008323",
        "false, 30, 100, 0.05, 5.149721032296",
        "false, 7, 77, 1e-5, 124.4498805987",
        "true, 0, 0, 0.0027, 4.319029808825",
        "true, 2, 38, 0.0027, 7.805716965244",
        "true, 30, 100, 0.05, 5.164849967549",
        "true, 7, 77, 1e-5, 133.8524274066"
    })
    void areTheIntegralOverTime(boolean fromStart, int x, double age, double force, double expected) {
        GeometricDropout model = new GeometricDropout(1, fromStart, 0.243, 4.414, 0.793, 2.426);

        assertThat(model.discountedIfAlive(force, x, age) / expected).isCloseTo(1, within(1e-11));
    }

    @Test
    void aKnownCustomerIsWorthWhatHeIsIfAliveTimesTheChanceOfIt() {
        History history = new History(2, 30.43, 38);
        Discount weekly = new Discount(0.0027);
        BgNbd bg = new BgNbd(0.243, 4.414, 0.793, 2.426);
        MbgNbd mbg = new MbgNbd(0.243, 4.414, 0.793, 2.426);

        assertThat(bg.discountedExpected(weekly, history))
                .isCloseTo(7.17694008323 * bg.probabilityAlive(history), within(1e-10));
        assertThat(mbg.discountedExpected(weekly, history))
                .isCloseTo(7.805716965244 * mbg.probabilityAlive(history), within(1e-10));
    }

    /** One stage per purchase is no rhythm: there the mean over rates must be the mean over chances of leaving. */
    @Test
    void withOneStageARhythmIsNone() {
        GeometricDropout model = new GeometricDropout(1, true, 0.243, 4.414, 0.793, 2.426);
        double byRates = new RhythmWorth(1, 0.793, 2.426 + 3, 0.0027).ifAlive(2.243, 42.414, 8, 1);

        assertThat(byRates / model.discountedIfAlive(0.0027, 2, 38)).isCloseTo(1, within(1e-12));
    }

    /** By hand: 2.5 purchases in 50 weeks, for ever, at 1 % a week. */
    @Test
    void whereNobodyLeavesItIsTheRateOverTheDiscount() {
        Nbd model = new Nbd(0.5, 12);
        History history = new History(2, 30, 38);

        assertThat(model.discountedExpected(new Discount(0.01), history)).isCloseTo(5, within(1e-14));
        assertThatThrownBy(() -> model.discountedExpected(new Discount(0), history))
                .hasMessage("force of the discount, as nobody leaves, must be positive and finite, but was 0.0");
    }

    /** The limit of less and less discount, and of what is bought in a longer and longer time. */
    @Test
    void withoutDiscountItIsAllThatIsStillToCome() {
        History history = new History(2, 30, 38);
        Discount none = new Discount(0);
        Discount hardly = new Discount(1e-13);
        BgNbd bg = new BgNbd(0.7, 4.4, 3.2, 2.4);
        MbgNbd mbg = new MbgNbd(0.7, 4.4, 3.2, 2.4);
        GeometricNbd alike = new GeometricNbd(0.7, 4.4, 5);
        MbgCnbd regular = new MbgCnbd(3, 0.7, 4.4, 3.2, 2.4);
        BgBb donors = new BgBb(1.2, 0.75, 3.1, 2.78);

        assertThat(bg.discountedExpected(none, history) / bg.expected(1e15, history))
                .isCloseTo(1, within(1e-9));
        assertThat(mbg.discountedExpected(none, history) / mbg.discountedExpected(hardly, history))
                .isCloseTo(1, within(1e-9));
        assertThat(alike.discountedExpected(none, history) / alike.expected(1e15, history))
                .isCloseTo(1, within(1e-9));
        assertThat(regular.discountedExpected(none, history) / regular.discountedExpected(hardly, history))
                .isCloseTo(1, within(1e-9));
        assertThat(donors.discountedExpected(0, new History(2, 4, 6)) / donors.expected(100_000, new History(2, 4, 6)))
                .isCloseTo(1, within(1e-7));
    }

    @Test
    void whereWithoutDiscountThereIsNoEndItIsRefused() {
        History history = new History(2, 30, 38);

        assertThatThrownBy(() -> new BgNbd(0.7, 4.4, 1, 2.4).discountedExpected(new Discount(0), history))
                .hasMessage("without discount the purchases to come are without end for a <= 1, but a was 1.0");
        assertThatThrownBy(() -> new BgBb(1.2, 0.75, 0.66, 2.78).discountedExpected(0, new History(2, 4, 6)))
                .hasMessageContaining("gamma - 1, without discount, must be positive");
    }
}
