package io.customerroom.statistics.numeric;

import java.util.function.DoubleUnaryOperator;

/**
 * Nodes and weights for integrals from 0 to ∞ of functions that change at several scales and then fall like a power of y, or faster:
 * ∫ f(y) dy ≈ Σ weight · f(node).
 *
 * <p>The line is walked in y = c · exp(v − e⁻ᵛ + eᵛ⁻ᴸ) with equal steps of v. To the left of the first scale c the nodes fall doubly
 * exponentially towards 0; between c and the last scale c·eᴸ they are spread evenly over the orders of magnitude; beyond it they race to
 * infinity, so that slow tails end as well. It is the double-exponential idea of H. Takahasi and M. Mori (1974, Publ. RIMS 9, 721–741) with
 * the ends kept away from the middle, where a product like (α + y)⁻ᵐ (β + y)⁻ⁿ has all its structure.
 *
 * <p>Accuracy: integrals of such products agree with 50-digit values to 2e-15 over r, s from 0.05 to 5, α and β from 1e-3 to 1e4 and x up
 * to 50,000, with 30 to 160 nodes.
 */
public final class HalfLine {

    private static final double STEP = 0.2;

    /** e⁻³⁷ is below the last bit of 1. */
    private static final double NOTHING = 37;

    /** Left of it y is less than e⁻⁴⁰ of the first scale. */
    private static final int FIRST = -18;

    private static final double[] LEFT = new double[-FIRST + 1];

    static {
        for (int i = 0; i < LEFT.length; i++) {
            LEFT[i] = Math.exp(-(FIRST + i) * STEP);
        }
    }

    private final double[] nodes;
    private final double[] weights;

    private HalfLine(int size) {
        nodes = new double[size];
        weights = new double[size];
    }

    /**
     * Nodes for one family of functions.
     *
     * @param first the scale on which the function first falls: about −f/f′ at 0
     * @param last the largest scale on which it changes its character
     * @param decay q, where y·f(y) falls like y to the power −q beyond the last scale; greater than 0
     */
    public static HalfLine of(double first, double last, double decay) {
        require(first, "first");
        require(last, "last");
        require(decay, "decay");
        double span = Math.max(0, Math.log(last / first));
        // Beyond the last scale v - L + exp(v - L) must reach 37 / q; the logarithm alone is a little more than enough.
        double end = span + Math.log(Math.max(1, NOTHING / decay));
        int size = (int) Math.ceil(end / STEP) + 1 - FIRST;
        HalfLine line = new HalfLine(size);
        double right = Math.exp(FIRST * STEP - span);
        double grow = Math.exp(STEP);
        for (int i = 0; i < size; i++) {
            double v = (FIRST + i) * STEP;
            double left = i < LEFT.length ? LEFT[i] : Math.exp(-v);
            double y = first * Math.exp(Math.min(v - left + right, 700));
            line.nodes[i] = y;
            line.weights[i] = STEP * y * (1 + left + right);
            right *= grow;
        }
        return line;
    }

    /**
     * Nodes for functions that fall exponentially in the end, like e^(−y/last).
     *
     * @param first as for {@link #of}
     */
    public static HalfLine exponential(double first, double last) {
        return of(first, NOTHING * last, NOTHING);
    }

    public int size() {
        return nodes.length;
    }

    public double node(int i) {
        return nodes[i];
    }

    /** What the function's value at the node counts; may be as large as the node itself. */
    public double weight(int i) {
        return weights[i];
    }

    public double integral(DoubleUnaryOperator function) {
        double sum = 0;
        for (int i = 0; i < nodes.length; i++) {
            sum += weights[i] * function.applyAsDouble(nodes[i]);
        }
        return sum;
    }

    private static void require(double value, String name) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be positive and finite, but was " + value);
        }
    }
}
