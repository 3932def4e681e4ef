package io.customerroom.ledger.imports.database;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Failure;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;

/** How often a database is read without anybody asking. Hours are the company's. */
public enum Rhythm {
    BY_HAND("by-hand", "only when somebody asks"),
    HOUR("hour", "every hour"),
    DAY("day", "every day"),
    WEEK("week", "on the first day of every week");

    private final String id;
    private final String words;

    Rhythm(String id, String words) {
        this.id = id;
        this.words = words;
    }

    public String id() {
        return id;
    }

    public String words() {
        return words;
    }

    public static Rhythm of(String id) {
        return Arrays.stream(values())
                .filter(rhythm -> rhythm.id.equals(id))
                .findFirst()
                .orElseThrow(() -> Failure.yours(
                        "RHYTHM_MALFORMED",
                        "'%s' is no rhythm.".formatted(id.replaceAll("[^a-z-]", "?")),
                        "Use by-hand, hour, day or week."));
    }

    /** {@code every day at 03:00}. */
    String at(int hour) {
        return this == DAY || this == WEEK ? "%s at %02d:00".formatted(words, hour) : words;
    }

    /** The first reading that is due after a moment; empty where nothing is due by itself. */
    Optional<Instant> next(Instant after, int hour, CompanyCalendar calendar) {
        return switch (this) {
            case BY_HAND -> Optional.empty();
            case HOUR -> Optional.of(after.plus(Duration.ofHours(1)));
            case DAY -> {
                ZonedDateTime that = at(after, hour, calendar);
                yield Optional.of((that.toInstant().isAfter(after) ? that : that.plusDays(1)).toInstant());
            }
            case WEEK -> {
                ZonedDateTime that =
                        at(after, hour, calendar).with(TemporalAdjusters.previousOrSame(calendar.weekStart()));
                yield Optional.of((that.toInstant().isAfter(after) ? that : that.plusWeeks(1)).toInstant());
            }
        };
    }

    private static ZonedDateTime at(Instant day, int hour, CompanyCalendar calendar) {
        return day.atZone(calendar.zone()).toLocalDate().atTime(hour, 0).atZone(calendar.zone());
    }
}
