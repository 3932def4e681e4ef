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
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How customers are valued by what was known on one day: a model of buying and one of spend, fitted to all of them, and the share that returns
 * leave; and a model of buying of its own for a segment that has one. Any customers may be valued by it, also as they stood on another day.
 */
final class Pricing implements Priced {

    /** No segment is called so. */
    private static final String EVERYBODY_ELSE = "\u0000";

    private final Buying common;
    private final Map<String, Buying> own;
    private final Fit.Converged<GammaGamma> spend;
    private final double kept;
    private final Assumptions assumptions;
    private final Worth.Amount worth;

    private Pricing(
            Buying common,
            Map<String, Buying> own,
            Fit.Converged<GammaGamma> spend,
            Buyers buyers,
            Assumptions assumptions) {
        this.common = common;
        this.own = own;
        this.spend = spend;
        this.kept = buyers.kept();
        this.assumptions = assumptions;
        this.worth = worth(buyers);
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
        Found found = found(candidate, buyers);
        return switch (found.fit()) {
            case Fit.Refused<? extends PurchaseModel> refused ->
                new Priced.Unpriced(candidate.label() + " is refused: " + refused.why());
            case Fit.Converged<? extends PurchaseModel> fit ->
                switch (GammaGamma.fit(buyers.spending())) {
                    case Fit.Refused<GammaGamma> refused -> new Priced.Unpriced("spend is refused: " + refused.why());
                    case Fit.Converged<GammaGamma> money ->
                        new Pricing(
                                Buying.of(found.candidate(), fit, buyers.counts(), assumptions.level()),
                                own(kinds, buyers, assumptions.level()),
                                money,
                                buyers,
                                assumptions);
                };
        };
    }

    private static Map<String, Buying> own(Kinds kinds, Buyers buyers, double level) {
        Map<String, Buying> own = new TreeMap<>();
        kinds.own().forEach((segment, kind) -> {
            Counts counts = buyers.counts(buyers.of(segment::equals));
            Found found = found(kind, counts);
            if (found.fit() instanceof Fit.Converged<? extends PurchaseModel> fit) {
                own.put(segment, Buying.of(found.candidate(), fit, counts, level));
            }
        });
        return own;
    }

    /** What those are worth by whom it was fitted, on their day, and how well that is known. */
    Worth.Amount worth() {
        return worth;
    }

    private Worth.Amount worth(Buyers buyers) {
        List<Prices.Group> groups = new ArrayList<>();
        own.keySet().forEach(segment -> groups.add(new Prices.Group(segment, buyers.of(segment::equals))));
        CountedStates rest = own.isEmpty() ? buyers.states() : buyers.of(segment -> !own.containsKey(segment));
        if (rest.size() > 0) {
            groups.add(new Prices.Group(EVERYBODY_ELSE, rest));
        }
        Prices prices = on(groups, buyers.through());
        return Precision.of(
                        assumptions,
                        groups,
                        Math.toIntExact(buyers.through().toEpochDay()),
                        this::buying,
                        Optional.of(spend))
                .total(groups.stream().mapToDouble(prices::sum).sum());
    }

    /** A fit and whose it is. */
    record Found(Candidate candidate, Fit<? extends PurchaseModel> fit) {}

    /** The first of the family that is not refused, beginning with this one; where all are, the refusal of this one. */
    static Found found(Candidate candidate, Counts counts) {
        return found(candidate, one -> one.fit(counts));
    }

    /** Of all of them; what was fitted to them before is not fitted again. */
    static Found found(Candidate candidate, Buyers buyers) {
        return found(candidate, buyers::fit);
    }

    private static Found found(Candidate candidate, Function<Candidate, Fit<? extends PurchaseModel>> fits) {
        Found first = new Found(candidate, fits.apply(candidate));
        if (first.fit() instanceof Fit.Converged) {
            return first;
        }
        for (Candidate kin : candidate.family().members()) {
            if (kin != candidate && fits.apply(kin) instanceof Fit.Converged<? extends PurchaseModel> fit) {
                return new Found(kin, fit);
            }
        }
        return first;
    }

    /** What customers in these groups are expected to pay, in today's money, returns taken off. Every state is valued once, in however many groups it is. */
    Prices on(Collection<Prices.Group> groups, LocalDate today) {
        return on(groups, today, Optional.empty());
    }

    /** @param known prices of the same day, by this pricing; what they hold is not computed again */
    Prices on(Collection<Prices.Group> groups, LocalDate today, Optional<Prices> known) {
        Map<PurchaseModel, List<CountedStates>> met = new IdentityHashMap<>();
        for (Prices.Group group : groups) {
            met.computeIfAbsent(model(group.segment()), model -> new ArrayList<>())
                    .add(group.states());
        }
        Map<PurchaseModel, Prices.Table> tables = new IdentityHashMap<>();
        met.forEach((model, states) -> {
            CountedStates all = states.size() == 1 ? states.getFirst() : CountedStates.together(states);
            tables.put(
                    model,
                    known.flatMap(prices -> prices.table(model, all))
                            .orElseGet(() -> table(model, all, all.at(Math.toIntExact(today.toEpochDay())))));
        });
        return new Prices(this::model, tables, spend.model(), kept);
    }

    private Buying buying(String segment) {
        return own.getOrDefault(segment, common);
    }

    private PurchaseModel model(String segment) {
        return buying(segment).model();
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
