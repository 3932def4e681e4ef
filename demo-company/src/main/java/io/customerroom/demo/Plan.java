package io.customerroom.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * When and where the planted truths happen; follows from the settings alone. The history has three parts of equal length: in the first the
 * company grows and nothing is wrong, the second is the year of quantity without quality, the third is what leaders sit in front of.
 */
record Plan(DemoSettings settings) {

    static final Site COSTLY_SITE = Site.HARBOURSIDE;
    static final Site HARMLESS_SITE = Site.MILLBROOK;
    static final Site CAMPUS_SITE = Site.ALTMUEHLE;
    static final Site CONVERGING_SITE = Site.MILLBROOK;
    static final Site PILOT_SITE = Site.ALTMUEHLE;
    static final Site RUNNING_SITE = Site.NORTHGATE;
    static final Segment BONUS_SEGMENT = Segment.HOUSEHOLD;

    static final int COSTLY_WEEKS = 8;
    static final int HARMLESS_WEEKS = 6;
    static final int CAMPUS_WEEKS = 8;
    static final int RUNNING_WEEKS = 5;
    static final int LONGER_NOTICE_DAYS = 90;
    private static final int MARCH = 3;

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

    boolean inside(LocalDate day) {
        return !day.isBefore(firstDay()) && !day.isAfter(lastDay());
    }

    /** The first month after the plain growth year, and the first of the year of quantity without quality. */
    int quantityFrom() {
        return settings.months() / 3;
    }

    /** The first month after the year of quantity without quality. */
    int quantityUntil() {
        return settings.months() * 2 / 3;
    }

    boolean quantityMonth(int month) {
        return month >= quantityFrom() && month < quantityUntil();
    }

    /** A promotion fills these months with customers who pay less and do not stay. */
    boolean quantity(LocalDate day) {
        return inside(day) && quantityMonth(monthOf(day));
    }

    /** Fibre reaches every site in the same four months; nobody upgrades at other times. */
    boolean rollout(LocalDate day) {
        int month = monthOf(day) - quantityFrom();
        return inside(day) && month >= 0 && month < 4;
    }

    /** Installations at one site are late for eight weeks, and those who had to wait leave far more often. */
    LocalDate costlyFrom() {
        return monday(month(settings.months() / 3 + 1));
    }

    boolean costly(Site site, LocalDate day) {
        return site == COSTLY_SITE && within(day, costlyFrom(), COSTLY_WEEKS);
    }

    /**
     * A group contract with the university: for eight weeks students sign at one site, and more new customers come than its welcome calls
     * can reach. They leave more often than others, because students do.
     */
    LocalDate campusFrom() {
        return monday(month(settings.months() * 4 / 9));
    }

    boolean campusWeeks(LocalDate day) {
        return within(day, campusFrom(), CAMPUS_WEEKS);
    }

    boolean campus(Site site, LocalDate day) {
        return site == CAMPUS_SITE && campusWeeks(day);
    }

    /** Questions about bills at one site wait for six weeks, and nobody leaves for it. A price letter to households brings the questions. */
    LocalDate harmlessFrom() {
        return monday(month(settings.months() * 3 / 5));
    }

    boolean harmless(Site site, LocalDate day) {
        return site == HARMLESS_SITE && priceLetter(day);
    }

    boolean priceLetter(LocalDate day) {
        return within(day, harmlessFrom(), HARMLESS_WEEKS);
    }

    /** From this month on routers restart by themselves, above all at one site. */
    int growthMonth() {
        return settings.months() * 2 / 3;
    }

    /** 0 before the growth begins, rising evenly to 1 in the last month. */
    double growth(LocalDate day) {
        double grown = monthOf(day) - growthMonth() + 1;
        return Math.max(0, Math.min(1, grown / (settings.months() - growthMonth())));
    }

    /** From this week on the repairs of that site come too late, and still do when the history ends. */
    LocalDate lateRepairsFrom() {
        return monday(month(settings.months() * 5 / 6));
    }

    boolean lateRepairs(Site site, LocalDate day) {
        return site == CONVERGING_SITE && !day.isBefore(lateRepairsFrom());
    }

    /** From this week on calls at one site are to be shorter than they can be. */
    LocalDate pilotFrom() {
        return monday(month(settings.months() * 3 / 4));
    }

    boolean pilot(Site site, LocalDate day) {
        return site == PILOT_SITE && !day.isBefore(pilotFrom());
    }

    /**
     * From this day on notice is three months, so that whoever gave it since is bound beyond the month after the last day: nothing before that day ends otherwise
     * than by the old terms, and who is on the rescue list has a last day that is known.
     */
    LocalDate longerNotice() {
        return lastDay().plusDays(1).plusMonths(1).minusDays(LONGER_NOTICE_DAYS);
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

    /** From this day on the card of one segment earns no bonus: the first of the latest March that is over. */
    LocalDate bonusEnds() {
        LocalDate month = lastDay().plusDays(1).withDayOfMonth(1).minusMonths(1);
        return month.minusMonths((month.getMonthValue() + 12 - MARCH) % 12);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    }

    private static boolean within(LocalDate day, LocalDate from, int weeks) {
        return !day.isBefore(from) && day.isBefore(from.plusWeeks(weeks));
    }
}
