package io.customerroom.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** When and where the planted truths happen; follows from the settings alone. */
record Plan(DemoSettings settings) {

    /** How often late customers of the costly breach leave, against everybody else. */
    static final double BREACH_HAZARD = 2.0;

    static final int COSTLY_WEEKS = 8;
    static final int HARMLESS_WEEKS = 6;
    static final int RUNNING_WEEKS = 5;
    static final Site COSTLY_SITE = Site.HARBOURSIDE;
    static final Site HARMLESS_SITE = Site.MILLBROOK;
    static final Site RUNNING_SITE = Site.NORTHGATE;

    LocalDate firstDay() {
        return settings.firstDay();
    }

    LocalDate lastDay() {
        return settings.lastDay();
    }

    /** Months since the first day: 0 for the first month. */
    int monthOf(LocalDate day) {
        return (int) ChronoUnit.MONTHS.between(firstDay(), day);
    }

    LocalDate month(int index) {
        return firstDay().plusMonths(index);
    }

    /** Fibre reaches every site in the same four months; nobody upgrades at other times. */
    boolean rollout(LocalDate day) {
        int month = monthOf(day) - settings.months() / 3;
        return month >= 0 && month < 4;
    }

    /** Installations at one site are late for eight weeks, and those who had to wait leave twice as often. */
    LocalDate costlyFrom() {
        return monday(month(settings.months() / 3 + 1));
    }

    boolean costly(Site site, LocalDate day) {
        return site == COSTLY_SITE && within(day, costlyFrom(), COSTLY_WEEKS);
    }

    /** Questions about bills at one site wait for six weeks, and nobody leaves for it. A price letter brings the questions. */
    LocalDate harmlessFrom() {
        return monday(month(settings.months() * 3 / 5));
    }

    boolean harmless(Site site, LocalDate day) {
        return site == HARMLESS_SITE && priceLetter(day);
    }

    /** In the last weeks callers at one site wait too long, and still do when the history ends. */
    LocalDate runningFrom() {
        return lastDay()
                .plusDays(1)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusWeeks(RUNNING_WEEKS);
    }

    boolean running(Site site, LocalDate day) {
        return site == RUNNING_SITE && !day.isBefore(runningFrom());
    }

    boolean priceLetter(LocalDate day) {
        return within(day, harmlessFrom(), HARMLESS_WEEKS);
    }

    /** A promotion fills this month with customers who do not stay. */
    int quantityMonth() {
        return settings.months() / 2;
    }

    boolean quantity(LocalDate day) {
        return monthOf(day) == quantityMonth() && !day.isBefore(firstDay());
    }

    /** From this month on the growing issue grows. */
    int growthMonth() {
        return settings.months() * 2 / 3;
    }

    /** 0 before the growth begins, rising evenly to 1 in the last month. */
    double growth(LocalDate day) {
        double grown = monthOf(day) - growthMonth() + 1;
        return Math.max(0, Math.min(1, grown / (settings.months() - growthMonth())));
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    }

    private static boolean within(LocalDate day, LocalDate from, int weeks) {
        return !day.isBefore(from) && day.isBefore(from.plusWeeks(weeks));
    }
}
