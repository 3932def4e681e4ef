package io.customerroom.ledger.definitions;

import java.time.LocalDate;
import java.util.List;

/**
 * Who answers for a definition, since when it holds, and why it is so.
 *
 * @param validFrom the first day for which it may be in force
 * @param signedOff names of the leaders who agreed; empty until they do
 */
public record DefinitionCard(
        String name, int version, String owner, String reason, LocalDate validFrom, List<String> signedOff) {

    public DefinitionCard {
        if (version < 1) {
            throw new IllegalArgumentException("version must be at least 1, but was " + version);
        }
        signedOff = List.copyOf(signedOff);
    }

    /** {@code activity@2}. */
    public String id() {
        return name + "@" + version;
    }
}
