package io.customerroom.demo;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What decides every byte of the demo company. Equal settings give equal files, on any machine, in any zone and locale.
 *
 * @param customers persons, at least 100; a person with a contract and a shop card has two ids
 * @param months whole months of history, at least 12
 * @param lastDay the last day anything happened, in the company's calendar
 */
public record DemoSettings(int customers, int months, long seed, LocalDate lastDay) {

    public static final int CUSTOMERS = 50_000;
    public static final int MONTHS = 36;

    /** With this seed the measured effects lie near the planted ones; chance moves them with others. */
    public static final long SEED = 7;

    public DemoSettings {
        if (customers < 100 || customers > 900_000) {
            throw new IllegalArgumentException("customers must lie in 100..900000, but was " + customers);
        }
        if (months < 12 || months > 120) {
            throw new IllegalArgumentException("months must lie in 12..120, but was " + months);
        }
    }

    /** The usual company, ending on the last day of the month before today's. */
    public static DemoSettings standard(InstantSource clock, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return new DemoSettings(CUSTOMERS, MONTHS, SEED, today.withDayOfMonth(1).minusDays(1));
    }

    public DemoSettings withCustomers(int count) {
        return new DemoSettings(count, months, seed, lastDay);
    }

    public DemoSettings withMonths(int count) {
        return new DemoSettings(customers, count, seed, lastDay);
    }

    public DemoSettings withSeed(long value) {
        return new DemoSettings(customers, months, value, lastDay);
    }

    /** The first day of the history. */
    public LocalDate firstDay() {
        return lastDay.plusDays(1).minusMonths(months);
    }
}
