package io.customerroom.walls.worth;

import io.customerroom.statistics.lifetime.Counts;
import io.customerroom.statistics.lifetime.Discount;
import io.customerroom.statistics.lifetime.ExponentialNbd;
import io.customerroom.statistics.lifetime.Fit;
import io.customerroom.statistics.lifetime.GammaGamma;
import io.customerroom.statistics.lifetime.GeometricNbd;
import io.customerroom.statistics.lifetime.History;
import io.customerroom.statistics.lifetime.MbgNbd;
import io.customerroom.statistics.lifetime.Nbd;
import io.customerroom.statistics.lifetime.ParetoNbd;
import io.customerroom.statistics.lifetime.PurchaseModel;
import io.customerroom.statistics.numeric.SpecialFunctions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * From which single customers are valued: the fits and the assumptions. Scores are computed per state, once each; a customer looks his up.
 *
 * <p>The value of a customer is Σ over the coming years of weight × purchases to come × expected spend × the share that returns leave. Spend is linear in what a customer
 * spent, so that the values of all customers add up to the equity that was computed from sums.
 *
 * @param common the model of everybody whose segment has none of its own
 * @param own models by segment
 * @param kept of what was sold the share that returns leave
 */
public record Basis(
        Buying common,
        SortedMap<String, Buying> own,
        Optional<Fit.Converged<GammaGamma>> spend,
        double kept,
        Assumptions assumptions) {

    public Basis {
        own = Collections.unmodifiableSortedMap(new TreeMap<>(own));
    }

    /** The model that values customers of this segment. */
    public Buying of(String segment) {
        return own.getOrDefault(segment, common);
    }

    /** The kinds of the models. */
    public Kinds kinds() {
        SortedMap<String, Candidate> kinds = new TreeMap<>();
        own.forEach((segment, buying) -> kinds.put(segment, buying.candidate()));
        return new Kinds(common.candidate(), kinds);
    }

    /** The probability that a customer of this segment with this history still is one. */
    public double alive(String segment, History history) {
        return of(segment).model().probabilityAlive(history);
    }

    /** One score per state, in their order; none of them may begin after the day. */
    public List<Score> of(List<Buyers.State> states, LocalDate through) {
        Score[] scores = new Score[states.size()];
        Grouped.by(states, this::of).forEach((buying, places) -> {
            List<Score> some = of(buying, Grouped.at(places, states), through);
            for (int i = 0; i < some.size(); i++) {
                scores[places.get(i)] = some.get(i);
            }
        });
        return List.of(scores);
    }

    private List<Score> of(Buying buying, List<Buyers.State> states, LocalDate through) {
        PurchaseModel model = buying.model();
        Buyers buyers = new Buyers(states, through);
        Counts counts = buyers.counts();
        int[] at = states.stream().mapToInt(buyers::indexOf).toArray();
        double[] alive = new double[counts.size()];
        double[] discounted = new double[counts.size()];
        Discount discount = Discount.yearly(assumptions.yearlyRate(), Assumptions.YEAR);
        for (int i = 0; i < alive.length; i++) {
            alive[i] = model.probabilityAlive(counts.state(i));
            discounted[i] = discounted(model, discount, counts.state(i), alive[i]);
        }
        double[] next = Valuation.ahead(model, counts, 1)[0];
        Optional<double[][]> values = spend.map(money -> values(buying, money, states, counts, at));
        List<Score> scores = new ArrayList<>();
        for (int i = 0; i < at.length; i++) {
            int k = i;
            scores.add(new Score(
                    alive[at[i]],
                    next[at[i]],
                    discounted[at[i]],
                    values.flatMap(value -> Score.amount(value[k][0], value[k][1], value[k][2], assumptions.level()))));
        }
        return scores;
    }

    /** Per state value, low and high end. */
    private double[][] values(
            Buying buying, Fit.Converged<GammaGamma> money, List<Buyers.State> states, Counts counts, int[] at) {
        double[] bought = weighted(buying.model(), counts);
        double[] own = buying.estimate().standardErrors(p -> logs(weighted(buying.with(p), counts)));
        double[] each = expected(money.model(), states);
        double[] paid = money.estimate().standardErrors(p -> logs(expected(new GammaGamma(p[0], p[1], p[2]), states)));
        double[] least = buying.quickest().map(model -> weighted(model, counts)).orElse(bought);
        double z = SpecialFunctions.normalQuantile((1 + assumptions.level()) / 2);
        double[][] values = new double[at.length][];
        for (int i = 0; i < at.length; i++) {
            double value = kept * bought[at[i]] * each[i];
            double half = z * Math.hypot(own[at[i]], paid[i]);
            double low = Math.min(value * Math.exp(-half), kept * least[at[i]] * each[i]);
            values[i] = new double[] {value, low, value * Math.exp(half)};
        }
        return values;
    }

    private static double[] expected(GammaGamma spend, List<Buyers.State> states) {
        return states.stream()
                .mapToDouble(state ->
                        spend.expected(state.x(), state.x() == 0 ? 0 : Math.max(0, state.spend()) / state.x()))
                .toArray();
    }

    /** Logarithms; of nothing that of the smallest number, whose error is nothing. */
    private static double[] logs(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> Math.log(Math.max(values[i], Double.MIN_NORMAL)))
                .toArray();
    }

    /** Per state of the counts the purchases of the coming years, each year with its weight. */
    private double[] weighted(PurchaseModel one, Counts counts) {
        double[][] years = Valuation.ahead(one, counts, assumptions.years());
        double[] sum = new double[counts.size()];
        for (int year = 0; year < years.length; year++) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += assumptions.weight(year + 1) * years[year][i];
            }
        }
        return sum;
    }

    private static double discounted(PurchaseModel model, Discount discount, History history, double alive) {
        if (discount.force() == 0) {
            return Double.NaN;
        }
        return switch (model) {
            case MbgNbd one -> one.discountedExpected(discount, history);
            case ParetoNbd one -> alive * one.after(history).discountedExpected(discount);
            case GeometricNbd one -> one.discountedExpected(discount, history);
            case ExponentialNbd one -> one.discountedExpected(discount, history);
            case Nbd one -> one.expected(1, history) / discount.force();
            default -> throw new IllegalStateException("nobody is valued by " + model);
        };
    }
}
