package io.customerroom.walls.worth;

import io.customerroom.statistics.lifetime.Counts;
import io.customerroom.statistics.lifetime.Fit;
import io.customerroom.statistics.lifetime.GammaGamma;
import io.customerroom.statistics.lifetime.History;
import io.customerroom.statistics.lifetime.PurchaseModel;
import io.customerroom.statistics.lifetime.Scores;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How customers are valued by what was known on one day: a model of buying and one of spend, fitted to all of them, and the share that returns
 * leave; and a model of buying of its own for a segment that has one. Any customers may be valued by it, also as they stood on another day.
 */
final class Pricing implements Priced {

    private static final Comparator<History> ORDER = Comparator.comparingInt(History::x)
            .thenComparingDouble(History::recency)
            .thenComparingDouble(History::age);

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
            Counts counts = buyers.of(segment::equals).counts();
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

    /** What one customer of each state is expected to pay, in today's money, returns taken off. */
    double[] each(List<Buyers.State> states, LocalDate today) {
        double[] each = new double[states.size()];
        Grouped.by(states, this::model).forEach((model, places) -> {
            double[] some = each(model, Grouped.at(places, states), today);
            for (int i = 0; i < some.length; i++) {
                each[places.get(i)] = some[i];
            }
        });
        return each;
    }

    private PurchaseModel model(String segment) {
        return own.getOrDefault(segment, model);
    }

    private double[] each(PurchaseModel model, List<Buyers.State> states, LocalDate today) {
        TreeMap<History, Integer> places = new TreeMap<>(ORDER);
        states.forEach(state -> places.put(history(state, today), 0));
        int place = 0;
        for (var entry : places.entrySet()) {
            entry.setValue(place++);
        }
        double[] purchases = places.isEmpty() ? new double[0] : discounted(model, counts(places));
        return states.stream()
                .mapToDouble(state -> {
                    int x = state.x();
                    double mean = x == 0 ? 0 : Math.max(0, state.spend()) / x;
                    return kept * purchases[places.getOrDefault(history(state, today), 0)] * spend.expected(x, mean);
                })
                .toArray();
    }

    /** P(alive) of one customer of each state. */
    double[] alive(List<Buyers.State> states, LocalDate today) {
        return states.stream()
                .mapToDouble(state -> model(state.segment()).probabilityAlive(history(state, today)))
                .toArray();
    }

    private double[] discounted(PurchaseModel model, Counts counts) {
        double[] sum = new double[counts.size()];
        double[] before = new double[counts.size()];
        for (int year = 1; year <= assumptions.years(); year++) {
            Scores scores = Scores.of(model, counts, Assumptions.YEAR * year);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += assumptions.weight(year) * Math.max(0, scores.expected(i) - before[i]);
                before[i] = scores.expected(i);
            }
        }
        return sum;
    }

    private static Counts counts(TreeMap<History, Integer> places) {
        return Counts.ofDailyStates(
                places.keySet().stream().mapToInt(History::x).toArray(),
                places.keySet().stream()
                        .mapToInt(state -> (int) state.recency())
                        .toArray(),
                places.keySet().stream().mapToInt(state -> (int) state.age()).toArray(),
                places.keySet().stream().mapToDouble(state -> 1).toArray());
    }

    private static History history(Buyers.State state, LocalDate today) {
        return new History(
                state.x(),
                ChronoUnit.DAYS.between(state.firstOn(), state.lastOn()),
                ChronoUnit.DAYS.between(state.firstOn(), today));
    }
}
