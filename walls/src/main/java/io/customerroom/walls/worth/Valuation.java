package io.customerroom.walls.worth;

import io.customerroom.statistics.Interval;
import io.customerroom.statistics.lifetime.Counts;
import io.customerroom.statistics.lifetime.Estimate;
import io.customerroom.statistics.lifetime.ExponentialNbd;
import io.customerroom.statistics.lifetime.Fit;
import io.customerroom.statistics.lifetime.GammaGamma;
import io.customerroom.statistics.lifetime.Nbd;
import io.customerroom.statistics.lifetime.PurchaseModel;
import io.customerroom.statistics.lifetime.Scale;
import io.customerroom.statistics.lifetime.Scores;
import io.customerroom.statistics.lifetime.Spending;
import io.customerroom.statistics.numeric.SpecialFunctions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            switch (candidate.fit(now.counts())) {
                case Fit.Converged<? extends PurchaseModel> fit -> {
                    return valued(candidate, passedOver(candidate, holdout, refused), fit, now, holdout);
                }
                case Fit.Refused<? extends PurchaseModel> no -> refused.put(candidate, no);
            }
        }
        if (refused.values().stream().allMatch(Valuation::nobodyIsSeenToLeave)
                && Nbd.fit(now.counts()) instanceof Fit.Converged<Nbd> fit) {
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
    private static boolean nobodyIsSeenToLeave(Fit.Refused<? extends PurchaseModel> refused) {
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
        Spending spending = now.spending();
        Optional<Fit.Converged<GammaGamma>> spend = Optional.empty();
        String refused = "";
        switch (GammaGamma.fit(spending)) {
            case Fit.Converged<GammaGamma> converged -> spend = Optional.of(converged);
            case Fit.Refused<GammaGamma> no -> refused = no.why();
        }
        double[][] ahead = purchases(fit.model(), now.counts());
        Estimate estimate = fit.estimate();
        Optional<PurchaseModel> quickest = candidate.leaving()
                ? Optional.empty()
                : Optional.of(ExponentialNbd.quickest(now.counts(), assumptions.level()));
        Interval next = reaching(
                estimate.interval(p -> nextYear(candidate.model(p), now.counts()), Scale.LOG, assumptions.level()),
                quickest.map(model -> nextYear(model, now.counts())));
        return new Worth.Valued(
                candidate,
                passedOver,
                estimate.toString(),
                now.counts().customers(),
                now.counts().sum(fit.model()::probabilityAlive),
                new Worth.Amount(weighted(now.counts(), ahead[0]), next),
                bands(fit.model(), now, ahead, spend.map(Fit.Converged::model)),
                spend.map(money -> equity(candidate, estimate, quickest, ahead, money, now)),
                refused,
                spending.customers() > 0 ? spending.correlation().sentence() : "",
                holdout,
                new Basis(candidate, fit.model(), estimate, spend, now.kept(), quickest, assumptions));
    }

    private Worth.Equity equity(
            Candidate candidate,
            Estimate buying,
            Optional<PurchaseModel> quickest,
            double[][] ahead,
            Fit.Converged<GammaGamma> spend,
            Buyers now) {
        List<Double> years = new ArrayList<>();
        double total = 0;
        for (int year = 0; year < assumptions.years(); year++) {
            double part = assumptions.weight(year + 1) * money(spend.model(), ahead[year], now);
            years.add(part);
            total += part;
        }
        double own = buying.standardError(
                p -> Math.log(discounted(spend.model(), purchases(candidate.model(p), now.counts()), now)));
        double paid =
                spend.estimate().standardError(p -> Math.log(discounted(new GammaGamma(p[0], p[1], p[2]), ahead, now)));
        double half = SpecialFunctions.normalQuantile((1 + assumptions.level()) / 2) * Math.hypot(own, paid);
        Interval interval = reaching(
                new Interval(total * Math.exp(-half), total * Math.exp(half), assumptions.level()),
                quickest.map(model -> discounted(spend.model(), purchases(model, now.counts()), now)));
        return new Worth.Equity(new Worth.Amount(total, interval), years, spend.model(), now.kept());
    }

    /** Where nobody is seen to leave, the interval also reaches down to what the quickest leaving that is not excluded would leave of the figure. */
    private static Interval reaching(Interval interval, Optional<Double> least) {
        return new Interval(Math.min(interval.low(), least.orElse(interval.low())), interval.high(), interval.level());
    }

    private double discounted(GammaGamma spend, double[][] ahead, Buyers now) {
        double sum = 0;
        for (int year = 0; year < ahead.length; year++) {
            sum += assumptions.weight(year + 1) * money(spend, ahead[year], now);
        }
        return sum;
    }

    private static double money(GammaGamma spend, double[] purchases, Buyers now) {
        double sum = 0;
        for (int i = 0; i < purchases.length; i++) {
            sum += purchases[i] * spend(spend, now, i);
        }
        return now.kept() * sum;
    }

    /** Expected spend per purchase, of all customers of a state together: linear in what they spent, so that sums are enough. */
    private static double spend(GammaGamma spend, Buyers now, int state) {
        int x = now.counts().state(state).x();
        double customers = now.counts().weight(state);
        return customers * spend.expected(x, x == 0 ? 0 : now.spend(state) / customers / x);
    }

    private double[][] purchases(PurchaseModel model, Counts counts) {
        return ahead(model, counts, assumptions.years());
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

    private static double nextYear(PurchaseModel model, Counts counts) {
        Scores scores = Scores.of(model, counts, Assumptions.YEAR);
        double sum = 0;
        for (int i = 0; i < counts.size(); i++) {
            sum += counts.weight(i) * scores.expected(i);
        }
        return sum;
    }

    private static double weighted(Counts counts, double[] values) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += counts.weight(i) * values[i];
        }
        return sum;
    }

    private List<Worth.Band> bands(PurchaseModel model, Buyers now, double[][] ahead, Optional<GammaGamma> spend) {
        double[][] sums = new double[BANDS][4];
        for (int i = 0; i < now.counts().size(); i++) {
            double alive = model.probabilityAlive(now.counts().state(i));
            double customers = now.counts().weight(i);
            double[] band = sums[Math.min(BANDS - 1, (int) (alive * BANDS))];
            band[0] += customers;
            band[1] += customers * alive;
            band[2] += customers * ahead[0][i];
            if (spend.isPresent()) {
                double each = now.kept() * spend(spend.get(), now, i);
                for (int year = 0; year < ahead.length; year++) {
                    band[3] += assumptions.weight(year + 1) * ahead[year][i] * each;
                }
            }
        }
        List<Worth.Band> bands = new ArrayList<>();
        for (int i = 0; i < BANDS; i++) {
            bands.add(new Worth.Band(
                    i * 100 / BANDS, (i + 1) * 100 / BANDS, sums[i][0], sums[i][1], sums[i][2], sums[i][3]));
        }
        return bands;
    }
}
