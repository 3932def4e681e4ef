package io.customerroom.state;

/**
 * Which entries of the trail to show. An empty text asks for everything.
 *
 * @param before only entries with a smaller number: the way to older pages
 */
public record TrailFilter(String actor, String event, String subject, long before) {

    public static TrailFilter everything() {
        return new TrailFilter("", "", "", Long.MAX_VALUE);
    }

    public static TrailFilter about(String subject) {
        return new TrailFilter("", "", subject, Long.MAX_VALUE);
    }
}
