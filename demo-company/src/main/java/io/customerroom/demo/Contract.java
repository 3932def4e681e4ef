package io.customerroom.demo;

import java.time.LocalDate;
import java.util.Optional;

/**
 * @param endedOn the first day without it; may lie after the last day of the history
 * @param noticedOn the day the customer gave notice; empty where a change of tariff ended it
 * @param cents price per billing period
 */
record Contract(
        String id,
        Tariff tariff,
        LocalDate startedOn,
        Optional<LocalDate> endedOn,
        Optional<LocalDate> noticedOn,
        int cents,
        int billingMonths) {

    Contract ended(LocalDate day) {
        return new Contract(id, tariff, startedOn, Optional.of(day), noticedOn, cents, billingMonths);
    }

    Contract noticed(LocalDate noticed, LocalDate ended) {
        return new Contract(id, tariff, startedOn, Optional.of(ended), Optional.of(noticed), cents, billingMonths);
    }

    /** The monthly value in twelfths of a cent, so that yearly prices divide evenly. */
    long twelfthsOfCentsPerMonth() {
        return 12L * cents / billingMonths;
    }

    boolean inForce(LocalDate day) {
        return !day.isBefore(startedOn) && endedOn.map(day::isBefore).orElse(true);
    }
}
