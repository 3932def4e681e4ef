package io.customerroom.app.server;

import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.build.Builds;
import io.customerroom.web.LedgerStatus;
import java.util.Optional;

/** The build the pages show. It changes only when {@link #look()} finds a newer one, which another process may have made. */
final class CurrentLedger implements LedgerStatus {

    private final Builds builds;
    private volatile Optional<Build> current;

    CurrentLedger(Builds builds) {
        this.builds = builds;
        this.current = builds.current();
    }

    @Override
    public Optional<Shown> shown() {
        return current.map(Shown::of);
    }

    /** Answers whether there is another build than before. */
    boolean look() {
        Optional<Build> newest = builds.current();
        boolean changed = !newest.map(Build::id).equals(current.map(Build::id));
        current = newest;
        return changed;
    }
}
