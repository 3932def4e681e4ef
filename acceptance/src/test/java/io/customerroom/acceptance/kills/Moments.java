package io.customerroom.acceptance.kills;

import java.util.SplittableRandom;

/** Where in its span a kill falls. Small neighbouring seeds must give moments far apart, which {@link java.util.Random} does not. */
final class Moments {

    private Moments() {}

    /** From 0, the begin, to 1, a little past the end; evenly spread. */
    static double share(long seed) {
        return new SplittableRandom(seed).nextDouble();
    }
}
