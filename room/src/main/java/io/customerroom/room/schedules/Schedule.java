package io.customerroom.room.schedules;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.FactKind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;

/**
 * When data of one kind from one source is expected: of every day, week or month, by an hour of a day after its end, with some grace. All
 * days and hours are the company's.
 *
 * @param dueDay 1 is the first day after the period, 28 the last that can be named
 * @param hour of that day, 0 to 23
 * @param graceHours after which what is missing is late
 * @param owner from whom it is expected; may be empty
 */
public record Schedule(FactKind kind, String source, Every every, int dueDay, int hour, int graceHours, String owner) {

    private static final int LAST_DAY = 28;
    private static final int MOST_GRACE = 999;

    public Schedule {
        if (dueDay < 1 || dueDay > LAST_DAY || hour < 0 || hour > 23 || graceHours < 0 || graceHours > MOST_GRACE) {
            throw Failure.yours(
                    "SCHEDULE_MALFORMED",
                    "Day %d, hour %d and %d hours of grace are no schedule.".formatted(dueDay, hour, graceHours),
                    "Use a day from 1 to 28, an hour from 0 to 23, and at most 999 hours of grace.");
        }
    }

    /** How often data comes. */
    public enum Every {
        DAY,
        WEEK,
        MONTH;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Every of(String id) {
            return Arrays.stream(values())
                    .filter(every -> every.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> Failure.yours(
                            "SCHEDULE_MALFORMED", "'%s' is no rhythm.".formatted(id), "Use day, week or month."));
        }

        /** The first day of the period that holds the day. */
        LocalDate start(LocalDate day, DayOfWeek weekStart) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(weekStart));
                case MONTH -> day.withDayOfMonth(1);
            };
        }

        /** The first day after the period that starts on the day. */
        LocalDate end(LocalDate start) {
            return switch (this) {
                case DAY -> start.plusDays(1);
                case WEEK -> start.plusWeeks(1);
                case MONTH -> start.plusMonths(1);
            };
        }
    }

    /** When data of the period that ends before this day is due. */
    Instant due(LocalDate end, CompanyCalendar calendar) {
        return end.plusDays(dueDay - 1L).atTime(hour, 0).atZone(calendar.zone()).toInstant();
    }

    Duration grace() {
        return Duration.ofHours(graceHours);
    }

    /** {@code every month, by 09:00 on day 3 after its end, 24 hours of grace}. */
    public String inWords() {
        return "every %s, by %02d:00 on day %d after its end%s"
                .formatted(
                        every.id(), hour, dueDay, graceHours == 0 ? "" : ", %d hours of grace".formatted(graceHours));
    }
}
