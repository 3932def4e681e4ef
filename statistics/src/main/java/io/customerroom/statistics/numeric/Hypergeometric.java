package io.customerroom.statistics.numeric;

/**
 * Gauss's hypergeometric function with an upper parameter of 1, ₂F₁(1, b; c; z), for b ≥ 0, c &gt; 0 and 0 ≤ z &lt; 1. That is where the lifetime models
 * meet it: Euler's ₂F₁(a, b; c; z) = (1 − z)^(c−a−b) ₂F₁(c − a, c − b; c; z) turns c = a + 1 into it and makes all terms positive.
 *
 * <p>Gauss's continued fraction (NIST Digital Library of Mathematical Functions, 15.7), evaluated the modified way of Lentz. About 15 steps at z = 0.5,
 * 150 at 0.99, and ever more towards 1: beyond 0.99 quadrature on the {@link HalfLine} is quicker.
 */
public final class Hypergeometric {

    private static final double ENOUGH = 2.3e-16;
    private static final double TINY = 1e-300;
    private static final int MOST_STEPS = 1_000_000;

    private Hypergeometric() {}

    /** ₂F₁(1, b; c; z). */
    public static double ofOne(double b, double c, double z) {
        if (!(b >= 0 && c > 0 && z >= 0 && z < 1)) {
            throw new IllegalArgumentException(
                    "2F1(1, b; c; z) needs b >= 0, c > 0 and z in 0..1, below 1, but was b = %s, c = %s, z = %s"
                            .formatted(b, c, z));
        }
        // 1 / (1 - d1 z / (1 - d2 z / (1 - ...)))
        double up = 1;
        double down = 0;
        double value = 1;
        for (int step = 1; step <= MOST_STEPS; step++) {
            double part = -coefficient(b, c, step) * z;
            down = 1 / awayFromZero(1 + part * down);
            up = awayFromZero(1 + part / up);
            double change = up * down;
            value *= change;
            if (Math.abs(change - 1) < ENOUGH) {
                return 1 / value;
            }
        }
        throw new ArithmeticException("no convergence of 2F1(1, " + b + "; " + c + "; " + z + ")");
    }

    private static double coefficient(double b, double c, int step) {
        if (step == 1) {
            return b / c;
        }
        int k = step / 2;
        return step % 2 == 1
                ? (b + k) * (c - 1 + k) / ((c + 2 * k - 1) * (c + 2 * k))
                : k * (c - b + k - 1) / ((c + 2 * k - 2) * (c + 2 * k - 1));
    }

    private static double awayFromZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }
}
