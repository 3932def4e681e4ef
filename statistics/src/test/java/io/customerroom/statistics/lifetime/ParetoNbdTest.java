package io.customerroom.statistics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
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
}
