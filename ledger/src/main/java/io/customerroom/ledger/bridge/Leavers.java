package io.customerroom.ledger.bridge;

import io.customerroom.ledger.build.Build;

/** By what customers count as lost. */
public sealed interface Leavers {

    /** By the losses a ledger books, in the months of their booking. */
    record ByLedger(Build build) implements Leavers {}

    /** By the departures of a source, on the day customers left. */
    record ByDepartures(String source) implements Leavers {}
}
