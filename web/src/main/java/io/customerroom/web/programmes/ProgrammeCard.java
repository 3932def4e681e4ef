package io.customerroom.web.programmes;

import io.customerroom.room.programmes.Programme;
import java.util.List;

/**
 * A programme as the page shows it.
 *
 * @param tiles its figures at a glance
 * @param effect sentences on what became of its audience, or why nothing can be said yet
 * @param rows the figures behind the sentences
 */
public record ProgrammeCard(Programme programme, List<Tile> tiles, List<String> effect, List<Line> rows) {

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
