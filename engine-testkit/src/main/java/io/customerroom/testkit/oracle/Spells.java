package io.customerroom.testkit.oracle;

import io.customerroom.testkit.company.Contract;
import io.customerroom.testkit.company.Purchase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One customer's days, walked one by one. */
final class Spells {

    private final List<LocalDate> purchases;
    private final int lapseDays;
    private final List<Contract> contracts;

    Spells(List<Purchase> qualifying, int lapseDays, List<Contract> contracts) {
        this.purchases = qualifying.stream().map(Purchase::on).distinct().toList();
        this.lapseDays = lapseDays;
        this.contracts = contracts.stream()
                .filter(contract -> contract.endedOn() == null || contract.on().isBefore(contract.endedOn()))
                .toList();
    }

    List<Spell> of(String customer) {
        List<Spell> spells = new ArrayList<>();
        @Nullable LocalDate open = null;
        LocalDate end = dayAfterTheLast();
        for (LocalDate day = firstDay(); !day.isAfter(end); day = day.plusDays(1)) {
            if (open != null && !carriedInto(day)) {
                spells.add(new Spell(customer, spells.size() + 1, open, day));
                open = null;
            }
            if (open == null && active(day)) {
                open = day;
            }
        }
        if (open != null) {
            spells.add(new Spell(customer, spells.size() + 1, open, null));
        }
        return spells;
    }

    private boolean active(LocalDate day) {
        return purchases.stream().anyMatch(bought -> keeps(bought, day))
                || contracts.stream().anyMatch(contract -> contract.inForce(day));
    }

    /** Whether the stretch of the day before goes on: something covers both days, or one contract takes over from another. */
    private boolean carriedInto(LocalDate day) {
        LocalDate before = day.minusDays(1);
        return purchases.stream().anyMatch(bought -> keeps(bought, before) && keeps(bought, day))
                || contracts.stream().anyMatch(contract -> contract.inForce(before) && contract.inForce(day))
                || contracts.stream().anyMatch(contract -> day.equals(contract.endedOn()))
                        && contracts.stream().anyMatch(contract -> day.equals(contract.on()));
    }

    private boolean keeps(LocalDate bought, LocalDate day) {
        return !day.isBefore(bought) && !day.isAfter(bought.plusDays(lapseDays));
    }

    private LocalDate firstDay() {
        LocalDate first = LocalDate.MAX;
        for (LocalDate bought : purchases) {
            first = bought.isBefore(first) ? bought : first;
        }
        for (Contract contract : contracts) {
            first = contract.on().isBefore(first) ? contract.on() : first;
        }
        return first;
    }

    /** From this day on nothing can change any more. */
    private LocalDate dayAfterTheLast() {
        LocalDate last = LocalDate.MIN;
        for (LocalDate bought : purchases) {
            LocalDate lost = bought.plusDays(lapseDays + 1L);
            last = lost.isAfter(last) ? lost : last;
        }
        for (Contract contract : contracts) {
            LocalDate change = contract.endedOn() == null ? contract.on() : contract.endedOn();
            last = change.isAfter(last) ? change : last;
        }
        return last;
    }
}
