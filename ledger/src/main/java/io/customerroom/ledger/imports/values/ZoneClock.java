package io.customerroom.ledger.imports.values;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/** Turns local days and times of one zone into UTC and back. Days without a change of clocks are remembered. */
public final class ZoneClock {

    public static final long MICROS_PER_DAY = 86_400_000_000L;
    private static final int SLOTS = 1 << 12;

    private final ZoneRules rules;
    private final boolean fixed;
    private final long fixedMicros;
    private final long[] days = new long[SLOTS];
    private final long[] offsets = new long[SLOTS];
    private final long[] utcDays = new long[SLOTS];
    private final long[] utcOffsets = new long[SLOTS];

    public ZoneClock(ZoneId zone) {
        rules = zone.getRules();
        fixed = rules.isFixedOffset();
        fixedMicros = fixed ? rules.getOffset(Instant.EPOCH).getTotalSeconds() * 1_000_000L : 0;
        java.util.Arrays.fill(days, Long.MIN_VALUE);
        java.util.Arrays.fill(utcDays, Long.MIN_VALUE);
    }

    /** UTC microseconds since 1970 of a local day and time. In a gap the clock has been put forward; in an overlap the earlier counts. */
    public long toUtc(long day, long micros) {
        if (fixed) {
            return day * MICROS_PER_DAY + micros - fixedMicros;
        }
        int slot = (int) (day & SLOTS - 1);
        if (days[slot] == day) {
            return day * MICROS_PER_DAY + micros - offsets[slot];
        }
        LocalDate date = LocalDate.ofEpochDay(day);
        ZoneOffset start = rules.getOffset(date.atStartOfDay());
        if (start.equals(rules.getOffset(date.plusDays(1).atStartOfDay()))
                && rules.getValidOffsets(date.atStartOfDay()).size() == 1
                && start.equals(rules.getOffset(date.atTime(12, 0)))) {
            days[slot] = day;
            offsets[slot] = start.getTotalSeconds() * 1_000_000L;
            return day * MICROS_PER_DAY + micros - offsets[slot];
        }
        LocalDateTime local = LocalDateTime.of(date, LocalTime.ofNanoOfDay(micros * 1_000));
        Instant instant = local.atZone(zoneOf(rules, local)).toInstant();
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }

    /**
     * How the clock runs on a local day: local time less the offset is UTC. From {@code switchMicros} on, counted from the day's start, the
     * other offset holds; without a change both are the same.
     */
    public record LocalDay(long offsetMicros, long switchMicros, long offsetThenMicros) {}

    /** Agrees with {@link #toUtc} at every time of the day. Refused where the clock changes twice on it, which no zone has done. */
    public LocalDay localDay(long day) {
        if (fixed) {
            return new LocalDay(fixedMicros, MICROS_PER_DAY, fixedMicros);
        }
        LocalDateTime start = LocalDate.ofEpochDay(day).atStartOfDay();
        Instant before = start.minusDays(2).toInstant(ZoneOffset.UTC);
        long offset = rules.getOffset(before).getTotalSeconds() * 1_000_000L;
        LocalDay found = new LocalDay(offset, MICROS_PER_DAY, offset);
        for (ZoneOffsetTransition next = rules.nextTransition(before);
                next != null;
                next = rules.nextTransition(next.getInstant())) {
            LocalDateTime from = next.isGap() ? next.getDateTimeAfter() : next.getDateTimeBefore();
            long then = next.getOffsetAfter().getTotalSeconds() * 1_000_000L;
            if (!from.isAfter(start)) {
                found = new LocalDay(then, MICROS_PER_DAY, then);
            } else if (from.isBefore(start.plusDays(1))) {
                if (found.switchMicros() != MICROS_PER_DAY) {
                    throw new IllegalArgumentException("the clock changes twice on day " + day);
                }
                found = new LocalDay(found.offsetMicros(), ChronoUnit.MICROS.between(start, from), then);
            } else {
                break;
            }
        }
        return found;
    }

    /** The local day of a UTC moment. */
    public long dayOf(long utcMicros) {
        if (fixed) {
            return Math.floorDiv(utcMicros + fixedMicros, MICROS_PER_DAY);
        }
        long utcDay = Math.floorDiv(utcMicros, MICROS_PER_DAY);
        int slot = (int) (utcDay & SLOTS - 1);
        if (utcDays[slot] == utcDay) {
            return Math.floorDiv(utcMicros + utcOffsets[slot], MICROS_PER_DAY);
        }
        Instant from = Instant.ofEpochSecond(utcDay * 86_400);
        ZoneOffset start = rules.getOffset(from);
        if (start.equals(rules.getOffset(from.plusSeconds(86_400)))
                && start.equals(rules.getOffset(from.plusSeconds(43_200)))) {
            utcDays[slot] = utcDay;
            utcOffsets[slot] = start.getTotalSeconds() * 1_000_000L;
            return Math.floorDiv(utcMicros + utcOffsets[slot], MICROS_PER_DAY);
        }
        Instant instant = Instant.ofEpochSecond(Math.floorDiv(utcMicros, 1_000_000L));
        return Math.floorDiv(utcMicros + rules.getOffset(instant).getTotalSeconds() * 1_000_000L, MICROS_PER_DAY);
    }

    private static ZoneOffset zoneOf(ZoneRules rules, LocalDateTime local) {
        return rules.getOffset(local);
    }
}
