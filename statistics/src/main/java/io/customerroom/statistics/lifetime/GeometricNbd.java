package io.customerroom.statistics.lifetime;

import io.customerroom.statistics.numeric.ConfluentU;
import io.customerroom.statistics.numeric.GammaDraw;
import io.customerroom.statistics.numeric.LogSpace;
import io.customerroom.statistics.numeric.NegativeBinomial;
import io.customerroom.statistics.numeric.Optimiser;
import io.customerroom.statistics.numeric.SpecialFunctions;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * MBG/NBD with one chance of leaving: rates differ by a gamma distribution, and after each purchase, the first among them, everybody leaves with the same probability
 * p = 1 / (1 + stay). It is the {@link MbgNbd} at the border where a and b grow without bound and b / a stays: what is left of that model where data do not tell that
 * customers differ in leaving. At the border on the other side, where stay has no bound, it is the {@link Nbd}.
 *
 * <pre>
 * odds of being alive = stay × ((alpha + t_x) / (alpha + T))^(r + x)
 * E[X(t) | alive, x, T] = (1 − (1 + p t / (alpha + T))^−(r + x)) / p
 * </pre>
 *
 * <p>Source: the limit of E. P. Batislam, M. Denizel and A. Filiztekin (2007), International Journal of Research in Marketing 24 (3), 201–209. Exact to a relative
 * 1e-9 for r from 0.05 to 5, alpha from 1e-3 to 1e4, p from 1e-6 to 0.95 and x up to 50,000.
 *
 * @param r shape of the rates
 * @param alpha rate parameter of the rates, in units of time
 * @param stay odds of staying after a purchase: with 9, one of ten purchases is the last
 */
public record GeometricNbd(double r, double alpha, double stay) implements PurchaseModel {

    /** As {@link MbgNbd}'s label in likelihood-ratio tests. */
    static final String NAME = "the model in which all leave with one chance";

    private static final List<String> NAMES = List.of("r", "alpha", "stay");

    public GeometricNbd {
        Parameter.positive("r", r);
        Parameter.positive("alpha", alpha);
        Parameter.positive("stay", stay);
    }

    /** By exact maximum likelihood on the counts. Stands against the NBD, in which nobody leaves. */
    public static Fit<GeometricNbd> fit(Counts counts) {
        if (Start.tooFew(counts)) {
            return new Fit.Refused<>(Fit.Reason.TOO_FEW, Start.TOO_FEW, null, OptionalDouble.empty());
        }
        double scale = 1 / Start.rate(counts);
        return new MaximumLikelihood<>(NAMES, p -> new GeometricNbd(p[0], p[1], p[2]))
                .from(0.3, 0.3 * scale, 3)
                .from(1.5, scale, 20)
                .against(Nbd.NAME, Nbd.maximum(counts), 1)
                .fit(new GeometricLikelihood(counts));
    }

    /** Maximised, for likelihood-ratio tests of the richer model; this one need not be identified for it. */
    static double maximum(Counts counts) {
        return Optimiser.maximise(new GeometricLikelihood(counts), 0.3, 0.3 / Start.rate(counts), 3)
                .value();
    }

    /** p, the probability that a purchase is the last. */
    public double leaving() {
        return 1 / (1 + stay);
    }

    @Override
    public double expected(double t) {
        Parameter.notNegative("t", t);
        return stay / (1 + stay) * ifAlive(t, r, alpha);
    }

    @Override
    public double expected(double t, History history) {
        return probabilityAlive(history) * ifAlive(t, r + history.x(), alpha + history.age());
    }

    @Override
    public OptionalDouble expectedIfAlive(double t, int x, double age) {
        return OptionalDouble.of(ifAlive(t, r + x, alpha + age));
    }

    private double ifAlive(double t, double shape, double rate) {
        double p = leaving();
        return -Math.expm1(-shape * Math.log1p(p * t / rate)) / p;
    }

    @Override
    public double logOddsAlive(History history) {
        double silence = (history.age() - history.recency()) / (alpha + history.recency());
        return Math.log(stay) - (r + history.x()) * Math.log1p(silence);
    }

    @Override
    public double probability(int n, double t) {
        return probability(n, 0, t);
    }

    /** Somebody alive at the start of the window starts afresh there; of his rate it is known that it has not made him leave. */
    @Override
    public double probability(int n, double from, double to) {
        Parameter.notNegative("n", n);
        Parameter.notNegative("from", from);
        Parameter.notNegative("to - from", to - from);
        double p = leaving();
        double logStays = -Math.log1p(1 / stay);
        double gone = -Math.expm1(-r * Math.log1p(p * from / alpha));
        NegativeBinomial purchases = new NegativeBinomial(r, (to - from) / (alpha + p * from));
        double stays = Math.exp(logStays);
        if (n == 0) {
            return p + stays * (gone + (1 - gone) * purchases.probability(0));
        }
        double survived = Math.exp(n * logStays - r * Math.log1p(p * from / alpha));
        return survived * (stays * purchases.probability(n) + p * purchases.atLeast(n));
    }

    @Override
    public double probability(int n, double t, History history) {
        Parameter.notNegative("n", n);
        Parameter.notNegative("t", t);
        double odds = logOddsAlive(history);
        NegativeBinomial purchases = new NegativeBinomial(r + history.x(), t / (alpha + history.age()));
        if (n == 0) {
            return LogSpace.logistic(-odds) + LogSpace.logistic(odds) * purchases.probability(0);
        }
        double stays = stay / (1 + stay);
        return LogSpace.logistic(odds)
                * Math.exp(-(n - 1) * Math.log1p(1 / stay))
                * (stays * purchases.probability(n) + leaving() * purchases.atLeast(n));
    }

    @Override
    public double logLikelihood(History history) {
        if (history.x() == 0) {
            double other = stay / (1 + stay) * -Math.expm1(-r * Math.log1p(history.age() / alpha));
            return Math.log1p(-other);
        }
        double x = history.x();
        return SpecialFunctions.logRising(r, x)
                - r * Math.log1p(history.age() / alpha)
                - x * Math.log(alpha + history.age())
                - (x + 1) * Math.log1p(1 / stay)
                + LogSpace.logOnePlusExp(-logOddsAlive(history));
    }

    /** DERT: the purchases still to be expected of this customer, for ever, each worth its discounted value today. Without a discount 1 / p if he is alive. */
    public double discountedExpected(Discount discount, History history) {
        double shape = r + history.x();
        double p = leaving();
        if (discount.force() == 0) {
            return probabilityAlive(history) / p;
        }
        double scale = discount.force() * (alpha + history.age()) / p;
        return probabilityAlive(history) * shape * ConfluentU.ofOne(1 - shape, scale) / p;
    }

    /** A customer as this model supposes them, observed for the given age: to plan, and to prove the estimator. */
    public History draw(RandomGenerator random, double age) {
        double rate = GammaDraw.gamma(random, r) / alpha;
        double last = 0;
        int x = 0;
        double now = 0;
        while (random.nextDouble() >= leaving()) {
            now -= Math.log1p(-random.nextDouble()) / rate;
            if (!(now <= age)) {
                break;
            }
            last = now;
            x++;
        }
        return new History(x, last, age);
    }
}
