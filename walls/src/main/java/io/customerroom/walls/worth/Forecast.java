package io.customerroom.walls.worth;

import io.customerroom.statistics.Interval;
import io.customerroom.statistics.lifetime.Counts;
import io.customerroom.statistics.lifetime.Estimate;
import io.customerroom.statistics.lifetime.Fit;
import io.customerroom.statistics.lifetime.PurchaseModel;
import io.customerroom.statistics.lifetime.Scores;
import io.customerroom.statistics.numeric.SpecialFunctions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was foretold on a day, by a model fitted to what had happened by then, against what came, month by month.
 *
 * <p>The interval is one of what would come, not of an expectation: how well the parameters were known (delta method), and the chance by which single
 * customers buy more or less. For the latter a customer's purchases have mean m and variance m + m²/(r + x) while alive, which holds for a
 * gamma-distributed rate, and none once gone: Var = E + E²((1 + 1/(r + x))/P(alive) − 1). That somebody leaves within the span is in the mean only.
 *
 * <p>The models know no season. Where the two years before the cut agree on one ({@link Season}), the models' time goes as fast as the season, in the months foretold:
 * customers buy, and after purchases leave, twice as often in a month of factor two, and twelve months come to what the models expect of a year. Where that would have foretold the
 * year before the cut better, they are fitted by that clock as well, so that a cut inside a peak does not pass for customers who buy often. The interval is at least as wide as
 * those two years missed each other by; the misses of months count as independent in a sum. Campaigns are in neither.
 *
 * @param cut the last day known to the model
 * @param model as the literature calls it; with those of segments that have their own
 * @param months in the order of time
 * @param seasonal whether a season was known
 */
public record Forecast(LocalDate cut, String model, List<Month> months, double level, boolean seasonal) {

    /**
     * Customers foretold by one model.
     *
     * @param segment they belong to; empty for everybody else
     * @param counts by the season's clock, where one is known
     * @param plain the same by the calendar
     */
    record Part(
            String segment,
            Candidate candidate,
            Fit.Converged<? extends PurchaseModel> fit,
            Counts counts,
            Plain plain) {

        /** Without a season. */
        Part(String segment, Candidate candidate, Fit.Converged<? extends PurchaseModel> fit, Counts counts) {
            this(segment, candidate, fit, counts, new Plain(fit.model(), counts));
        }
    }

    /** A model and customers by the calendar. */
    record Plain(PurchaseModel model, Counts counts) {}

    /**
     * @param name of the span
     * @param came repeat purchases in it, of customers who had bought by the cut
     * @param expected of them, in it
     * @param plain what the models expect by themselves; the same where no season was known
     * @param cameSoFar since the cut
     * @param expectedSoFar since the cut
     */
    public record Month(
            String name, long came, Foretold expected, double plain, long cameSoFar, Foretold expectedSoFar) {}

    /** @param interval in which what comes should lie */
    public record Foretold(double value, Interval interval) {

        public boolean holds(long came) {
            return interval.contains(came);
        }
    }

    public Forecast {
        months = List.copyOf(months);
    }

    /** How many months lay in their interval. */
    public long held() {
        return months.stream()
                .filter(month -> month.expected().holds(month.came()))
                .count();
    }

    /** Foretold less came, over came; not a number where nothing came. */
    public double error() {
        Month last = months.getLast();
        return (last.expectedSoFar().value() - last.cameSoFar()) / last.cameSoFar();
    }

    /** @param parts at least one; without a segment the first */
    static Forecast of(LocalDate cut, List<Part> parts, List<Holdout.Step> steps, Season season, double level) {
        List<LocalDate> untils = steps.stream().map(Holdout.Step::until).toList();
        double[] ends = season.ends(cut, untils);
        double[] plain = Season.NONE.ends(cut, untils);
        Sum foretold = new Sum(
                parts.stream().map(part -> new Spread(part, ends, plain)).toList(), season.strays(), level);
        List<Month> months = new ArrayList<>();
        long came = 0;
        for (int i = 0; i < ends.length; i++) {
            Holdout.Step step = steps.get(i);
            came += step.purchases();
            months.add(new Month(
                    step.name(),
                    step.purchases(),
                    foretold.between(i, i),
                    foretold.plain(i),
                    came,
                    foretold.between(0, i)));
        }
        return new Forecast(cut, label(parts), months, level, season.known());
    }

    private static String label(List<Part> parts) {
        return parts.stream()
                .map(part -> part.segment().isEmpty()
                        ? part.candidate().label()
                        : "for %s %s".formatted(part.segment(), part.candidate().label()))
                .collect(Collectors.joining(", "));
    }

    /**
     * Adds up parts and months. Standard errors of several models are added, as if all erred in one direction.
     *
     * @param strays of a month about its season, relative to it
     */
    private record Sum(List<Spread> spreads, double strays, double level) {

