package io.customerroom.testkit.oracle;

import java.util.List;
import java.util.function.ToIntFunction;

/** How many customers came, came back and left; {@code ...Inside} are bookings a coarser period nets away. */
public record CustomerMath(
        String period,
        long opening,
        long gained,
        long regained,
        long lost,
        long closing,
        long gainedInside,
        long regainedInside,
        long lostInside) {

    static CustomerMath of(String period, List<CustomerPeriod> rows) {
        return new CustomerMath(
                period,
                sum(rows, CustomerPeriod::opening),
                sum(rows, CustomerPeriod::gained),
                sum(rows, CustomerPeriod::regained),
                sum(rows, CustomerPeriod::lost),
                sum(rows, CustomerPeriod::closing),
                sum(rows, CustomerPeriod::gainedInside),
                sum(rows, CustomerPeriod::regainedInside),
                sum(rows, CustomerPeriod::lostInside));
    }

    /** For tables a person reads: {@code 2011-03 1682+452+51-409=1776}. */
    @Override
    public String toString() {
        return "%s %d+%d+%d-%d=%d".formatted(period, opening, gained, regained, lost, closing);
    }

    private static long sum(List<CustomerPeriod> rows, ToIntFunction<CustomerPeriod> column) {
        return rows.stream().mapToInt(column).sum();
    }
}
