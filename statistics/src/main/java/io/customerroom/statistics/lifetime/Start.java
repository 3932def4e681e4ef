package io.customerroom.statistics.lifetime;

/** Where searches begin, and whether they should. */
final class Start {

    static final String TOO_FEW = "Fewer than 20 customers with a repeat purchase: too few for a model.";

    private static final double LEAST = 20;

    private Start() {}

    static boolean tooFew(Counts counts) {
        return counts.sum(history -> history.x() > 0 ? 1 : 0) < LEAST;
    }

    /** Repeat purchases per customer and unit of time, as if nobody had left. */
    static double rate(Counts counts) {
        return counts.purchases() / counts.sum(History::age);
    }
}
