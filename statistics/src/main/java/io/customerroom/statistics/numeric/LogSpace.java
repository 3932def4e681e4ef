package io.customerroom.statistics.numeric;

/** Sums and shares of numbers that are known by their logarithms only, because they themselves would overflow or vanish. */
public final class LogSpace {

    private LogSpace() {}

    /** ln(e^a + e^b). */
    public static double add(double a, double b) {
        double larger = Math.max(a, b);
        if (Double.isInfinite(larger)) {
            return larger;
        }
        return larger + Math.log1p(Math.exp(Math.min(a, b) - larger));
    }

    /** ln(e^a − e^b) for a ≥ b; minus infinity where they are equal. */
    public static double subtract(double a, double b) {
        double distance = b - a;
        if (distance == 0 || a == Double.NEGATIVE_INFINITY) {
            return Double.NEGATIVE_INFINITY;
        }
        // Both branches lose digits where the other does not (M. Mächler, vignette of the R package Rmpfr).
        return a + (distance > -0.6931471805599453 ? Math.log(-Math.expm1(distance)) : Math.log1p(-Math.exp(distance)));
    }

    /** ln(1 + e^x), the softplus. */
    public static double logOnePlusExp(double x) {
        return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
    }

    /** The probability of which x are the log-odds: 1 / (1 + e^−x). */
    public static double logistic(double x) {
        if (x >= 0) {
            return 1 / (1 + Math.exp(-x));
        }
        double odds = Math.exp(x);
        return odds / (1 + odds);
    }
}
