package io.customerroom.ledger.imports.staging;

import io.customerroom.ledger.facts.FactColumn;
import io.customerroom.ledger.facts.FactKind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A staged file of typed facts and what an engine must know to make a batch of it.
 *
 * <p>Its columns: {@code line, customer, occurred, day_shift, fingerprint?, recorded?, key?}, then {@code columns}. Instants are microseconds
 * since 1970 in UTC, {@code day_shift} is the company's day less the day in UTC, days are days since 1970, switches 1 or 0. Cells stand between U+001F, nothing is quoted, an empty cell is null.
 *
 * @param batch the batch it will be
 * @param fingerprinted a fingerprint of the whole row is there: of rows alike only the first counts
 * @param recorded the moment all rows were recorded; empty = a column says it
 * @param key how facts are named
 * @param columns the kind's own columns that are there, in order
 * @param currency the currency of all amounts, unless a column {@code currency} says that of each
 * @param rows records in the file
 */
public record StagedFacts(
        Path file,
        FactKind kind,
        String source,
        String batch,
        boolean fingerprinted,
        Optional<Instant> recorded,
        Key key,
        List<FactColumn> columns,
        String currency,
        long rows) {

    /** How a fact's key comes about. */
    public sealed interface Key {
        /** It stands in the file. */
        record Staged() implements Key {}

        /** These columns joined; {@code line_id} is the ordinal inside the order. */
        record OrderAndOrdinal() implements Key {}

        /** These columns of the fact, joined by U+001F. */
        record Joined(List<String> columns) implements Key {}
    }
}
