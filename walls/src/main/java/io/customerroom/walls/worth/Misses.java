package io.customerroom.walls.worth;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.statistics.Interval;
import io.customerroom.statistics.lifetime.CountedStates;
import io.customerroom.statistics.numeric.SpecialFunctions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.IntUnaryOperator;

/**
 * Whose purchases a forecast missed: what customers of a kind bought in its whole span, beside what was foretold of the very same customers. They are told apart by what was known at
 * the cut, so that nobody stands under a kind because of what came after; by segment as far as segments are not given for later buying.
 *
 * <p>The interval of a kind is one of what would come: chance of single customers and parameters, as in {@link Forecast}, without how far months stray from their season. A miss that lies in one
 * kind says that these customers changed; one that lies in all kinds alike, that the model or the times did.
 *
 * @param cut last day that the forecast knew
 * @param until last day of its span
 * @param groups by segment, by first purchase, by purchases up to the cut; each of the three adds up to all customers
 */
public record Misses(LocalDate cut, LocalDate until, List<Group> groups, double level) {

    /** So far above what chance makes the kinds must lie apart for one of them to be named. */
    private static final double CLEARLY = 3;

    /** What tells customers apart. */
    public enum By {
        SEGMENT,
        FIRST_PURCHASE,
        PURCHASES
    }

    /**
     * Customers of a kind.
     *
     * @param name empty for customers without a segment
     * @param came repeat purchases in the span
     * @param expected of the same
     * @param deviation standard deviation of what would come
     */
    public record Group(By by, String name, long customers, long came, Forecast.Foretold expected, double deviation) {

        /** More than foretold; less than nothing where fewer came. */
        public double excess() {
            return came - expected.value();
        }
    }

    /**
     * Who came otherwise than foretold, beside everybody else.
     *
     * @param others came less expected of all others, over expected
     */
    public record Strayed(Group group, double others) {

        /** Came less expected, over expected. */
        public double share() {
            return group.excess() / group.expected().value();
        }
    }

    /**
     * Customers foretold by one model.
     *
     * @param states by the clock, as the part counts them
     * @param clock from a day of the ledger to one of the states
     */
    record Teller(Forecast.Part part, CountedStates states, IntUnaryOperator clock) {}

    public Misses {
        groups = List.copyOf(groups);
    }

    /** Of one way to tell customers apart, in its order. */
    public List<Group> by(By by) {
        return groups.stream().filter(group -> group.by() == by).toList();
    }

    /** The way that tells those who came as foretold best from those who did not; nothing where customers of all kinds strayed alike, as far as chance lets one see. */
    public Optional<By> telling() {
        return List.of(By.values()).stream()
                .filter(by -> apart(by(by)) > CLEARLY)
                .max(Comparator.comparingDouble(by -> apart(by(by))));
    }

    /** Who strayed furthest in the direction of the whole miss, beside chance; nothing where no kind did. */
    public Optional<Strayed> strayed() {
        return telling().flatMap(by -> {
            List<Group> kinds = by(by);
            double way = Math.signum(kinds.stream().mapToDouble(Group::excess).sum());
            return kinds.stream()
                    .filter(group -> !group.expected().holds(group.came()) && group.excess() * way > 0)
                    .max(Comparator.comparingDouble(group -> Math.abs(group.excess()) / group.deviation()))
                    .map(group -> new Strayed(group, others(kinds, group)));
        });
    }

    private static double others(List<Group> kinds, Group but) {
        double expected = 0;
        double excess = 0;
        for (Group group : kinds) {
            if (group != but) {
                expected += group.expected().value();
                excess += group.excess();
            }
        }
        return excess / expected;
    }

    /** How far kinds lie apart in came over expected: the sum of squares about the common share, less what chance makes of it, in standard deviations of that. */
    private static double apart(List<Group> kinds) {
        double came = kinds.stream().mapToDouble(Group::came).sum();
        double expected =
                kinds.stream().mapToDouble(group -> group.expected().value()).sum();
        double squares = 0;
        int freedom = -1;
        for (Group group : kinds) {
            if (group.deviation() > 0) {
                double off = (group.came() - came / expected * group.expected().value()) / group.deviation();
                squares += off * off;
                freedom++;
            }
        }
        return freedom < 1 ? 0 : (squares - freedom) / Math.sqrt(2.0 * freedom);
    }

    /**
     * @param ahead days of the span, as long as the season makes them
     * @param tellers with the one of everybody else first
     * @param pairs customers at the cut and at the end of the span, by segment
     */
    static Misses of(
            LocalDate cut,
            LocalDate until,
            double ahead,
            List<Teller> tellers,
            SortedMap<String, StatePairs> pairs,
            CompanyCalendar calendar,
            double level) {
        Traits traits = new Traits(pairs, cut, calendar);
        double[] expected = new double[traits.size()];
        double[] chance = new double[traits.size()];
        double[] errors = new double[traits.size()];
        for (Teller teller : tellers) {
            TraitForecast told = new TraitForecast(teller, traits, ahead);
            pairs.forEach((segment, some) -> {
                if (teller == tellerOf(segment, tellers)) {
                    told.add(segment, some);
                }
            });
            told.addTo(expected, chance, errors);
        }
        double z = SpecialFunctions.normalQuantile((1 + level) / 2);
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < expected.length; i++) {
            double deviation = Math.sqrt(chance[i] + errors[i] * errors[i]);
            groups.add(new Group(
                    traits.by(i),
                    traits.name(i),
                    traits.customers(i),
                    traits.came(i),
                    new Forecast.Foretold(
                            expected[i],
                            new Interval(Math.max(0, expected[i] - z * deviation), expected[i] + z * deviation, level)),
                    deviation));
        }
        return new Misses(cut, until, groups, level);
    }

    private static Teller tellerOf(String segment, List<Teller> tellers) {
        return tellers.stream()
                .filter(teller -> teller.part().segment().equals(segment))
                .findFirst()
                .orElse(tellers.getFirst());
    }
}
