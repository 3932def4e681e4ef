package io.customerroom.ledger.definitions;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What a company decides about the movements of its contracts.
 *
 * @param recordsFrom the first day from which every end of a contract is told; empty: the first end there is. Who came before it entered the records late,
 *     and those who left before it are not known
 * @param reactivationDays a return later than so many days after the last end is new business; empty: every return is a reactivation
 */
public record ContractSwitches(
        Booked booked, SamePeriod samePeriod, OptionalInt reactivationDays, Optional<LocalDate> recordsFrom) {

    /** The parameters of metrics that the switches settle. */
    public static final String BOOKED = "booked";

    public static final String SAME_PERIOD = "same_period";
    public static final String REACTIVATION_DAYS = "reactivation_days";

    public static final String RECORDS_FROM = "records_from";

    /** Says of {@link #REACTIVATION_DAYS} that there is no bound, and of {@link #RECORDS_FROM} that no day is stated. */
    public static final String ANY = "any";

    /** When a contract stops counting. */
    public enum Booked {
        /** On the first day without it. */
        END,
        /** On the day of the notice. */
        NOTICE
    }

    /** What becomes of customers who came and went within one period. */
    public enum SamePeriod {
        /** They are in no movement: the net of the period. */
        IGNORED,
        /** They are in new and in churn. */
        COUNTED
    }

    /** By the end, net of the period, every return a reactivation. */
    public static final ContractSwitches USUAL =
            new ContractSwitches(Booked.END, SamePeriod.IGNORED, OptionalInt.empty(), Optional.empty());

    public ContractSwitches {
        reactivationDays.ifPresent(days -> {
            if (days < 0 || days > 36_500) {
                throw new IllegalArgumentException("reactivationDays must lie between 0 and 36500, but was " + days);
            }
        });
    }

    /** As values of a metric's parameters; every one is there, so that they say all of the switches. */
    public Map<String, String> parameters() {
        return Collections.unmodifiableMap(new TreeMap<>(Map.of(
                BOOKED,
                booked.name().toLowerCase(Locale.ROOT),
                SAME_PERIOD,
                samePeriod.name().toLowerCase(Locale.ROOT),
                REACTIVATION_DAYS,
                days().orElse(ANY),
                RECORDS_FROM,
                recordsFrom.map(LocalDate::toString).orElse(ANY))));
    }

    /** The bound in days as text; empty without one. */
    public Optional<String> days() {
        return reactivationDays.isPresent()
                ? Optional.of(Integer.toString(reactivationDays.getAsInt()))
                : Optional.empty();
    }
}
