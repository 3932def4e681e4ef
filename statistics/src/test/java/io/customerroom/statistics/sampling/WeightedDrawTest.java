package io.customerroom.statistics.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.customerroom.statistics.sampling.WeightedDraw.Candidate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WeightedDrawTest {

    private static final List<Candidate> FIVE = List.of(
            new Candidate(1, 1), new Candidate(2, 2), new Candidate(3, 3), new Candidate(4, 6), new Candidate(5, 8));

    @Test
    void equalSeedsDrawTheSameInWhateverOrderTheCandidatesCome() {
        List<Candidate> shuffled = new ArrayList<>(FIVE);
        Collections.shuffle(shuffled, new Random(4));
        assertThat(new WeightedDraw("2026-10|b1").of(shuffled, 3))
                .isEqualTo(new WeightedDraw("2026-10|b1").of(FIVE, 3));
    }

    @Test
    void aLargerDrawBeginsWithTheSmallerOne() {
        WeightedDraw draw = new WeightedDraw("any");
        assertThat(draw.of(FIVE, 4).subList(0, 2)).isEqualTo(draw.of(FIVE, 2));
        assertThat(draw.of(FIVE, 9)).hasSize(5);
    }

    @Test
    void whoLeavesThePopulationMovesNobodyElse() {
        WeightedDraw draw = new WeightedDraw("any");
        List<Candidate> order = draw.of(FIVE, 5);
        List<Candidate> without = new ArrayList<>(FIVE);
        without.remove(order.get(1));
        assertThat(draw.of(without, 4)).containsExactly(order.get(0), order.get(2), order.get(3), order.get(4));
    }

    /** Drawn one after the other in proportion to the weights left: pᵢ + Σ pⱼ · wᵢ / (W − wⱼ), worked out for two of five. */
    @Test
    void theChancesOfInclusionAreThoseOfDrawingOneAfterTheOther() {
        List<Double> weights = FIVE.stream().map(Candidate::weight).toList();
        double[] expected = new double[5];
        for (int i = 0; i < 5; i++) {
            expected[i] = weights.get(i) / 20;
            for (int j = 0; j < 5; j++) {
                expected[i] += j == i ? 0 : weights.get(j) / 20 * weights.get(i) / (20 - weights.get(j));
            }
        }
        List<Double> chances = Inclusion.of(weights, 2, List.of(0, 1, 2, 3, 4));
        for (int i = 0; i < 5; i++) {
            assertThat(chances.get(i)).isCloseTo(expected[i], within(1e-9));
        }
    }

    @Test
    void theChancesOfInclusionAddUpToTheNumberDrawn() {
        Random random = new Random(11);
        List<Double> weights = IntStream.range(0, 80)
                .mapToObj(i -> Math.exp(3 * random.nextGaussian()))
                .toList();
        for (int many : new int[] {1, 10, 40, 79}) {
            double sum = Inclusion.of(
                            weights, many, IntStream.range(0, 80).boxed().toList())
                    .stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            assertThat(sum).as("%d of 80", many).isCloseTo(many, within(1e-6));
        }
        assertThat(Inclusion.of(weights, 80, List.of(3))).containsExactly(1.0);
        assertThat(Inclusion.of(weights, 0, List.of(3))).containsExactly(0.0);
    }

    /** 4,000 draws of two; the bounds are four standard deviations of a share. */
    @Test
    void manyDrawsIncludeEachAsOftenAsItsChanceSays() {
        int[] drawn = new int[6];
        for (int seed = 0; seed < 4_000; seed++) {
            new WeightedDraw("s" + seed).of(FIVE, 2).forEach(it -> drawn[(int) it.id()]++);
        }
        List<Double> chances = Inclusion.of(FIVE.stream().map(Candidate::weight).toList(), 2, List.of(0, 1, 2, 3, 4));
        for (int i = 0; i < 5; i++) {
            double p = chances.get(i);
            assertThat(drawn[i + 1] / 4_000.0).isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / 4_000)));
        }
    }

    @Test
    void aWeightOfNothingIsRefused() {
        assertThatThrownBy(() -> new Candidate(1, 0)).hasMessageContaining("weight must be positive");
    }
}
