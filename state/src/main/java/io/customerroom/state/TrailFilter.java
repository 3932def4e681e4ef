package io.customerroom.state;

import java.time.Instant;

/**
 * Which entries of the trail to show. An empty text asks for everything.
 *
 * @param span when they were written
 * @param before only entries with a smaller number: the way to older pages
 */
public record TrailFilter(String actor, String event, String subject, Span span, long before) {

    /** Whenever. */
    public static final Span EVER = new Span(Instant.EPOCH, Instant.parse("9999-12-31T00:00:00Z"));

    /**
     * @param from inclusive
     * @param until exclusive
     */
    public record Span(Instant from, Instant until) {}

    public TrailFilter(String actor, String event, String subject, long before) {
        this(actor, event, subject, EVER, before);
    }

    public static TrailFilter everything() {
        return new TrailFilter("", "", "", Long.MAX_VALUE);
    }

    public static TrailFilter about(String subject) {
        return new TrailFilter("", "", subject, Long.MAX_VALUE);
    }
}
