package io.customerroom.ledger.bridge;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A period's flow under two definitions. A period that one of them does not reach has a flow of nothing there. */
public record PeriodPair(String period, LocalDate startsOn, Flow one, Flow other) {

    /**
     * @param value money, of the customers active at the end of the period
     */
    public record Flow(long opening, long gained, long regained, long lost, long closing, BigDecimal value) {}
}
