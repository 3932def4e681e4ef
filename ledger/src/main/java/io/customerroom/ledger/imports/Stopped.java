package io.customerroom.ledger.imports;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.imports.staging.Checkpoint;
import java.util.Optional;

/** Thrown by a {@link Progress} whose asker does not want the import any more. Nothing of it counts. */
public final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Stopped() {
        super("stopped by its asker", null, false, false);
    }

    Failure told(String file, Optional<Checkpoint> kept) {
        return Failure.yours(
                "IMPORT_STOPPED",
                "The import of '%s' was stopped; nothing of it counts.".formatted(file),
                kept.map(it -> "Import the same file again: it goes on behind row %d.".formatted(it.read()))
                        .orElse("Import it again when you want it."));
    }
}
