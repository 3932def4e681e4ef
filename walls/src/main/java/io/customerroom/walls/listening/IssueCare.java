package io.customerroom.walls.listening;

import java.util.List;

/**
 * What people said of an issue.
 *
 * @param owner who answers for it; empty for nobody
 * @param team who works on it; may be empty
 * @param levels every change of the level wanted, oldest first
 */
public record IssueCare(String owner, String team, List<LevelChange> levels) {

    /** Nobody said anything. */
    public static final IssueCare NONE = new IssueCare("", "", List.of());

    public IssueCare {
        levels = List.copyOf(levels);
    }
}
