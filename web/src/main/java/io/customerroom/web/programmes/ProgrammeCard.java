package io.customerroom.web.programmes;

import io.customerroom.room.programmes.Programme;
import java.util.List;

/**
 * A programme as the page shows it.
 *
 * @param effect sentences on what became of its audience, or why nothing can be said yet
 * @param rows the figures behind the sentences
 */
public record ProgrammeCard(Programme programme, List<String> effect, List<Line> rows) {

    /** @param apart whether the interval leaves out nothing */
    public record Line(
            String outcome, String members, String others, String difference, String interval, boolean apart) {}
}
