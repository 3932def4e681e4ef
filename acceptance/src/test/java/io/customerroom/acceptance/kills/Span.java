package io.customerroom.acceptance.kills;

/**
 * What a verb takes undisturbed: until it begins (before that the JVM only starts), and until it ends.
 *
 * @param idleMillis a run of the program that does nothing
 * @param usualMillis a run of the verb
 */
record Span(long idleMillis, long usualMillis) {

    private static final double PAST_THE_END = 1.125;

    Span {
        if (idleMillis < 0 || usualMillis < 0) {
            throw new IllegalArgumentException("times must not be negative, were " + idleMillis + ", " + usualMillis);
        }
    }

    /** The moment of this seed: evenly spread from the begin of the work to a little past its end. */
    long moment(long seed) {
        double last = Math.max(idleMillis + 1.0, usualMillis * PAST_THE_END);
        return (long) (idleMillis + Moments.share(seed) * (last - idleMillis));
    }
}
