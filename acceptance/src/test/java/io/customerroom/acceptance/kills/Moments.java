package io.customerroom.acceptance.kills;

import java.util.SplittableRandom;

/**
 * When to kill, as a share of the usual time: evenly spread from an eighth (before it the JVM only starts) to a little past the
 * end. Small neighbouring seeds must give moments far apart, which {@link java.util.Random} does not.
 */
final class Moments {

    private static final double FIRST = 0.125;
    private static final double LAST = 1.125;

    private Moments() {}

    static double of(long seed) {
        return new SplittableRandom(seed).nextDouble(FIRST, LAST);
    }
}
