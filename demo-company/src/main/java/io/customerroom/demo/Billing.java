package io.customerroom.demo;

import java.time.LocalDate;
import java.util.function.Consumer;

/** Bills contracts at the start of every billing period inside the history. */
final class Billing {

    private final Plan plan;

    Billing(Plan plan) {
        this.plan = plan;
    }

    void tell(Life life, Consumer<Entry> to) {
        for (Contract contract : life.contracts()) {
            double share = life.person().segment().tariffCostShare();
            int cost = (int) Math.round(contract.cents() * share);
            LocalDate day = contract.startedOn();
            for (int bill = 0; !day.isAfter(plan.lastDay()) && contract.inForce(day); ) {
                if (!day.isBefore(plan.firstDay())) {
                    to.accept(new Entry.Billed(life.person(), contract, day, cost));
                }
                bill++;
                day = contract.startedOn().plusMonths((long) bill * contract.billingMonths());
            }
        }
    }
}
