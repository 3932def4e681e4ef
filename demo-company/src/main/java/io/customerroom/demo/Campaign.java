package io.customerroom.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What the company does for many customers at once in the last third of its history. A lot keeps half of each audience out. The line check makes those who take
 * it up stay; the points do nothing, but those who would have stayed anyway collect them.
 */
enum Campaign {
    LINE_CHECK(
            "Yearly line check",
            "retention",
            "bo.signalman",
            "households and home offices under contract",
            15,
            person -> person.segment() == Segment.HOUSEHOLD || person.segment() == Segment.HOME_OFFICE),
    POINTS("Points for every bill", "loyalty", "eda.boxwell", "everybody under contract", 6, person -> true);

    /** How often those who had their line checked leave, against everybody else. */
    static final double AFTER_CHECK = 0.1;

    private static final double KEPT_OUT = 0.5;
    private static final double CHECKED = 0.85;
    private static final double COLLECTS_WITH_PHONE_FLAT = 0.85;
    private static final double COLLECTS = 0.2;

    private final String label;
    private final String kind;
    private final String owner;
    private final String audience;
    private final int costEach;
    private final Predicate<Person> meant;

    Campaign(String label, String kind, String owner, String audience, int costEach, Predicate<Person> meant) {
        this.label = label;
        this.kind = kind;
        this.owner = owner;
        this.audience = audience;
        this.costEach = costEach;
        this.meant = meant;
    }

    String label() {
        return label;
    }

    String kind() {
        return kind;
    }

    String owner() {
        return owner;
    }

    String audience() {
        return audience;
    }

    /** Whole units of the currency for each customer to whom it is offered. */
    int costEach() {
        return costEach;
    }

    static LocalDate from(Plan plan) {
        return plan.month(plan.settings().months() * 2 / 3 + 1);
    }

    /** The last day. */
    static LocalDate last(Plan plan) {
        return plan.month(plan.settings().months() - 1).minusDays(1);
    }

    /** Whether a person is one of those for whom it is meant, as far as they are under contract on the eve. */
    boolean meant(Person person) {
        return meant.test(person);
    }

    /** Whether a person stands on the list of which the lot is drawn: those who asked not to be contacted are left out before, on both sides. */
    boolean listed(Person person) {
        return meant(person) && !person.doNotCall();
    }

    /** What the lot says of a person: to whom it is offered, and whom it keeps out. */
    boolean offered(Plan plan, Person person) {
        return !Draws.of(plan.settings().seed(), "audience of " + label, person.number())
                .chance(KEPT_OUT);
    }

    /** Whether somebody to whom it is offered takes it up. */
    boolean takesUp(Plan plan, Person person, boolean phoneFlat) {
        double chance = this == LINE_CHECK ? CHECKED : phoneFlat ? COLLECTS_WITH_PHONE_FLAT : COLLECTS;
        return Draws.of(plan.settings().seed(), "take-up of " + label, person.number())
                .chance(chance);
    }

    /** The factor on the usual chance of leaving on a day. */
    static double staying(Plan plan, Person person, LocalDate day) {
        boolean checked = !day.isBefore(from(plan))
                && !day.isAfter(last(plan))
                && LINE_CHECK.meant(person)
                && LINE_CHECK.offered(plan, person)
                && LINE_CHECK.takesUp(plan, person, false);
        return checked ? AFTER_CHECK : 1;
    }

    /** Goes through everybody and tells who is in it, by the ids of the contract system. */
    Launched launched(Plan plan, Books books) {
        List<String> offered = new ArrayList<>();
        List<String> keptOut = new ArrayList<>();
        List<String> tookUp = new ArrayList<>();
        int leftOut = 0;
        LocalDate eve = from(plan).minusDays(1);
        for (int number = 1; number <= plan.settings().customers(); number++) {
            Life life = books.life(number);
            Person person = life.person();
            if (meant(person) && life.underContract(eve)) {
                if (!listed(person)) {
                    leftOut++;
                    continue;
                }
                boolean in = offered(plan, person);
                (in ? offered : keptOut).add(person.contractId());
                if (in && takesUp(plan, person, life.phoneFlat(eve))) {
                    tookUp.add(person.contractId());
                }
            }
        }
        return new Launched(offered, keptOut, tookUp, leftOut);
    }
}
