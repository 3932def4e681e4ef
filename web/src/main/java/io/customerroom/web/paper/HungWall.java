package io.customerroom.web.paper;

import io.customerroom.kernel.Clocks;
import io.customerroom.web.files.Piece;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A wall as paper takes it, live or as a meeting froze it.
 *
 * @param number 1 outcome, 2 issues, 3 operations
 * @param headline what a president takes away in ten seconds
 * @param period in words
 * @param filter whose numbers these are; empty for everybody's
 * @param clocks by when things happened, and by when they were known
 * @param definitions ids in force
 * @param cards what customers said and sent, as far as it may stand on paper
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
        Optional<Frozen> frozen,
        List<PaperCard> cards) {

    /**
     * The meeting that froze it.
     *
     * @param evidence SHA-256 over all its frozen readings
     */
    public record Frozen(String meeting, String title, LocalDate day, Instant at, String evidence) {}

    public HungWall {
        notices = List.copyOf(notices);
        pieces = List.copyOf(pieces);
        cards = List.copyOf(cards);
    }

    /** A wall without artefacts. */
    public HungWall(
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
        this(company, number, name, headline, period, filter, clocks, definitions, notices, pieces, frozen, List.of());
    }

    /** The same wall with these beside its exhibits. */
    public HungWall with(List<PaperCard> beside) {
        return new HungWall(
                company, number, name, headline, period, filter, clocks, definitions, notices, pieces, frozen, beside);
    }

    /** Ids of its exhibits. */
    public Set<String> exhibits() {
        return pieces.stream().map(Piece::id).collect(Collectors.toSet());
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
