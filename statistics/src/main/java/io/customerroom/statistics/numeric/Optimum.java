package io.customerroom.statistics.numeric;

/** Where the optimiser came to rest, with what it saw there. Derivatives are by the logarithms of the parameters. */
public final class Optimum {

    private final double[] parameters;
    private final double value;
    private final double[] gradient;
    private final double[][] hessian;
    private final int evaluations;
    private final boolean converged;

    Optimum(
            double[] parameters,
            double value,
            double[] gradient,
            double[][] hessian,
            int evaluations,
            boolean converged) {
        this.parameters = parameters;
        this.value = value;
        this.gradient = gradient;
        this.hessian = hessian;
        this.evaluations = evaluations;
        this.converged = converged;
    }

    /** The parameters themselves, not their logarithms. */
    public double[] parameters() {
        return parameters.clone();
    }

    public double value() {
        return value;
    }

    /** By the logarithms of the parameters. */
    public double[] gradient() {
        return gradient.clone();
    }

    /** By the logarithms of the parameters. */
    public double[][] hessian() {
        double[][] copy = new double[hessian.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = hessian[i].clone();
        }
        return copy;
    }

    /** Evaluations of the function from this start; those of earlier stages are added by {@link #after}. */
    public int evaluations() {
        return evaluations;
    }

    /** False when it gave up: no maximum was found, and the figures are those of the last place. */
    public boolean converged() {
        return converged;
    }

    /** The same, with the evaluations that led to its start counted in. */
    public Optimum after(int earlier) {
        return new Optimum(parameters, value, gradient, hessian, evaluations + earlier, converged);
    }
}
