package io.customerroom.ledger.workspace;

import io.customerroom.kernel.Failure;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a file, gathered so that it is told all at once. */
final class Findings {

    private final String file;
    private final List<String> found = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    void add(int line, String finding) {
        found.add("line %d: %s".formatted(line, finding));
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw Failure.yours(
                    "SETTINGS_REFUSED",
                    "%s cannot be used. %s".formatted(file, String.join(" ", found)),
                    "Mend the file and run the command again.");
        }
    }
}
