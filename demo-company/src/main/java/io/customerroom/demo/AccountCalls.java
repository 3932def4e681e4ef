package io.customerroom.demo;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * How the company turns to those who pay most for their lines: somebody of their site calls businesses and home offices every six weeks or so, and everybody of
 * them gets the half-yearly newsletter, which is no touch. At one site nobody calls since the account manager left; the newsletter goes on.
 */
final class AccountCalls {

    static final Site LEFT_ALONE = Site.HARBOURSIDE;

    /** Since so many months before the end nobody calls at that site. */
    static final int LEFT_ALONE_MONTHS = 4;

    private static final Map<Site, String> CALLERS = Map.of(
            Site.NORTHGATE, "Ada Lampwright",
            Site.HARBOURSIDE, "Bo Signalman",
            Site.MILLBROOK, "Dag Spliceby",
            Site.ALTMUEHLE, "Eda Boxwell");

    private static final double MEAN_DAYS = 26;
    private static final int LEAST_DAYS = 16;
    private static final double VISIT = 0.15;
    private static final double COLD = 0.08;

    private final Plan plan;

    AccountCalls(Plan plan) {
        this.plan = plan;
    }

    void tell(Life life, Consumer<Entry> to) {
        Person person = life.person();
        if (person.segment() != Segment.SMALL_BUSINESS && person.segment() != Segment.HOME_OFFICE) {
            return;
        }
        newsletters(life, to);
        Draws draws = Draws.of(plan.settings().seed(), "calls", person.number());
        LocalDate until = person.site() == LEFT_ALONE
                ? plan.month(plan.settings().months() - LEFT_ALONE_MONTHS)
                : plan.lastDay().plusDays(1);
        int call = 1;
        LocalDate day = plan.firstDay();
        while (true) {
            day = day.plusDays(LEAST_DAYS + (int) draws.exponential(MEAN_DAYS));
            boolean visit = draws.chance(VISIT);
            boolean cold = draws.chance(COLD);
            if (!day.isBefore(until)) {
                return;
            }
            if (life.underContract(day) && !person.doNotCall()) {
                String id = Ids.of("A", person.number(), 6, "-", call++, 3);
                to.accept(new Entry.Touched(
                        id,
                        person,
                        day,
                        visit ? "visit" : "call",
                        true,
                        !cold,
                        true,
                        Objects.requireNonNull(CALLERS.get(person.site()))));
            }
        }
    }

    private void newsletters(Life life, Consumer<Entry> to) {
        for (int month = 5; month < plan.settings().months(); month += 6) {
            LocalDate day = plan.month(month).plusDays(11);
            if (life.underContract(day)) {
                String id = Ids.of("L", life.person().number(), 6, "-", month, 2);
                to.accept(new Entry.Touched(id, life.person(), day, "newsletter", false, true, false, ""));
            }
        }
    }
}
