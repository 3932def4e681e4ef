package io.customerroom.statistics.numeric;

import org.hipparchus.special.Beta;
import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;

/**
 * The gamma function's family for positive arguments, in logarithms. Values and accuracy (about 15 digits) come from Hipparchus;
 * differences over a rising argument are formed here, because two large logarithms of gamma have few digits left to differ in.
 */
public final class SpecialFunctions {

    /** Up to so many steps a difference is summed term by term: exact, and quicker than two asymptotic series. */
    private static final int SHORT = 48;

    /** From here on the asymptotic series of {@link #trigamma} is exact to the last digit or two. */
    private static final double FAR = 40;

    private SpecialFunctions() {}

    /** ln Γ(x). */
    public static double logGamma(double x) {
        return Gamma.logGamma(x);
    }

    /** ψ(x), the first derivative of ln Γ. */
    public static double digamma(double x) {
        double shift = 0;
        double at = x;
        while (at < FAR) {
            shift += 1 / at;
            at++;
        }
        double inverse = 1 / at;
        double square = inverse * inverse;
        // Abramowitz and Stegun 6.3.18
        double series = square * (1.0 / 12 - square * (1.0 / 120 - square * (1.0 / 252 - square / 240)));
        return Math.log(at) - 0.5 * inverse - series - shift;
    }

    /** ψ′(x), the second derivative of ln Γ. */
    public static double trigamma(double x) {
        double shift = 0;
        double at = x;
        while (at < FAR) {
            shift += 1 / (at * at);
            at++;
        }
        double inverse = 1 / at;
        double square = inverse * inverse;
        // Abramowitz and Stegun 6.4.12
        double series = square * inverse * (1.0 / 6 - square * (1.0 / 30 - square * (1.0 / 42 - square / 30)));
        return inverse + 0.5 * square + series + shift;
    }

    /** ln B(a, b). */
    public static double logBeta(double a, double b) {
        return Beta.logBeta(a, b);
    }

    /** ln Γ(a + n) − ln Γ(a): the logarithm of the rising factorial, for a > 0 and n ≥ 0. */
    public static double logRising(double a, double n) {
        if (n <= SHORT && n == Math.rint(n)) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += Math.log(a + i);
            }
            return sum;
        }
        return a < n
                ? Gamma.logGamma(a + n) - Gamma.logGamma(a)
                // Γ(a + n) / Γ(a) = Γ(n) / B(a, n): the library's ln B keeps the digits when a is large
                : Gamma.logGamma(n) - Beta.logBeta(a, n);
    }

    /** ψ(a + n) − ψ(a) for n ≥ 0: the derivative of {@link #logRising} by a. */
    public static double digammaRise(double a, double n) {
        if (n <= SHORT && n == Math.rint(n)) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += 1 / (a + i);
            }
            return sum;
        }
        return digamma(a + n) - digamma(a);
    }

    /** ψ′(a + n) − ψ′(a) for n ≥ 0, never positive: the second derivative of {@link #logRising} by a. */
    public static double trigammaRise(double a, double n) {
        if (n <= SHORT && n == Math.rint(n)) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum -= 1 / ((a + i) * (a + i));
            }
            return sum;
        }
        return trigamma(a + n) - trigamma(a);
    }

    /** The value below which a standard normal variable falls with this probability. */
    public static double normalQuantile(double probability) {
        return Math.sqrt(2) * Erf.erfInv(2 * probability - 1);
    }

    /** The probability that chi-squared with so many degrees of freedom exceeds the statistic. */
    public static double chiSquaredTail(double statistic, int freedom) {
        return statistic <= 0 ? 1 : Gamma.regularizedGammaQ(freedom / 2.0, statistic / 2);
    }
}
