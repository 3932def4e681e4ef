package io.customerroom.testkit.oracle;

import io.customerroom.testkit.company.Purchase;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the goods and services sold in a period cost. Known where the cost of everything that bears revenue is: of each purchase line its
 * own, of a month under contract what was booked as a cost of sale in that month.
 */
final class CostOfSales {

    private CostOfSales() {}

    static @Nullable BigDecimal of(Person person, Span span, LocalDate through) {
        BigDecimal sum = person.costs(span, "sale");
        for (Purchase purchase : person.purchasesIn(span)) {
            if (purchase.cost() != null) {
                sum = sum.add(purchase.cost());
            } else if (purchase.amount().signum() != 0) {
                return null;
            }
        }
        return everyContractMonthHasItsCost(person, span, through) ? sum : null;
    }

    private static boolean everyContractMonthHasItsCost(Person person, Span span, LocalDate through) {
        for (LocalDate start = span.startsOn(); start.isBefore(span.endsOn()); start = start.plusMonths(1)) {
            Span month = new Span("month", "", start, start.plusMonths(1));
            boolean costed =
                    person.costs().stream().anyMatch(cost -> cost.kind().equals("sale") && month.contains(cost.on()));
            if (Revenue.hasContractMonth(person, month, through) && !costed) {
                return false;
            }
        }
        return true;
    }
}
