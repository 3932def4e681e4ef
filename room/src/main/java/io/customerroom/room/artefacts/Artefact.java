package io.customerroom.room.artefacts;

import io.customerroom.kernel.CustomerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A quote, a letter, a recording, a picture beside a number.
 *
 * @param id {@code f1}, {@code f2}, … in the order of hanging
 * @param customer whom it is from, by their opaque key
 * @param words empty once the consent was withdrawn or the artefact erased: no page can show them by mistake
 * @param stored its file; empty for a quote without one, and once erased
 * @param fingerprint SHA-256 over what hung there; it stays when the rest is gone
 * @param at when it was hung
 * @param by who hung it
 */
public record Artefact(
        String id,
        Kind kind,
        Subject about,
        Optional<CustomerId> customer,
        Optional<Words> words,
        Optional<Stored> stored,
        Consent consent,
        String fingerprint,
        Instant at,
        String by,
        Optional<Erasure> erasure) {

    /** What is said in it and about it, masked. */
    public record Words(String title, String text, String source, Optional<LocalDate> day) {}

    /**
     * Its file in the workspace.
     *
     * @param hash SHA-256 of its bytes, and its name
     * @param small hash of a small picture of it; empty where there is none
     */
    public record Stored(FileType type, String hash, Optional<String> small, long bytes) {}

    /** Gone for good: its file and its words are nowhere. */
    public record Erasure(Instant at, String by) {}

    /** Whether everyone in the room may see it. */
    public boolean shown() {
        return erasure.isEmpty() && consent.reach().shown();
    }

    /** Whether it may stand on paper. */
    public boolean printable() {
        return erasure.isEmpty() && consent.reach().printable();
    }

    /** Whether its consent is still awaited, so that only those who hang artefacts see it. */
    public boolean awaited() {
        return erasure.isEmpty() && consent.reach() == Reach.ASKED;
    }

    /** Whether its consent was withdrawn, and it was not erased since. */
    public boolean withdrawn() {
        return erasure.isEmpty() && consent.reach() == Reach.WITHDRAWN;
    }
}
