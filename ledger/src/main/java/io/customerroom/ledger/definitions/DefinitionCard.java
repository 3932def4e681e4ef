package io.customerroom.ledger.definitions;

import java.time.LocalDate;
import java.util.List;

/**
 * Who answers for a definition, since when it holds, and why it is so.
 *
 * @param department whose own rule this is; empty: the company's. A department's rule is never in force, it stands beside it
 * @param validFrom the first day for which it may be in force
 * @param signedOff names of the leaders who agreed; empty until they do
 */
public record DefinitionCard(
        String name,
        String department,
        int version,
        String owner,
        String reason,
        LocalDate validFrom,
        List<String> signedOff) {

    public DefinitionCard {
        if (version < 1) {
            throw new IllegalArgumentException("version must be at least 1, but was " + version);
        }
        signedOff = List.copyOf(signedOff);
    }

    /** {@code activity@2}, or {@code activity/sales@1} for a department's. */
    public String id() {
        return rule() + "@" + version;
    }

    /** What its versions share: {@code activity}, or {@code activity/sales}. */
    public String rule() {
        return department.isEmpty() ? name : name + "/" + department;
    }

    /** Whether it is the company's own, which may be in force. */
    public boolean ofCompany() {
        return department.isEmpty();
    }
}
