package io.customerroom.room.vips;

import io.customerroom.kernel.CustomerId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A customer whom leaders chose to look after by name. A customer who was released and chosen again is another one.
 *
 * @param id {@code v1}, {@code v2}, … in the order of choosing
 * @param way how the customer came to be chosen
 * @param plans every version, oldest first; the last one counts
 * @param contacts in the order of planning
 */
public record Vip(
        String id,
        CustomerId customer,
        Way way,
        String reason,
        Instant chosenAt,
        String chosenBy,
        Optional<Release> release,
        List<Plan> plans,
        List<HostContact> contacts) {

    public Vip {
        plans = List.copyOf(plans);
        contacts = List.copyOf(contacts);
    }

    /** The same VIP under another key. */
    public Vip of(CustomerId other) {
        return other.equals(customer)
                ? this
                : new Vip(id, other, way, reason, chosenAt, chosenBy, release, plans, contacts);
    }

    /** How a customer came to be chosen. */
    public enum Way {
        /** From the best customers by contribution. */
        TOP,
        /** For another reason. */
        HAND
    }

    /** The choice was ended; the customer may still be one of ours. */
    public record Release(String reason, Instant at, String by) {}

    /**
     * What keeps the customer, and what is to happen next.
     *
     * @param owner account of the person who carries it out
     * @param dueOn the day of the next step
     * @param expected money that the plan is to keep or bring in a year, in the reporting currency
     */
    public record Plan(
            String keeps, String owner, String step, LocalDate dueOn, BigDecimal expected, Instant at, String by) {}

    /** Whether the choice holds. */
    public boolean chosen() {
        return release.isEmpty();
    }

    public Optional<Plan> plan() {
        return plans.isEmpty() ? Optional.empty() : Optional.of(plans.getLast());
    }

    /** Whether the next step was due before this day and nobody has written another. */
    public boolean overdue(LocalDate today) {
        return chosen() && plan().filter(plan -> plan.dueOn().isBefore(today)).isPresent();
    }
}
