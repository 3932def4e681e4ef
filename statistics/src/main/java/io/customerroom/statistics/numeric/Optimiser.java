package io.customerroom.statistics.numeric;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * Newton's method in the logarithms of positive parameters, which keeps them positive and makes their scale unimportant.
 *
 * <p>Each step goes along the eigenvectors of the Hessian, by the gradient over the <em>absolute</em> curvature, at most {@value
 * #LONGEST} in each of them: so it climbs away from saddles and walks along flat ridges without leaping. The step is halved until the
 * value grows by a ten-thousandth of what was promised. It has converged when the curvature is that of a maximum and the growth still to
 * be had is below {@value #ENOUGH}, in units of log-likelihood: with such a rest, parameters are off by a millionth of their standard
 * error.
 *
 * <p>Deterministic: the same function and start give the same place.
 */
public final class Optimiser {

    private static final double ENOUGH = 1e-12;

    /** With a value of 10⁸ the function itself is not known better than this part of it. */
    private static final double NOISE = 1e-14;

    private static final double LONGEST = 2;
    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVINGS = 40;

    private Optimiser() {}

    /** The best of several starts; a converged one goes before one that is not. */
    public static Optimum maximise(Objective objective, List<double[]> starts) {
        return maximise(objective, starts, _ -> false);
    }

    /** @param beyond of parameters: where the search is over, and has not converged, because the function only crawls upwards from there */
    public static Optimum maximise(Objective objective, List<double[]> starts, Predicate<double[]> beyond) {
        if (starts.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one start");
        }
        Optimum best = maximise(objective, beyond, starts.getFirst());
        int evaluations = best.evaluations();
        for (double[] start : starts.subList(1, starts.size())) {
            Optimum other = maximise(objective, beyond, start);
            evaluations += other.evaluations();
            if (better(other, best)) {
                best = other;
            }
        }
        return best.after(evaluations - best.evaluations());
    }

    /** Refused: a start that is not positive, or at which the function has no value. */
    public static Optimum maximise(Objective objective, double... start) {
        return maximise(objective, _ -> false, start);
    }

    private static Optimum maximise(Objective objective, Predicate<double[]> beyond, double... start) {
        Place here = new Place(objective, start);
        if (!Double.isFinite(here.value)) {
            throw new IllegalArgumentException("the function has no value at the start " + Arrays.toString(start));
        }
        int evaluations = 1;
        for (int step = 0; step < MOST_STEPS && !beyond.test(here.parameters); step++) {
            Direction direction = Direction.from(here);
            double noise = NOISE * (1 + Math.abs(here.value));
            if (direction.promise <= Math.max(ENOUGH, noise)) {
                return here.optimum(evaluations, direction.maximum);
            }
            double length = 1;
            Place next = new Place(objective, direction.go(here, length));
            evaluations++;
            for (int i = 0; !next.improves(here, length * direction.promise, noise) && i < MOST_HALVINGS; i++) {
                length /= 2;
                next = new Place(objective, direction.go(here, length));
                evaluations++;
            }
            if (!next.improves(here, length * direction.promise, noise)) {
                // Rounding hides what is left to gain; with little left, this is the place.
                return here.optimum(evaluations, direction.maximum && direction.promise < 1e-6);
            }
            here = next;
        }
        return here.optimum(evaluations, false);
    }

    private static boolean better(Optimum other, Optimum best) {
        if (other.converged() != best.converged()) {
            return other.converged();
        }
        return other.value() > best.value();
    }

    /** Parameters, with the value and its derivatives by their logarithms. */
    private static final class Place {

        private final double[] parameters;
        private final double value;
        private final double[] gradient;
        private final double[][] hessian;

        Place(Objective objective, double[] parameters) {
            int n = parameters.length;
            this.parameters = parameters.clone();
            this.gradient = new double[n];
            this.hessian = new double[n][n];
            this.value = objective.evaluate(this.parameters, gradient, hessian);
            // d/d ln p = p d/dp
            for (int i = 0; i < n; i++) {
                gradient[i] *= parameters[i];
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    hessian[i][j] *= parameters[i] * parameters[j];
                }
                hessian[i][i] += gradient[i];
            }
        }

        boolean improves(Place before, double promise, double noise) {
            return value >= before.value + 1e-4 * promise - noise && finite();
        }

        private boolean finite() {
            return Double.isFinite(value) && Arrays.stream(gradient).allMatch(Double::isFinite);
        }

        Optimum optimum(int evaluations, boolean converged) {
            return new Optimum(parameters, value, gradient, hessian, evaluations, converged);
        }
    }

    /**
     * A step in the logarithms.
     *
     * @param promise how much the value should grow by it
     * @param maximum whether the function curves down in every direction
     */
    private record Direction(List<Double> steps, double promise, boolean maximum) {

        static Direction from(Place place) {
            int n = place.parameters.length;
            EigenDecompositionSymmetric eigen =
                    new EigenDecompositionSymmetric(new Array2DRowRealMatrix(place.hessian));
            double largest = 0;
            for (int i = 0; i < n; i++) {
                largest = Math.max(largest, Math.abs(eigen.getEigenvalue(i)));
            }
            double flat = 1e-13 * largest + Double.MIN_NORMAL;
            Double[] steps = new Double[n];
            Arrays.fill(steps, 0.0);
            double promise = 0;
            boolean maximum = true;
            for (int k = 0; k < n; k++) {
                double curvature = eigen.getEigenvalue(k);
                maximum &= curvature < 0;
                double slope = 0;
                for (int i = 0; i < n; i++) {
                    slope += eigen.getV().getEntry(i, k) * place.gradient[i];
                }
                double by = Math.clamp(slope / Math.max(Math.abs(curvature), flat), -LONGEST, LONGEST);
                promise += slope * by / 2;
                for (int i = 0; i < n; i++) {
                    steps[i] += eigen.getV().getEntry(i, k) * by;
                }
            }
            return new Direction(List.of(steps), promise, maximum);
        }

        double[] go(Place from, double length) {
            double[] to = from.parameters.clone();
            for (int i = 0; i < to.length; i++) {
                to[i] *= Math.exp(length * steps.get(i));
            }
            return to;
        }
    }
}
