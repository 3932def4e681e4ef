package io.customerroom.walls.exhibit;

import java.util.List;
import java.util.stream.Stream;

/**
 * One of the three walls for one view.
 *
 * @param number 1 outcome, 2 issues, 3 operations
 * @param sentence what a president takes away in ten seconds
 * @param notices what must be known before the numbers are believed
 * @param opening the exhibits of the opening row, largest numbers first; their figures stand at the top of the wall
 * @param exhibits the rest, in the order in which they are read
 */
public record Wall(
        int number, String name, String sentence, List<String> notices, List<Exhibit> opening, List<Exhibit> exhibits) {

    public Wall {
        notices = List.copyOf(notices);
        opening = List.copyOf(opening);
        exhibits = List.copyOf(exhibits);
    }

    /** Every exhibit of the wall, as a meeting freezes it. */
    public List<Exhibit> all() {
        return Stream.concat(opening.stream(), exhibits.stream()).toList();
    }
}
