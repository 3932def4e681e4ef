package io.customerroom.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * What one person did under contract.
 *
 * @param installations days on which a technician came, within the history
 * @param snags the company's rules they ran into, within the history
 */
record Life(
        Person person,
        List<Contract> contracts,
        List<LocalDate> installations,
        List<Snag> snags,
        List<Leaving> leavings) {

    /** All contracts ended together. */
    record Leaving(LocalDate noticedOn, LocalDate endedOn, Cause cause) {}

    /** A rule stood in the way. */
    record Snag(Rule rule, LocalDate day) {}

    boolean underContract(LocalDate day) {
        return contracts.stream().anyMatch(contract -> contract.inForce(day));
    }

    /** Whether the phone flat was held with the line. */
    boolean phoneFlat(LocalDate day) {
        return contracts.stream().anyMatch(contract -> contract.inForce(day) && contract.tariff() == Tariff.PHONE);
    }

    boolean leftBetween(LocalDate first, LocalDate last) {
        return leavings.stream()
                .anyMatch(leaving -> !leaving.noticedOn().isBefore(first)
                        && !leaving.noticedOn().isAfter(last));
    }
}
