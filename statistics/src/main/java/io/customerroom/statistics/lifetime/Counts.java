package io.customerroom.statistics.lifetime;

import io.customerroom.statistics.numeric.BinomialDraw;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * How many customers are in which state (x, t_x, T): all that the likelihoods of the lifetime models depend on. A million customers on a
 * grid of days are some 340,000 states, a thousand million some six million; a fit on counts is exact, not an approximation.
 *
 * <p>States are distinct and sorted by x, recency, age. Times stand once each in {@link #time}, and states name them by number:
 * logarithms of times are taken once per day, not once per customer.
 *
 * <p><b>The grid.</b> Counting whole days merges purchases of one day and rounds ages, which moves estimates a little: with weekly rates
 * like those of the CDNOW data, true r = .243 and alpha = 30.9 (days) are found as .248 and 32.4 however many customers there are. The
 * grid does that, not the counting of states: customer by customer the result is the same. On a grid of weeks purchases of one week
 * merge, which is much worse.
 */
public final class Counts {

    private final int[] x;
    private final int[] recency;
    private final int[] age;
    private final double[] weights;
    private final double[] times;
    private final double customers;
    private final double logIntervals;

    Counts(int[] x, int[] recency, int[] age, double[] weights, double[] times, double logIntervals) {
        this.x = x;
        this.recency = recency;
        this.age = age;
        this.weights = weights;
        this.times = times;
        this.customers = Arrays.stream(weights).sum();
        this.logIntervals = logIntervals;
    }

    /** One customer each. */
    public static Counts of(Iterable<History> histories) {
        CountsBuilder builder = new CountsBuilder();
        histories.forEach(history -> builder.add(history, 1));
        return builder.build();
    }

    /**
     * From absolute days, one entry per customer: what is kept incrementally, because days do not change when the calendar moves on.
     *
     * @param first day of the first purchase
     * @param last day of the last purchase
     * @param x repeat purchases, that is further days with a purchase
     * @param today the day through which purchases are known; histories end with it
     */
    public static Counts daily(int[] first, int[] last, int[] x, int today) {
        DailyCounts counts = new DailyCounts(first.length);
        for (int i = 0; i < first.length; i++) {
            counts.add(x[i], last[i] - first[i], today - first[i]);
        }
        return counts.build();
    }

    /**
     * From states that were counted elsewhere, by a query for instance, in days. They must be distinct and sorted by x, recency, age;
     * refused otherwise.
     */
    public static Counts ofDailyStates(int[] x, int[] recency, int[] age, double[] weights) {
        int oldest = 0;
        for (int i = 0; i < x.length; i++) {
            new History(x[i], recency[i], age[i]);
            oldest = Math.max(oldest, age[i]);
            if (i > 0 && !ascending(x, recency, age, i)) {
                throw new IllegalArgumentException(
                        "states must be distinct and sorted by x, recency, age, but are not at " + i + ": "
                                + new History(x[i], recency[i], age[i]));
            }
        }
        return new Counts(x, recency, age, weights, DailyCounts.days(oldest), Double.NaN);
    }

    private static boolean ascending(int[] x, int[] recency, int[] age, int i) {
        if (x[i] != x[i - 1]) {
            return x[i] > x[i - 1];
        }
        return recency[i] != recency[i - 1] ? recency[i] > recency[i - 1] : age[i] > age[i - 1];
    }

    public static CountsBuilder builder() {
        return new CountsBuilder();
    }

    /** Distinct states. */
    public int size() {
        return x.length;
    }

    /** All customers: the sum of the weights. */
    public double customers() {
        return customers;
    }

    /** Repeat purchases of all customers together. */
    public double purchases() {
        return sum(history -> history.x());
    }

    public History state(int i) {
        return new History(x[i], times[recency[i]], times[age[i]]);
    }

    /** How many customers are in the state. */
    public double weight(int i) {
        return weights[i];
    }

    /** The weighted sum of a quantity over all customers. */
    public double sum(ToDoubleFunction<History> quantity) {
        double sum = 0;
        for (int i = 0; i < size(); i++) {
            sum += weights[i] * quantity.applyAsDouble(state(i));
        }
        return sum;
    }

    /**
     * The sum over all customers of the logarithms of the times between their purchases, first purchase included. Only models with a
     * regular rhythm need it, and only to compare one rhythm with another.
     */
    public OptionalDouble logIntervals() {
        return Double.isNaN(logIntervals) ? OptionalDouble.empty() : OptionalDouble.of(logIntervals);
    }

    /** The same customers with that sum stated. */
    public Counts withLogIntervals(double sum) {
        return new Counts(x, recency, age, weights, times, sum);
    }

    /** The same customers in another unit of time: with 7, days become weeks. */
    public Counts in(double unit) {
        if (!(unit > 0 && Double.isFinite(unit))) {
            throw new IllegalArgumentException("unit must be positive and finite, but was " + unit);
        }
        double[] scaled = Arrays.stream(times).map(time -> time / unit).toArray();
        return new Counts(x, recency, age, weights, scaled, logIntervals - purchases() * Math.log(unit));
    }

    /**
     * As many customers, drawn from these with replacement: the multinomial bootstrap, in a time that depends on the states only. Weights
     * must be whole numbers. Log-intervals do not survive, as they are not known per state.
     */
    public Counts resample(RandomGenerator random) {
        double[] drawn = new double[size()];
        double left = customers;
        long toDraw = Math.round(customers);
        for (int i = 0; i < drawn.length; i++) {
            if (weights[i] != Math.rint(weights[i])) {
                throw new IllegalArgumentException("weights must be whole to be drawn, but one was " + weights[i]);
            }
            drawn[i] = BinomialDraw.draw(random, toDraw, Math.min(1, weights[i] / left));
            toDraw -= (long) drawn[i];
            left -= weights[i];
        }
        return new Counts(x, recency, age, drawn, times, Double.NaN);
    }

    /** Every n-th state, from the first on: near enough to begin a search with, and to say how a sum over all of them answers to a parameter. */
    public Counts thinned(int n) {
        int kept = (size() + n - 1) / n;
        int[][] columns = new int[3][kept];
        double[] some = new double[kept];
        for (int i = 0; i < kept; i++) {
            columns[0][i] = x[i * n];
            columns[1][i] = recency[i * n];
            columns[2][i] = age[i * n];
            some[i] = weights[i * n];
        }
        return new Counts(columns[0], columns[1], columns[2], some, times, Double.NaN);
    }

    /** The columns themselves, for loops over millions of states. They are not to be changed. */
    int[] xs() {
        return x;
    }

    /** Per state the number of its recency in {@link #times}. */
    int[] recencies() {
        return recency;
    }

    /** Per state the number of its age in {@link #times}. */
    int[] ages() {
        return age;
    }

    double[] weights() {
        return weights;
    }

    /** Distinct times, ascending. */
    double[] times() {
        return times;
    }
}
