package io.customerroom.walls.stays;

import io.customerroom.statistics.Interval;
import io.customerroom.statistics.lifetime.Discount;
import io.customerroom.statistics.lifetime.Estimate;
import io.customerroom.statistics.numeric.SpecialFunctions;
import io.customerroom.walls.worth.Assumptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What those who are under contract will still pay, by models of renewal fitted to the counts of each group, and whether the same models would have
 * foretold who stayed.
 *
 * <p>Intervals come by the delta method. They tell how well the expectation is known if the model is right; how right it was, the held months tell.
 *
 * @param groups those with a model, in the order of the segments
 * @param without groups without one: nobody has left, or nobody has renewed
 * @param total of all groups with a model; empty without any
 * @param forecast empty where the records are too short, or no model stood then
 */
public record ContractWorth(
        List<Valued> groups, List<RenewalGroup> without, Optional<Amount> total, Optional<Forecast> forecast) {

    private static final double MONTHS = 12;

    public ContractWorth {
        groups = List.copyOf(groups);
        without = List.copyOf(without);
    }

    /** Money with its interval. */
    public record Amount(double value, double standardError, Interval interval) {}

    /**
     * @param residual periods to come of one customer, discounted: DERL
     * @param retention of the next renewal, on average of those who stay
     */
    public record Valued(RenewalGroup group, RenewalChoice choice, double residual, double retention, Amount worth) {}

    /**
     * @param before how many stayed on the last day that the models knew
     * @param expected how many of them were foretold to stay to the end of each held month
     * @param models the labels of the models that foretold it
     */
    public record Forecast(ContractHistories.Held held, double before, List<Double> expected, List<String> models) {

        public Forecast {
            expected = List.copyOf(expected);
            models = List.copyOf(models);
        }

        /** Foretold over what happened at the end of the held months, less 1. */
        public double error() {
            long stayed = held.steps().getLast().stayed();
            return stayed == 0 ? Double.POSITIVE_INFINITY : expected.getLast() / stayed - 1;
        }
    }

    /** What is paid after the years of the assumptions counts nothing. */
    public static ContractWorth of(ContractHistories.Answer answer, Assumptions assumptions) {
        List<Valued> groups = new ArrayList<>();
        List<RenewalGroup> without = new ArrayList<>();
        for (RenewalGroup group : RenewalGroup.of(answer.stays())) {
            RenewalChoice.of(group.renewals())
                    .ifPresentOrElse(
                            choice -> groups.add(valued(group, choice, assumptions)), () -> without.add(group));
        }
        return new ContractWorth(
                groups,
                without,
                groups.isEmpty() ? Optional.empty() : Optional.of(total(groups, assumptions.level())),
                answer.held().flatMap(ContractWorth::forecast));
    }

    /**
     * What one stay that lasts will still pay, by the model of its group; empty where the group has none.
     *
     * @param stay of the customers this was counted from
     */
    public Optional<Valued> one(Stay stay, Assumptions assumptions) {
        return groups.stream()
                .filter(group -> group.group().holds(stay))
                .findFirst()
                .map(group -> valued(group.group().only(stay), group.choice(), assumptions));
    }

    private static Valued valued(RenewalGroup group, RenewalChoice choice, Assumptions assumptions) {
        double discount = Discount.yearly(assumptions.yearlyRate(), MONTHS).perPeriod(group.length());
        Estimate estimate = choice.estimate();
        double value = group.worth(choice.model(), discount, assumptions.years());
        double error = estimate.standardError(p -> group.worth(choice.of().apply(p), discount, assumptions.years()));
        long staying = group.stays().customers() - group.stays().lost();
        return new Valued(
                group,
                choice,
                group.residual(choice.model(), discount, assumptions.years()),
                staying == 0 ? 0 : group.expected(choice.model(), group.length()) / staying,
                amount(value, error, assumptions.level()));
    }

    /** Groups are estimated apart, so that their errors add up as squares. */
    private static Amount total(List<Valued> groups, double level) {
        double value = 0;
        double variance = 0;
        for (Valued group : groups) {
            value += group.worth().value();
            variance += group.worth().standardError() * group.worth().standardError();
        }
        return amount(value, Math.sqrt(variance), level);
    }

    /** Symmetric in the logarithm. */
    private static Amount amount(double value, double error, double level) {
        double half = value == 0 ? 0 : SpecialFunctions.normalQuantile((1 + level) / 2) * error / value;
        return new Amount(value, error, new Interval(value * Math.exp(-half), value * Math.exp(half), level));
    }

    private static Optional<Forecast> forecast(ContractHistories.Held held) {
        double before = 0;
        double[] expected = new double[held.steps().size()];
        List<String> models = new ArrayList<>();
        for (RenewalGroup group : RenewalGroup.of(held.early())) {
            Optional<RenewalChoice> choice = RenewalChoice.of(group.renewals());
            long staying = group.stays().customers() - group.stays().lost();
            before += staying;
            for (int i = 0; i < expected.length; i++) {
                int later = i + 1;
                expected[i] +=
                        choice.map(it -> group.expected(it.model(), later)).orElse((double) staying);
            }
            choice.map(RenewalChoice::label)
                    .filter(label -> !models.contains(label))
                    .ifPresent(models::add);
        }
        return models.isEmpty() || before == 0
                ? Optional.empty()
                : Optional.of(new Forecast(
                        held, before, Arrays.stream(expected).boxed().toList(), models));
    }
}
