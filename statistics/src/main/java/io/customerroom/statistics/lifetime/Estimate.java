package io.customerroom.statistics.lifetime;

import io.customerroom.statistics.Interval;
import io.customerroom.statistics.numeric.Optimum;
import io.customerroom.statistics.numeric.SpecialFunctions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * Parameters that maximise a likelihood, and how well they are known.
 *
 * <p>The covariance is the inverse of the negative Hessian at the maximum (observed information). It is taken in the logarithms of the
 * parameters, which are positive, where the likelihood is closer to normal; intervals are formed there. Standard errors of the
 * parameters themselves follow by multiplying with them.
 *
 * <p>The <b>delta method</b>: a quantity g of the parameters has about the variance ∇g′ V ∇g. The gradient is a central difference.
 */
public final class Estimate {

    private static final double STEP = 1e-5;

    private final List<String> names;
    private final Optimum optimum;
    private final double[][] logCovariance;

    private Estimate(List<String> names, Optimum optimum, double[][] logCovariance) {
        this.names = List.copyOf(names);
        this.optimum = optimum;
        this.logCovariance = logCovariance;
    }

    static Estimate of(List<String> names, Optimum optimum) {
        return new Estimate(names, optimum, inverseOfNegative(optimum.hessian()));
    }

    /** As the papers name them, in their order. */
    public List<String> names() {
        return names;
    }

    public double value(String name) {
        return optimum.parameters()[index(name)];
    }

    public double[] values() {
        return optimum.parameters();
    }

    /** At the maximum, of all customers. */
    public double logLikelihood() {
        return optimum.value();
    }

    /** The largest derivative of the log-likelihood by the logarithm of a parameter: 0 but for rounding. */
    public double gradientNorm() {
        return Arrays.stream(optimum.gradient()).map(Math::abs).max().orElse(0);
    }

    /** How often the likelihood was evaluated. */
    public int evaluations() {
        return optimum.evaluations();
    }

    public double standardError(String name) {
        int i = index(name);
        return values()[i] * Math.sqrt(logCovariance[i][i]);
    }

    /** Of the parameters themselves. */
    public double covariance(String one, String other) {
        int i = index(one);
        int j = index(other);
        return values()[i] * values()[j] * logCovariance[i][j];
    }

    /** Of one parameter, symmetric in its logarithm. */
    public Interval interval(String name, double level) {
        int i = index(name);
        return around(Math.log(values()[i]), Math.sqrt(logCovariance[i][i]), Scale.LOG, level);
    }

    /**
     * Of a quantity that is computed from the parameters, by the delta method. It tells how well the <em>quantity</em> is known, an
     * expectation for example; what a single customer will do varies by much more.
     */
    public Interval interval(ToDoubleFunction<double[]> quantity, Scale scale, double level) {
        return around(
                scale.to(quantity.applyAsDouble(values())),
                deviation(values -> scale.to(quantity.applyAsDouble(values))),
                scale,
                level);
    }

    /** The standard error of a quantity that is computed from the parameters, by the delta method. */
    public double standardError(ToDoubleFunction<double[]> quantity) {
        return deviation(quantity);
    }

    /** The largest factor by which a parameter could be larger or smaller and still lie in its 90 % interval. */
    double widestFactor() {
        double widest = 0;
        for (int i = 0; i < logCovariance.length; i++) {
            widest = Math.max(widest, logCovariance[i][i]);
        }
        return Math.exp(1.6448536269514722 * Math.sqrt(widest));
    }

    /** The parameter that is known worst. */
    String worstKnown() {
        int worst = 0;
        for (int i = 1; i < logCovariance.length; i++) {
            worst = logCovariance[i][i] > logCovariance[worst][worst] ? i : worst;
        }
        return names.get(worst);
    }

    private double deviation(ToDoubleFunction<double[]> quantity) {
        return standardErrors(p -> new double[] {quantity.applyAsDouble(p)})[0];
    }

    /** Of many quantities at once, such as one per state: each place of the answer has its own. */
    public double[] standardErrors(UnaryOperator<double[]> quantities) {
        int n = names.size();
        double[][] gradients = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] up = values();
            double[] down = values();
            up[i] *= Math.exp(STEP);
            down[i] *= Math.exp(-STEP);
            gradients[i] = quantities.apply(up);
            double[] less = quantities.apply(down);
            for (int k = 0; k < less.length; k++) {
                gradients[i][k] = (gradients[i][k] - less[k]) / (2 * STEP);
            }
        }
        double[] errors = new double[gradients[0].length];
        for (int k = 0; k < errors.length; k++) {
            double variance = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    variance += gradients[i][k] * gradients[j][k] * logCovariance[i][j];
                }
            }
            errors[k] = Math.sqrt(variance);
        }
        return errors;
    }

    private static Interval around(double middle, double deviation, Scale scale, double level) {
        double half = deviation * SpecialFunctions.normalQuantile((1 + level) / 2);
        return new Interval(scale.back(middle - half), scale.back(middle + half), level);
    }

    private int index(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("the parameters are " + names + ", there is no " + name);
        }
        return index;
    }

    /** Directions without curvature get a variance that is infinite for every purpose, but still a number. */
    private static double[][] inverseOfNegative(double[][] hessian) {
        int n = hessian.length;
        EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(new Array2DRowRealMatrix(hessian));
        double[][] inverse = new double[n][n];
        for (int k = 0; k < n; k++) {
            double variance = 1 / Math.max(-eigen.getEigenvalue(k), 1e-12);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    inverse[i][j] += variance
                            * eigen.getV().getEntry(i, k)
                            * eigen.getV().getEntry(j, k);
                }
            }
        }
        return inverse;
    }

    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ", "", String.format(Locale.ROOT, ", LL = %.3f", logLikelihood()));
        for (String name : names) {
            text.add(String.format(Locale.ROOT, "%s = %.6g ± %.2g", name, value(name), standardError(name)));
        }
        return text.toString();
    }
}
