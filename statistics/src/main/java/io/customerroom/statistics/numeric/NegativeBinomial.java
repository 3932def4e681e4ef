package io.customerroom.statistics.numeric;

import org.hipparchus.special.Beta;

/**
 * Events of a Poisson process whose rate differs between customers by a gamma distribution (A. S. C. Ehrenberg, 1959, The pattern of
 * consumer purchases, Applied Statistics 8, 26–41).
 *
 * @param shape of the gamma distribution of rates
 * @param odds time over the gamma distribution's own scale (its rate parameter): the mean count is shape × odds
 */
public record NegativeBinomial(double shape, double odds) {

    public NegativeBinomial {
        if (!(shape > 0 && odds >= 0 && odds < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "shape must be positive and odds finite and not negative, but were " + shape + " and " + odds);
        }
    }

    /** P(N = n). */
    public double probability(long n) {
        if (n == 0) {
            return Math.exp(-shape * Math.log1p(odds));
        }
        if (odds == 0) {
            return 0;
        }
        // (shape)_n / n! = 1 / (n B(shape, n))
        return Math.exp(-shape * Math.log1p(odds)
                - n * Math.log1p(1 / odds)
                - SpecialFunctions.logBeta(shape, n)
                - Math.log(n));
    }

    /** P(N ≥ n), an incomplete beta function; taken from the side on which it keeps its digits. */
    public double atLeast(long n) {
        if (n <= 0) {
            return 1;
        }
        double share = odds / (1 + odds);
        return share > (n + 1) / (n + shape + 2)
                ? 1 - Beta.regularizedBeta(1 / (1 + odds), shape, n)
                : Beta.regularizedBeta(share, n, shape);
    }
}
