package io.customerroom.web.paper;

import io.customerroom.kernel.Clocks;
import io.customerroom.web.files.Piece;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A wall as paper takes it, live or as a meeting froze it.
 *
 * @param number 1 outcome, 2 issues, 3 operations
 * @param headline what a president takes away in ten seconds
 * @param period in words
 * @param filter whose numbers these are; empty for everybody's
 * @param clocks by when things happened, and by when they were known
 * @param definitions ids in force
 */
public record HungWall(
        String company,
        int number,
        String name,
        String headline,
        String period,
        String filter,
        Clocks clocks,
        String definitions,
        List<String> notices,
        List<Piece> pieces,
        Optional<Frozen> frozen) {

    /**
     * The meeting that froze it.
     *
     * @param evidence SHA-256 over all its frozen readings
     */
    public record Frozen(String meeting, String title, LocalDate day, Instant at, String evidence) {}

    public HungWall {
        notices = List.copyOf(notices);
        pieces = List.copyOf(pieces);
    }

    /** The date of a file: of the freeze, or by when the ledger was known. Never today's. */
    Instant made() {
        return frozen.map(Frozen::at).orElse(clocks.known());
    }

    /** The figures of the opening, in their order. */
    List<Piece.Tile> tiles() {
        return pieces.stream().flatMap(piece -> piece.tiles().stream()).toList();
    }
}
