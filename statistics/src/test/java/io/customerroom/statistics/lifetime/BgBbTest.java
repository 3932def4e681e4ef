package io.customerroom.statistics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BgBbTest {

    private static final BgBb MODEL = new BgBb(1.2, 0.75, 0.66, 2.78);

    @Test
    void donorsAreFittedAndForecastAsPublished() {
        Counts donors = Donations.read();
        Fit.Converged<BgBb> fit = BgBb.fit(donors).orElseThrow();

        assertThat(donors.customers()).isEqualTo(11_104);
        assertThat(fit.estimate().values()).containsExactly(new double[] {1.204, 0.750, 0.657, 2.783}, within(0.0006));
        assertThat(fit.estimate().logLikelihood()).isCloseTo(-33_225.6, within(0.05));
        assertThat(donors.sum(donor -> fit.model().expected(5, donor))).isCloseTo(12_884.2, within(0.2));
        assertThat(fit.simplerModel().getAsDouble()).isLessThan(1e-100);
    }

    /** Another program put a floor of 1e-15 into the sum, and found -34.042. */
    @Test
    void smallTermsAreNotLost() {
        assertThat(new BgBb(1.2, 0.75, 0.66, 2.78).logLikelihood(new History(50, 60, 365)))
                .isNegative();
    }

    @Test
    void historiesOfAllKindsAddUpToOne() {
        // Each history with x purchases, the last at t, stands for C(t - 1, x - 1) sequences.
        double sum = Math.exp(MODEL.logLikelihood(new History(0, 0, 6)));
        for (int last = 1; last <= 6; last++) {
            double sequences = 1;
            for (int x = 1; x <= last; x++) {
                sum += sequences * Math.exp(MODEL.logLikelihood(new History(x, last, 6)));
                sequences *= (last - x) / (double) x;
            }
        }
        assertThat(sum).isCloseTo(1, within(1e-13));
    }

    @Test
    void probabilitiesHaveTheExpectationAsTheirMean() {
        double all = 0;
        double mean = 0;
        double later = 0;
        for (int n = 0; n <= 10; n++) {
            all += MODEL.probability(n, 10);
            mean += n * MODEL.probability(n, 10);
            later += n * MODEL.probability(n, 4, 10);
        }
        assertThat(all).isCloseTo(1, within(1e-13));
        assertThat(mean).isCloseTo(MODEL.expected(10), within(1e-12));
        assertThat(later).isCloseTo(MODEL.expected(10) - MODEL.expected(4), within(1e-12));
        assertThat(MODEL.probability(11, 10)).isZero();
    }

    @Test
    void gammaOfOneIsAnOrdinaryPoint() {
        History history = new History(2, 4, 6);
        BgBb at = new BgBb(1.2, 0.75, 1, 2.78);
        BgBb near = new BgBb(1.2, 0.75, 1 + 1e-9, 2.78);

        assertThat(at.expected(5, history) / near.expected(5, history)).isCloseTo(1, within(1e-8));
        assertThat(at.expected(20)).isCloseTo(near.expected(20), within(1e-7));
    }

    @Test
    void discountedPurchasesAreTheSumOfEachOpportunitys() {
        History history = new History(3, 5, 6);
        double sum = 0;
        for (int j = 1; j <= 2_000; j++) {
            sum += (MODEL.expected(j, history) - MODEL.expected(j - 1, history)) / Math.pow(1.1, j);
        }
        assertThat(MODEL.discountedExpected(0.1, history)).isCloseTo(sum, within(1e-10));
    }

    @Test
    void derivativesAgreeWithDifferences() {
        Counts counts = Counts.builder()
                .add(0, 0, 6, 40)
                .add(1, 3, 6, 20)
                .add(3, 5, 6, 7)
                .add(6, 6, 6, 9)
                .add(30, 41, 70, 1)
                .build();
        Derivatives.check(BgBbLikelihood.of(counts), 1.2, 0.75, 0.66, 2.78);
        Derivatives.check(BgBbLikelihood.of(counts), 0.2, 4, 30, 0.5);
    }

    @Test
    void partsOfOpportunitiesAreRefused() {
        assertThatThrownBy(() -> MODEL.expected(2.5)).hasMessageContaining("whole numbers");
        assertThatThrownBy(() -> BgBb.fit(Counts.builder().add(3, 2, 6, 50).build()))
                .hasMessageContaining("each taken once at most");
        assertThat(((Fit.Refused<BgBb>)
                                BgBb.fit(Counts.builder().add(1, 2, 6, 5).build()))
                        .reason())
                .isEqualTo(Fit.Reason.TOO_FEW);
    }
}
