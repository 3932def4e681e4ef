package io.customerroom.walls.worth;

import io.customerroom.statistics.lifetime.CountedStates;
import io.customerroom.statistics.lifetime.Counts;
import io.customerroom.statistics.lifetime.Fit;
import io.customerroom.statistics.lifetime.GammaGamma;
import io.customerroom.statistics.lifetime.PurchaseModel;
import io.customerroom.statistics.lifetime.Spending;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * Sums what customers are worth, by fitted models: purchases to come × spend per purchase × what returns leave, year by year in today's money.
 * Intervals are those of {@link Precision}.
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
        Precision precision = precision(spend);
        return new Worth.Valued(
                common.candidate(),
                passedOver,
                common.estimate().toString(),
                now.counts().customers(),
                parts.stream()
                        .mapToDouble(part -> part.counts().sum(part.buying().model()::probabilityAlive))
                        .sum(),
                precision.purchases(nextYear()),
                bands(money),
                money.map(one -> equity(one, precision)),
                refused,
                spending.customers() > 0 ? spending.correlation().sentence() : "",
                holdout,
                new Basis(common, own, spend, kept, assumptions),
                money.map(one -> segments(one, precision)).orElse(List.of()),
                choices);
    }

    private Worth.Equity equity(GammaGamma spend, Precision precision) {
        double[] years = new double[assumptions.years()];
        for (Part part : parts) {
            for (int year = 0; year < years.length; year++) {
                years[year] += assumptions.weight(year + 1) * money(spend, part.ahead()[year], part.now());
            }
        }
        return new Worth.Equity(
                precision.total(Arrays.stream(years).sum()),
                IntStream.range(0, years.length)
                        .mapToObj(year -> precision.year(years[year], year))
                        .toList(),
                spend,
                kept);
    }

    /** Customers of each segment, valued by its model. */
    private Precision precision(Optional<Fit.Converged<GammaGamma>> spend) {
        return Precision.of(
                assumptions,
                now.segments().stream()
                        .map(segment -> new Prices.Group(segment, now.of(segment::equals)))
                        .toList(),
                Math.toIntExact(now.through().toEpochDay()),
                segment -> own.getOrDefault(segment, common),
                spend);
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

    private double nextYear() {
        double sum = 0;
        for (Part part : parts) {
            for (int i = 0; i < part.counts().size(); i++) {
                sum += part.counts().weight(i) * part.ahead()[0][i];
            }
        }
        return sum;
    }

    private List<Worth.Segment> segments(GammaGamma spend, Precision precision) {
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
            segments.add(new Worth.Segment(segment, many, precision.group(kept * sum, segment)));
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
