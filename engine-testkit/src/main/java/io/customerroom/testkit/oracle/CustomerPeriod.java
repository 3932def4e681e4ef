package io.customerroom.testkit.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One customer in one period, with the meaning that ARCHITECTURE.md gives the columns of {@code customer_period}. */
public record CustomerPeriod(
        String grain,
        String period,
        LocalDate startsOn,
        String customer,
        @Nullable String segment,
        @Nullable String site,
        @Nullable String channel,
        String state,
        int opening,
        int gained,
        int regained,
        int lost,
        int closing,
        int gainedInside,
        int regainedInside,
        int lostInside,
        long orders,
        BigDecimal revenue,
        @Nullable BigDecimal costOfSales,
        BigDecimal costToServe,
        BigDecimal costToCommunicate,
        @Nullable BigDecimal contribution,
        BigDecimal priorRevenue,
        BigDecimal recurring,
        BigDecimal value,
        BigDecimal priorValue) {

    public CustomerPeriod {
        if (opening + gained + regained - lost != closing) {
            throw new IllegalStateException("%s in %s does not add up: %d + %d + %d - %d = %d"
                    .formatted(customer, period, opening, gained, regained, lost, closing));
        }
    }
}
