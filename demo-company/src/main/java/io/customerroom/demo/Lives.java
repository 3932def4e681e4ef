package io.customerroom.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lives people under contract, month by month: upgrade, second contract, notice, return. */
final class Lives {

    private static final double SECOND_CONTRACT = 0.35;
    private static final double SECOND_ENDS_PER_MONTH = 0.005;
    private static final double UPGRADE_PER_ROLLOUT_MONTH = 0.18;
    private static final double FIRST_YEAR = 0.6;
    private static final double PROMOTED = 9;
    private static final int PROMOTED_MONTHS = 6;
    private static final double RETURN = 0.10;

    private final Plan plan;

    Lives(Plan plan) {
        this.plan = plan;
    }

    Life life(Person person) {
        List<Contract> contracts = new ArrayList<>();
        List<LocalDate> installations = new ArrayList<>();
        List<Life.Leaving> leavings = new ArrayList<>();
        Optional<LocalDate> from = person.contractSince();
        Draws draws = Draws.of(plan.settings().seed(), "life", person.number());
        while (from.isPresent()) {
            from = relation(person, from.get(), draws, contracts, installations, leavings);
        }
        return new Life(person, List.copyOf(contracts), List.copyOf(installations), List.copyOf(leavings));
    }

    /** From one start to the end of all contracts; answers the day of a return, if there is one. */
    private Optional<LocalDate> relation(
            Person person,
            LocalDate start,
            Draws draws,
            List<Contract> contracts,
            List<LocalDate> installations,
            List<Life.Leaving> leavings) {
        boolean fibre = draws.chance(start.isBefore(plan.firstDay()) ? 0.15 : 0.5);
        int line = open(contracts, person, fibre ? Tariff.FIBRE : Tariff.DSL, start, draws);
        if (!start.isBefore(plan.firstDay())) {
            installations.add(start);
        }
        boolean exposed = plan.costly(person.site(), start);
        int second = draws.chance(SECOND_CONTRACT) ? open(contracts, person, Tariff.PHONE, start, draws) : -1;

        LocalDate day = start.isBefore(plan.firstDay()) ? plan.firstDay() : start;
        for (; !day.isAfter(plan.lastDay()); day = day.plusMonths(1)) {
            LocalDate event = day.plusDays(draws.below(28));
            if (event.isAfter(plan.lastDay())) {
                break;
            }
            if (!fibre && plan.rollout(event) && event.isAfter(start) && draws.chance(UPGRADE_PER_ROLLOUT_MONTH)) {
                fibre = true;
                contracts.set(line, contracts.get(line).ended(event));
                line = open(contracts, person, Tariff.FIBRE, event, draws);
                installations.add(event);
                exposed |= plan.costly(person.site(), event);
            } else if (draws.chance(hazard(person, start, event, exposed))) {
                LocalDate ended = event.plusDays(30).withDayOfMonth(1).plusMonths(1);
                notice(contracts, line, event, ended);
                if (second >= 0) {
                    notice(contracts, second, event, ended);
                }
                leavings.add(new Life.Leaving(event, ended, exposed));
                return comesBack(ended, draws);
            } else if (second >= 0 && event.isAfter(start) && draws.chance(SECOND_ENDS_PER_MONTH)) {
                notice(
                        contracts,
                        second,
                        event,
                        event.plusDays(30).withDayOfMonth(1).plusMonths(1));
                second = -1;
            }
        }
        return Optional.empty();
    }

    private double hazard(Person person, LocalDate start, LocalDate day, boolean exposed) {
        double hazard = person.segment().leavingPerMonth();
        if (person.promoted()) {
            return day.isBefore(start.plusMonths(PROMOTED_MONTHS)) ? hazard * PROMOTED : hazard;
        }
        double age = day.isBefore(start.plusYears(1)) ? FIRST_YEAR : 1;
        return hazard * age * (exposed ? Plan.BREACH_HAZARD : 1);
    }

    private Optional<LocalDate> comesBack(LocalDate ended, Draws draws) {
        LocalDate back = ended.plusDays(draws.between(60, 240));
        return draws.chance(RETURN) && !back.isAfter(plan.lastDay()) ? Optional.of(back) : Optional.empty();
    }

    private static void notice(List<Contract> contracts, int index, LocalDate noticed, LocalDate ended) {
        contracts.set(index, contracts.get(index).noticed(noticed, ended));
    }

    private static int open(List<Contract> contracts, Person person, Tariff tariff, LocalDate start, Draws draws) {
        int monthly = tariff.centsPerMonth(person.segment());
        boolean yearly = draws.chance(0.15);
        contracts.add(new Contract(
                String.format(Locale.ROOT, "V%06d-%d", 100_000 + person.number(), contracts.size() + 1),
                tariff,
                start,
                Optional.empty(),
                Optional.empty(),
                yearly ? monthly * 11 : monthly,
                yearly ? 12 : 1));
        return contracts.size() - 1;
    }
}
