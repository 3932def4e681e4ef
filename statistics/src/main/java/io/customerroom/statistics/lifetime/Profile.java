package io.customerroom.statistics.lifetime;

import io.customerroom.statistics.numeric.Objective;
import io.customerroom.statistics.numeric.Optimiser;
import io.customerroom.statistics.numeric.Optimum;

/** The likelihood of {@link ExponentialNbd} at a given rate of leaving, with r and α as fit best there. */
final class Profile {

    private static final double LEAST = 1e-9;
    private static final double CLOSE = Math.log(1.01);

    private final Objective likelihood;
    private final double whole;
    private double[] near;

    /** @param nobody the model at the rate 0 */
    Profile(Objective likelihood, Nbd nobody) {
        this.likelihood = likelihood;
        this.near = new double[] {nobody.r(), nobody.alpha()};
        this.whole = at(LEAST).value();
    }

    private Optimum at(double mu) {
        Optimum optimum = Optimiser.maximise(
                (p, gradient, hessian) -> {
                    double[] slopes = new double[3];
                    double[][] bends = new double[3][3];
                    double value = likelihood.evaluate(new double[] {p[0], p[1], mu}, slopes, bends);
                    for (int i = 0; i < 2; i++) {
                        gradient[i] = slopes[i];
                        System.arraycopy(bends[i], 0, hessian[i], 0, 2);
                    }
                    return value;
                },
                near);
        near = optimum.parameters();
        return optimum;
    }

    /** The largest rate at which the likelihood lies no more than so much below that of nobody leaving. */
    ExponentialNbd below(double drop, double start) {
        double high = start;
        while (whole - at(high).value() < drop) {
            high *= 10;
        }
        double low = high / 10;
        while (low > LEAST && whole - at(low).value() > drop) {
            high = low;
            low /= 10;
        }
        while (Math.log(high / low) > CLOSE) {
            double middle = Math.sqrt(low * high);
            if (whole - at(middle).value() > drop) {
                high = middle;
            } else {
                low = middle;
            }
        }
        double[] best = at(low).parameters();
        return new ExponentialNbd(best[0], best[1], low);
    }
}
