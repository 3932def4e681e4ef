package io.customerroom.walls.worth;

import io.customerroom.statistics.Interval;
import io.customerroom.statistics.lifetime.CountedStates;
import io.customerroom.statistics.lifetime.Counts;
import io.customerroom.statistics.lifetime.Fit;
import io.customerroom.statistics.lifetime.GammaGamma;
import io.customerroom.statistics.lifetime.PurchaseModel;
import io.customerroom.statistics.numeric.SpecialFunctions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How well sums over customers are known: purchases of the next twelve months, worth in total, of each coming year, and of each group.
 *
 * <p>The delta method on the logarithm, from the parameters of buying and of spend together, over the very states of the customers summed up. What is covered is the expectation of these
 * customers, given what is known of each, if the models are right. They are all there is, so that no chance of having met others is in it; nor is how far single ones will stray from what is
 * expected of them.
 *
 * <p>Where several models of buying value parts of the customers, their standard errors are added up as if all erred in one direction (they share customers, so that they are not
 * independent): such an interval is wide rather than narrow. The error of spend is independent of them. Where nobody is seen to leave, an interval also reaches down to what the quickest leaving
 * that is not excluded would leave.
 *
 * <p>Of a group of more than {@value #MOST} states every n-th is looked at: how a sum answers to a parameter is a ratio of sums, and the error of that in an error of some per cent is below what is shown.
 */
final class Precision {

    /** States of a group that are looked at. */
    static final int MOST = 5_000;

    private static final int PURCHASES = 0;
    private static final int TOTAL = 1;
    private static final int YEARS = 2;

    /** @param times of how many customers each stands for one */
    private record Some(int group, CountedStates states, Counts counts, double times) {}

    /** Customers valued by one model. */
    private record Part(Buying buying, List<Some> groups) {}

    private final Assumptions assumptions;
    private final List<String> names;
    private final Optional<Fit.Converged<GammaGamma>> spend;
    private final double[] halves;
    private final double[] least;

    private Precision(
            Assumptions assumptions, List<String> names, List<Part> parts, Optional<Fit.Converged<GammaGamma>> spend) {
        this.assumptions = assumptions;
        this.names = names;
        this.spend = spend;
        int size = YEARS + assumptions.years() + names.size();
        double[] sums = new double[size];
        double[] errors = new double[size];
        double[] quickest = new double[size];
        for (Part part : parts) {
            double[] own = sums(part, part.buying().model());
            add(sums, own);
            add(
                    errors,
                    part.buying()
                            .estimate()
                            .standardErrors(p -> sums(part, part.buying().with(p))));
            add(
                    quickest,
                    part.buying().quickest().map(model -> sums(part, model)).orElse(own));
        }
        double[] paid = paid(parts, sums);
        double z = SpecialFunctions.normalQuantile((1 + assumptions.level()) / 2);
        halves = new double[size];
        least = new double[size];
        for (int i = 0; i < size; i++) {
            halves[i] = sums[i] > 0 ? z * Math.hypot(errors[i] / sums[i], paid[i]) : 0;
            least[i] = sums[i] > 0 ? quickest[i] / sums[i] : 1;
        }
    }

    /**
     * @param groups of which each is valued by one model; their names are those of {@link #group}
     * @param day on which they stand so
     * @param buying by the name of a group's segment
     */
    static Precision of(
            Assumptions assumptions,
            Collection<Prices.Group> groups,
            int day,
            Function<String, Buying> buying,
            Optional<Fit.Converged<GammaGamma>> spend) {
        Map<Buying, Part> parts = new IdentityHashMap<>();
        List<Part> inOrder = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Prices.Group group : groups) {
            Part part = parts.computeIfAbsent(buying.apply(group.segment()), one -> {
                Part made = new Part(one, new ArrayList<>());
                inOrder.add(made);
                return made;
            });
            CountedStates states = group.states();
            int nth = 1 + (states.size() - 1) / MOST;
            CountedStates seen = nth == 1 ? states : states.everyNth(nth);
            Counts counts = seen.at(day);
            part.groups().add(new Some(names.size(), seen, counts, customers(states) / counts.customers()));
            names.add(group.segment());
        }
        return new Precision(assumptions, names, inOrder, spend);
    }

    private static double customers(CountedStates states) {
        double sum = 0;
        for (int i = 0; i < states.size(); i++) {
            sum += states.customers(i);
        }
        return sum;
    }

    Worth.Amount purchases(double value) {
        return amount(value, PURCHASES);
    }

    Worth.Amount total(double value) {
        return amount(value, TOTAL);
    }

    /** @param year coming year, 0 for the first */
    Worth.Amount year(double value, int year) {
        return amount(value, YEARS + year);
    }

    Worth.Amount group(double value, String name) {
        return amount(value, YEARS + assumptions.years() + names.indexOf(name));
    }

    private Worth.Amount amount(double value, int at) {
        return new Worth.Amount(
                value,
                new Interval(
                        Math.min(value * Math.exp(-halves[at]), value * least[at]),
                        value * Math.exp(halves[at]),
                        assumptions.level()));
    }

    private static void add(double[] sums, double[] more) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += more[i];
        }
    }

    private double[] sums(Part part, PurchaseModel model) {
        double[] sums = new double[YEARS + assumptions.years() + names.size()];
        for (Some some : part.groups()) {
            double[] each =
                    spend.map(money -> each(money.model(), some.states())).orElseGet(() -> new double[0]);
            sum(some, Valuation.ahead(model, some.counts(), assumptions.years()), each, sums);
        }
        return sums;
    }

    /** @param each what all customers of a state pay per purchase; empty where that is not known */
    private void sum(Some some, double[][] ahead, double[] each, double[] sums) {
        for (int i = 0; i < some.states().size(); i++) {
            sums[PURCHASES] += some.times() * some.states().customers(i) * ahead[0][i];
        }
        if (each.length == 0) {
            return;
        }
        for (int year = 0; year < ahead.length; year++) {
            double paid = 0;
            for (int i = 0; i < each.length; i++) {
                paid += ahead[year][i] * each[i];
            }
            double money = some.times() * assumptions.weight(year + 1) * paid;
            sums[TOTAL] += money;
            sums[YEARS + year] += money;
            sums[YEARS + ahead.length + some.group()] += money;
        }
    }

    /** Relative standard errors from the parameters of spend. */
    private double[] paid(List<Part> parts, double[] sums) {
        if (spend.isEmpty()) {
            return new double[sums.length];
        }
        List<double[][]> ahead = new ArrayList<>();
        for (Part part : parts) {
            for (Some some : part.groups()) {
                ahead.add(Valuation.ahead(part.buying().model(), some.counts(), assumptions.years()));
            }
        }
        double[] errors = spend.get().estimate().standardErrors(p -> {
            GammaGamma other = new GammaGamma(p[0], p[1], p[2]);
            double[] all = new double[sums.length];
            int at = 0;
            for (Part part : parts) {
                for (Some some : part.groups()) {
                    sum(some, ahead.get(at++), each(other, some.states()), all);
                }
            }
            return all;
        });
        for (int i = 0; i < errors.length; i++) {
            errors[i] = i == PURCHASES || sums[i] == 0 ? 0 : errors[i] / sums[i];
        }
        return errors;
    }

    /** Expected spend per purchase of all customers of each state together: linear in what they spent, so that sums are enough. */
    private static double[] each(GammaGamma spend, CountedStates states) {
        double[] each = new double[states.size()];
        for (int i = 0; i < each.length; i++) {
            int x = states.x(i);
            double many = states.customers(i);
            each[i] = many * spend.expected(x, x == 0 ? 0 : states.spend(i) / many / x);
        }
        return each;
    }
}
