package io.customerroom.statistics.numeric;

/**
 * The mean of a positive function of p under a beta distribution.
 *
 * <p>With v = ln(p / (1 − p)) the density is p^a q^b / B(a, b), analytic in a strip, and falls exponentially on both sides: there the
 * trapezoidal rule converges exponentially (L. N. Trefethen and J. A. C. Weideman, 2014, The exponentially convergent trapezoidal rule,
 * SIAM Review 56, 385–458). Where p or q is too small to matter to the function, the rest of the sum is a geometric series and is added
 * as such; so small a and b, whose tails are long, cost no more than others. Nothing is subtracted: the relative error is that of the
 * function and of ln B.
 */
public final class BetaMean {

    /** The strip of analyticity is π/2 wide at least, so the rule errs by exp(−π² / step). */
    private static final double WIDEST_STEP = 0.26;

    /** Beyond, p or q = e^−39 vanish beside 1. */
    private static final double FAR = 39;

    private static final double NEGLIGIBLE = 1e-18;

    private BetaMean() {}

    /** A function of p that is constant where p is very small, and where q = 1 − p is. */
    @FunctionalInterface
    public interface OfShare {

        /**
         * Its value, not negative.
         *
         * @param logQ ln(1 − p), which p alone does not tell near 1
         */
        double at(double p, double logQ);
    }

    /**
     * E[f(p)] for p ~ Beta(a, b).
     *
     * @param knee the p around which the function begins to differ from its value at 0; 1 when it has no scale of its own
     */
    public static double of(double a, double b, double knee, OfShare function) {
        double logBeta = SpecialFunctions.logBeta(a, b);
        double step = Math.min(WIDEST_STEP, Math.sqrt(1 / a + 1 / b) / 1.4);
        double bend = Math.log(Math.min(1, knee));
        double middle = Math.log(a) - Math.log(b);
        double left = Math.min(bend, 0) - FAR;
        Sum sum = new Sum(a, b, logBeta, function);
        double first = sum.term(middle);
        double total = first;
        double inner = Math.min(middle, bend);
        for (double v = middle - step; ; v -= step) {
            double term = sum.term(v);
            total += term;
            if (v < left) {
                total += term / Math.expm1(a * step);
                break;
            }
            if (v < inner && term < NEGLIGIBLE * total) {
                break;
            }
        }
        for (double v = middle + step; ; v += step) {
            double term = sum.term(v);
            total += term;
            if (v > FAR) {
                total += term / Math.expm1(b * step);
                break;
            }
            if (term < NEGLIGIBLE * total) {
                break;
            }
        }
        return total * step;
    }

    private record Sum(double a, double b, double logBeta, OfShare function) {

        double term(double v) {
            double logP = -LogSpace.logOnePlusExp(-v);
            double logQ = -LogSpace.logOnePlusExp(v);
            double density = Math.exp(a * logP + b * logQ - logBeta);
            return density == 0 ? 0 : density * function.at(Math.exp(logP), logQ);
        }
    }
}
