package io.customerroom.statistics.lifetime;

import static io.customerroom.statistics.numeric.SpecialFunctions.digamma;
import static io.customerroom.statistics.numeric.SpecialFunctions.logBeta;
import static io.customerroom.statistics.numeric.SpecialFunctions.trigamma;

import io.customerroom.statistics.numeric.Objective;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The likelihood of renewals under the BdW model, of which the sBG is the case c = 1, with its derivatives:
 * Σ lost ln(S(t − 1) − S(t)) + Σ staying ln S(n) − Σ joined ln S(m).
 */
final class RenewalLikelihood {

    private final Renewals renewals;
    private final int parameters;

    private RenewalLikelihood(Renewals renewals, int parameters) {
        this.renewals = renewals;
        this.parameters = parameters;
    }

    /** ln L = lost ln θ + (chances − lost) ln(1 − θ): concave in ln θ, with its maximum at lost / chances. */
    static Fit<GeometricRenewal> fitGeometric(Renewals renewals) {
        double lost = renewals.losses();
        double stayed = renewals.chances() - lost;
        if (lost == 0 || stayed <= 0) {
            return new Fit.Refused<>(
                    Fit.Reason.TOO_FEW,
                    lost == 0 ? "Nobody has left yet." : "Nobody has renewed yet.",
                    null,
                    OptionalDouble.empty());
        }
        return new MaximumLikelihood<>(GeometricRenewal.names(), p -> new GeometricRenewal(p[0]))
                .from(lost / (lost + stayed))
                .fit((parameters, gradient, hessian) -> {
                    double theta = parameters[0];
                    gradient[0] = lost / theta - stayed / (1 - theta);
                    hessian[0][0] = -lost / (theta * theta) - stayed / ((1 - theta) * (1 - theta));
                    return theta < 1 ? lost * Math.log(theta) + stayed * Math.log1p(-theta) : Double.NEGATIVE_INFINITY;
                });
    }

    static Fit<ShiftedBetaGeometric> fitShiftedBetaGeometric(Renewals renewals) {
        if (tooFew(renewals)) {
            return refused(renewals);
        }
        double churn = churn(renewals);
        return new MaximumLikelihood<>(List.of("alpha", "beta"), p -> new ShiftedBetaGeometric(p[0], p[1]))
                .from(2 * churn, 2 * (1 - churn))
                .against("The geometric model, in which all are equally likely to leave,", geometric(renewals), 1)
                .fit(of(renewals, 2));
    }

    static Fit<BetaDiscreteWeibull> fitBetaDiscreteWeibull(Renewals renewals) {
        if (tooFew(renewals)) {
            return refused(renewals);
        }
        Estimate simpler =
                switch (fitShiftedBetaGeometric(renewals)) {
                    case Fit.Converged<ShiftedBetaGeometric> converged -> converged.estimate();
                    case Fit.Refused<ShiftedBetaGeometric> refused -> refused.reached();
                };
        double churn = churn(renewals);
        MaximumLikelihood<BetaDiscreteWeibull> search = new MaximumLikelihood<>(
                        List.of("alpha", "beta", "c"), p -> new BetaDiscreteWeibull(p[0], p[1], p[2]))
                .from(2 * churn, 2 * (1 - churn), 1)
                .from(2 * churn, 2 * (1 - churn), 2)
                .from(2 * churn, 2 * (1 - churn), 0.5);
        if (simpler != null) {
            search.against("The shifted beta-geometric model", simpler.logLikelihood(), 1);
        }
        return search.fit(of(renewals, 3));
    }

    /** Two ages at which somebody leaves are the least that can tell two parameters apart. */
    private static boolean tooFew(Renewals renewals) {
        return renewals.lost().size() < 2;
    }

    private static <M> Fit<M> refused(Renewals renewals) {
        return new Fit.Refused<>(
                Fit.Reason.TOO_FEW,
                "Losses at two ages at least are needed, but there are losses at "
                        + renewals.lost().size() + ".",
                null,
                OptionalDouble.empty());
    }

    private static double churn(Renewals renewals) {
        return Math.min(0.95, renewals.losses() / renewals.chances());
    }

