package io.customerroom.statistics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.statistics.numeric.GammaDraw;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** As {@link RecoveryTest}: Pareto/NBD, the two models in which all leave alike, BG/BB, Gamma-Gamma, sBG and BdW find the truth of simulated customers, and their intervals hold it. */
class LifetimeRecoveryTest {

    private static final int SIMULATIONS = Boolean.getBoolean("long") ? 2_000 : 200;
    private static final double LEVEL = 0.90;

    /** 3.29 standard deviations of a binomial share: 99.9 % of all runs lie inside. */
    private static final double BAND = 3.29 * Math.sqrt(LEVEL * (1 - LEVEL) / SIMULATIONS);

    /** One company of so many customers, drawn and fitted. */
    @FunctionalInterface
    interface Company {
        Fit<?> fit(RandomGenerator random, int customers);
    }

    record Truth(String name, int customers, double[] parameters, Company company) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Truth> truths() {
        return Stream.of(
                new Truth("Pareto/NBD", 3_000, new double[] {0.9, 7, 0.8, 15}, LifetimeRecoveryTest::pareto),
                new Truth(
                        "Pareto/NBD with one rate of leaving",
                        1_000,
                        new double[] {0.9, 7, 0.03},
                        LifetimeRecoveryTest::exponential),
                new Truth(
                        "MBG/NBD with one chance of leaving",
                        1_000,
                        new double[] {0.9, 7, 4},
                        LifetimeRecoveryTest::geometric),
                new Truth("BG/BB", 2_000, new double[] {1.2, 0.75, 0.9, 2.8}, LifetimeRecoveryTest::donors),
                new Truth("Gamma-Gamma", 2_000, new double[] {4, 3.5, 20}, LifetimeRecoveryTest::spenders),
                new Truth(
                        "sBG",
                        2_000,
                        new double[] {0.7, 1.2},
                        (random, n) -> ShiftedBetaGeometric.fit(contracts(random, n, 0.7, 1.2, 1))),
                new Truth(
                        "BdW",
                        10_000,
                        new double[] {0.8, 1.4, 1.7},
                        (random, n) -> BetaDiscreteWeibull.fit(contracts(random, n, 0.8, 1.4, 1.7))));
    }

    @ParameterizedTest
    @MethodSource("truths")
    void intervalsHoldTheTruthAsOftenAsTheySay(Truth truth, TestReporter reporter) {
        List<Estimate> estimates = estimates(truth, SIMULATIONS, truth.customers(), 20_261_122);

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
        double few = error(truth, estimates(truth, 40, truth.customers(), 7));
        double many = error(truth, estimates(truth, 40, 9 * truth.customers(), 8));

        reporter.publishEntry("error of " + truth, String.format(Locale.ROOT, "%.4f, then %.4f", few, many));
        assertThat(few / many).as("%s: %s, then %s", truth, few, many).isBetween(2.1, 4.3);
    }

    private static Fit<ParetoNbd> pareto(RandomGenerator random, int customers) {
        ParetoNbd model = new ParetoNbd(0.9, 7, 0.8, 15);
        return ParetoNbd.fit(watched(customers, 150, () -> model.draw(random, 60)));
    }

    private static Fit<ExponentialNbd> exponential(RandomGenerator random, int customers) {
        ExponentialNbd model = new ExponentialNbd(0.9, 7, 0.03);
        return ExponentialNbd.fit(watched(customers, 60, () -> model.draw(random, 60)));
    }

    private static Fit<GeometricNbd> geometric(RandomGenerator random, int customers) {
        GeometricNbd model = new GeometricNbd(0.9, 7, 4);
        return GeometricNbd.fit(watched(customers, 150, () -> model.draw(random, 60)));
    }

    /**
     * For 60 weeks. The last purchase is told to a part of that (a week, or two fifths of one), which the likelihood does not notice but the clock does: there are
     * then that many times instead of one per customer.
     */
    private static Counts watched(int customers, int parts, Supplier<History> draw) {
        CountsBuilder builder = Counts.builder();
        for (int i = 0; i < customers; i++) {
            History drawn = draw.get();
            builder.add(drawn.x(), Math.rint(drawn.recency() / 60 * parts) * 60 / parts, 60, 1);
        }
        return builder.build();
    }

    private static Fit<BgBb> donors(RandomGenerator random, int customers) {
        BgBb model = new BgBb(1.2, 0.75, 0.9, 2.8);
        CountsBuilder builder = Counts.builder();
        for (int i = 0; i < customers; i++) {
            builder.add(model.draw(random, 8), 1);
        }
        return BgBb.fit(builder.build());
    }

    private static Fit<GammaGamma> spenders(RandomGenerator random, int customers) {
        Spending.Builder builder = Spending.builder();
        for (int i = 0; i < customers; i++) {
            int purchases = 1 + random.nextInt(6);
            double rate = GammaDraw.gamma(random, 3.5) / 20;
            builder.add(purchases, GammaDraw.gamma(random, 4.0 * purchases) / (rate * purchases));
        }
        return GammaGamma.fit(builder.build());
    }

    /** Ten periods; each customer's chance of staying through t of them is (1 − θ)^(t^c). */
    private static Renewals contracts(RandomGenerator random, int customers, double alpha, double beta, double c) {
        Renewals.Builder builder = Renewals.builder();
        for (int i = 0; i < customers; i++) {
            double theta = GammaDraw.beta(random, alpha, beta);
            double stays = Math.log(1 - random.nextDouble()) / Math.log1p(-theta);
            int left = 1;
            while (left <= 10 && Math.pow(left, c) < stays) {
                left++;
            }
            if (left <= 10) {
                builder.lost(left, 1);
            } else {
                builder.staying(10, 1);
            }
        }
        return builder.build();
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
            if (truth.company().fit(random, customers) instanceof Fit.Converged<?> converged) {
                estimates.add(converged.estimate());
            }
        }
        return estimates;
    }
}
