package io.customerroom.ledger.build;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.ledger.definitions.DefinitionSet;
import io.customerroom.state.Hash;
import java.util.List;

/** Derives a build's id from everything its content depends on. */
final class BuildId {

    /** Raise it whenever the same inputs would give another ledger. */
    private static final String CODE = "ledger 3";

    private static final int LETTERS = 12;

    private BuildId() {}

    /** Twelve hexadecimal digits. The whole rules count, so that a definition edited in place is another build. */
    static String of(List<String> receipts, Clocks clocks, DefinitionSet definitions, CompanyCalendar calendar) {
        return digest(
                CODE,
                clocks.through().toString(),
                clocks.known().toString(),
                definitions.toString(),
                calendar.toString(),
                String.join("\n", receipts));
    }

    /** Names everything but the facts and the clocks: builds that share it are made by the same rules. */
    static String rules(DefinitionSet definitions, CompanyCalendar calendar) {
        return digest(CODE, definitions.toString(), calendar.toString());
    }

    private static String digest(String... parts) {
        return Hash.of(String.join("\n", parts)).substring(0, LETTERS);
    }
}
