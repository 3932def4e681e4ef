package io.customerroom.statistics.sampling;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Draws some of many without putting any back, in proportion to their weights: the next one drawn is always each of the remaining with the chance of
 * its weight among theirs. The first ten of twenty drawn are therefore as good a draw of ten as any.
 *
 * <p>Each candidate has its own random number u in (0, 1), the first 53 bits of the SHA-256 of seed and id; those with the largest u^(1/w) are drawn.
 * The order therefore follows from seed, ids and weights alone: it is the same on every machine, does not depend on the order of the candidates, and
 * who leaves the population moves nobody else. Source of the method: P. S. Efraimidis and P. G. Spirakis (2006), Inf. Process. Lett. 97, 181–185
 * (algorithm A-Res); the keys are compared by their logarithms, ln(u) / w.
 */
public final class WeightedDraw {

    private static final double UNIT = 0x1.0p-53;

    private final String seed;

    /** @param seed any text; another one gives an independent draw */
    public WeightedDraw(String seed) {
        this.seed = seed;
    }

    /**
     * Somebody who may be drawn.
     *
     * @param id unique among the candidates
     * @param weight above 0, finite
     */
    public record Candidate(long id, double weight) {

        public Candidate {
            if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weight must be positive and finite, but was " + weight);
            }
        }
    }

    /** The first so many in the order of the draw; all of them where there are no more. */
    public List<Candidate> of(List<Candidate> candidates, int many) {
        record Keyed(Candidate candidate, double key) {}
        List<Keyed> keyed = new ArrayList<>();
        for (Candidate candidate : candidates) {
            keyed.add(new Keyed(candidate, StrictMath.log(uniform(candidate.id())) / candidate.weight()));
        }
        return keyed.stream()
                .sorted(Comparator.comparingDouble(Keyed::key)
                        .reversed()
                        .thenComparingLong(it -> it.candidate().id()))
                .limit(many)
                .map(Keyed::candidate)
                .toList();
    }

    /** The candidate's random number: above 0 and below 1. */
    public double uniform(long id) {
        byte[] hash = sha256().digest((seed + "|" + id).getBytes(StandardCharsets.UTF_8));
        long bits = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            bits = bits << Byte.SIZE | hash[i] & 0xff;
        }
        return ((bits >>> 11) + 0.5) * UNIT;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
