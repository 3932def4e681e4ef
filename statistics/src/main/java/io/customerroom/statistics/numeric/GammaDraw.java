package io.customerroom.statistics.numeric;

import java.util.random.RandomGenerator;

/**
 * Draws from the gamma and beta distributions.
 *
 * <p>Source: G. Marsaglia and W. W. Tsang (2000), A simple method for generating gamma variables, ACM Transactions on Mathematical
 * Software 26, 363–372; shapes below 1 by their note, in logarithms, since with small shapes most draws are smaller than any double.
 */
public final class GammaDraw {

    private GammaDraw() {}

    /** Gamma with this shape and scale 1. */
    public static double gamma(RandomGenerator random, double shape) {
        return Math.exp(logGamma(random, shape));
    }

    /** Beta(a, b). */
    public static double beta(RandomGenerator random, double a, double b) {
        return LogSpace.logistic(logGamma(random, a) - logGamma(random, b));
    }

    private static double logGamma(RandomGenerator random, double shape) {
        if (shape < 1) {
            return logGamma(random, shape + 1) + Math.log(1 - random.nextDouble()) / shape;
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double root = 1 + c * x;
            if (root <= 0) {
                continue;
            }
            double v = root * root * root;
            double u = 1 - random.nextDouble();
            if (Math.log(u) < 0.5 * x * x + d * (1 - v + Math.log(v))) {
                return Math.log(d * v);
            }
        }
    }
}
