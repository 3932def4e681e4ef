package io.customerroom.app.server;

import io.customerroom.ledger.build.Build;
import io.customerroom.web.LedgerStatus;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The build the pages show. It changes only when {@link #look} finds a newer one, which another process may have made, and only after
 * that build's walls were prepared: readers see the former build until then.
 */
final class CurrentLedger implements LedgerStatus {

    /** Bound on the thread that prepares: there the new build is shown already. */
    private static final ScopedValue<Build> AHEAD = ScopedValue.newInstance();

    private final Supplier<Optional<Build>> newest;
    private final Runnable prepare;
    private volatile Optional<Build> current;

    CurrentLedger(Supplier<Optional<Build>> newest, Runnable prepare) {
        this.newest = newest;
        this.prepare = prepare;
        this.current = newest.get();
    }

    @Override
    public Optional<Shown> shown() {
        return AHEAD.isBound() ? Optional.of(Shown.of(AHEAD.get())) : current.map(Shown::of);
    }

    @Override
    public synchronized void look() {
        Optional<Build> found = newest.get();
        if (!found.map(Build::id).equals(current.map(Build::id))) {
            found.ifPresent(build -> ScopedValue.where(AHEAD, build).run(prepare));
            current = found;
        }
    }
}
