package io.customerroom.statistics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.statistics.numeric.Objective;
import io.customerroom.statistics.numeric.Optimiser;
import io.customerroom.statistics.numeric.Optimum;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** The maximum that a fit ends with is the largest that is found from anywhere: 2ⁿ starts, each parameter a tenth and ten times what it is. */
class StartsTest {

    @Test
    void nobodyFindsALargerLikelihoodForPurchases() {
        Counts bought = drawn(new BgNbd(0.243, 4.414, 0.793, 2.426)::draw);
        Counts mild = drawn(new MbgNbd(0.525, 6.183, 0.891, 1.614)::draw);
        Counts ticking = drawn(new ParetoNbd(0.55, 10.58, 0.61, 11.67)::draw);

        holds(new DropoutLikelihood(bought, 1, false), RenewalModelsTest.reached(BgNbd.fit(bought)));
        holds(new DropoutLikelihood(mild, 1, true), RenewalModelsTest.reached(MbgNbd.fit(mild)));
        holds(new DropoutLikelihood(mild, 2, true), RenewalModelsTest.reached(MbgCnbd.fit(mild, 2)));
        holds(new ParetoLikelihood(ticking), RenewalModelsTest.reached(ParetoNbd.fit(ticking)));
    }

    /** On two cohorts the beta-discrete-Weibull has ridges on both sides of c = 1. */
    @Test
    void norForContracts() {
        for (long[] survivors : List.of(RenewalFigures.HIGH_END, RenewalFigures.REGULAR)) {
            Renewals cohort = Renewals.cohort(survivors);
            holds(RenewalLikelihood.of(cohort, 2), RenewalModelsTest.reached(ShiftedBetaGeometric.fit(cohort)));
            holds(RenewalLikelihood.of(cohort, 3), RenewalModelsTest.reached(BetaDiscreteWeibull.fit(cohort)));
        }
    }

    private static void holds(Objective likelihood, Estimate found) {
        for (double[] start : corners(found.values())) {
            Optimum other = Optimiser.maximise(likelihood, start);
            assertThat(other.value()).isLessThan(found.logLikelihood() + 1e-6);
        }
    }

    private static List<double[]> corners(double[] middle) {
        List<double[]> corners = new ArrayList<>();
        for (int corner = 0; corner < 1 << middle.length; corner++) {
            double[] start = middle.clone();
            for (int i = 0; i < start.length; i++) {
                start[i] *= (corner >> i & 1) == 0 ? 0.1 : 10;
            }
            corners.add(start);
        }
        return corners;
    }

    private static Counts drawn(BiFunction<Random, Double, History> model) {
        Random random = new Random(61);
        CountsBuilder builder = Counts.builder();
        for (int i = 0; i < 500; i++) {
            History history = model.apply(random, 27.0 + i % 12);
            builder.add(history.x(), Math.rint(history.recency()), history.age(), 1);
        }
        return builder.build();
    }
}
