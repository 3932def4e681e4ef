package io.customerroom.statistics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From simulated customers whose truth is known the estimators find that truth, closer as there are more, and their intervals hold it. */
class RecoveryTest {

    private static final int SIMULATIONS = Boolean.getBoolean("long") ? 2_000 : 200;
    private static final int CUSTOMERS = 2_000;
    private static final double LEVEL = 0.90;

    /** 3.29 standard deviations of a binomial share: 99.9 % of all runs lie inside. */
    private static final double BAND = 3.29 * Math.sqrt(LEVEL * (1 - LEVEL) / SIMULATIONS);

    /** A model with its truth. */
    record Truth(
            String name,
            double[] parameters,
            Function<RandomGenerator, History> draw,
            Function<Counts, ? extends Fit<?>> fit) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** Weeks; customers who came in over half a year and are watched for one and a half. */
    static Stream<Truth> truths() {
        Nbd nbd = new Nbd(0.8, 9);
        BgNbd bg = new BgNbd(0.8, 6, 0.9, 2.5);
        MbgNbd mbg = new MbgNbd(0.8, 6, 0.9, 2.5);
        MbgCnbd regular = new MbgCnbd(2, 0.8, 3, 0.9, 2.5);
        return Stream.of(
                new Truth("NBD", new double[] {0.8, 9}, random -> nbd.draw(random, age(random)), Nbd::fit),
                new Truth(
                        "BG/NBD", new double[] {0.8, 6, 0.9, 2.5}, random -> bg.draw(random, age(random)), BgNbd::fit),
                new Truth(
                        "MBG/NBD",
                        new double[] {0.8, 6, 0.9, 2.5},
                        random -> mbg.draw(random, age(random)),
                        MbgNbd::fit),
                new Truth(
                        "MBG/CNBD-2",
                        new double[] {0.8, 3, 0.9, 2.5},
                        random -> regular.draw(random, age(random)),
                        counts -> MbgCnbd.fit(counts, 2)));
    }

    @ParameterizedTest
    @MethodSource("truths")
    void intervalsHoldTheTruthAsOftenAsTheySay(Truth truth, TestReporter reporter) {
        List<Estimate> estimates = estimates(truth, SIMULATIONS, CUSTOMERS, 20_261_122);

        assertThat(estimates).hasSize(SIMULATIONS);
        for (int i = 0; i < truth.parameters().length; i++) {
            String name = estimates.getFirst().names().get(i);
            double value = truth.parameters()[i];
            long held = estimates.stream()
                    .filter(estimate -> estimate.interval(name, LEVEL).contains(value))
                    .count();
            reporter.publishEntry(
                    "%s of %s".formatted(name, truth), "in %d of %d intervals".formatted(held, SIMULATIONS));
            assertThat((double) held / SIMULATIONS).as("%s of %s", name, truth).isBetween(LEVEL - BAND, LEVEL + BAND);
        }
    }

    @ParameterizedTest
    @MethodSource("truths")
    void nineTimesTheCustomersMakeAThirdOfTheError(Truth truth, TestReporter reporter) {
        double few = error(truth, estimates(truth, 40, 1_000, 7));
        double many = error(truth, estimates(truth, 40, 9_000, 8));

        reporter.publishEntry("error of " + truth, String.format(Locale.ROOT, "%.4f, then %.4f", few, many));
        assertThat(few / many)
                .as("%s: %s with 1,000, %s with 9,000", truth, few, many)
                .isBetween(2.2, 4.1);
    }

    /** Root mean square over all parameters, in their logarithms. */
    private static double error(Truth truth, List<Estimate> estimates) {
        double squares = 0;
        for (Estimate estimate : estimates) {
            for (int i = 0; i < truth.parameters().length; i++) {
                double off = Math.log(estimate.values()[i] / truth.parameters()[i]);
                squares += off * off;
            }
        }
        return Math.sqrt(squares / estimates.size() / truth.parameters().length);
    }

    private static List<Estimate> estimates(Truth truth, int simulations, int customers, long seed) {
        Random random = new Random(seed);
        List<Estimate> estimates = new ArrayList<>();
        for (int i = 0; i < simulations; i++) {
            CountsBuilder builder = Counts.builder();
            for (int j = 0; j < customers; j++) {
                builder.add(truth.draw().apply(random), 1);
            }
            if (truth.fit().apply(builder.build()) instanceof Fit.Converged<?> converged) {
                estimates.add(converged.estimate());
            }
        }
        return estimates;
    }

    private static double age(RandomGenerator random) {
        return random.nextInt(52, 79);
    }
}
