package io.customerroom.walls.asset;

import io.customerroom.statistics.Interval;
import io.customerroom.statistics.MeanInterval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * Customers gained and their value beside the plan, over the same periods. The number of customers is counted and not estimated; whether they are of lower value
 * than planned is held against chance: the whole 95 % interval of the value per customer must lie below the planned value per customer. Were value exactly on
 * plan, chance alone would do that once in forty.
 *
 * @param customers gained
 * @param value the first month's revenue of all of them
 * @param squares the sum of the squares of each one's
 * @param plannedCustomers more than 0
 * @param plannedValue of those planned, in all
 */
public record VolumeAndValue(
        long customers, BigDecimal value, double squares, BigDecimal plannedCustomers, BigDecimal plannedValue) {

    /** With fewer customers than this a mean of money says too little. */
    public static final long LEAST = 50;

    public static final VolumeAndValue NOTHING =
            new VolumeAndValue(0, BigDecimal.ZERO, 0, BigDecimal.ZERO, BigDecimal.ZERO);

    /** How the gained stand beside the plan. */
    public enum Verdict {
        TOO_FEW("too few to tell"),
        ALARM("volume above plan, value below plan"),
        MORE_AND_WORTH("volume above plan, value on plan or above"),
        NOT_SURE("volume above plan, value perhaps below"),
        FEWER("volume below plan");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Both together: longer periods from shorter ones. */
    public VolumeAndValue plus(VolumeAndValue other) {
        return new VolumeAndValue(
                customers + other.customers,
                value.add(other.value),
                squares + other.squares,
                plannedCustomers.add(other.plannedCustomers),
                plannedValue.add(other.plannedValue));
    }

    /** Value per customer gained; empty where fewer than two came. */
    Optional<Interval> perCustomer() {
        return customers < 2 ? Optional.empty() : Optional.of(MeanInterval.of(customers, value.doubleValue(), squares));
    }

    /** The value of as many customers as came, of the value planned: the interval of the value per customer, times their number. */
    Optional<Interval> shareOfPlan() {
        return plannedValue.signum() <= 0
                ? Optional.empty()
                : perCustomer().map(each -> {
                    double customersOfPlan = customers / plannedValue.doubleValue();
                    return new Interval(each.low() * customersOfPlan, each.high() * customersOfPlan, each.level());
                });
    }

    BigDecimal plannedPerCustomer() {
        return plannedValue.divide(plannedCustomers, MathContext.DECIMAL64);
    }

    public Verdict verdict() {
        if (customers < LEAST || plannedCustomers.signum() <= 0) {
            return Verdict.TOO_FEW;
        }
        if (BigDecimal.valueOf(customers).compareTo(plannedCustomers) <= 0) {
            return Verdict.FEWER;
        }
        if (value.compareTo(plannedValue) >= 0) {
            return Verdict.MORE_AND_WORTH;
        }
        boolean lower =
                perCustomer().orElseThrow().high() < plannedPerCustomer().doubleValue();
        return lower ? Verdict.ALARM : Verdict.NOT_SURE;
    }
}
