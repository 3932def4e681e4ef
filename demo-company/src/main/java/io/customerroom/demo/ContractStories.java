package io.customerroom.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What befalls contracts while they run, as the billing system tells it: refunds, coupons and discounts, pauses, bills that are not paid. None of it makes anybody
 * leave. A yearly plan that is given up is partly paid back.
 */
final class ContractStories {

    static final String REFUND = "refund";
    static final String DISCOUNT = "discount";
    static final String PERCENT_DISCOUNT = "percent-discount";
    static final String PAUSE = "pause";
    static final String DUNNING = "dunning";

    /** Per contract and month; the rest of the chance is that nothing happens. */
    private static final double[] CHANCES = {0.006, 0.012, 0.006, 0.014};

    private static final double NEVER_PAID = 0.04;
    private static final double PAID_LATE = 0.4;
    private static final double COUPON = 0.5;
    private static final double FOR_GOOD = 0.25;
    private static final double PAID_BACK = 0.6;

    /** A fifth off the price of the first six months, for some of those who sign: in hundredths of a percent. */
    private static final double WELCOMED = 0.25;

    private static final int WELCOME_PERCENT = 20_00;
    private static final int WELCOME_MONTHS = 6;
    private static final double FOR_MONTHS = 0.4;

    private final Plan plan;

    ContractStories(Plan plan) {
        this.plan = plan;
    }

    void tell(Life life, Consumer<Entry> to) {
        Draws draws = Draws.of(
                plan.settings().seed(), "contract-events", life.person().number());
        for (Contract contract : life.contracts()) {
            new Told(life.person(), contract, draws, to).tell();
            welcome(life.person(), contract, to);
        }
    }

    /** Drawn apart from everything else, so that nothing else that befalls a contract moves. */
    private void welcome(Person person, Contract contract, Consumer<Entry> to) {
        LocalDate from = contract.startedOn();
        Draws draws = Draws.of(plan.settings().seed(), "welcome " + contract.id(), person.number());
        if (plan.inside(from) && draws.chance(WELCOMED)) {
            to.accept(new Entry.Befell(
                    "W" + contract.id().substring(1),
                    person,
                    contract,
                    PERCENT_DISCOUNT,
                    from,
                    Optional.of(planned(from.plusMonths(WELCOME_MONTHS))),
                    Optional.of(WELCOME_PERCENT)));
        }
    }

    /** An end that is known beforehand; none falls into the month after the last day, which nobody has entered yet. */
    private LocalDate planned(LocalDate day) {
        LocalDate next = plan.lastDay().plusDays(1);
        return day.isBefore(next) || !day.isBefore(next.plusMonths(1)) ? day : next.plusMonths(1);
    }

    /** One contract's story. */
    private final class Told {

        private final Person person;
        private final Contract contract;
        private final Draws draws;
        private final Consumer<Entry> to;
        private int told;

        Told(Person person, Contract contract, Draws draws, Consumer<Entry> to) {
            this.person = person;
            this.contract = contract;
            this.draws = draws;
            this.to = to;
        }

        void tell() {
            LocalDate last = contract.endedOn().map(day -> day.minusDays(1)).orElse(plan.lastDay());
            LocalDate first = contract.startedOn().isBefore(plan.firstDay()) ? plan.firstDay() : contract.startedOn();
            for (LocalDate month = first; !month.isAfter(last); month = month.plusMonths(1)) {
                LocalDate day = month.plusDays(draws.below(28));
                double drawn = draws.uniform();
                if (day.isAfter(last) || !plan.inside(day)) {
                    continue;
                }
                month = month.plusMonths(happens(day, drawn));
            }
            givenUp();
        }

        /** Answers for how many months nothing else happens. */
        private int happens(LocalDate day, double drawn) {
            double refund = CHANCES[0];
            double discount = refund + CHANCES[1];
            double pause = discount + CHANCES[2];
            double dunning = pause + CHANCES[3];
            if (drawn < refund) {
                boolean months = draws.chance(FOR_MONTHS);
                tell(REFUND, day, months ? Optional.of(planned(day.plusMonths(3))) : Optional.empty(), part(1, 3));
                return 1;
            }
            if (drawn < discount) {
                return discount(day);
            }
            if (drawn < pause) {
                LocalDate resumed = day.plusDays(draws.between(25, 110));
                tell(PAUSE, day, happened(resumed), Optional.empty());
                return months(day, resumed);
            }
            if (drawn < dunning) {
                return unpaid(day);
            }
            return 0;
        }

        private int discount(LocalDate day) {
            if (draws.chance(COUPON)) {
                tell(DISCOUNT, day, Optional.of(planned(day.plusDays(30))), part(1, 4));
                return 1;
            }
            if (draws.chance(FOR_GOOD)) {
                tell(DISCOUNT, day, Optional.empty(), part(1, 10));
                return plan.settings().months();
            }
            LocalDate ended = planned(day.plusMonths(draws.between(3, 9)));
            tell(DISCOUNT, day, Optional.of(ended), part(1, 5));
            return months(day, ended);
        }

        private int unpaid(LocalDate day) {
            if (draws.chance(NEVER_PAID)) {
                tell(DUNNING, day, contract.endedOn().flatMap(this::happened), Optional.empty());
                return plan.settings().months();
            }
            LocalDate paid = day.plusDays(draws.chance(PAID_LATE) ? draws.between(20, 75) : draws.between(3, 13));
            tell(DUNNING, day, happened(paid), Optional.empty());
            return months(day, paid);
        }

        /** A year that was paid in advance and is not used up. */
        private void givenUp() {
            contract.noticedOn()
                    .filter(_ -> contract.billingMonths() > 1 && draws.chance(PAID_BACK))
                    .map(day -> day.plusDays(6))
                    .filter(plan::inside)
                    .ifPresent(day -> tell(REFUND, day, Optional.empty(), part(1, 3)));
        }

        private void tell(String kind, LocalDate from, Optional<LocalDate> until, Optional<Integer> cents) {
            String id = "E" + contract.id().substring(1) + "-" + ++told;
            to.accept(new Entry.Befell(id, person, contract, kind, from, until, cents));
        }

        /** A part of what one bill says. */
        private Optional<Integer> part(int parts, int of) {
            return Optional.of(Math.max(1, contract.cents() * parts / of));
        }

        private Optional<LocalDate> happened(LocalDate day) {
            return day.isAfter(plan.lastDay()) ? Optional.empty() : Optional.of(day);
        }

        private static int months(LocalDate from, LocalDate until) {
            return (int) ChronoUnit.MONTHS.between(from, until) + 1;
        }
    }
}
