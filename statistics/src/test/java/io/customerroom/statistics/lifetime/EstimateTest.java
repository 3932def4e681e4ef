package io.customerroom.statistics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.customerroom.statistics.Interval;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EstimateTest {

    private static final MbgNbd TRUTH = new MbgNbd(0.8, 6, 0.9, 2.5);
    private static Counts counts;
    private static Fit.Converged<MbgNbd> fit;

    @BeforeAll
    static void fit() {
        Random random = new Random(3);
        CountsBuilder builder = Counts.builder();
        for (int i = 0; i < 3_000; i++) {
            builder.add(TRUTH.draw(random, random.nextInt(52, 79)), 1);
        }
        counts = builder.build();
        fit = MbgNbd.fit(counts).orElseThrow();
    }

    /** The delta method and the bootstrap are two roads to one error. */
    @Test
    void deltaMethodAndBootstrapAgree() {
        Bootstrap<MbgNbd> bootstrap = Bootstrap.of(counts, 200, 17, MbgNbd::fit);
        Interval drawn = bootstrap.interval(model -> model.expected(52), 0.9);
        Interval delta = fit.estimate().interval(EstimateTest::inAYear, Scale.LOG, 0.9);

        assertThat(bootstrap.refused()).isZero();
        assertThat((drawn.high() - drawn.low()) / (delta.high() - delta.low())).isBetween(0.8, 1.25);
        assertThat(delta.contains(fit.model().expected(52))).isTrue();
        assertThat(Bootstrap.of(counts, 20, 17, MbgNbd::fit).models().getFirst())
                .isEqualTo(bootstrap.models().getFirst());
        assertThatThrownBy(() -> Bootstrap.of(counts, 3, 1, MbgNbd::fit).interval(MbgNbd::r, 0.9))
                .hasMessageContaining("at least 20 fitted draws");
    }

    @Test
    void aParameterIsItsOwnQuantity() {
        Estimate estimate = fit.estimate();
        Interval own = estimate.interval("alpha", 0.9);
        Interval delta = estimate.interval(parameters -> parameters[1], Scale.LOG, 0.9);

        assertThat(delta.low()).isCloseTo(own.low(), within(1e-8));
        assertThat(delta.high()).isCloseTo(own.high(), within(1e-8));
        assertThat(estimate.standardError(parameters -> parameters[1]))
                .isCloseTo(estimate.standardError("alpha"), within(1e-8));
        assertThat(estimate.covariance("r", "alpha"))
                .isCloseTo(estimate.covariance("alpha", "r"), within(1e-12))
                .isPositive();
        assertThat(estimate.covariance("a", "a")).isCloseTo(Math.pow(estimate.standardError("a"), 2), within(1e-12));
        assertThatThrownBy(() -> estimate.value("beta")).hasMessageContaining("there is no beta");
    }

    @Test
    void probabilitiesStayBetweenZeroAndOne() {
        Interval interval = fit.estimate()
                .interval(
                        p -> new MbgNbd(p[0], p[1], p[2], p[3]).probabilityAlive(new History(30, 51.9, 52)),
                        Scale.LOG_ODDS,
                        0.999);

        assertThat(interval.low()).isBetween(0.8, 1.0);
        assertThat(interval.high()).isLessThan(1);
    }

    @Test
    void scoresAreThoseOfTheModelStateByState() {
        Scores scores = Scores.of(fit.model(), counts, 26);
        MbgCnbd regular = new MbgCnbd(2, 0.8, 3, 0.9, 2.5);
        Scores withRhythm = Scores.of(regular, counts, 26);

        for (int i = 0; i < counts.size(); i += 101) {
            assertThat(scores.alive(i)).isEqualTo(fit.model().probabilityAlive(counts.state(i)));
            assertThat(scores.expected(i)).isEqualTo(fit.model().expected(26, counts.state(i)));
            assertThat(withRhythm.expected(i)).isEqualTo(regular.expected(26, counts.state(i)));
        }
    }

    /** What is expected of everybody from the beginning is what is expected of everybody as known now, and what they bought. */
    @Test
    void theTrackedCurveEndsAtThePurchasesAndTheForecast() {
        Tracking tracking = Tracking.of(fit.model(), counts);
        double bought = counts.purchases();
        double coming = counts.sum(history -> fit.model().expected(26, history));

        assertThat(tracking.cumulative(0) / bought).isBetween(0.97, 1.03);
        assertThat(tracking.cumulative(26) / (bought + coming)).isBetween(0.97, 1.03);
        assertThat(tracking.cumulative(-78)).isZero();
        double[] steps = tracking.increments(-26, 0, 26);
        assertThat(steps[0] + steps[1]).isCloseTo(tracking.cumulative(0), within(1e-9));
        assertThat(steps[2]).isLessThan(steps[1]);
    }

    private static double inAYear(double[] p) {
        return new MbgNbd(p[0], p[1], p[2], p[3]).expected(52);
    }
}
