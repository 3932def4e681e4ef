package io.customerroom.room.vips;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A visit or an event at which an executive hosts a VIP.
 *
 * @param id {@code h1}, {@code h2}, … in the order of planning
 * @param host account of the executive
 * @param outcome what became of it, as it was noted last; empty while it is open
 */
public record HostContact(
        String id, Kind kind, String host, LocalDate plannedOn, String purpose, Optional<Outcome> outcome) {

    /** A visit to one customer, or an event for several. */
    public enum Kind {
        VISIT,
        EVENT
    }

    /** What became of it. */
    public sealed interface Outcome {

        String words();

        String by();

        /** It took place on that day. */
        record Held(LocalDate on, String words, String by) implements Outcome {}

        /** It did not take place. */
        record NotHeld(String words, String by) implements Outcome {}
    }

    /** The day on which it took place. */
    public Optional<LocalDate> heldOn() {
        return outcome.flatMap(
                it -> it instanceof Outcome.Held held ? Optional.of(held.on()) : Optional.<LocalDate>empty());
    }
}
