package io.customerroom.statistics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customerroom.statistics.Interval;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Fader, Hardie and Lee (2005), RFM and CLV, from raw purchases to the value of the cohort: 78 weeks, margin 30 %, 15 % a year, that is δ = 0.0027 a week. The models are
 * fitted to the tenth, and applied to all.
 */
class CdnowValueTest {

    @Test
    void paretoNbdForecastsTheHoldoutAsPublished() {
        CdnowSample sample = CdnowSample.read();
        Counts counts = sample.counts();
        Fit.Converged<ParetoNbd> fit = ParetoNbd.fit(counts).orElseThrow();

        assertThat(fit.model().r()).isCloseTo(0.5533, within(0.0005));
        assertThat(fit.model().alpha()).isCloseTo(10.578, within(0.005));
        assertThat(fit.model().s()).isCloseTo(0.6061, within(0.0005));
        assertThat(fit.model().beta()).isCloseTo(11.669, within(0.02));
        assertThat(fit.estimate().gradientNorm()).isLessThan(1e-5);
        assertThat(fit.simplerModel().getAsDouble()).isLessThan(1e-70);
        assertThat(counts.sum(history -> fit.model().expected(39, history))).isCloseTo(1_665.5, within(0.05));
        assertThat(sample.heldOut()).isEqualTo(1_882);
    }

    @Test
    void cohortIsWorthWhatThePaperFound() {
        List<CdnowMaster.Customer> sample = CdnowMaster.sample();
        Fit.Converged<ParetoNbd> buying = ParetoNbd.fit(Counts.of(
                        sample.stream().map(CdnowMaster.Customer::history).toList()))
                .orElseThrow();
        Spending spending = spending(sample);
        Fit.Converged<GammaGamma> paid = GammaGamma.fit(spending).orElseThrow();
        LifetimeValue value = new LifetimeValue(buying.model(), paid.model(), new Discount(0.0027), 0.3);
        List<CdnowMaster.Customer> cohort = CdnowMaster.paper();
        List<CdnowMaster.Customer> zeroClass =
                cohort.stream().filter(customer -> customer.history().x() == 0).toList();

        // CLV-2 and CLV-3: the fits
        assertThat(buying.estimate().values())
                .containsExactly(new double[] {0.5630037, 12.559169, 0.4081073, 10.514546}, within(5e-5));
        assertThat(spending.customers()).isEqualTo(1_139);
        assertThat(paid.estimate().values())
                .containsExactly(new double[] {4.683454, 4.189783, 24.390548}, within(5e-5));
        // CLV-1: the customers
        assertThat(cohort).hasSize(23_560);
        assertThat(zeroClass).hasSize(12_054);
        // CLV-4: the paper prints $4.40, $53,000 and about $1.1 million
        double nothing = total(zeroClass, value);
        assertThat(nothing / zeroClass.size()).isCloseTo(4.389, within(0.0005));
        assertThat(nothing).isCloseTo(52_906, within(0.5));
        assertThat(total(cohort, value)).isCloseTo(1_097_000, within(500.0));
        // CLV-6: by thirds of those who came back; ties are cut by the order of the file
        List<CdnowMaster.Customer> back =
                cohort.stream().filter(customer -> customer.history().x() > 0).toList();
        assertThat(thirds(back, value, customer -> customer.history().recency()))
                .containsExactly(new double[] {10.4, 64.4, 197.3}, within(0.05));
        assertThat(thirds(back, value, customer -> customer.history().x()))
                .containsExactly(new double[] {19.3, 49.0, 203.8}, within(0.05));
        assertThat(thirds(back, value, CdnowMaster.Customer::mean))
                .containsExactly(new double[] {31.3, 81.2, 159.7}, within(0.05));
        Interval zero = value.interval(buying.estimate(), paid.estimate(), new History(0, 0, 70), 0, 0, 0.9);
        assertThat(zero.contains(value.of(new History(0, 0, 70), 0, 0))).isTrue();
        assertThat(zero.high() / zero.low()).isBetween(1.2, 2.5);
    }

    @Test
    void spendHardlyGoesWithFrequency() {
        Spending.Correlation correlation = spending(CdnowMaster.sample()).correlation();

        assertThat(correlation.matters()).isFalse();
        assertThat(correlation.sentence())
                .isEqualTo(
                        "Spend per purchase hardly goes with frequency (correlation of logarithms 0.18 over 1139 customers, p = 3.2e-10).");
    }

    private static double[] thirds(
            List<CdnowMaster.Customer> customers, LifetimeValue value, ToDoubleFunction<CdnowMaster.Customer> by) {
        List<CdnowMaster.Customer> sorted =
                customers.stream().sorted(Comparator.comparingDouble(by)).toList();
        int n = sorted.size();
        return IntStream.range(0, 3)
                .mapToDouble(i -> {
                    List<CdnowMaster.Customer> third = sorted.subList(i * n / 3, (i + 1) * n / 3);
                    return total(third, value) / third.size();
                })
                .toArray();
    }

    private static double total(List<CdnowMaster.Customer> customers, LifetimeValue value) {
        return customers.stream()
                .mapToDouble(customer ->
                        value.of(customer.history(), customer.history().x(), customer.mean()))
                .sum();
    }

    private static Spending spending(List<CdnowMaster.Customer> customers) {
        Spending.Builder builder = Spending.builder();
        customers.forEach(customer -> builder.add(customer.history().x(), customer.mean()));
        return builder.build();
    }
}
