package io.customerroom.ledger.goals;

import io.customerroom.kernel.Failure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What leaders decided about the alarm "volume above plan, value below plan".
 *
 * @param segment whose alarm; empty for the company's
 * @param period up to and with which the decision speaks, by its name in the company's calendar
 * @param until until when the alarm is silent; only where it was snoozed
 * @param by who decided
 */
public record AlarmDecision(
        Optional<String> segment,
        String period,
        Kind kind,
        Optional<LocalDate> until,
        String reason,
        String by,
        Instant at) {

    /** What was decided. */
    public enum Kind {
        /** Somebody works on it. */
        TAKEN_UP("taken up"),
        /** Nothing more is said until a day. */
        SNOOZED("snoozed"),
        /** The item ends; a later period may raise another one. */
        CLOSED("closed");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public String words() {
            return words;
        }

        public static Kind of(String id) {
            return Arrays.stream(values())
                    .filter(kind -> kind.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> Failure.yours(
                            "DECISION_UNKNOWN",
                            "'%s' is no decision about an alarm.".formatted(id),
                            "Use taken-up, snoozed or closed."));
        }
    }

    public AlarmDecision {
        if (until.isPresent() != (kind == Kind.SNOOZED)) {
            throw new IllegalArgumentException("until must be given where an alarm is snoozed, and only there");
        }
    }
}
