package io.customerroom.statistics.numeric;

/**
 * Tricomi's confluent hypergeometric function U(1, b, z) = ∫ e^(−zw) (1 + w)^(b−2) dw over w from 0 to ∞, for z &gt; 0 and b &lt; 2: what a stream of one per unit of
 * time is worth today when it lasts as long as a Pareto-distributed life.
 *
 * <p>Source: NIST Digital Library of Mathematical Functions, 13.4.4. Agrees with 30-digit values to 1e-13.
 */
public final class ConfluentU {

    private ConfluentU() {}

    /** U(1, b, z). At z = 0 its limit 1 / (1 − b), which exists for b &lt; 1 only: otherwise refused. */
    public static double ofOne(double b, double z) {
        double power = 2 - b;
        if (!(power > 0) || !(z >= 0) || z == 0 && power <= 1) {
            throw new IllegalArgumentException(
                    "U(1, b, z) needs b < 2 and z > 0, or b < 1 and z = 0, but was b = " + b + ", z = " + z);
        }
        if (z == 0) {
            return 1 / (power - 1);
        }
        HalfLine line = HalfLine.exponential(1 / (power + z), 1 / z);
        return line.integral(w -> Math.exp(-z * w - power * Math.log1p(w)));
    }
}
