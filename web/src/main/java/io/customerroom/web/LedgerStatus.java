package io.customerroom.web;

import io.customerroom.kernel.Clocks;
import io.customerroom.ledger.build.Build;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells the pages which build of the ledger they show, so that clocks and freshness stand on each of them. */
public interface LedgerStatus {

    /** The build the pages read now; empty before the first one. Cheap: asked for on every page. */
    Optional<Shown> shown();

    /** Looks for a newer build now, instead of in a moment, and answers when it is shown. */
    default void look() {
        // what never changes need not be looked for
    }

    /**
     * One build as a page names it.
     *
     * @param build its id
     * @param clocks the two clocks under which it was made
     * @param builtAt when it was finished
     * @param definitions ids of the definitions in force
     * @param receipts ids of the batches it rests on
     */
    record Shown(String build, Clocks clocks, Instant builtAt, String definitions, List<String> receipts) {

        public static Shown of(Build build) {
            return new Shown(build.id(), build.clocks(), build.madeAt(), build.definitions(), build.receipts());
        }
    }
}
