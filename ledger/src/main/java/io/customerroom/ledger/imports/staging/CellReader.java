package io.customerroom.ledger.imports.staging;

import io.customerroom.ledger.imports.source.Row;
import org.jspecify.annotations.Nullable;

/** Reads one input of a row into its slot. */
@FunctionalInterface
interface CellReader {

    /** What is wrong with the cell, or null. */
    @Nullable
    Problem read(Row row, TypedRow typed);
}
