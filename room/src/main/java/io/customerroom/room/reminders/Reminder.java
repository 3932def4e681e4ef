package io.customerroom.room.reminders;

import io.customerroom.room.promises.Promise;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * That somebody should think of a promise.
 *
 * @param to account of who is reminded
 * @param promise as it stands
 */
public record Reminder(String to, Kind kind, Promise promise) {

    /** Why now. */
    public enum Kind {
        DUE_SOON,
        DUE_TODAY,
        OVERDUE,
        /** Overdue for so long that others should know. */
        ESCALATION;

        /** The word in the store: {@code due-soon}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The kind a stored word means. */
        public static Kind of(String id) {
            return Arrays.stream(values())
                    .filter(kind -> kind.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("unknown kind of reminder " + id));
        }
    }

    /** Why its owner should think of an open promise today; empty where there is no reason yet. */
    public static Optional<Kind> forOwner(Promise promise, LocalDate today, int daysBefore) {
        if (!promise.open()) {
            return Optional.empty();
        }
        long days = ChronoUnit.DAYS.between(today, promise.due());
        if (days < 0) {
            return Optional.of(Kind.OVERDUE);
        }
        if (days == 0) {
            return Optional.of(Kind.DUE_TODAY);
        }
        return days <= daysBefore ? Optional.of(Kind.DUE_SOON) : Optional.empty();
    }

    /** Whether an open promise has been overdue for so many days. */
    public static boolean escalates(Promise promise, LocalDate today, int daysAfter) {
        return promise.overdue(today) && ChronoUnit.DAYS.between(promise.due(), today) >= daysAfter;
    }
}
