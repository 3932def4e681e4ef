package io.customerroom.statistics.numeric;

/** A function of positive parameters to be made as large as possible, with its derivatives. */
@FunctionalInterface
public interface Objective {

    /**
     * The value at the parameters. Not a number or minus infinity says that they are not allowed.
     *
     * @param parameters all positive; not to be kept or changed
     * @param gradient to be filled with the first derivatives by the parameters
     * @param hessian to be filled with the second derivatives, both halves
     */
    double evaluate(double[] parameters, double[] gradient, double[][] hessian);
}
