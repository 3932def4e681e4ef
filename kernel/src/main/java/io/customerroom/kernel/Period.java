package io.customerroom.kernel;

import java.time.LocalDate;

/**
 * A stretch of whole days of the company's calendar.
 *
 * @param name {@code 2011-03}, {@code 2011-Q1}, {@code 2011}, {@code FY2012-Q1}, {@code FY2012}; a fiscal year is named after the
 *     year in which it ends
 * @param startsOn the first day
 * @param endsOn the day after the last one
 */
public record Period(Grain grain, String name, LocalDate startsOn, LocalDate endsOn) implements Comparable<Period> {

    public Period {
        if (!startsOn.isBefore(endsOn)) {
            throw new IllegalArgumentException("endsOn must be after startsOn, but was " + startsOn + ".." + endsOn);
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(startsOn) && day.isBefore(endsOn);
    }

    public LocalDate lastDay() {
        return endsOn.minusDays(1);
    }

    /** Not yet over when facts reach only to {@code through}. */
    public boolean partial(LocalDate through) {
        return through.isBefore(lastDay());
    }

    @Override
    public int compareTo(Period other) {
        int byStart = startsOn.compareTo(other.startsOn);
        return byStart != 0 ? byStart : grain.compareTo(other.grain);
    }

    @Override
    public String toString() {
        return name;
    }
}
