package io.customerroom.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Consumer;

/**
 * Books what the network costs, at the end of every month of the history, for every contract in force on that day: those are the
 * months whose value the ledger takes as revenue.
 */
final class Supply {

    private final Plan plan;

    Supply(Plan plan) {
        this.plan = plan;
    }

    void tell(Life life, Consumer<Entry> to) {
        for (Contract contract : life.contracts()) {
            double share = life.person().segment().tariffCostShare();
            int cost = (int) Math.round(contract.cents() * share / contract.billingMonths());
            for (LocalDate end = monthEnd(plan.firstDay());
                    !end.isAfter(plan.lastDay());
                    end = monthEnd(end.plusDays(1))) {
                if (contract.inForce(end)) {
                    to.accept(new Entry.Supplied(life.person(), contract, end, cost));
                }
            }
        }
    }

    private static LocalDate monthEnd(LocalDate day) {
        return YearMonth.from(day).atEndOfMonth();
    }
}
