package io.customerroom.walls.worth;

import io.customerroom.statistics.lifetime.CountedStates;
import io.customerroom.statistics.lifetime.Counts;
import io.customerroom.statistics.lifetime.Fit;
import io.customerroom.statistics.lifetime.History;
import io.customerroom.statistics.lifetime.PurchaseModel;
import io.customerroom.statistics.lifetime.Scores;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.worth.SegmentChoice.Trial;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Chooses a model per segment by the holdout. Every model is fitted to the first part of history, once to all customers and once to those of the segment alone, and judged
 * by what the segment's customers did after it.
 *
 * <p><b>The score</b> is the log-likelihood of a customer's history at the end less that of the same customer's history at the cut, by the parameters of then: what the
 * model gave to the very days on which he bought and kept silent, given all that was known of him. It is exact on counts, and proper: nothing scores better on average than
 * the truth. Models are compared customer by customer, so that the standard error of a difference is that of a sum of differences.
 *
 * <p><b>The rule.</b> Among the segment's own models the best is taken, but the simpler one where it comes within a standard error. It replaces the model of all where it
 * beats it by more than two standard errors and its total does not miss by more than that of all, chance allowed for. A fit that follows the noise of its segment pays for
 * it in the holdout: of 450 segments of 400 customers cut at random from one kind of customer, 11 got a model of their own by this rule, and 39 by one standard error.
 */
final class SegmentTrials {

    /** Fewer customers than this are not fitted alone. */
    static final int FEWEST = 200;

    /** So many standard errors count as more than chance where the model of all is left. */
    private static final double CLEARLY = 2;

    /** Differences are averaged over so many histories; of more, evenly spaced ones are taken. */
    private static final int MOST = 20_000;

    private final LocalDate cut;
    private final LocalDate until;
    private final Candidate common;

    /**
     * @param cut last day of the first part of history
     * @param until last day of the holdout
     * @param common kind of the model of all
     */
    SegmentTrials(LocalDate cut, LocalDate until, Candidate common) {
        this.cut = cut;
        this.until = until;
        this.common = common;
    }

    /** One choice per segment in the order of their names; none where there is but one segment. */
    List<SegmentChoice> of(Movements moved) {
        if (moved.pairs().size() < 2) {
            return List.of();
        }
        List<Pairs> segments = new ArrayList<>();
        moved.pairs().forEach((segment, pairs) -> segments.add(new Pairs(segment, pairs)));
        return switch (Pricing.found(common, moved.known()).fit()) {
            case Fit.Refused<? extends PurchaseModel> refused ->
                segments.stream()
                        .map(pairs -> pairs.left("%s, fitted to all customers known by %s, is refused: %s"
                                .formatted(common.label(), PeriodWords.day(cut), refused.why())))
                        .toList();
            case Fit.Converged<? extends PurchaseModel> all ->
                segments.stream()
                        .map(pairs -> choice(pairs, moved.known(), all.model()))
                        .toList();
        };
    }

    private SegmentChoice choice(Pairs pairs, Buyers known, PurchaseModel all) {
        if (pairs.customers < FEWEST) {
            return pairs.left("Only %d of them had bought by %s; fewer than %d are not fitted alone"
                    .formatted(pairs.customers, PeriodWords.day(cut), FEWEST));
        }
        Scored beside = pairs.scored(Optional.empty(), all, 0);
        List<Trial> trials = new ArrayList<>(List.of(pairs.trial(beside, beside)));
        List<Scored> own = new ArrayList<>();
        Map<Candidate, Fit<? extends PurchaseModel>> fits = fits(known.counts(known.of(pairs.segment::equals)));
        fits.forEach((kind, fit) -> {
            switch (fit) {
                case Fit.Refused<? extends PurchaseModel> refused ->
                    trials.add(new Trial(Optional.of(kind), Double.NaN, Double.NaN, Double.NaN, refused.why()));
                case Fit.Converged<? extends PurchaseModel> converged -> {
                    Scored scored = pairs.scored(
                            Optional.of(kind),
                            converged.model(),
                            converged.estimate().names().size());
                    trials.add(pairs.trial(scored, beside));
                    if (counts(kind, fits)) {
                        own.add(scored);
                    }
                }
            }
        });
        return own.isEmpty()
                ? pairs.choice(
                        trials,
                        Optional.empty(),
                        Optional.empty(),
                        "No model that lets customers leave can be fitted to them alone")
                : decided(pairs, trials, beside, own);
    }

