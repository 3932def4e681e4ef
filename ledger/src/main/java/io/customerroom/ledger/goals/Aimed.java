package io.customerroom.ledger.goals;

import io.customerroom.kernel.Failure;
import java.util.Arrays;
import java.util.Locale;

/** The figures of wall 1 that a goal or another system's count may stand beside. */
public enum Aimed {
    IN("Customers in", true),
    OUT("Customers out", false),
    NET("Net", true),
    CLOSING("Customers at the end", true),
    REVENUE("Sales", true),
    /** First customers of a period, whether or not they stayed to its end. */
    GAINED("Customers gained", true),
    /** Revenue of the calendar month in which each of them came. */
    GAINED_VALUE("First month’s revenue of customers gained", true);

    private final String label;
    private final boolean more;

    Aimed(String label, boolean more) {
        this.label = label;
        this.more = more;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String label() {
        return label;
    }

    /** Whether a goal is to be reached from below; otherwise it is a ceiling. */
    public boolean more() {
        return more;
    }

    /** Whether the figure is money in the reporting currency; otherwise it counts customers. */
    public boolean money() {
        return this == REVENUE || this == GAINED_VALUE;
    }

    /** Whether the figure of a longer period is the sum of its parts; otherwise it is that of the last part. */
    public boolean addsUp() {
        return this != CLOSING;
    }

    public static Aimed of(String id) {
        return Arrays.stream(values())
                .filter(figure -> figure.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Failure.yours(
                        "FIGURE_UNKNOWN",
                        "There is no figure '%s' to aim at.".formatted(id),
                        "Use in, out, net, closing, revenue, gained or gained-value."));
    }
}
