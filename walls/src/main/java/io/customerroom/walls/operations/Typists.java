package io.customerroom.walls.operations;

import java.util.Map;

/** Knows which batches of readings people typed. Whoever keeps the receipts implements it. */
@FunctionalInterface
public interface Typists {

    /** Everything came from files. */
    Typists NONE = Map::of;

    /** Who typed a batch and when, in words, by the name of the batch: {@code leo, 2026-06-04 10:15}. */
    Map<String, String> byBatch();
}