    private static Map<Candidate, Fit<? extends PurchaseModel>> fits(Counts counts) {
        Map<Candidate, Fit<? extends PurchaseModel>> fits = new EnumMap<>(Candidate.class);
        for (Candidate kind : Candidate.values()) {
            fits.put(kind, kind.fit(counts));
        }
        return fits;
    }

    /** A limit counts only where the model it belongs to is refused, the NBD only where no leaving is seen. */
    private static boolean counts(Candidate kind, Map<Candidate, Fit<? extends PurchaseModel>> fits) {
        if (!kind.leaving()) {
            return fits.entrySet().stream()
                    .filter(entry -> entry.getKey().leaving())
                    .allMatch(entry -> entry.getValue() instanceof Fit.Refused<? extends PurchaseModel> refused
                            && Valuation.nobodyIsSeenToLeave(refused));
        }
        return kind == kind.family() || fits.get(kind.family()) instanceof Fit.Refused;
    }

    private SegmentChoice decided(Pairs pairs, List<Trial> trials, Scored beside, List<Scored> own) {
        Scored best = own.stream()
                .max(Comparator.comparingDouble(
                        one -> pairs.difference(one, beside).sum()))
                .orElseThrow();
        Scored taken = own.stream()
                .filter(one -> {
                    Difference behind = pairs.difference(best, one);
                    return behind.sum() <= behind.error();
                })
                .min(Comparator.comparingInt(Scored::parameters)
                        .thenComparing(
                                one -> one.kind().map(Candidate::family).equals(Optional.of(common.family())) ? 0 : 1)
                        .thenComparing(one -> one.kind().orElseThrow()))
                .orElse(best);
        Difference gain = pairs.difference(taken, beside);
        String name = taken.kind().map(Candidate::label).orElse("") + ", fitted to them alone,";
        String by = String.format(Locale.ROOT, "by %.1f ± %.1f", Math.abs(gain.sum()), gain.error());
        if (gain.sum() <= CLEARLY * gain.error()) {
            Optional<Trial> second = trials.stream()
                    .filter(trial -> trial.own().equals(taken.kind()))
                    .findFirst();
            return pairs.choice(
                    trials,
                    Optional.empty(),
                    second,
                    gain.sum() <= 0
                            ? name + " foretold them worse " + by
                            : name + " foretold them better " + by + ", which is no more than two standard errors");
        }
        if (Math.abs(pairs.miss(taken)) > Math.abs(pairs.miss(beside)) + pairs.chance(taken)) {
            return pairs.choice(
                    trials,
                    Optional.empty(),
                    trials.stream()
                            .filter(trial -> trial.own().equals(taken.kind()))
                            .findFirst(),
                    name + " foretold single customers better " + by + ", but misses by more in total");
        }
        Optional<Trial> second = trials.stream()
                .filter(trial -> trial.refused().isEmpty() && !trial.own().equals(taken.kind()))
                .filter(trial -> trial.own().isEmpty()
                        || own.stream().anyMatch(one -> one.kind().equals(trial.own())))
                .max(Comparator.comparingDouble(Trial::gain));
        return pairs.choice(trials, taken.kind(), second, name + " foretold them better " + by);
    }

    /** @param parameters how many; 0 for the model of all */
    private record Scored(Optional<Candidate> kind, int parameters, double[] scores, double[] expected) {}

    private record Difference(double sum, double error) {}

    private record Pair(History early, History late) {}

