package io.customerroom.walls.worth;

import io.customerroom.statistics.Interval;
import io.customerroom.statistics.lifetime.CountedStates;
import io.customerroom.statistics.lifetime.Counts;
import io.customerroom.statistics.lifetime.Fit;
import io.customerroom.statistics.lifetime.GammaGamma;
import io.customerroom.statistics.lifetime.PurchaseModel;
import io.customerroom.statistics.lifetime.Scores;
import io.customerroom.statistics.lifetime.Spending;
import io.customerroom.statistics.numeric.SpecialFunctions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.ToDoubleBiFunction;

/**
 * Sums what customers are worth, by fitted models: purchases to come × spend per purchase × what returns leave, year by year in today's money.
 *
 * <p>Intervals come by the delta method on the logarithm. Where several models of buying value parts of the customers, their standard errors are added up as if all erred
 * in one direction (they share customers, so that they are not independent): such an interval is wide rather than narrow. The error of spend is independent of them.
 */
final class Appraisal {

    /** Customers valued by one model of buying, with what they are expected to buy in each coming year. */
    private record Part(Buying buying, Crowd now, double[][] ahead) {

        Counts counts() {
            return now.counts();
        }
    }

    /** Customers by state, and as the models see them. */
    private record Crowd(CountedStates states, Counts counts) {}

    private final Assumptions assumptions;
    private final Buyers now;
    private final Buying common;
    private final SortedMap<String, Buying> own;
    private final List<Part> parts = new ArrayList<>();
    private final double kept;

    /** @param own models of segments, by their names */
    Appraisal(Assumptions assumptions, Buyers now, Buying common, SortedMap<String, Buying> own) {
        this.assumptions = assumptions;
        this.now = now;
        this.common = common;
        this.own = own;
        this.kept = now.kept();
        add(common, own.isEmpty() ? now.states() : now.of(segment -> !own.containsKey(segment)));
        own.forEach((segment, buying) -> add(buying, now.of(segment::equals)));
    }

    private void add(Buying buying, CountedStates states) {
        if (states.size() > 0) {
            Crowd customers = crowd(states);
            parts.add(new Part(buying, customers, ahead(buying.model(), customers.counts())));
        }
    }

    private Crowd crowd(CountedStates states) {
        return new Crowd(states, states == now.states() ? now.counts() : now.counts(states));
    }

    Worth.Valued worth(String passedOver, Holdout holdout, Optional<List<SegmentChoice>> choices) {
        Spending spending = now.spending();
        Optional<Fit.Converged<GammaGamma>> spend = Optional.empty();
        String refused = "";
        switch (GammaGamma.fit(spending)) {
            case Fit.Converged<GammaGamma> converged -> spend = Optional.of(converged);
            case Fit.Refused<GammaGamma> no -> refused = no.why();
        }
        Optional<GammaGamma> money = spend.map(Fit.Converged::model);
        return new Worth.Valued(
                common.candidate(),
                passedOver,
                common.estimate().toString(),
                now.counts().customers(),
                parts.stream()
                        .mapToDouble(part -> part.counts().sum(part.buying().model()::probabilityAlive))
                        .sum(),
                amount(Appraisal::nextYear, 0),
                bands(money),
                spend.map(this::equity),
                refused,
                spending.customers() > 0 ? spending.correlation().sentence() : "",
                holdout,
                new Basis(common, own, spend, kept, assumptions),
                money.map(this::segments).orElse(List.of()),
                choices);
    }

    private Worth.Equity equity(Fit.Converged<GammaGamma> spend) {
        double[] years = new double[assumptions.years()];
        for (Part part : parts) {
            for (int year = 0; year < years.length; year++) {
                years[year] += assumptions.weight(year + 1) * money(spend.model(), part.ahead()[year], part.now());
            }
        }
        double paid = spend.estimate().standardError(p -> {
            GammaGamma other = new GammaGamma(p[0], p[1], p[2]);
            return Math.log(parts.stream()
                    .mapToDouble(part -> discounted(other, part.ahead(), part.now()))
                    .sum());
        });
        Worth.Amount total = amount(
                (model, customers) -> discounted(spend.model(), ahead(model, customers.counts()), customers), paid);
        return new Worth.Equity(total, Arrays.stream(years).boxed().toList(), spend.model(), kept);
    }

