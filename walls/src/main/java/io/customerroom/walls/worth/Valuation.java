package io.customerroom.walls.worth;

import io.customerroom.statistics.lifetime.Counts;
import io.customerroom.statistics.lifetime.Fit;
import io.customerroom.statistics.lifetime.PurchaseModel;
import io.customerroom.statistics.lifetime.Scores;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Values the customers of a ledger: the model is the one that foretold the holdout best, fitted again to all of history, or what it becomes where
 * all customers leave alike; where no leaving is seen at all it is the NBD, and the interval reaches down to the quickest leaving that is not excluded. Equity is the sum over
 * all customers of purchases to come × spend per purchase × what returns leave, year by year in today's money.
 *
 * <p>Intervals come by the delta method on the logarithm, from both fits together. They tell how well the expectation is known if the model is
 * right; how right it was, the holdout tells.
 */
public final class Valuation {

    /** Of P(alive), of equal width. */
    static final int BANDS = 5;

    private static final String NO_MODEL =
            "No model fits how our customers have bought, so any figure would be a guess";

    private final Assumptions assumptions;

    public Valuation(Assumptions assumptions) {
        this.assumptions = assumptions;
    }

    /**
     * @param early customers as they were at the end of the first part of history
     * @param actual what they bought after it, at least one step
     * @param now customers as they are
     */
    public Worth of(Buyers early, List<Holdout.Step> actual, Buyers now) {
        Holdout holdout = Holdout.of(early, actual);
        Map<Candidate, Fit.Refused<? extends PurchaseModel>> refused = new EnumMap<>(Candidate.class);
        for (Candidate candidate : holdout.inOrder()) {
            switch (now.fit(candidate)) {
                case Fit.Converged<? extends PurchaseModel> fit -> {
                    return valued(candidate, passedOver(candidate, holdout, refused), fit, now, holdout);
                }
                case Fit.Refused<? extends PurchaseModel> no -> refused.put(candidate, no);
            }
        }
        if (refused.values().stream().allMatch(Valuation::nobodyIsSeenToLeave)
                && now.fit(Candidate.NBD) instanceof Fit.Converged<? extends PurchaseModel> fit) {
            return valued(Candidate.NBD, "No leaving is seen in this history.", fit, now, holdout);
        }
        return new Worth.Refused(
                NO_MODEL,
                refused.entrySet().stream()
                        .map(entry -> new Worth.PassedOver(
                                entry.getKey(), entry.getValue().why()))
                        .toList(),
                Optional.of(holdout));
    }

    /** The likelihood-ratio test finds the NBD as good. */
    static boolean nobodyIsSeenToLeave(Fit.Refused<? extends PurchaseModel> refused) {
        return refused.simplerModel().orElse(0) > 0.05;
    }

    /** Why the model that came nearest in the holdout is not the one that is used; empty where it is. */
    private static String passedOver(
            Candidate used, Holdout holdout, Map<Candidate, Fit.Refused<? extends PurchaseModel>> refused) {
        return holdout.best()
                .map(Holdout.Trial::candidate)
                .filter(nearest -> nearest != used)
                .map(nearest -> Optional.ofNullable(refused.get(nearest))
                        .map(no -> "%s foretold the end of history, but is refused on all of it: %s"
                                .formatted(nearest.label(), no.why()))
                        .orElse("%s came nearest; on all of history customers are seen to differ in leaving."
                                .formatted(nearest.label())))
                .orElse("");
    }

    Worth.Valued valued(
            Candidate candidate,
            String passedOver,
            Fit.Converged<? extends PurchaseModel> fit,
            Buyers now,
            Holdout holdout) {
        Buying common = Buying.of(candidate, fit, now.counts(), assumptions.level());
        return new Appraisal(assumptions, now, common, Collections.emptySortedMap())
                .worth(passedOver, holdout, Optional.empty());
    }

    /** The same customers with a model of their own for each segment that has one by choice, fitted to all of its history. */
    Worth.Valued bySegment(Worth.Valued all, List<SegmentChoice> choices, Buyers now) {
        SortedMap<String, Buying> own = new TreeMap<>();
        List<SegmentChoice> used = new ArrayList<>();
        for (SegmentChoice choice : choices) {
            Optional<Pricing.Found> found =
                    choice.own().map(kind -> Pricing.found(kind, now.counts(now.of(choice.segment()::equals))));
            if (found.isPresent()) {
                switch (found.get().fit()) {
                    case Fit.Converged<? extends PurchaseModel> fit ->
                        own.put(
                                choice.segment(),
                                Buying.of(
                                        found.get().candidate(),
                                        fit,
                                        now.counts(now.of(choice.segment()::equals)),
                                        assumptions.level()));
                    case Fit.Refused<? extends PurchaseModel> refused -> {
                        used.add(choice.without(choice.why() + ", but is refused on all of history: " + refused.why()));
                        continue;
                    }
                }
            }
            used.add(choice);
        }
        return new Appraisal(assumptions, now, all.basis().common(), own)
                .worth(all.passedOver(), all.holdout(), Optional.of(used));
    }

    /** Per coming year and state the purchases of one customer. */
    static double[][] ahead(PurchaseModel model, Counts counts, int most) {
        double[] ends = IntStream.rangeClosed(1, most)
                .mapToDouble(year -> Assumptions.YEAR * year)
                .toArray();
        double[][] years = new double[most][counts.size()];
        double[] before = new double[counts.size()];
        List<Scores> scores = Scores.of(model, counts, ends);
        for (int year = 0; year < years.length; year++) {
            for (int i = 0; i < before.length; i++) {
                double sum = scores.get(year).expected(i);
                years[year][i] = Math.max(0, sum - before[i]);
                before[i] = sum;
            }
        }
        return years;
    }
}
