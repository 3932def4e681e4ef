package io.customerroom.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Consumer;

/**
 * Books what the network costs, at the end of every month of the history, for the contracts in force on that day: those are the
 * months whose value the ledger takes as revenue. One line per customer and month.
 */
final class Supply {

    private final Plan plan;

    Supply(Plan plan) {
        this.plan = plan;
    }

    void tell(Life life, Consumer<Entry> to) {
        if (life.contracts().isEmpty()) {
            return;
        }
        for (LocalDate end = monthEnd(plan.firstDay()); !end.isAfter(plan.lastDay()); end = monthEnd(end.plusDays(1))) {
            int cents = 0;
            long twelfths = 0;
            for (Contract contract : life.contracts()) {
                if (contract.inForce(end)) {
                    cents += cost(life.person().segment(), contract);
                    twelfths += contract.twelfthsOfCentsPerMonth();
                }
            }
            if (cents > 0) {
                to.accept(new Entry.Supplied(life.person(), end, cents, twelfths));
            }
        }
    }

    /** What a month of a contract costs, in cents. */
    private static int cost(Segment segment, Contract contract) {
        return (int) Math.round(contract.tariff().listCents(segment) * segment.tariffCostShare());
    }

    private static LocalDate monthEnd(LocalDate day) {
        return YearMonth.from(day).atEndOfMonth();
    }
}
