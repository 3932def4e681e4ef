package io.customerroom.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** Weekly readings of every measure at every site; the day of a reading is the Sunday that closes the week. */
final class Readings {

    /** At the pilot's site a call must be over after so many minutes. */
    static final int PILOT_MINUTES = 5;

    private static final double COSTLY_LEVEL = 0.68;
    private static final double HARMLESS_LEVEL = 0.50;
    private static final double CAMPUS_LEVEL = 0.55;
    private static final double LATE_REPAIRS_LEVEL = 0.66;
    private static final double PILOT_SOLVED_LEVEL = 0.63;
    private static final double PILOT_LENGTH = 3.6;
    private static final double RUNNING_MINUTES = 9;
    private static final double SPREAD = 0.3;

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
                : draws.normal(minutes(contact, site, monday), SPREAD);
        return new Entry.Read(contact, monday.plusDays(6), value, standard(contact, site, monday), n, site);
    }

    private int standard(PriorityContact contact, Site site, LocalDate monday) {
        boolean shorter = contact == PriorityContact.CALL_LENGTH && plan.pilot(site, monday);
        return shorter ? PILOT_MINUTES : contact.standard();
    }

    private double minutes(PriorityContact contact, Site site, LocalDate monday) {
        if (contact == PriorityContact.HOTLINE && plan.running(site, monday)) {
            return RUNNING_MINUTES;
        }
        return contact == PriorityContact.CALL_LENGTH && plan.pilot(site, monday) ? PILOT_LENGTH : contact.usual();
    }

    private double level(PriorityContact contact, Site site, LocalDate monday) {
        OptionalDouble planted =
                switch (contact) {
                    case INSTALLATION -> below(COSTLY_LEVEL, plan.costly(site, monday));
                    case BILL -> below(HARMLESS_LEVEL, plan.harmless(site, monday));
                    case WELCOME -> below(CAMPUS_LEVEL, plan.campus(site, monday));
                    case REPAIR -> below(LATE_REPAIRS_LEVEL, plan.lateRepairs(site, monday));
                    case SOLVED -> below(PILOT_SOLVED_LEVEL, plan.pilot(site, monday));
                    default -> OptionalDouble.empty();
                };
        return planted.orElse(contact.usual() / 100.0);
    }

    private static OptionalDouble below(double level, boolean now) {
        return now ? OptionalDouble.of(level) : OptionalDouble.empty();
    }
}
