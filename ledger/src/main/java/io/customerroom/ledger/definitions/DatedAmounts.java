package io.customerroom.ledger.definitions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An amount that changes on stated days: each holds from its first day until the day before the next one begins. Before the first there is
 * none, which is not the same as nothing.
 *
 * @param since by first day; {@link #ALWAYS} where an amount holds for all time
 */
public record DatedAmounts(NavigableMap<LocalDate, BigDecimal> since) {

    /** Before the first day of any company. */
    static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);

    private static final BigDecimal LARGEST = new BigDecimal(1_000_000);
    /** Digits behind the point, as facts have. */
    private static final int DIGITS = 6;

    /** What nobody stated costs nothing, at any time. */
    static final DatedAmounts NONE = always(BigDecimal.ZERO);

    public DatedAmounts {
        since = Collections.unmodifiableNavigableMap(new TreeMap<>(Map.copyOf(since)));
        if (since.isEmpty()) {
            throw new IllegalArgumentException("amounts must not be empty");
        }
        since.values().forEach(DatedAmounts::require);
    }

    public static DatedAmounts always(BigDecimal amount) {
        return new DatedAmounts(new TreeMap<>(Map.of(ALWAYS, amount)));
    }

    /** The amount of a day; empty before the first. */
    public Optional<BigDecimal> on(LocalDate day) {
        return Optional.ofNullable(since.floorEntry(day)).map(Map.Entry::getValue);
    }

    /** The first day that has an amount. */
    public LocalDate firstOn() {
        return since.firstKey();
    }

    /** The one amount of all time; empty where the amount has days. */
    public Optional<BigDecimal> lasting() {
        return since.size() == 1 && firstOn().equals(ALWAYS)
                ? Optional.of(since.firstEntry().getValue())
                : Optional.empty();
    }

    /** Whether it never costs anything. */
    public boolean isNothing() {
        return since.values().stream().allMatch(amount -> amount.signum() == 0);
    }

    private static void require(BigDecimal amount) {
        if (amount.signum() < 0 || amount.scale() > DIGITS || amount.compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException(
                    "an amount must lie between 0 and 1000000, with six digits behind the point at most, but was %s"
                            .formatted(amount));
        }
    }
}
