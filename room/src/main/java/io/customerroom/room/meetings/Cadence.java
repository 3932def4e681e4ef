package io.customerroom.room.meetings;

import io.customerroom.kernel.Failure;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How often a kind of meeting comes round. */
public enum Cadence {
    MONTHLY,
    QUARTERLY,
    YEARLY,
    ONCE;

    /**
     * The day of the next meeting of this kind: the same weekday of the month, counted from its beginning, or the last one where the
     * month has no fifth. Empty for a meeting held once.
     */
    public Optional<LocalDate> next(LocalDate day) {
        int months =
                switch (this) {
                    case MONTHLY -> 1;
                    case QUARTERLY -> 3;
                    case YEARLY -> 12;
                    case ONCE -> 0;
                };
        return months == 0
                ? Optional.empty()
                : Optional.of(sameWeekday(day, YearMonth.from(day).plusMonths(months)));
    }

    private static LocalDate sameWeekday(LocalDate day, YearMonth month) {
        int ordinal = (day.getDayOfMonth() - 1) / 7 + 1;
        LocalDate found = month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, day.getDayOfWeek()));
        return YearMonth.from(found).equals(month)
                ? found
                : month.atDay(1).with(TemporalAdjusters.lastInMonth(day.getDayOfWeek()));
    }

    /** The word in the store and in forms. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Cadence of(String id) {
        return Arrays.stream(values())
                .filter(cadence -> cadence.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Failure.yours(
                        "CADENCE_UNKNOWN",
                        "There is no cadence '%s'.".formatted(id),
                        "Use monthly, quarterly, yearly or once."));
    }
}
