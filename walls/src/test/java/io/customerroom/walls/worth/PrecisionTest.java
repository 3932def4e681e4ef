package io.customerroom.walls.worth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customerroom.statistics.Interval;
import io.customerroom.statistics.lifetime.CountedStates;
import io.customerroom.statistics.lifetime.Counts;
import io.customerroom.statistics.lifetime.Estimate;
import io.customerroom.statistics.lifetime.Fit;
import io.customerroom.statistics.lifetime.GammaGamma;
import io.customerroom.statistics.lifetime.GeometricNbd;
import io.customerroom.statistics.lifetime.History;
import io.customerroom.statistics.lifetime.Spending;
import io.customerroom.statistics.numeric.GammaDraw;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class PrecisionTest {

    private static final Assumptions USUAL = Assumptions.USUAL;
    private static final GeometricNbd BUYING = new GeometricNbd(0.8, 300, 9);
    private static final GammaGamma SPEND = new GammaGamma(6, 4, 15);
    private static final int TODAY = 20_000;
    private static final double Z = 1.6448536269514722;

    /** Times are long, so that counting days does not move the parameters. */
    @Test
    void ninetyPercentIntervalsHoldWhatIsExpectedAtTheTruth() {
        int simulations = 40;
        int[] held = new int[5];
        for (int seed = 0; seed < simulations; seed++) {
            Company company = new Company(seed, 400);
            Fitted fitted = company.fitted();
            Precision precision = fitted.precision();
            double[] truth = company.sums(BUYING, SPEND);
            double[] found = company.sums(fitted.buying(), fitted.spend());
            Worth.Amount[] told = {
                precision.purchases(found[0]),
                precision.total(found[1] + found[2]),
                precision.group(found[1], "gold"),
                precision.group(found[2], "silver"),
                precision.year(found[3], 4)
            };
            double[] meant = {truth[0], truth[1] + truth[2], truth[1], truth[2], truth[3]};
            for (int i = 0; i < held.length; i++) {
                held[i] += told[i].interval().contains(meant[i]) ? 1 : 0;
            }
        }
        for (int many : held) {
            assertThat(many)
                    .as("of 40; 29 is the lower end of the 99.9 % band of a share of 90 %")
                    .isBetween(29, 40);
        }
    }

    /** The gradient is taken customer by customer, from the model's own answer for his history. */
    @Test
    void theIntervalIsThatOfAPlainDeltaMethodOverSingleCustomers() {
        Company company = new Company(7, 150);
        Fitted fitted = company.fitted();
        double gold = company.worth(fitted.buying(), fitted.spend(), Customer::gold);

        double buying = plain(
                fitted.common().estimate(),
                p -> company.worth(new GeometricNbd(p[0], p[1], p[2]), fitted.spend(), Customer::gold));
        double spend = plain(
                fitted.money().estimate(),
                p -> company.worth(fitted.buying(), new GammaGamma(p[0], p[1], p[2]), Customer::gold));

        double half = Z * Math.hypot(buying, spend) / gold;
        Interval told = fitted.precision().group(gold, "gold").interval();
        assertThat(Math.log(told.high() / gold)).isCloseTo(half, within(1e-4 * half));
        assertThat(Math.log(gold / told.low())).isCloseTo(half, within(1e-4 * half));
    }

    /** In natural parameters, with the covariance of those. */
    private static double plain(Estimate estimate, ToDoubleFunction<double[]> quantity) {
        List<String> names = estimate.names();
        double[] gradient = new double[names.size()];
        for (int i = 0; i < gradient.length; i++) {
            double[] up = estimate.values();
            double[] down = estimate.values();
            double step = 1e-5 * up[i];
            up[i] += step;
            down[i] -= step;
            gradient[i] = (quantity.applyAsDouble(up) - quantity.applyAsDouble(down)) / (2 * step);
        }
        double variance = 0;
        for (int i = 0; i < gradient.length; i++) {
            for (int j = 0; j < gradient.length; j++) {
                variance += gradient[i] * gradient[j] * estimate.covariance(names.get(i), names.get(j));
            }
        }
        return Math.sqrt(variance);
    }

    /** Customers are drawn anew on their counts, the model is fitted to those, and the customers there are are foretold by it. */
    @Test
    void aBootstrapOnCountsStraysAsFar() {
        Company company = new Company(11, 400);
        Fitted fitted = company.fitted();
        Counts counts = company.states(one -> true).at(TODAY);
        Random random = new Random(3);
        int draws = 60;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < draws; i++) {
            Fit<GeometricNbd> again = GeometricNbd.fit(counts.resample(random));
            double log = Math.log(company.sums(((Fit.Converged<GeometricNbd>) again).model(), SPEND)[0]);
            sum += log;
            squares += log * log;
        }
        double deviation = Math.sqrt(squares / draws - sum / draws * sum / draws);
        double value = company.sums(fitted.buying(), SPEND)[0];
        assertThat(Math.log(fitted.precision().purchases(value).interval().high() / value) / Z)
                .isCloseTo(deviation, within(0.25 * deviation));
    }

    /** So many states that not every one is looked at. */
    @Test
    void someOfManyStatesSayTheSame() {
        Company company = new Company(5, 12_500);
        Fitted fitted = company.fitted();
        CountedStates all = company.states(one -> true);
        assertThat(all.size()).isGreaterThan(Precision.MOST);
        double value = company.sums(fitted.buying(), SPEND)[0];
        double whole =
                plain(fitted.common().estimate(), p -> company.sums(new GeometricNbd(p[0], p[1], p[2]), SPEND)[0])
                        / value;

        Precision some = Precision.of(
                USUAL, List.of(new Prices.Group("", all)), TODAY, name -> fitted.common(), Optional.empty());

        assertThat(Math.log(some.purchases(value).interval().high() / value) / Z)
                .isCloseTo(whole, within(0.03 * whole));
    }

    private record Customer(boolean gold, int first, int last, int x, double mean) {

        History history() {
            return new History(x, last - first, TODAY - first);
        }
    }

    private record Fitted(Company company, Buying common, Fit.Converged<GammaGamma> money) {

        GeometricNbd buying() {
            return (GeometricNbd) common.model();
        }

        GammaGamma spend() {
            return money.model();
        }

        Precision precision() {
            return Precision.of(
                    USUAL,
                    List.of(
                            new Prices.Group("gold", company.states(Customer::gold)),
                            new Prices.Group("silver", company.states(one -> !one.gold()))),
                    TODAY,
                    name -> common,
                    Optional.of(money));
        }
    }

    /** Three of ten are of gold. */
    private static final class Company {

        private final List<Customer> customers = new ArrayList<>();

        Company(int seed, int n) {
            Random random = new Random(1000 + seed);
            for (int i = 0; i < n; i++) {
                int age = 500 + random.nextInt(2500);
                History history = BUYING.draw(random, age);
                double rate = GammaDraw.gamma(random, SPEND.q()) / SPEND.gamma();
                double paid = history.x() == 0 ? 0 : GammaDraw.gamma(random, SPEND.p() * history.x()) / rate;
                int first = TODAY - age;
                int last = first + Math.max(history.x(), (int) Math.round(history.recency()));
                customers.add(new Customer(
                        i % 10 < 3,
                        first,
                        history.x() == 0 ? first : Math.min(TODAY, last),
                        history.x(),
                        history.x() == 0 ? 0 : Math.round(1e6 * paid / history.x()) / 1e6));
            }
        }

        CountedStates states(Predicate<Customer> which) {
            CountedStates.Builder builder = new CountedStates.Builder();
            customers.stream()
                    .filter(which)
                    .forEach(one ->
                            builder.add(one.first(), one.last(), one.x(), 1, Math.round(1e6 * one.mean() * one.x())));
            return builder.build();
        }

        Fitted fitted() {
            Counts counts = states(one -> true).at(TODAY);
            Fit.Converged<GeometricNbd> fit = (Fit.Converged<GeometricNbd>) GeometricNbd.fit(counts);
            Spending.Builder spending = Spending.builder();
            customers.stream().filter(one -> one.x() > 0).forEach(one -> spending.add(one.x(), one.mean()));
            return new Fitted(
                    this, Buying.of(Candidate.GEOMETRIC_NBD, fit, counts, USUAL.level()), (Fit.Converged<GammaGamma>)
                            GammaGamma.fit(spending.build()));
        }

        /** Purchases of a year; worth of gold, of silver, of the fifth year. */
        double[] sums(GeometricNbd model, GammaGamma spend) {
            CountedStates all = states(one -> true);
            double[][] ahead = Valuation.ahead(model, all.at(TODAY), USUAL.years());
            double[] sums = new double[4];
            for (Customer one : customers) {
                int at = all.of(one.first(), one.last(), one.x());
                double each = spend.expected(one.x(), one.mean());
                sums[0] += ahead[0][at];
                for (int year = 0; year < ahead.length; year++) {
                    sums[one.gold() ? 1 : 2] += USUAL.weight(year + 1) * ahead[year][at] * each;
                }
                sums[3] += USUAL.weight(5) * ahead[4][at] * each;
            }
            return sums;
        }

        double worth(GeometricNbd model, GammaGamma spend, Predicate<Customer> which) {
            return customers.stream()
                    .filter(which)
                    .mapToDouble(one -> {
                        double sum = 0;
                        for (int year = 0; year < USUAL.years(); year++) {
                            sum += ofYear(model, spend, one, year);
                        }
                        return sum;
                    })
                    .sum();
        }

        private static double ofYear(GeometricNbd model, GammaGamma spend, Customer one, int year) {
            return USUAL.weight(year + 1)
                    * (model.expected(Assumptions.YEAR * (year + 1), one.history())
                            - (year == 0 ? 0 : model.expected(Assumptions.YEAR * year, one.history())))
                    * spend.expected(one.x(), one.mean());
        }
    }
}