    /** The histories of one segment's customers at the cut and at the end, each with how many have them. */
    private final class Pairs {

        private final String segment;
        private final long customers;
        private final long came;
        private final List<Pair> pairs;
        private final double[] weights;
        private final Counts states;
        private final int[] places;

        Pairs(String segment, StatePairs all) {
            this.segment = segment;
            long sum = 0;
            long bought = 0;
            for (int i = 0; i < all.size(); i++) {
                StatePairs.Pair pair = all.pair(i);
                sum += pair.customers();
                bought += pair.customers() * (pair.lateX() - pair.earlyX());
            }
            this.customers = sum;
            this.came = bought;
            int step = 1 + (all.size() - 1) / MOST;
            List<Pair> some = new ArrayList<>();
            List<Long> many = new ArrayList<>();
            CountedStates.Builder early = new CountedStates.Builder();
            long kept = 0;
            for (int i = 0; i < all.size(); i += step) {
                StatePairs.Pair pair = all.pair(i);
                some.add(new Pair(
                        history(pair.earlyX(), pair.first(), pair.earlyLast(), cut),
                        history(pair.lateX(), pair.first(), pair.lateLast(), until)));
                many.add(pair.customers());
                early.add(pair.first(), pair.earlyLast(), pair.earlyX(), 1, 0);
                kept += pair.customers();
            }
            CountedStates states = early.build();
            this.states = states.at(Math.toIntExact(cut.toEpochDay()));
            this.places = IntStream.range(0, some.size())
                    .map(i -> {
                        StatePairs.Pair pair = all.pair(i * step);
                        return states.of(pair.first(), pair.earlyLast(), pair.earlyX());
                    })
                    .toArray();
            double scale = (double) customers / kept;
            this.pairs = some;
            this.weights = many.stream().mapToDouble(one -> one * scale).toArray();
        }

        private static History history(int x, int first, int last, LocalDate day) {
            return new History(x, last - first, day.toEpochDay() - first);
        }

        Scored scored(Optional<Candidate> kind, PurchaseModel model, int parameters) {
            Scores ahead = Scores.of(model, states, ChronoUnit.DAYS.between(cut, until));
            return new Scored(
                    kind,
                    parameters,
                    pairs.stream()
                            .mapToDouble(pair -> model.logLikelihood(pair.late()) - model.logLikelihood(pair.early()))
                            .toArray(),
                    Arrays.stream(places).mapToDouble(ahead::expected).toArray());
        }

        /** Of the sums of scores; its error is that of a sum of independent differences. */
        Difference difference(Scored one, Scored other) {
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * (one.scores()[i] - other.scores()[i]);
            }
            double mean = sum / customers;
            double squares = 0;
            for (int i = 0; i < weights.length; i++) {
                double off = one.scores()[i] - other.scores()[i] - mean;
                squares += weights[i] * off * off;
            }
            return new Difference(sum, Math.sqrt(squares));
        }

        private double foretold(Scored one) {
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * one.expected()[i];
            }
            return sum;
        }

        double miss(Scored one) {
            return foretold(one) - came;
        }

        /** How far chance alone leads the total astray: from what single customers bought beside what they were expected to. */
        double chance(Scored one) {
            double squares = 0;
            for (int i = 0; i < weights.length; i++) {
                Pair pair = pairs.get(i);
                double off = pair.late().x() - pair.early().x() - one.expected()[i];
                squares += weights[i] * off * off;
            }
            return Math.sqrt(squares);
        }

        Trial trial(Scored one, Scored beside) {
            Difference gain = difference(one, beside);
            return new Trial(one.kind(), gain.sum(), gain.error(), foretold(one), "");
        }

        SegmentChoice left(String why) {
            return choice(List.of(), Optional.empty(), Optional.empty(), why);
        }

        SegmentChoice choice(List<Trial> trials, Optional<Candidate> own, Optional<Trial> runnerUp, String why) {
            return new SegmentChoice(segment, customers, came, trials, own, runnerUp, why);
        }
    }
}
