package io.customerroom.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * What one person did under contract.
 *
 * @param installations days on which a technician came, within the history
 */
record Life(Person person, List<Contract> contracts, List<LocalDate> installations, List<Leaving> leavings) {

    /**
     * All contracts ended together.
     *
     * @param afterLateInstallation the person had waited for a technician in the costly breach
     */
    record Leaving(LocalDate noticedOn, LocalDate endedOn, boolean afterLateInstallation) {}

    boolean underContract(LocalDate day) {
        return contracts.stream().anyMatch(contract -> contract.inForce(day));
    }

    boolean leftBetween(LocalDate first, LocalDate last) {
        return leavings.stream()
                .anyMatch(leaving -> !leaving.noticedOn().isBefore(first)
                        && !leaving.noticedOn().isAfter(last));
    }
}
