package io.customerroom.demo;

import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Two questions that the company asks by letter once a year, of some of those under contract: whether they will stay, and what they spend a year on internet and
 * phone with everybody. Who came for the promotion says more often that they will leave; businesses buy most from others.
 */
final class Inquiries {

    private static final double ANSWERS = 0.22;
    private static final int EVERY_MONTHS = 12;
    private static final int FIRST_MONTH = 9;

    /** What of their spending they leave with us, in the order of the segments. */
    private static final double[] SHARES = {0.72, 0.58, 0.36, 0.81};

    private final Plan plan;

    Inquiries(Plan plan) {
        this.plan = plan;
    }

    void tell(Life life, Consumer<Entry> to) {
        Person person = life.person();
        for (int month = FIRST_MONTH; month < plan.settings().months(); month += EVERY_MONTHS) {
            LocalDate day = plan.month(month).plusDays(14);
            if (life.underContract(day)) {
                ask(life, person, month, day, to);
            }
        }
    }

    private void ask(Life life, Person person, int month, LocalDate day, Consumer<Entry> to) {
        Draws draws = Draws.of(plan.settings().seed(), "inquiry " + month, person.number());
        if (!draws.chance(ANSWERS)) {
            return;
        }
        double mean = person.promoted() ? 2.6 : life.phoneFlat(day) ? 4.3 : 3.8;
        long intends = Math.clamp(Math.round(draws.normal(mean, 0.9)), 1, 5);
        long monthly = life.contracts().stream()
                .filter(contract -> contract.inForce(day))
                .mapToLong(Contract::twelfthsOfCentsPerMonth)
                .sum();
        double share = Math.clamp(draws.normal(SHARES[person.segment().ordinal()], 0.12), 0.1, 1);
        // Twelfths of cents a month are cents a year.
        long spends = Math.round(monthly / 100.0 / share / 10) * 10;
        to.accept(new Entry.Surveyed(
                Ids.of("I", person.number(), 6, "-", month, 2),
                person,
                day,
                "intention",
                Long.toString(intends),
                "1",
                "5"));
        if (spends > 0) {
            to.accept(new Entry.Surveyed(
                    Ids.of("J", person.number(), 6, "-", month, 2),
                    person,
                    day,
                    "category-spend",
                    String.format(Locale.ROOT, "%d", spends),
                    "",
                    ""));
        }
    }
}
