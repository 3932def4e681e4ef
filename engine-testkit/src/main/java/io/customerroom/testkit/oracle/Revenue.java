package io.customerroom.testkit.oracle;

import io.customerroom.testkit.company.Contract;
import io.customerroom.testkit.company.Purchase;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What a customer paid in a period: its purchase lines, and a month's worth of each contract in force at that month's end. */
final class Revenue {

    private Revenue() {}

    static BigDecimal of(Person person, Span span, LocalDate through) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Purchase purchase : person.purchasesIn(span)) {
            sum = sum.add(purchase.amount());
        }
        for (LocalDate month = span.startsOn(); month.isBefore(span.endsOn()); month = month.plusMonths(1)) {
            for (Contract contract : person.contracts()) {
                if (inForceAtEnd(contract, month, through)) {
                    sum = sum.add(contract.monthly());
                }
            }
        }
        return sum;
    }

    static boolean hasContractMonth(Person person, Span span, LocalDate through) {
        for (LocalDate month = span.startsOn(); month.isBefore(span.endsOn()); month = month.plusMonths(1)) {
            for (Contract contract : person.contracts()) {
                if (inForceAtEnd(contract, month, through)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean inForceAtEnd(Contract contract, LocalDate month, LocalDate through) {
        LocalDate last = month.plusMonths(1).minusDays(1);
        return !month.isAfter(through) && contract.inForce(last.isAfter(through) ? through : last);
    }
}
