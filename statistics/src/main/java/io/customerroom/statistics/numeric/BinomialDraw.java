package io.customerroom.statistics.numeric;

import java.util.random.RandomGenerator;

/**
 * Draws from the binomial distribution, exactly, in a time that does not grow with n.
 *
 * <p>Small means by inversion, large ones by transformed rejection (BTRS). Source: W. Hörmann (1993), The generation of binomial random
 * variates, Journal of Statistical Computation and Simulation 46, 101–110.
 */
public final class BinomialDraw {

    private static final double SMALL_MEAN = 10;

    private BinomialDraw() {}

    /** How many of n succeed when each does with probability p. */
    public static long draw(RandomGenerator random, long n, double p) {
        if (!(p >= 0 && p <= 1) || n < 0) {
            throw new IllegalArgumentException("n must not be negative and p lie in 0..1, but were " + n + ", " + p);
        }
        if (n == 0 || p == 0) {
            return 0;
        }
        if (p > 0.5) {
            return n - draw(random, n, 1 - p);
        }
        return n * p < SMALL_MEAN ? inversion(random, n, p) : rejection(random, n, p);
    }

    private static long inversion(RandomGenerator random, long n, double p) {
        double odds = p / (1 - p);
        double chance = Math.exp(n * Math.log1p(-p));
        double left = random.nextDouble();
        long k = 0;
        while (left > chance && k < n) {
            left -= chance;
            k++;
            chance *= odds * (n - k + 1) / k;
            if (chance == 0) {
                break;
            }
        }
        return k;
    }

    /** The names are the paper's. */
    private static long rejection(RandomGenerator random, long n, double p) {
        double spq = Math.sqrt(n * p * (1 - p));
        double b = 1.15 + 2.53 * spq;
        double a = -0.0873 + 0.0248 * b + 0.01 * p;
        double c = n * p + 0.5;
        double vr = 0.92 - 4.2 / b;
        double alpha = (2.83 + 5.1 / b) * spq;
        double logOdds = Math.log(p / (1 - p));
        double mode = Math.floor((n + 1) * p);
        double height = SpecialFunctions.logGamma(mode + 1) + SpecialFunctions.logGamma(n - mode + 1);
        while (true) {
            double u = random.nextDouble() - 0.5;
            double v = random.nextDouble();
            double us = 0.5 - Math.abs(u);
            double k = Math.floor((2 * a / us + b) * u + c);
            if (us >= 0.07 && v <= vr) {
                return (long) k;
            }
            if (k < 0 || k > n) {
                continue;
            }
            double bound = height
                    - SpecialFunctions.logGamma(k + 1)
                    - SpecialFunctions.logGamma(n - k + 1)
                    + (k - mode) * logOdds;
            if (Math.log(v * alpha / (a / (us * us) + b)) <= bound) {
                return (long) k;
            }
        }
    }
}
