package io.customerroom.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One stream of chance. Each customer has its own streams, so that a change in one customer's life moves nobody else's. Only the
 * generator's 64-bit words and {@link StrictMath} are used: both are the same everywhere.
 */
final class Draws {

    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final SplittableRandom words;

    private Draws(long seed) {
        words = new SplittableRandom(seed);
    }

    static Draws of(long seed, String stream, long id) {
        long hash = FNV_START;
        for (int i = 0; i < stream.length(); i++) {
            hash = (hash ^ stream.charAt(i)) * FNV_PRIME;
        }
        hash = (hash ^ seed) * FNV_PRIME;
        hash = (hash ^ (hash >>> 32) ^ id) * FNV_PRIME;
        return new Draws(hash ^ (hash >>> 29));
    }

    /** In [0, 1). */
    double uniform() {
        return (words.nextLong() >>> 11) * 0x1.0p-53;
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    /** In 0 .. bound − 1. */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /** A day from {@code first} to {@code last}, both included. */
    LocalDate day(LocalDate first, LocalDate last) {
        return first.plusDays(below((int) ChronoUnit.DAYS.between(first, last) + 1));
    }

    <T> T one(List<T> of) {
        return of.get(below(of.size()));
    }

    /** An index, drawn in proportion to the weights. */
    int weighted(double[] weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = uniform() * total;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    double exponential(double mean) {
        return -mean * StrictMath.log(1 - uniform());
    }

    /** Gamma with shape 2 and the given mean: rates that differ from customer to customer. */
    double rate(double mean) {
        return exponential(mean / 2) + exponential(mean / 2);
    }

    double normal(double mean, double deviation) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return mean + deviation * radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    int poisson(double mean) {
        double limit = StrictMath.exp(-mean);
        int count = 0;
        for (double product = uniform(); product > limit; product *= uniform()) {
            count++;
        }
        return count;
    }

    int binomial(int trials, double probability) {
        int hits = 0;
        for (int i = 0; i < trials; i++) {
            if (chance(probability)) {
                hits++;
            }
        }
        return hits;
    }
}
