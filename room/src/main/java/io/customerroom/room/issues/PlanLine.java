package io.customerroom.room.issues;

import io.customerroom.kernel.Failure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Something that is done about an issue, with every state it had.
 *
 * @param id {@code l1}, {@code l2}, … in the order of writing
 * @param words what is done
 * @param doer by whom
 * @param since when it began, or will
 * @param steps oldest first, at least one
 */
public record PlanLine(String id, String issue, String words, String doer, LocalDate since, List<Step> steps) {

    public PlanLine {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("steps must not be empty");
        }
    }

    /** @param words why; may be empty */
    public record Step(State state, String words, Instant at, String by) {}

    /** Where a line stands. */
    public enum State {
        PLANNED("planned"),
        AT_WORK("at work"),
        DONE("done"),
        DROPPED("dropped");

        private final String words;

        State(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }

        /** The word in the store and in forms: {@code at-work}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static State of(String id) {
            return Arrays.stream(values())
                    .filter(state -> state.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> Failure.yours(
                            "STATE_UNKNOWN",
                            "There is no state '%s'.".formatted(id.length() > 20 ? id.substring(0, 20) + "…" : id),
                            "Use planned, at-work, done or dropped."));
        }
    }

    /** Where it stands now. */
    public State state() {
        return steps.getLast().state();
    }
}
