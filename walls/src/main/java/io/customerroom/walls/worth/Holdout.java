package io.customerroom.walls.worth;

import io.customerroom.statistics.lifetime.Counts;
import io.customerroom.statistics.lifetime.Fit;
import io.customerroom.statistics.lifetime.PurchaseModel;
import io.customerroom.statistics.lifetime.Scores;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How well each model, fitted to the first part of history alone, foretold what its customers bought in the last part.
 *
 * @param cut the last day the models knew
 * @param actual what came, in steps from then on
 * @param trials one per model, in the order of {@link Candidate}
 */
public record Holdout(LocalDate cut, List<Step> actual, List<Trial> trials) {

    public Holdout {
        actual = List.copyOf(actual);
        trials = List.copyOf(trials);
    }

    /**
     * What came since the step before.
     *
     * @param name of the span
     * @param until its last day
     * @param purchases repeat purchases within it of customers who had bought by the cut
     */
    public record Step(String name, LocalDate until, long purchases) {}

    /**
     * @param cumulative repeat purchases expected until the end of each step; empty where the fit was refused
     * @param refused why, or empty
     */
    public record Trial(Candidate candidate, List<Double> cumulative, String refused) {

        public Trial {
            cumulative = List.copyOf(cumulative);
        }

        /** Expected in the whole holdout; nothing where refused. */
        public Optional<Double> total() {
            return cumulative.isEmpty() ? Optional.empty() : Optional.of(cumulative.getLast());
        }
    }

    /** @param early the customers known at the cut; there must be a step */
    static Holdout of(Buyers early, List<Step> actual) {
        List<Trial> trials = new ArrayList<>();
        for (Candidate candidate : Candidate.values()) {
            trials.add(
                    switch (early.fit(candidate)) {
                        case Fit.Converged<? extends PurchaseModel> fit ->
                            new Trial(candidate, foretold(fit.model(), early, actual), "");
                        case Fit.Refused<? extends PurchaseModel> refused ->
                            new Trial(candidate, List.of(), refused.why());
                    });
        }
        return new Holdout(early.through(), actual, trials);
    }

    private static List<Double> foretold(PurchaseModel model, Buyers early, List<Step> steps) {
        double[] ends = steps.stream()
                .mapToDouble(step -> ChronoUnit.DAYS.between(early.through(), step.until()))
                .toArray();
        Counts counts = early.counts();
        List<Double> cumulative = new ArrayList<>();
        for (Scores scores : Scores.of(model, counts, ends)) {
            double sum = 0;
            for (int i = 0; i < counts.size(); i++) {
                sum += counts.weight(i) * scores.expected(i);
            }
            cumulative.add(sum);
        }
        return cumulative;
    }

    /** Repeat purchases that came. */
    public long total() {
        return actual.stream().mapToLong(Step::purchases).sum();
    }

    /** Expected less actual, over actual; nothing where the fit was refused or nothing came. */
    public Optional<Double> error(Trial trial) {
        return total() == 0 ? Optional.empty() : trial.total().map(expected -> (expected - total()) / total());
    }

    /** What NBD, in which nobody leaves, foretold; nothing where it was refused as well. */
    public Optional<Trial> baseline() {
        return Optional.of(of(Candidate.NBD)).filter(trial -> trial.total().isPresent());
    }

    /** The model that came nearest of those that let customers leave; nothing where all were refused. */
    public Optional<Trial> best() {
        return ranked().stream().findFirst();
    }

    /** The trial of one model. */
    public Trial of(Candidate candidate) {
        return trials.get(candidate.ordinal());
    }

    /** Those that let customers leave and were not refused, nearest to what came first. A limit counts only where the model it belongs to is refused. */
    private List<Trial> ranked() {
        return trials.stream()
                .filter(trial ->
                        trial.candidate().leaving() && trial.total().isPresent() && !outdone(trial.candidate()))
                .sorted(Comparator.comparingDouble(
                        trial -> Math.abs(trial.total().orElseThrow() - total())))
                .toList();
    }

    private boolean outdone(Candidate candidate) {
        return candidate != candidate.family() && of(candidate.family()).total().isPresent();
    }

    /** All that let customers leave, in families, richest member first; the family that came nearest goes first. */
    List<Candidate> inOrder() {
        return Stream.concat(
                        ranked().stream().map(trial -> trial.candidate().family()),
                        Arrays.stream(Candidate.values())
                                .filter(Candidate::leaving)
                                .map(Candidate::family))
                .distinct()
                .flatMap(family -> family.members().stream())
                .toList();
    }
}
