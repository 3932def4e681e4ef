package io.customerroom.statistics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The CDNOW sample of Fader, Hardie and Lee (2005): 2,357 customers, 39 weeks, then 39 weeks held out. */
class CdnowTest {

    private static final double HOLDOUT_WEEKS = 39;

    @Test
    void bgNbdIsFittedAndForecastsAsPublished() {
        CdnowSample sample = CdnowSample.read();
        Counts counts = sample.counts();
        Fit.Converged<BgNbd> fit = BgNbd.fit(counts).orElseThrow();

        assertThat(counts.customers()).isEqualTo(2_357);
        assertThat(fit.model().r()).isCloseTo(0.24259395, within(5e-6));
        assertThat(fit.model().alpha()).isCloseTo(4.41360091, within(5e-5));
        assertThat(fit.model().a()).isCloseTo(0.79291987, within(5e-5));
        assertThat(fit.model().b()).isCloseTo(2.42588806, within(2e-4));
        assertThat(fit.estimate().logLikelihood()).isCloseTo(-9582.4292, within(1e-4));
        assertThat(fit.estimate().gradientNorm()).isLessThan(1e-5);
        assertThat(total(fit.model(), counts)).isCloseTo(1_653.4, within(0.05));
        assertThat(sample.heldOut()).isEqualTo(1_882);
        assertThat(fit.simplerModel().getAsDouble()).isLessThan(1e-70);
    }

    @Test
    void mbgNbdForecastsAsPublished() {
        Counts counts = CdnowSample.read().counts();
        Fit.Converged<MbgNbd> fit = MbgNbd.fit(counts).orElseThrow();

        assertThat(total(fit.model(), counts)).isCloseTo(1_576.7, within(0.05));
    }

    /** From the ages alone: 2,457 repeat purchases by the end of the 39 weeks, 1,882 more in the next 39. */
    @Test
    void theTrackedCurveFollowsWhatCame() {
        Counts counts = CdnowSample.read().counts();
        Tracking tracking = Tracking.of(MbgNbd.fit(counts).orElseThrow().model(), counts);

        assertThat(counts.purchases()).isEqualTo(2_457);
        assertThat(tracking.cumulative(0) / 2_457).isBetween(0.98, 1.02);
        assertThat(tracking.cumulative(39) / (2_457 + 1_882)).isBetween(0.90, 1.0);
    }

    /** These customers have no rhythm: their purchases are rather more irregular than a Poisson process. */
    @Test
    void noRhythmIsFoundWhereThereIsNone() {
        Counts counts = CdnowSample.read().counts();
        MbgCnbd model = MbgCnbd.fit(counts).orElseThrow().model();
        MbgNbd same = MbgNbd.fit(counts).orElseThrow().model();

        assertThat(model.k()).isEqualTo(1);
        assertThat(model.r()).isEqualTo(same.r());
    }

    @Test
    void theTotalLogLikelihoodIsThatOfThePaper() {
        BgNbd published = new BgNbd(0.242593, 4.413532, 0.792886, 2.425752);
        double total = RealData.lines("cdnow/cdnow_customers_summary.csv").stream()
                .skip(1)
                .map(line -> line.split(","))
                .mapToDouble(fields -> published.logLikelihood(new History(
                        Integer.parseInt(fields[1]), Double.parseDouble(fields[2]), Double.parseDouble(fields[3]))))
                .sum();

        assertThat(total).isCloseTo(-9582.42556057, within(1e-7));
    }

    private static double total(PurchaseModel model, Counts counts) {
        return counts.sum(history -> model.expected(HOLDOUT_WEEKS, history));
    }
}