        double plain(int month) {
            return spreads.stream().mapToDouble(spread -> spread.plain(month)).sum();
        }

        private double seasonal(int month) {
            return spreads.stream().mapToDouble(spread -> spread.mean(month)).sum();
        }

        /** @param first and last months that count */
        Foretold between(int first, int last) {
            double mean = 0;
            double strayed = 0;
            for (int month = first; month <= last; month++) {
                double seasonal = seasonal(month);
                mean += seasonal;
                strayed += strays * seasonal * strays * seasonal;
            }
            double chance = 0;
            double parameters = 0;
            for (Spread spread : spreads) {
                chance += spread.chance(first - 1, last);
                parameters += spread.parameters(first, last);
            }
            double half = SpecialFunctions.normalQuantile((1 + level) / 2)
                    * Math.sqrt(Math.max(chance, strayed) + square(parameters));
            return new Foretold(mean, new Interval(Math.max(0, mean - half), mean + half, level));
        }
    }

    /**
     * Variance of what one customer does, the parameters given.
     *
     * @param x further days with a purchase by the cut
     * @param expected of him
     * @param alive P(alive) at the cut
     */
    static double chance(Estimate estimate, int x, double expected, double alive) {
        double wide = 1 + (estimate.names().contains("r") ? 1 / (estimate.value("r") + x) : 0);
        return expected + expected * expected * Math.max(0, wide / Math.max(alive, 1e-12) - 1);
    }

    private static double square(double value) {
        return value * value;
    }

    /** Expectations of the customers of a part together and how far chance leads away from them. */
    private static final class Spread {

        private final Part part;
        private final Estimate estimate;
        private final Counts counts;
        private final double[] ends;
        private final List<Scores> scores;
        private final List<Scores> plain;
        private final Map<List<Double>, double[]> known = new HashMap<>();

        /** Enough states to say how sums answer to the parameters. */
        private final Counts some;

        private final double[] means;

        /**
         * @param ends of the months, in days that are as long as the season makes them
         * @param plain the same in days that are all alike
         */
        Spread(Part part, double[] ends, double[] plain) {
            this.part = part;
            this.estimate = part.fit().estimate();
            this.counts = part.counts();
            this.ends = ends;
            this.scores = Scores.of(part.fit().model(), counts, ends);
            this.some = counts.thinned(1 + (counts.size() - 1) / Precision.MOST);
            this.means =
                    scores.stream().mapToDouble(ahead -> total(ahead, counts)).toArray();
            this.plain = Arrays.equals(ends, plain)
                    ? scores
                    : Scores.of(part.plain().model(), part.plain().counts(), plain);
        }

        double mean(int month) {
            return sum(scores, counts, month);
        }

        double plain(int month) {
            return sum(plain, part.plain().counts(), month);
        }

        private static double sum(List<Scores> until, Counts counts, int month) {
            double sum = 0;
            for (int i = 0; i < counts.size(); i++) {
                sum += counts.weight(i)
                        * (until.get(month).expected(i)
                                - (month == 0 ? 0 : until.get(month - 1).expected(i)));
            }
            return sum;
        }

        private double each(int from, int to, int state) {
            return scores.get(to).expected(state)
                    - (from < 0 ? 0 : scores.get(from).expected(state));
        }

        /** Variance of what these customers do, the parameters given. */
        double chance(int from, int to) {
            double sum = 0;
            for (int i = 0; i < counts.size(); i++) {
                sum += counts.weight(i)
                        * Forecast.chance(
                                estimate,
                                counts.state(i).x(),
                                each(from, to, i),
                                scores.get(to).alive(i));
            }
            return sum;
        }

        /** Standard error of the mean of some months from the parameters. */
        double parameters(int first, int last) {
            double seen = between(sums(estimate.values()), first, last);
            double error = estimate.standardError(p -> between(sums(p), first, last));
            return seen > 0 ? error * between(means, first, last) / seen : error;
        }

        private static double between(double[] sums, int first, int last) {
            return sums[last] - (first == 0 ? 0 : sums[first - 1]);
        }

        /** Of the states looked at, until the end of each month. */
        private double[] sums(double[] p) {
            return known.computeIfAbsent(Arrays.stream(p).boxed().toList(), key -> {
                PurchaseModel other = part.candidate().model(p);
                return Scores.of(other, some, ends).stream()
                        .mapToDouble(ahead -> total(ahead, some))
                        .toArray();
            });
        }

        private static double total(Scores ahead, Counts counts) {
            double sum = 0;
            for (int i = 0; i < counts.size(); i++) {
                sum += counts.weight(i) * ahead.expected(i);
            }
            return sum;
        }
    }
}
