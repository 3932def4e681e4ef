package io.customerroom.walls.exhibit;

/**
 * A second layer of a wall: one next question, answered by a few exhibits on a page of its own.
 *
 * @param id stable, as in its address: {@code earning}
 * @param question as a leader asks it: {@code Who earns, and who costs?}
 */
public record Chapter(String id, String question) {

    public Chapter {
        if (!id.matches("[a-z][a-z-]*")) {
            throw new IllegalArgumentException("id must be lower case with hyphens, but was " + id);
        }
    }
}
