package io.customerroom.statistics.lifetime;

import io.customerroom.statistics.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A model fitted again and again to customers drawn with replacement: what the estimates would be had other customers of the same kind
 * come. The draw is multinomial on the counts of states and reproducible by its seed ({@link Random} is specified to the bit).
 *
 * <p>Source: B. Efron (1979), Bootstrap methods: another look at the jackknife, Annals of Statistics 7, 1–26.
 *
 * @param models those that were not refused, in the order of their draws
 * @param refused how many were; when it is not a small share, intervals are not to be trusted
 */
public record Bootstrap<M>(List<M> models, int refused) {

    public Bootstrap {
        models = List.copyOf(models);
    }

    public static <M> Bootstrap<M> of(Counts counts, int draws, long seed, Function<Counts, Fit<M>> fit) {
        Random random = new Random(seed);
        List<M> models = new ArrayList<>();
        for (int i = 0; i < draws; i++) {
            fit.apply(counts.resample(random)).fitted().ifPresent(models::add);
        }
        return new Bootstrap<>(models, draws - models.size());
    }

    /** Percentiles of the quantity over the draws. Refused with fewer than twenty models. */
    public Interval interval(ToDoubleFunction<M> quantity, double level) {
        if (models.size() < 20) {
            throw new IllegalStateException(
                    "an interval needs at least 20 fitted draws, but there are " + models.size());
        }
        double[] sorted = models.stream().mapToDouble(quantity).sorted().toArray();
        return new Interval(at(sorted, (1 - level) / 2), at(sorted, (1 + level) / 2), level);
    }

    /** Between the neighbouring ranks, linearly. */
    private static double at(double[] sorted, double share) {
        double rank = share * (sorted.length - 1);
        int below = (int) rank;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
    }
}
