package io.customerroom.statistics.control;

import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * A pattern that chance alone rarely makes. A rule looks back from one point at points in units of sigma from the mean; a gap (not a number)
 * inside its window silences it. Points exactly on the mean lie on no side.
 */
public sealed interface Rule {

    /** The pattern in words. */
    String words();

    /** Whether the pattern is complete at this point, and on which side. Points before the first one do not exist. */
    Optional<Side> signals(double[] sigmas, int at);

    /** How many points the pattern spans. */
    int length();

    /**
     * So many of the newest points lie beyond a distance on one side, the newest among them.
     *
     * @param hits of the newest {@code length} points
     * @param distance in sigma; a point exactly on it is not beyond
     */
    record Beyond(int hits, int length, double distance) implements Rule {

        @Override
        public String words() {
            String zone = "beyond %s sigma".formatted(Rule.plain(distance));
            return hits == 1 && length == 1
                    ? "one point " + zone
                    : "%d of %d points %s on one side".formatted(hits, length, zone);
        }

        @Override
        public Optional<Side> signals(double[] sigmas, int at) {
            double newest = sigmas[at];
            if (!(Math.abs(newest) > distance)) {
                return Optional.empty();
            }
            int found = 0;
            for (int i = at; i > at - length && i >= 0 && !Double.isNaN(sigmas[i]); i--) {
                if (newest > 0 ? sigmas[i] > distance : sigmas[i] < -distance) {
                    found++;
                }
            }
            return found >= hits ? Optional.of(Rule.side(newest)) : Optional.empty();
        }
    }

    /** So many points in a row on one side of the mean. */
    record OneSide(int length) implements Rule {

        @Override
        public String words() {
            return "%d points in a row on one side of the mean".formatted(length);
        }

        @Override
        public Optional<Side> signals(double[] sigmas, int at) {
            double newest = sigmas[at];
            if (Rule.holdsBack(length, at, i -> sigmas[i] * newest > 0)) {
                return Optional.of(Rule.side(newest));
            }
            return Optional.empty();
        }
    }

    /** So many points in a row, each further up, or each further down, than the one before. */
    record Trend(int length) implements Rule {

        @Override
        public String words() {
            return "%d points in a row rising, or falling".formatted(length);
        }

        @Override
        public Optional<Side> signals(double[] sigmas, int at) {
            if (Rule.holdsBack(length - 1, at, i -> i > 0 && sigmas[i] > sigmas[i - 1])) {
                return Optional.of(Side.ABOVE);
            }
            return Rule.holdsBack(length - 1, at, i -> i > 0 && sigmas[i] < sigmas[i - 1])
                    ? Optional.of(Side.BELOW)
                    : Optional.empty();
        }
    }

    /** So many points in a row going up and down by turns. */
    record Alternating(int length) implements Rule {

        @Override
        public String words() {
            return "%d points in a row going up and down by turns".formatted(length);
        }

        @Override
        public Optional<Side> signals(double[] sigmas, int at) {
            return Rule.holdsBack(
                            length - 2,
                            at,
                            i -> i > 1 && (sigmas[i] - sigmas[i - 1]) * (sigmas[i - 1] - sigmas[i - 2]) < 0)
                    ? Optional.of(Side.BOTH)
                    : Optional.empty();
        }
    }

    /** So many points in a row nearer to the mean than a distance, on whichever side. */
    record Hugging(int length, double distance) implements Rule {

        @Override
        public String words() {
            return "%d points in a row within %s sigma of the mean".formatted(length, Rule.plain(distance));
        }

        @Override
        public Optional<Side> signals(double[] sigmas, int at) {
            return Rule.holdsBack(length, at, i -> Math.abs(sigmas[i]) < distance)
                    ? Optional.of(Side.BOTH)
                    : Optional.empty();
        }
    }

    /** So many points in a row further from the mean than a distance, on whichever side. */
    record Avoiding(int length, double distance) implements Rule {

        @Override
        public String words() {
            return "%d points in a row with none within %s sigma of the mean".formatted(length, Rule.plain(distance));
        }

        @Override
        public Optional<Side> signals(double[] sigmas, int at) {
            return Rule.holdsBack(length, at, i -> Math.abs(sigmas[i]) > distance)
                    ? Optional.of(Side.BOTH)
                    : Optional.empty();
        }
    }

    private static Side side(double value) {
        return value > 0 ? Side.ABOVE : Side.BELOW;
    }

    private static String plain(double distance) {
        return distance == Math.rint(distance) ? Long.toString((long) distance) : Double.toString(distance);
    }

    private static boolean holdsBack(int steps, int at, IntPredicate pattern) {
        if (at - steps + 1 < 0) {
            return false;
        }
        for (int i = at; i > at - steps; i--) {
            if (!pattern.test(i)) {
                return false;
            }
        }
        return true;
    }
}
