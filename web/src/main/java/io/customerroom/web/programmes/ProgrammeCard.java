package io.customerroom.web.programmes;

import io.customerroom.room.programmes.Programme;
import io.customerroom.statistics.Interval;
import java.util.List;
import java.util.Optional;

/**
 * A programme as the page shows it.
 *
 * @param tiles its figures at a glance
 * @param effect sentences on what became of its audience, or why nothing can be said yet
 * @param rows the figures behind the sentences
 * @param stayed what is drawn; empty where too few stand beside each other
 */
public record ProgrammeCard(
        Programme programme, List<Tile> tiles, List<String> effect, List<Line> rows, Optional<Effect> stayed) {

    /** A card of a programme of which nothing can be compared. */
    ProgrammeCard(Programme programme, List<Tile> tiles, List<String> effect) {
        this(programme, tiles, effect, List.of(), Optional.empty());
    }

    /** How many more of the audience than of the others are still customers, as a share, with its interval. */
    public record Effect(double difference, Interval interval) {}

    /** @param beside what it is made of */
    public record Tile(String label, String shown, String beside) {}

    /**
     * @param members of the audience, those who have others like them
     * @param apart whether the interval leaves out nothing
     */
    public record Line(
            String outcome,
            String audience,
            String members,
            String beside,
            String others,
            String difference,
            String interval,
            boolean apart) {}
}