    /**
     * A quantity of all customers with its interval; where nobody is seen to leave, it also reaches down to what the quickest leaving that is not excluded would leave of it.
     *
     * @param other standard error of its logarithm from elsewhere
     */
    private Worth.Amount amount(ToDoubleBiFunction<PurchaseModel, Crowd> of, double other) {
        double total = 0;
        double error = 0;
        double least = 0;
        for (Part part : parts) {
            double value = of.applyAsDouble(part.buying().model(), part.now());
            total += value;
            error += value
                    * part.buying()
                            .estimate()
                            .standardError(
                                    p -> Math.log(of.applyAsDouble(part.buying().with(p), part.now())));
            least += part.buying()
                    .quickest()
                    .map(model -> of.applyAsDouble(model, part.now()))
                    .orElse(value);
        }
        double half = SpecialFunctions.normalQuantile((1 + assumptions.level()) / 2) * Math.hypot(error / total, other);
        return new Worth.Amount(
                total,
                new Interval(Math.min(total * Math.exp(-half), least), total * Math.exp(half), assumptions.level()));
    }

    private double discounted(GammaGamma spend, double[][] ahead, Crowd customers) {
        double sum = 0;
        for (int year = 0; year < ahead.length; year++) {
            sum += assumptions.weight(year + 1) * money(spend, ahead[year], customers);
        }
        return sum;
    }

    private double money(GammaGamma spend, double[] purchases, Crowd customers) {
        double sum = 0;
        for (int i = 0; i < purchases.length; i++) {
            sum += purchases[i] * spend(spend, customers, i);
        }
        return kept * sum;
    }

    /** Expected spend per purchase, of all customers of a state together: linear in what they spent, so that sums are enough. */
    private static double spend(GammaGamma spend, Crowd customers, int state) {
        int x = customers.states().x(state);
        double many = customers.states().customers(state);
        return many * spend.expected(x, x == 0 ? 0 : customers.states().spend(state) / many / x);
    }

    private double[][] ahead(PurchaseModel model, Counts counts) {
        return Valuation.ahead(model, counts, assumptions.years());
    }

    private static double nextYear(PurchaseModel model, Crowd customers) {
        Counts counts = customers.counts();
        Scores scores = Scores.of(model, counts, Assumptions.YEAR);
        double sum = 0;
        for (int i = 0; i < counts.size(); i++) {
            sum += counts.weight(i) * scores.expected(i);
        }
        return sum;
    }

    private List<Worth.Segment> segments(GammaGamma spend) {
        if (now.segments().size() < 2) {
            return List.of();
        }
        List<Worth.Segment> segments = new ArrayList<>();
        for (String segment : now.segments()) {
            CountedStates customers = now.of(segment::equals);
            Part part = part(segment);
            int[] places = part.now().states().placesOf(customers);
            double sum = 0;
            long many = 0;
            for (int i = 0; i < places.length; i++) {
                int x = customers.x(i);
                long alike = customers.customers(i);
                double each = spend.expected(x, x == 0 ? 0 : customers.spend(i) / alike / x);
                many += alike;
                for (int year = 0; year < part.ahead().length; year++) {
                    sum += assumptions.weight(year + 1) * part.ahead()[year][places[i]] * alike * each;
                }
            }
            segments.add(new Worth.Segment(segment, many, kept * sum));
        }
        return segments;
    }

    /** The customers among whom those of a segment are valued. */
    private Part part(String segment) {
        Buying buying = own.getOrDefault(segment, common);
        return parts.stream()
                .filter(part -> part.buying() == buying)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody is of the segment " + segment));
    }

    private List<Worth.Band> bands(Optional<GammaGamma> spend) {
        double[][] sums = new double[Valuation.BANDS][4];
        for (Part part : parts) {
            PurchaseModel model = part.buying().model();
            for (int i = 0; i < part.counts().size(); i++) {
                double alive = model.probabilityAlive(part.counts().state(i));
                double customers = part.counts().weight(i);
                double[] band = sums[Math.min(Valuation.BANDS - 1, (int) (alive * Valuation.BANDS))];
                band[0] += customers;
                band[1] += customers * alive;
                band[2] += customers * part.ahead()[0][i];
                if (spend.isPresent()) {
                    double each = kept * spend(spend.get(), part.now(), i);
                    for (int year = 0; year < part.ahead().length; year++) {
                        band[3] += assumptions.weight(year + 1) * part.ahead()[year][i] * each;
                    }
                }
            }
        }
        List<Worth.Band> bands = new ArrayList<>();
        for (int i = 0; i < sums.length; i++) {
            bands.add(new Worth.Band(
                    i * 100 / sums.length,
                    (i + 1) * 100 / sums.length,
                    sums[i][0],
                    sums[i][1],
                    sums[i][2],
                    sums[i][3]));
        }
        return bands;
    }
}
