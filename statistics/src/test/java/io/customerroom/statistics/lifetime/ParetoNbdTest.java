package io.customerroom.statistics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ParetoNbdTest {

    private static final ParetoNbd MODEL = new ParetoNbd(0.5534, 10.5802, 0.6061, 11.6562);

    @Test
    void derivativesAgreeWithDifferences() {
        CountsBuilder builder = Counts.builder();
        Random random = new Random(8);
        for (int i = 0; i < 400; i++) {
            int x = random.nextInt(4) == 0 ? random.nextInt(60) : random.nextInt(3);
            double age = random.nextInt(1, 80);
            builder.add(x, x == 0 ? 0 : Math.floor(age * random.nextDouble()), age, 1 + random.nextInt(3));
        }
        Counts counts = builder.build();
        Derivatives.check(new ParetoLikelihood(counts), 0.55, 10.6, 0.6, 11.7);
        Derivatives.check(new ParetoLikelihood(counts), 2, 0.05, 3, 400);
        Derivatives.check(new ParetoLikelihood(counts), 0.3, 900, 0.08, 0.4);
    }

    @Test
    void likelihoodOfCountsIsThatOfTheCustomers() {
        Counts counts = Counts.builder()
                .add(0, 0, 30, 5)
                .add(3, 12, 30, 2)
                .add(3, 12, 40, 1)
                .add(700, 30, 40, 1)
                .add(2, 40, 40, 1)
                .build();
        double sum = counts.sum(MODEL::logLikelihood);

        assertThat(new ParetoLikelihood(counts)
                                .evaluate(
                                        new double[] {0.5534, 10.5802, 0.6061, 11.6562},
                                        new double[4],
                                        new double[4][4])
                        / sum)
                .isCloseTo(1, within(1e-13));
    }

    @Test
    void fractionAndQuadratureAgree() {
        for (double alpha : new double[] {0.1, 3, 80}) {
            for (double beta : new double[] {0.2, 5, 60}) {
                for (int x : new int[] {0, 1, 20, 3_000}) {
                    ParetoTail tail = new ParetoTail(0.4, alpha, 0.7, beta);
                    assertThat(tail.byFraction(x, 7) / tail.byQuadrature(x, 7)).isCloseTo(1, within(2e-13));
                }
            }
        }
    }

    @Test
    void scoresPerStateAreTheModelsOwnAnswers() {
        CountsBuilder builder =
                Counts.builder().add(0, 0, 30, 5).add(700, 30, 40, 1).add(2, 40, 40, 1);
        for (int age = 1; age < 60; age += 7) {
            for (int x = 1; x < 40; x += 6) {
                builder.add(x, age * 0.4, age, 1).add(x, age - 0.5, age, 1);
            }
        }
        Counts counts = builder.build();
        LifetimeScores scores = LifetimeScores.of(MODEL, counts, 52, new Discount(0.0027));

        for (int i = 0; i < counts.size(); i++) {
            History history = counts.state(i);
            assertThat(scores.alive(i) / MODEL.probabilityAlive(history)).isCloseTo(1, within(1e-9));
            assertThat(scores.expected(i) / MODEL.expected(52, history)).isCloseTo(1, within(1e-9));
            assertThat(scores.discounted(i) / MODEL.discountedExpected(new Discount(0.0027), history))
                    .isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void sOfOneIsAnOrdinaryPoint() {
        // Another program has no number here.
        assertThat(new ParetoNbd(0.55, 10.58, 1, 11.67).expected(52))
                .isCloseTo(0.55 / 10.58 * 11.67 * Math.log(63.67 / 11.67), within(1e-12));
        assertThat(new ParetoNbd(0.55, 10.58, 1 + 1e-12, 11.67).expected(52))
                .isCloseTo(new ParetoNbd(0.55, 10.58, 1, 11.67).expected(52), within(1e-10));
    }

    /** The first two are examples of another program's manual, which gives 7.63e-4 and 0.8110. Four million simulated customers: 0.79237 ± 0.00017. */
    @Test
    void windowsThatStartLaterKnowThatSomeHaveLeft() {
        ParetoNbd manual = new ParetoNbd(0.55, 10.56, 0.61, 11.64);
        double sum = 0;
        for (int n = 0; n < 400; n++) {
            sum += n * manual.probability(n, 39, 78);
        }

        assertThat(manual.probability(10, 1, 2)).isCloseTo(4.41e-12, within(5e-15));
        assertThat(manual.probability(0, 39, 78)).isCloseTo(0.792465, within(5e-7));
        assertThat(sum).isCloseTo(manual.expected(78) - manual.expected(39), within(1e-9));
        assertThat(manual.probability(0, 5, new History(2, 3, 60)) + manual.probability(1, 5, new History(2, 3, 60)))
                .isLessThan(1);
    }

    @Test
    void discountsNeedAPeriod() {
        assertThat(Discount.yearly(0.15, 52).force()).isCloseTo(0.0026877, within(1e-7));
        assertThat(Discount.yearly(0.15, 52).perPeriod(52)).isCloseTo(0.15, within(1e-14));
        assertThatThrownBy(() -> MODEL.discountedExpected(new Discount(0)))
                .hasMessageContaining("without end for s <= 1");
        assertThat(new ParetoNbd(1, 2, 3, 10).discountedExpected(new Discount(0)))
                .isCloseTo(0.5 * 10 / 2, within(1e-12));
    }

    @Test
    void companiesWithoutLeavingAreNotGivenAParetoNbd() {
        Nbd forever = new Nbd(0.8, 9);
        Random random = new Random(6);
        CountsBuilder builder = Counts.builder();
        for (int i = 0; i < 500; i++) {
            builder.add(forever.draw(random, 60), 1);
        }
        Fit<ParetoNbd> fit = ParetoNbd.fit(builder.build());

        assertThat(fit).isInstanceOf(Fit.Refused.class);
        assertThat(((Fit.Refused<ParetoNbd>) fit).reason()).isIn(Fit.Reason.SIMPLER_MODEL, Fit.Reason.ON_THE_BORDER);
    }
}
