package io.customerroom.ledger.imports.source;

import java.io.Closeable;
import java.io.IOException;

/** Rows of one file, one after the other. The header, where there is one, is the first of them. */
public interface RowSource extends Closeable {

    /** Fills the row with the next record; false at the end. */
    boolean next(Row row) throws IOException;
}
