package io.customerroom.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.function.Consumer;

/** Weekly readings of every priority contact at every site; the day of a reading is the Sunday that closes the week. */
final class Readings {

    private static final double COSTLY_LEVEL = 0.68;
    private static final double HARMLESS_LEVEL = 0.50;
    private static final double RUNNING_MINUTES = 9;

    private final Plan plan;

    Readings(Plan plan) {
        this.plan = plan;
    }

    void tell(Consumer<Entry> to) {
        LocalDate monday = plan.firstDay().with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        for (int week = 0; !monday.plusWeeks(week).plusDays(6).isAfter(plan.lastDay()); week++) {
            for (PriorityContact contact : PriorityContact.values()) {
                for (Site site : Site.values()) {
                    to.accept(reading(contact, site, monday.plusWeeks(week), week));
                }
            }
        }
    }

    private Entry reading(PriorityContact contact, Site site, LocalDate monday, int week) {
        long id = (week * 100L + contact.ordinal()) * 10 + site.ordinal();
        Draws draws = Draws.of(plan.settings().seed(), "reading", id);
        int n = Math.max(PriorityContact.MIN_N, draws.poisson(contact.usualN()));
        double value = contact.share()
                ? 100.0 * draws.binomial(n, level(contact, site, monday)) / n
                : draws.normal(minutes(contact, site, monday), 0.5);
        return new Entry.Read(contact, monday.plusDays(6), value, n, site);
    }

    private double minutes(PriorityContact contact, Site site, LocalDate monday) {
        return contact == PriorityContact.HOTLINE && plan.running(site, monday) ? RUNNING_MINUTES : contact.usual();
    }

    private double level(PriorityContact contact, Site site, LocalDate monday) {
        if (contact == PriorityContact.INSTALLATION && plan.costly(site, monday)) {
            return COSTLY_LEVEL;
        }
        if (contact == PriorityContact.BILL && plan.harmless(site, monday)) {
            return HARMLESS_LEVEL;
        }
        return contact.usual() / 100.0;
    }
}
