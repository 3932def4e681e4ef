package io.customerroom.statistics.sampling;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The chance of each candidate to be among so many drawn by {@link WeightedDraw}, before anybody is drawn.
 *
 * <p>−ln(u) / w is an exponential waiting time with rate w, and the first n to arrive are drawn. So candidate i is in with the chance
 * ∫ wᵢ e^(−wᵢt) P(at most n − 1 of the others have arrived by t) dt, where the beginning, in which
 * nobody is too late yet, is known in closed form and the rest is summed by Gauss and Legendre's rule over ln t. The others' number is a sum of
 * independent yes-or-no draws; its distribution is built once per node for all candidates, and i is taken out again by division where that
 * keeps its digits (a chance of at most one half), else it is built without i. The sum over all candidates is n, to 1e-9.
 */
public final class Inclusion {

    private static final GaussIntegratorFactory RULES = new GaussIntegratorFactory();

    /** Nearer to certain than this is certain. */
    private static final double NOTHING = 1e-13;

    private static final int PANELS = 32;
    private static final int POINTS = 8;

    private Inclusion() {}

    /**
     * @param weights of all candidates, each above 0
     * @param many that are drawn
     * @param asked places in the list of weights whose chances are wanted
     */
    public static List<Double> of(List<Double> weights, int many, List<Integer> asked) {
        if (many <= 0) {
            return asked.stream().map(place -> 0.0).toList();
        }
        if (many >= weights.size()) {
            return asked.stream().map(place -> 1.0).toList();
        }
        double[] rates = scaled(weights);
        double begin = 1;
        while (1 - sum(arrived(rates, many, begin, -1)) > NOTHING) {
            begin /= 1.5;
        }
        double end = begin;
        while (sum(arrived(rates, many + 1, end, -1)) > NOTHING
                && end * Arrays.stream(rates).min().orElseThrow() < 40) {
            end *= 1.5;
        }
        double[] chances = new double[asked.size()];
        for (int i = 0; i < chances.length; i++) {
            chances[i] = -Math.expm1(-rates[asked.get(i)] * begin); // until then surely fewer than n have arrived
        }
        double step = Math.log(end / begin) / PANELS;
        for (int panel = 0; panel < PANELS; panel++) {
            double from = Math.log(begin) + panel * step;
            GaussIntegrator rule = RULES.legendre(POINTS, from, from + step);
            for (int node = 0; node < POINTS; node++) {
                double t = Math.exp(rule.getPoint(node));
                add(rates, many, asked, t, rule.getWeight(node) * t, chances);
            }
        }
        return Arrays.stream(chances)
                .map(chance -> Math.max(0, Math.min(1, chance)))
                .boxed()
                .toList();
    }

    private static void add(double[] rates, int many, List<Integer> asked, double t, double weight, double[] chances) {
        double[] arrived = arrived(rates, many, t, -1);
        for (int i = 0; i < chances.length; i++) {
            int place = asked.get(i);
            double density = rates[place] * Math.exp(-rates[place] * t);
            double p = -Math.expm1(-rates[place] * t);
            double few = p <= 0.5 ? without(arrived, p) : sum(arrived(rates, many, t, place));
            chances[i] += weight * density * few;
        }
    }

    /** So that their mean is 1. */
    private static double[] scaled(List<Double> weights) {
        double mean =
                weights.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        return weights.stream().mapToDouble(weight -> weight / mean).toArray();
    }

    /** The chances that exactly 0 .. n − 1 have arrived, one of them left out. */
    private static double[] arrived(double[] rates, int many, double t, int leftOut) {
        double[] exactly = new double[many];
        exactly[0] = 1;
        for (int i = 0; i < rates.length; i++) {
            if (i == leftOut) {
                continue;
            }
            double p = -Math.expm1(-rates[i] * t);
            for (int k = many - 1; k > 0; k--) {
                exactly[k] = exactly[k] * (1 - p) + exactly[k - 1] * p;
            }
            exactly[0] *= 1 - p;
        }
        return exactly;
    }

    /** The chance that at most n − 1 have arrived, when one with chance p is taken out. */
    private static double without(double[] arrived, double p) {
        double before = 0;
        double sum = 0;
        for (double exactly : arrived) {
            before = (exactly - p * before) / (1 - p);
            sum += before;
        }
        return sum;
    }

    private static double sum(double[] exactly) {
        double sum = 0;
        for (double one : exactly) {
            sum += one;
        }
        return sum;
    }
}
