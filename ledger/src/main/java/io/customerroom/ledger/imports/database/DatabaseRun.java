package io.customerroom.ledger.imports.database;

import java.time.Instant;
import java.util.Optional;

/**
 * A reading of a database that ended.
 *
 * @param batch what came of it; empty where nothing was new, or it failed
 * @param read rows that were read
 * @param failed why nothing was imported
 */
public record DatabaseRun(Instant at, String by, Optional<String> batch, long read, Optional<Failed> failed) {

    /** The failure as it was told. */
    public record Failed(String code, String sentence, String nextStep) {}
}
