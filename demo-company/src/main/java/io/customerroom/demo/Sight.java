package io.customerroom.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something to be found in the demo company, and where a reader of its walls should look. It says where and when, never how much.
 *
 * @param question what to find out
 * @param look what to look for
 * @param answer what there is to be found
 */
public record Sight(String id, String question, String look, String answer, List<Place> places) {

    /**
     * A page of the room.
     *
     * @param path without view: {@code /walls/1}
     * @param view as in the page's address: {@code period}, {@code segment}, {@code site}
     * @param exhibit that shows it; empty where the page as a whole does
     */
    public record Place(String label, String path, Map<String, String> view, Optional<String> exhibit) {}
}
