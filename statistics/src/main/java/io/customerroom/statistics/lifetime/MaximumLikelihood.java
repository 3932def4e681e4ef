package io.customerroom.statistics.lifetime;

import io.customerroom.statistics.numeric.Objective;
import io.customerroom.statistics.numeric.Optimiser;
import io.customerroom.statistics.numeric.Optimum;
import io.customerroom.statistics.numeric.SpecialFunctions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Fits a model and judges whether it may be given out: it must have converged inside the border, every parameter must be known within a
 * factor of {@value #WIDEST}, and the likelihood-ratio test against the simpler model must find it needed at {@value #LEVEL}.
 *
 * <p>The simpler model lies on the border of the richer one (nobody ever leaves), where the usual p-value is too large rather than too
 * small: the test refuses a little too readily (S. G. Self and K.-Y. Liang, 1987, Journal of the American Statistical Association 82,
 * 605–610).
 *
 * @param <M> the model
 */
final class MaximumLikelihood<M> {

    private static final double WIDEST = 100;
    private static final double MANY = 1e6;
    private static final double LEVEL = 0.05;

    /** So far from the start a parameter is taken to have no bound. */
    private static final double BORDER = 1e7;

    private final List<String> names;
    private final Function<double[], M> make;
    private final List<double[]> starts = new ArrayList<>();
    private @Nullable Simpler simpler;
    private @Nullable Limit limit;
    private int bounded = -1;
    private double most = Double.POSITIVE_INFINITY;

    /** The model that stands in for a refused one. */
    private record Simpler(String name, double logLikelihood, int freedom) {

        double p(double richer) {
            return SpecialFunctions.chiSquaredTail(Math.max(0, 2 * (richer - logLikelihood)), freedom);
        }
    }

    /** What the model becomes at the border; its maximum is computed when it is asked for. */
    private record Limit(String name, DoubleSupplier logLikelihood) {}

    MaximumLikelihood(List<String> names, Function<double[], M> make) {
        this.names = names;
        this.make = make;
    }

    MaximumLikelihood<M> from(double... start) {
        starts.add(start.clone());
        return this;
    }

    /** @param freedom how many parameters fewer it has */
    MaximumLikelihood<M> against(String name, double logLikelihood, int freedom) {
        simpler = new Simpler(name, logLikelihood, freedom);
        return this;
    }

    /** A model with one parameter fewer that this one becomes at the border: named, with its test, where this one is refused there. */
    MaximumLikelihood<M> limit(String name, DoubleSupplier logLikelihood) {
        limit = new Limit(name, logLikelihood);
        return this;
    }

    /** Beyond so large a value of this parameter the model cannot be told from its limit, and the search would only crawl: that is the border. */
    MaximumLikelihood<M> atMost(String name, double value) {
        bounded = names.indexOf(name);
        most = value;
        return this;
    }

    private boolean beyond(double[] parameters) {
        return bounded >= 0 && parameters[bounded] > most;
    }

    /** One stage. */
    Fit<M> fit(Objective objective) {
        return judge(Optimiser.maximise(objective, starts, this::beyond));
    }

    /** A rough stage first, on a part of the data, from which the whole is a few steps away. */
    Fit<M> fit(Objective rough, Objective whole) {
        Optimum first = Optimiser.maximise(rough, starts, this::beyond);
        List<double[]> near = List.of(first.parameters());
        return judge(Optimiser.maximise(whole, near, this::beyond).after(first.evaluations()));
    }

    private Fit<M> judge(Optimum optimum) {
        Estimate estimate = Estimate.of(names, optimum);
        OptionalDouble p = pValue(optimum.value());
        for (int i = 0; i < names.size(); i++) {
            double moved = Math.abs(Math.log(optimum.parameters()[i] / starts.getFirst()[i]));
            if (moved > Math.log(BORDER) || i == bounded && beyond(optimum.parameters())) {
                return refused(
                        Fit.Reason.ON_THE_BORDER,
                        estimate,
                        p,
                        "The likelihood still grows at %s = %.3g, on the border of what the model can say.",
                        names.get(i),
                        optimum.parameters()[i]);
            }
        }
        if (p.orElse(0) > LEVEL && simpler != null) {
            return refused(
                    Fit.Reason.SIMPLER_MODEL, estimate, p, "%s describes these customers as well.", simpler.name());
        }
        if (estimate.widestFactor() > WIDEST) {
            return refused(
                    Fit.Reason.UNIDENTIFIED,
                    estimate,
                    p,
                    "These customers do not tell what %s is: %.3g and %s times more or less do nearly as well.",
                    estimate.worstKnown(),
                    estimate.value(estimate.worstKnown()),
                    times(estimate.widestFactor()));
        }
        if (!optimum.converged()) {
            return refused(
                    Fit.Reason.NOT_CONVERGED,
                    estimate,
                    p,
                    "No maximum was found in %d evaluations; the gradient is still %.3g.",
                    optimum.evaluations(),
                    estimate.gradientNorm());
        }
        return new Fit.Converged<>(make.apply(optimum.parameters()), estimate, p);
    }

    /** Beyond a million the figure says no more than that there is no bound, and its digits would fill a line. */
    private static String times(double factor) {
        return factor < MANY ? String.format(Locale.ROOT, "%.0f", factor) : "more than a million";
    }

    private OptionalDouble pValue(double logLikelihood) {
        return simpler == null ? OptionalDouble.empty() : OptionalDouble.of(simpler.p(logLikelihood));
    }

    private Fit.Refused<M> refused(
            Fit.Reason reason, Estimate reached, OptionalDouble p, String why, Object... figures) {
        String sentence = String.format(Locale.ROOT, why, figures);
        if (p.isPresent() && simpler != null) {
            sentence += " Likelihood-ratio test against " + simpler.name() + ": p " + shown(p.getAsDouble());
            if (limit != null && (reason == Fit.Reason.ON_THE_BORDER || reason == Fit.Reason.UNIDENTIFIED)) {
                Simpler border = new Simpler(limit.name(), limit.logLikelihood().getAsDouble(), 1);
                sentence += "; against " + border.name() + ": p " + shown(border.p(reached.logLikelihood()));
            }
            sentence += ".";
        }
        return new Fit.Refused<>(reason, sentence, reached, p);
    }

    private static String shown(double p) {
        return p < 1e-16 ? "< 1e-16" : String.format(Locale.ROOT, "= %.3g", p);
    }
}
