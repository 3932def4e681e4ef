package io.customerroom.web.tour;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A walk through a room: what can be found today, and what cannot yet. It holds no figures; the page reads those from the walls.
 *
 * @param toCome what is there and no wall shows yet, one sentence each
 */
public record Tour(List<Stop> stops, List<String> toCome) {

    public Tour {
        stops = List.copyOf(stops);
        toCome = List.copyOf(toCome);
    }

    /**
     * One thing to find.
     *
     * @param id stable, unique in the tour
     * @param question what to find out
     * @param look what to look for
     * @param answer what there is to be found
     * @param places where to look, the most telling one first
     */
    public record Stop(String id, String question, String look, String answer, List<Place> places) {

        public Stop {
            places = List.copyOf(places);
        }
    }

    /**
     * A page to open.
     *
     * @param label of the link, with what it is narrowed to
     * @param path without view: {@code /walls/1}
     * @param view as in the page's address: {@code period}, {@code segment}, {@code site}
     * @param exhibit whose finding the page quotes; empty where the page has none
     */
    public record Place(String label, String path, Map<String, String> view, Optional<String> exhibit) {}
}
