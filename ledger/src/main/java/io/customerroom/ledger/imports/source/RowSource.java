package io.customerroom.ledger.imports.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Rows of one file, one after the other. The header, where there is one, is the first of them. */
public interface RowSource extends Closeable {

    /** Where the last row ended: in bytes of text, rows and lines. */
    record Place(long offset, long rows, long line) {}

    /** Fills the row with the next record; false at the end. */
    boolean next(Row row) throws IOException;

    /** Where the last row ended; empty where nobody could go on from there. */
    default Optional<Place> place() {
        return Optional.empty();
    }

    /** Steps over everything before a place that lies ahead. */
    default void goOn(Place place) throws IOException {
        throw new UnsupportedOperationException("no reading of this form can be gone on with");
    }
}
