package io.customerroom.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lives people under contract, month by month: upgrade, second contract, a rule in the way, notice, return. */
final class Lives {

    private static final double SECOND_CONTRACT = 0.35;
    private static final double SECOND_ENDS_PER_MONTH = 0.005;
    private static final double UPGRADE_PER_ROLLOUT_MONTH = 0.18;
    private static final double FIBRE_AT_ONCE = 0.5;
    private static final double FIBRE_BEFORE = 0.15;
    private static final double PAYS_YEARLY = 0.15;
    private static final double RETURN = 0.10;

    /** Notice is given so long before the first day, that customers leave from the first month on. */
    private static final int MONTHS_BEFORE = 2;

    private static final int NOTICE_DAYS = 30;

    private final Plan plan;

    Lives(Plan plan) {
        this.plan = plan;
    }

    Life life(Person person) {
        return new Told(person).life();
    }

    /** One life while it is told. */
    private final class Told {

        private final Person person;
        private final Draws draws;
        private final List<Contract> contracts = new ArrayList<>();
        private final List<LocalDate> installations = new ArrayList<>();
        private final List<Life.Snag> snags = new ArrayList<>();
        private final List<Life.Leaving> leavings = new ArrayList<>();
        private int line;
        private int second;
        private boolean exposed;

        Told(Person person) {
            this.person = person;
            draws = Draws.of(plan.settings().seed(), "life", person.number());
        }

        Life life() {
            Optional<LocalDate> from = person.contractSince();
            while (from.isPresent()) {
                from = relation(from.get());
            }
            return new Life(
                    person,
                    List.copyOf(contracts),
                    List.copyOf(installations),
                    List.copyOf(snags),
                    List.copyOf(leavings));
        }

        /** From one start to the end of all contracts; answers the day of a return, if there is one. */
        private Optional<LocalDate> relation(LocalDate start) {
            boolean before = start.isBefore(plan.firstDay());
            boolean fibre = draws.chance(before ? FIBRE_BEFORE : FIBRE_AT_ONCE) && !person.promoted();
            line = open(person.promoted() ? Tariff.START : fibre ? Tariff.FIBRE : Tariff.DSL, start);
            if (!before) {
                installations.add(start);
            }
            exposed = plan.costly(person.site(), start);
            second = draws.chance(SECOND_CONTRACT) && !person.promoted() ? open(Tariff.PHONE, start) : -1;

            LocalDate earliest = plan.firstDay().minusMonths(MONTHS_BEFORE);
            LocalDate day = start.isBefore(earliest) ? earliest : start;
            for (; !day.isAfter(plan.lastDay()); day = day.plusMonths(1)) {
                LocalDate event = day.plusDays(draws.below(28));
                if (event.isAfter(plan.lastDay())) {
                    break;
                }
                if (!fibre && plan.rollout(event) && event.isAfter(start) && upgrades()) {
                    fibre = true;
                    upgrade(event);
                    continue;
                }
                LocalDate snag = day.plusDays(draws.below(28));
                Optional<Cause> cause = leaves(start, event);
                if (cause.isPresent() && event.isBefore(snag)) {
                    return comesBack(leave(event, cause.get()));
                }
                Optional<Cause> driven = snag(snag);
                if (driven.isPresent()) {
                    return comesBack(leave(snag, driven.get()));
                }
                if (cause.isPresent()) {
                    return comesBack(leave(event, cause.get()));
                }
                if (second >= 0 && event.isAfter(start) && draws.chance(SECOND_ENDS_PER_MONTH)) {
                    notice(second, event, ending(event));
                    second = -1;
                }
            }
            return Optional.empty();
        }

        private boolean upgrades() {
            return !person.promoted() && draws.chance(UPGRADE_PER_ROLLOUT_MONTH);
        }

        private void upgrade(LocalDate day) {
            contracts.set(line, contracts.get(line).ended(day));
            line = open(Tariff.FIBRE, day);
            installations.add(day);
            exposed |= plan.costly(person.site(), day);
        }

        private Optional<Cause> leaves(LocalDate start, LocalDate day) {
            double usual = Hazard.usual(person, start, day, second >= 0) * Campaign.staying(plan, person, day);
            double late = Hazard.lateInstallation(usual, exposed);
            double promotion = Hazard.promotionOver(usual, person, start, day);
            double drawn = draws.uniform();
            if (drawn < late) {
                return Optional.of(Cause.LATE_INSTALLATION);
            }
            if (drawn < late + promotion) {
                return Optional.of(Cause.PROMOTION_OVER);
            }
            return drawn < late + promotion + usual ? Optional.of(Cause.USUAL) : Optional.empty();
        }

        /** Somebody runs into a rule, on another day than that of the usual causes; a harmful one drives some of them away. */
        private Optional<Cause> snag(LocalDate day) {
            int drawn = (int) (draws.uniform() / Rule.MET_PER_MONTH);
            if (drawn >= Rule.values().length || !plan.inside(day)) {
                return Optional.empty();
            }
            Rule rule = Rule.values()[drawn];
            snags.add(new Life.Snag(rule, day));
            return rule.harmful() && draws.chance(Rule.DRIVES_AWAY) ? Optional.of(rule.cause()) : Optional.empty();
        }

        /** Answers the day on which everything has ended. */
        private LocalDate leave(LocalDate noticed, Cause cause) {
            LocalDate ended = ending(noticed);
            notice(line, noticed, ended);
            if (second >= 0) {
                notice(second, noticed, ended);
            }
            leavings.add(new Life.Leaving(noticed, ended, cause));
            return ended;
        }

        private Optional<LocalDate> comesBack(LocalDate ended) {
            LocalDate back = ended.plusDays(draws.between(60, 240));
            return draws.chance(RETURN) && !back.isAfter(plan.lastDay()) ? Optional.of(back) : Optional.empty();
        }

        private void notice(int index, LocalDate noticed, LocalDate ended) {
            contracts.set(index, contracts.get(index).noticed(noticed, ended));
        }

        private int open(Tariff tariff, LocalDate start) {
            int monthly = tariff.centsPerMonth(person.segment());
            boolean yearly = draws.chance(PAYS_YEARLY);
            contracts.add(new Contract(
                    Ids.of("V", 100_000 + person.number(), 6, "-", contracts.size() + 1, 1),
                    tariff,
                    start,
                    Optional.empty(),
                    Optional.empty(),
                    yearly ? monthly * 11 : monthly,
                    yearly ? 12 : 1));
            return contracts.size() - 1;
        }
    }

    /** The first of the month after next, or thereabouts: a month's notice to the end of a month. By the new terms of the last weeks three months, to the day. */
    private LocalDate ending(LocalDate noticed) {
        if (!noticed.isBefore(plan.longerNotice())) {
            return noticed.plusDays(Plan.LONGER_NOTICE_DAYS);
        }
        return noticed.plusDays(NOTICE_DAYS).withDayOfMonth(1).plusMonths(1);
    }
}
