package io.customerroom.room.definitions;

import io.customerroom.ledger.definitions.Definition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A definition that somebody wants, and what became of it. Nothing is computed with it until it is adopted, except where it is asked for.
 *
 * @param id {@code v1}, {@code v2}, … in the order of proposing
 * @param by account that proposed it
 * @param signatures of leaders who agreed to this very text, oldest first
 * @param ending present when it is adopted or withdrawn
 */
public record Proposal(
        String id, Definition definition, String by, Instant at, List<Signature> signatures, Optional<Ending> ending) {

    /** Somebody agreed. */
    public record Signature(String by, Instant at) {}

    /**
     * It came to an end.
     *
     * @param adopted else withdrawn
     * @param reason in the words of whoever ended it; may be empty
     */
    public record Ending(boolean adopted, String by, Instant at, String reason) {}

    public Proposal {
        signatures = List.copyOf(signatures);
    }

    public boolean open() {
        return ending.isEmpty();
    }

    public boolean signedBy(String account) {
        return signatures.stream().anyMatch(signature -> signature.by().equals(account));
    }

    /** {@code open}, {@code adopted} or {@code withdrawn}. */
    public String state() {
        return ending.map(it -> it.adopted() ? "adopted" : "withdrawn").orElse("open");
    }
}
