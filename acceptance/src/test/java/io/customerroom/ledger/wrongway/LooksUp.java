package io.customerroom.ledger.wrongway;

import io.customerroom.web.wrongway.Upstairs;

/** A planted fault: the ledger looks up to the web. The map must refuse it. */
public final class LooksUp {

    private final Upstairs upstairs = new Upstairs();

    @Override
    public String toString() {
        return upstairs.toString();
    }
}
