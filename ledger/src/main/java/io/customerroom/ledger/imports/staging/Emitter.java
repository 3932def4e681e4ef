package io.customerroom.ledger.imports.staging;

import org.jspecify.annotations.Nullable;

/** Writes one column of a fact from the inputs of its row. */
@FunctionalInterface
interface Emitter {

    /** Why the row is no fact; null if the column is written. */
    @Nullable
    Problem emit(TypedRow typed, StagedWriter out);
}
