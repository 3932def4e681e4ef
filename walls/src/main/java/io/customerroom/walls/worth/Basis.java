package io.customerroom.walls.worth;

import io.customerroom.statistics.lifetime.CountedStates;
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
import io.customerroom.statistics.lifetime.Scores;
import io.customerroom.statistics.numeric.SpecialFunctions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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

    /**
     * What every state of some segments says of a customer in it, as rows: segment, first day, last day, further days, P(alive), band, purchases of the next twelve
     * months, and value as a straight line over what was spent on further days: where it begins and how it rises; both are null where spend could not be estimated.
     */
    List<List<@Nullable Object>> rows(SortedMap<String, CountedStates> segments, LocalDate through) {
        Map<Buying, List<CountedStates>> met = new IdentityHashMap<>();
        segments.forEach((segment, states) ->
                met.computeIfAbsent(of(segment), buying -> new ArrayList<>()).add(states));
        Map<Buying, Ahead> ahead = new IdentityHashMap<>();
        met.forEach((buying, states) -> ahead.put(buying, ahead(buying, CountedStates.together(states), through)));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        segments.forEach((segment, states) -> {
            Ahead all = Objects.requireNonNull(ahead.get(of(segment)));
            int[] places = all.states().placesOf(states);
            for (int i = 0; i < places.length; i++) {
                rows.add(row(segment, states, i, all, places[i]));
            }
        });
        return rows;
    }

    /** Per state, of one customer: P(alive), purchases of the next twelve months, and those of all coming years by their weights. */
    private record Ahead(CountedStates states, double[] alive, double[] next, double[] weighted) {}

    private Ahead ahead(Buying buying, CountedStates states, LocalDate through) {
        Counts counts = states.at((int) through.toEpochDay());
        double[] ends = IntStream.rangeClosed(1, assumptions.years())
                .mapToDouble(year -> Assumptions.YEAR * year)
                .toArray();
        double[] alive = new double[counts.size()];
        double[] next = new double[counts.size()];
        double[] weighted = new double[counts.size()];
        double[] before = new double[counts.size()];
        List<Scores> scores = Scores.of(buying.model(), counts, ends);
        for (int year = 0; year < ends.length; year++) {
            for (int i = 0; i < alive.length; i++) {
                double sum = scores.get(year).expected(i);
                double bought = Math.max(0, sum - before[i]);
                weighted[i] += assumptions.weight(year + 1) * bought;
                before[i] = sum;
                if (year == 0) {
                    alive[i] = scores.get(0).alive(i);
                    next[i] = bought;
                }
            }
        }
        return new Ahead(states, alive, next, weighted);
    }

    private List<@Nullable Object> row(String segment, CountedStates states, int state, Ahead all, int at) {
        int x = states.x(state);
        Optional<GammaGamma> money = spend.map(Fit.Converged::model);
        double bought = kept * all.weighted()[at];
        Optional<Double> begins = money.map(one -> bought * one.expected(x, 0));
        Optional<Double> rises = money.map(one -> x == 0 ? 0 : bought * (one.expected(x, 1) - one.expected(x, 0)) / x);
        return Arrays.asList(
                segment,
                LocalDate.ofEpochDay(states.first(state)),
                LocalDate.ofEpochDay(states.last(state)),
                (long) x,
                all.alive()[at],
                (long) Score.band(all.alive()[at]),
                all.next()[at],
                begins.orElse(null),
                rises.orElse(null));
    }

    /** One score per state, in their order; none of them may begin after the day. */
    public List<Score> of(List<Buyers.State> states, LocalDate through) {
        Map<Buying, List<Integer>> places = new IdentityHashMap<>();
        for (int i = 0; i < states.size(); i++) {
            places.computeIfAbsent(of(states.get(i).segment()), buying -> new ArrayList<>())
                    .add(i);
        }
        Score[] scores = new Score[states.size()];
        places.forEach((buying, at) -> {
            List<Score> some = of(buying, at.stream().map(states::get).toList(), through);
            for (int i = 0; i < some.size(); i++) {
                scores[at.get(i)] = some.get(i);
            }
        });
        return List.of(scores);
    }

    private List<Score> of(Buying buying, List<Buyers.State> states, LocalDate through) {
        PurchaseModel model = buying.model();
        CountedStates.Builder builder = new CountedStates.Builder();
        states.forEach(state -> builder.add(
                (int) state.firstOn().toEpochDay(), (int) state.lastOn().toEpochDay(), state.x(), 1, 0));
        CountedStates counted = builder.build();
        Counts counts = counted.at((int) through.toEpochDay());
        int[] at = states.stream()
                .mapToInt(state -> counted.of(
                        (int) state.firstOn().toEpochDay(), (int) state.lastOn().toEpochDay(), state.x()))
                .toArray();
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
