package io.customerroom.statistics.comparison;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Who looks often enough finds something. The chances of several looks, raised so that one of them falls to a level by luck alone no more often
 * than that level says, however the looks depend on each other.
 *
 * <p>In rising order the i-th of m becomes (m − i + 1) times itself, never less than the one before, never above 1. Source: S. Holm (1979), Scand.
 * J. Statist. 6, 65–70.
 */
public final class Holm {

    private Holm() {}

    /** The raised chances, in the order given. */
    public static List<Double> adjusted(List<Double> chances) {
        List<Integer> rising = IntStream.range(0, chances.size())
                .boxed()
                .sorted((a, b) -> Double.compare(chances.get(a), chances.get(b)))
                .toList();
        double[] adjusted = new double[chances.size()];
        double before = 0;
        for (int i = 0; i < adjusted.length; i++) {
            int at = rising.get(i);
            before = Math.max(before, Math.min(1, (adjusted.length - i) * chances.get(at)));
            adjusted[at] = before;
        }
        return IntStream.range(0, adjusted.length).mapToObj(i -> adjusted[i]).toList();
    }
}
