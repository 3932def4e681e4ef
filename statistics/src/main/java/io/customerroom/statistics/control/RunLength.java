package io.customerroom.statistics.control;

import java.util.Arrays;
import java.util.Random;

/**
 * How many points pass until a rule set speaks although nothing has changed (the in-control average run length), measured on simulated
 * independent normal values whose mean and sigma are known. One false alarm in {@code mean} points is to be expected.
 *
 * <p>The seed makes it reproducible: {@link Random} is specified to the bit.
 *
 * @param mean points until the first signal, that point included
 * @param median the same, of the run in the middle; run lengths are skewed, most are shorter than the mean
 * @param standardError of the mean
 * @param runs how many were simulated
 */
public record RunLength(double mean, double median, double standardError, int runs) {

    private static final int WINDOW = 4_096;

    /** Nothing changes: every signal is a false alarm. */
    public static RunLength inControl(RuleSet rules, int runs, long seed) {
        return shifted(rules, 0, runs, seed);
    }

    /**
     * The mean has moved by so many sigma before the first point: the wait until it is noticed.
     *
     * @param shift in sigma; 0 measures false alarms
     */
    public static RunLength shifted(RuleSet rules, double shift, int runs, long seed) {
        Random random = new Random(seed);
        double[] lengths = new double[runs];
        double[] sigmas = new double[WINDOW];
        for (int run = 0; run < runs; run++) {
            lengths[run] = length(rules, shift, random, sigmas);
        }
        return of(lengths);
    }

    private static int length(RuleSet rules, double shift, Random random, double[] sigmas) {
        int passed = 0;
        int at = 0;
        while (true) {
            if (at == WINDOW) {
                // No rule looks further back than half of the window.
                System.arraycopy(sigmas, WINDOW / 2, sigmas, 0, WINDOW / 2);
                at = WINDOW / 2;
            }
            sigmas[at] = random.nextGaussian() + shift;
            passed++;
            for (Rule rule : rules.rules()) {
                if (rule.signals(sigmas, at).isPresent()) {
                    return passed;
                }
            }
            at++;
        }
    }

    private static RunLength of(double[] lengths) {
        double mean = Arrays.stream(lengths).sum() / lengths.length;
        double squares = Arrays.stream(lengths)
                .map(length -> (length - mean) * (length - mean))
                .sum();
        double[] sorted = lengths.clone();
        Arrays.sort(sorted);
        return new RunLength(
                mean,
                sorted[sorted.length / 2],
                Math.sqrt(squares / (lengths.length - 1.0) / lengths.length),
                lengths.length);
    }
}
