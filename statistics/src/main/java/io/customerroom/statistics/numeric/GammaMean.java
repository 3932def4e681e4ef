package io.customerroom.statistics.numeric;

import java.util.function.DoubleUnaryOperator;

/**
 * The mean of a positive, growing function of λ under a gamma distribution, for functions that vanish as λ does.
 *
 * <p>With v = ln(λ / (shape / rate)) the density is exp(shape (v + 1 − e^v)) up to a factor, analytic in a strip: there the trapezoidal rule converges exponentially
 * (L. N. Trefethen and J. A. C. Weideman, 2014, The exponentially convergent trapezoidal rule, SIAM Review 56, 385–458). Nothing large is subtracted: the relative error
 * is that of the function.
 */
public final class GammaMean {

    private static final double WIDEST_STEP = 0.2;
    private static final double NEGLIGIBLE = 1e-19;

    /** From here on Stirling's series has all its digits, and the difference that it stands for has not. */
    private static final double LARGE = 100;

    private GammaMean() {}

    /**
     * E[f(λ)] for λ ~ Gamma(shape, rate), shape / rate being its mean.
     *
     * @param steepness f(λ) / λ^steepness does not grow with λ
     */
    public static double of(double shape, double rate, double steepness, DoubleUnaryOperator function) {
        double middle = shape / rate;
        double step = Math.min(WIDEST_STEP, 1 / Math.sqrt(shape) / 1.7);
        double scale = logScale(shape);
        double total = 0;
        for (int i = 0; ; i--) {
            double term = term(shape, scale, i * step, middle, function);
            total += term;
            if (term <= NEGLIGIBLE * total) {
                break;
            }
        }
        double falling = Math.log1p(steepness / shape);
        for (int i = 1; ; i++) {
            double term = term(shape, scale, i * step, middle, function);
            total += term;
            if (i * step > falling && term <= NEGLIGIBLE * total) {
                return total * step;
            }
        }
    }

    private static double term(double shape, double scale, double v, double middle, DoubleUnaryOperator function) {
        double density = Math.exp(shape * (v - Math.expm1(v)) - scale);
        return density == 0 ? 0 : density * function.applyAsDouble(middle * Math.exp(v));
    }

    /** ln(Γ(shape) e^shape shape^−shape). */
    private static double logScale(double shape) {
        if (shape < LARGE) {
            return SpecialFunctions.logGamma(shape) + shape - shape * Math.log(shape);
        }
        double square = 1 / (shape * shape);
        return 0.5 * Math.log(2 * Math.PI / shape) + (1.0 / 12 - square * (1.0 / 360 - square / 1260)) / shape;
    }
}