    /** The log-likelihood of the geometric model at its maximum. */
    private static double geometric(Renewals renewals) {
        double lost = renewals.losses();
        double chances = renewals.chances();
        return lost * Math.log(lost / chances) + (chances == lost ? 0 : (chances - lost) * Math.log1p(-lost / chances));
    }

    /** @param parameters 2 for the sBG, 3 for the BdW */
    static Objective of(Renewals renewals, int parameters) {
        return new RenewalLikelihood(renewals, parameters)::evaluate;
    }

    private double evaluate(double[] parameters, double[] gradient, double[][] hessian) {
        Sum sum = new Sum(gradient, hessian);
        Map<Integer, Survival> known = new HashMap<>();
        Survival base = new Survival(parameters);
        renewals.staying().forEach((t, n) -> sum.add(n, known.computeIfAbsent(t, base::at)));
        renewals.joined().forEach((t, n) -> sum.add(-n, known.computeIfAbsent(t, base::at)));
        renewals.lost()
                .forEach((t, n) ->
                        sum.add(n, known.computeIfAbsent(t - 1, base::at).less(known.computeIfAbsent(t, base::at))));
        return sum.value;
    }

    /** The value and its derivatives, filled up term by term. */
    private final class Sum {

        private final double[] gradient;
        private final double[][] hessian;
        private double value;

        Sum(double[] gradient, double[][] hessian) {
            this.gradient = gradient;
            this.hessian = hessian;
            for (int i = 0; i < parameters; i++) {
                gradient[i] = 0;
                Arrays.fill(hessian[i], 0);
            }
        }

        void add(double customers, Survival term) {
            value += customers * term.log;
            for (int i = 0; i < parameters; i++) {
                gradient[i] += customers * term.first[i];
                for (int j = 0; j < parameters; j++) {
                    hessian[i][j] += customers * term.second[i][j];
                }
            }
        }
    }

    /** ln S(t), or ln of a difference of two, with derivatives by α, β, c. */
    private static final class Survival {

        private final double a;
        private final double b;
        private final double c;
        private double log;
        private final double[] first = new double[3];
        private final double[][] second = new double[3][3];

        Survival(double[] parameters) {
            a = parameters[0];
            b = parameters[1];
            c = parameters.length > 2 ? parameters[2] : 1;
        }

        Survival at(int t) {
            Survival it = new Survival(new double[] {a, b, c});
            if (t == 0) {
                return it;
            }
            double u = Math.pow(t, c);
            double all = a + b;
            it.log = logBeta(a, b + u) - logBeta(a, b);
            double psiAll = digamma(all + u);
            double psiB = digamma(b + u);
            double triAll = trigamma(all + u);
            double triB = trigamma(b + u);
            double up = u * Math.log(t);
            it.first[0] = digamma(all) - psiAll;
            it.first[1] = it.first[0] + psiB - digamma(b);
            it.first[2] = up * (psiB - psiAll);
            it.second[0][0] = trigamma(all) - triAll;
            it.second[0][1] = it.second[0][0];
            it.second[1][1] = it.second[0][0] + triB - trigamma(b);
            it.second[0][2] = -up * triAll;
            it.second[1][2] = up * (triB - triAll);
            it.second[2][2] = up * Math.log(t) * (psiB - psiAll) + up * up * (triB - triAll);
            return it.mirrored();
        }

        /** ln(S − S′) of this S and a later one. */
        Survival less(Survival later) {
            Survival it = new Survival(new double[] {a, b, c});
            double ratio = Math.exp(later.log - log);
            double rest = -Math.expm1(later.log - log);
            it.log = log + Math.log(rest);
            // Weights of the two terms: they add up to 1, and the second is negative.
            double one = 1 / rest;
            double two = -ratio / rest;
            for (int i = 0; i < 3; i++) {
                it.first[i] = one * first[i] + two * later.first[i];
            }
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    it.second[i][j] = one * second[i][j]
                            + two * later.second[i][j]
                            + one * two * (first[i] - later.first[i]) * (first[j] - later.first[j]);
                }
            }
            return it;
        }

        private Survival mirrored() {
            second[1][0] = second[0][1];
            second[2][0] = second[0][2];
            second[2][1] = second[1][2];
            return this;
        }
    }
}
