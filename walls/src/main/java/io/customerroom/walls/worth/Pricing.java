package io.customerroom.walls.worth;

import io.customerroom.statistics.lifetime.CountedStates;
import io.customerroom.statistics.lifetime.Counts;
import io.customerroom.statistics.lifetime.Fit;
import io.customerroom.statistics.lifetime.GammaGamma;
import io.customerroom.statistics.lifetime.PurchaseModel;
import io.customerroom.statistics.lifetime.Scores;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How customers are valued by what was known on one day: a model of buying and one of spend, fitted to all of them, and the share that returns
 * leave; and a model of buying of its own for a segment that has one. Any customers may be valued by it, also as they stood on another day.
 */
final class Pricing implements Priced {

    private final PurchaseModel model;
    private final Map<String, PurchaseModel> own;
    private final GammaGamma spend;
    private final double kept;
    private final Assumptions assumptions;

    private Pricing(
            PurchaseModel model,
            Map<String, PurchaseModel> own,
            GammaGamma spend,
            double kept,
            Assumptions assumptions) {
        this.model = model;
        this.own = own;
        this.spend = spend;
        this.kept = kept;
        this.assumptions = assumptions;
    }

    /**
     * By these models, or where one is refused by another of its family: what it becomes where customers cannot be told apart, or what it is the limit of. A segment whose
     * whole family is refused is valued by the model of all.
     */
    static Priced of(Kinds kinds, Buyers buyers, Assumptions assumptions) {
        Candidate candidate = kinds.common();
        if (buyers.isEmpty()) {
            return new Priced.Unpriced("nobody had bought by then");
        }
        return switch (found(candidate, buyers.counts()).fit()) {
            case Fit.Refused<? extends PurchaseModel> refused ->
                new Priced.Unpriced(candidate.label() + " is refused: " + refused.why());
            case Fit.Converged<? extends PurchaseModel> fit ->
                switch (GammaGamma.fit(buyers.spending())) {
                    case Fit.Refused<GammaGamma> refused -> new Priced.Unpriced("spend is refused: " + refused.why());
                    case Fit.Converged<GammaGamma> money ->
                        new Pricing(fit.model(), own(kinds, buyers), money.model(), buyers.kept(), assumptions);
                };
        };
    }

    private static Map<String, PurchaseModel> own(Kinds kinds, Buyers buyers) {
        Map<String, PurchaseModel> own = new TreeMap<>();
        kinds.own().forEach((segment, kind) -> {
            Counts counts = buyers.counts(buyers.of(segment::equals));
            if (found(kind, counts).fit() instanceof Fit.Converged<? extends PurchaseModel> fit) {
                own.put(segment, fit.model());
            }
        });
        return own;
    }

    /** A fit and whose it is. */
    record Found(Candidate candidate, Fit<? extends PurchaseModel> fit) {}

    /** The first of the family that is not refused, beginning with this one; where all are, the refusal of this one. */
    static Found found(Candidate candidate, Counts counts) {
        Found first = new Found(candidate, candidate.fit(counts));
        if (first.fit() instanceof Fit.Converged) {
            return first;
        }
        for (Candidate kin : candidate.family().members()) {
            if (kin != candidate && kin.fit(counts) instanceof Fit.Converged<? extends PurchaseModel> fit) {
                return new Found(kin, fit);
            }
        }
        return first;
    }

    /** What customers in these groups are expected to pay, in today's money, returns taken off. Every state is valued once, in however many groups it is. */
    Prices on(Collection<Prices.Group> groups, LocalDate today) {
        Map<PurchaseModel, List<CountedStates>> met = new IdentityHashMap<>();
        for (Prices.Group group : groups) {
            met.computeIfAbsent(model(group.segment()), model -> new ArrayList<>())
                    .add(group.states());
        }
        Map<PurchaseModel, Prices.Table> tables = new IdentityHashMap<>();
        met.forEach((model, states) -> {
            CountedStates all = states.size() == 1 ? states.getFirst() : CountedStates.together(states);
            tables.put(model, table(model, all, all.at(Math.toIntExact(today.toEpochDay()))));
        });
        return new Prices(this::model, tables, spend, kept);
    }

    private PurchaseModel model(String segment) {
        return own.getOrDefault(segment, model);
    }

    private Prices.Table table(PurchaseModel model, CountedStates states, Counts counts) {
        double[] ends = IntStream.rangeClosed(1, assumptions.years())
                .mapToDouble(year -> Assumptions.YEAR * year)
                .toArray();
        double[] sum = new double[counts.size()];
        double[] before = new double[counts.size()];
        double[] alive = new double[counts.size()];
        List<Scores> scores = Scores.of(model, counts, ends);
        for (int year = 1; year <= ends.length; year++) {
            Scores ahead = scores.get(year - 1);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += assumptions.weight(year) * Math.max(0, ahead.expected(i) - before[i]);
                before[i] = ahead.expected(i);
                alive[i] = ahead.alive(i);
            }
        }
        return new Prices.Table(states, sum, alive);
    }
}
