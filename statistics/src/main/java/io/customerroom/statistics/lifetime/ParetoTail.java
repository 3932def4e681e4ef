package io.customerroom.statistics.lifetime;

import io.customerroom.statistics.numeric.HalfLine;
import io.customerroom.statistics.numeric.Hypergeometric;
import io.customerroom.statistics.numeric.Stretch;

/**
 * The integrals of the Pareto/NBD over the moment of leaving.
 *
 * <p>With m = r + x, the likelihood of having bought x times and left after t is, but for a factor without t,
 * G(x, t) = s ∫ (α + y)^−m (β + y)^−(s+1) dy from t to ∞; so the integral over the unseen stretch from t_x to T is a difference of two values that
 * depend on x and <em>one</em> time each. We keep κ(x, t) = G(x, t) (α + t)^m (β + t)^s, which lies between 0 and 1 and is easy to hold: neither tiny nor
 * huge whatever the parameters are.
 */
final class ParetoTail {

    /** Beyond, the continued fraction takes more steps than quadrature takes nodes. */
    private static final double FAR = 0.99;

    /** Below this logarithm of a ratio the difference is better integrated than subtracted. */
    private static final double CLOSE = 0.3;

    private final double r;
    private final double alpha;
    private final double s;
    private final double beta;

    ParetoTail(double r, double alpha, double s, double beta) {
        this.r = r;
        this.alpha = alpha;
        this.s = s;
        this.beta = beta;
    }

    /** κ(x, t), by whichever way is quicker there; both agree to about 1e-14. */
    double kappa(double x, double t) {
        return farApart(t) ? byQuadrature(x, t) : byFraction(x, t);
    }

    private boolean farApart(double t) {
        return Math.abs(alpha - beta) > FAR * (Math.max(alpha, beta) + t);
    }

    /**
     * Euler's form of the hypergeometric function in P. S. Fader and B. G. S. Hardie (2005), A note on deriving the Pareto/NBD model and related expressions: all
     * terms are positive and the powers that overflow are gone.
     */
    double byFraction(double x, double t) {
        double m = r + x;
        double a = alpha + t;
        double b = beta + t;
        return alpha >= beta
                ? s / (m + s) * Hypergeometric.ofOne(m, m + s + 1, (alpha - beta) / a)
                : s / (m + s) * a / b * Hypergeometric.ofOne(s + 1, m + s + 1, (beta - alpha) / b);
    }

    double byQuadrature(double x, double t) {
        double m = r + x;
        double a = alpha + t;
        double b = beta + t;
        return s
                / b
                * HalfLine.of(1 / (m / a + (s + 1) / b), Math.max(a, b), m + s)
                        .integral(y -> Math.exp(-m * Math.log1p(y / a) - (s + 1) * Math.log1p(y / b)));
    }

    /** ln of the odds of having left between t_x and T against being there at T; −∞ where t_x = T. */
    double logOddsGone(double x, double recency, double age) {
        if (recency == age) {
            return Double.NEGATIVE_INFINITY;
        }
        double m = r + x;
        double later = Math.log(kappa(x, age));
        double apart = Math.log(kappa(x, recency))
                + m * Math.log1p((age - recency) / (alpha + recency))
                + s * Math.log1p((age - recency) / (beta + recency))
                - later;
        if (apart > CLOSE) {
            return later + (apart > 40 ? apart : Math.log(Math.expm1(apart)));
        }
        double odds = s
                * Stretch.integral(
                        age - recency,
                        y -> Math.exp(m * Math.log1p((age - recency - y) / (alpha + recency + y))
                                        + s * Math.log1p((age - recency - y) / (beta + recency + y)))
                                / (beta + recency + y));
        return Math.log(odds);
    }
}
