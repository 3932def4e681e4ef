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
        return x > 0 ? x + logOnePlus(Math.exp(-x)) : logOnePlus(Math.exp(x));
    }

    /**
     * ln(1 + x) for x ≥ 0, within five units of the last place: ln(u) x / (u − 1) with u = 1 + x, whose rounding cancels out (D. Goldberg, 1991, ACM Computing
     * Surveys 23, 5–48, theorem 4). It takes a third of the time of {@link Math#log1p}.
     */
    public static double logOnePlus(double x) {
        double u = 1 + x;
        double back = u - 1;
        return back == x ? Math.log(u) : back == 0 ? x : Math.log(u) * (x / back);
    }

    /** e^x − 1 for x ≤ 0, as accurate, by the same cancelling (W. Kahan). */
    public static double expMinusOne(double x) {
        double u = Math.exp(x);
        if (x < -0.5) {
            return u - 1;
        }
        return u == 1 ? x : (u - 1) * (x / Math.log(u));
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
