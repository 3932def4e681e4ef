package io.customerroom.statistics.lifetime;

import io.customerroom.statistics.numeric.GammaDraw;
import io.customerroom.statistics.numeric.Hypergeometric;
import io.customerroom.statistics.numeric.LogSpace;
import io.customerroom.statistics.numeric.SpecialFunctions;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * The BG/BB: at each of a row of opportunities (a yearly appeal, a season) a customer who is still there buys with a probability of his own, and before each
 * he may leave with another of his own. The probabilities differ between customers by beta distributions. Times are whole numbers of opportunities: T is n,
 * and t_x the last one taken.
 *
 * <p><b>Alive</b> means here that the customer will be there at the <em>next</em> opportunity, n + 1: that is what the papers print.
 *
 * <p>Likelihoods are sums of positive terms over the opportunity at which a customer may have left, formed by their logarithms: no floor, no overflow.
 *
 * <p>Source: P. S. Fader, B. G. S. Hardie and J. Shang (2010), Customer-base analysis in a discrete-time noncontractual setting, Marketing Science 29,
 * 1086–1108.
 *
 * @param alpha with β, of the probability of buying: its mean is α / (α + β)
 * @param gamma with δ, of the probability of leaving: its mean is γ / (γ + δ)
 */
public record BgBb(double alpha, double beta, double gamma, double delta) implements PurchaseModel {

    public BgBb {
        Parameter.positive("alpha", alpha);
        Parameter.positive("beta", beta);
        Parameter.positive("gamma", gamma);
        Parameter.positive("delta", delta);
    }

    /** By exact maximum likelihood on counts. Stands against the beta-binomial, in which nobody leaves. */
    public static Fit<BgBb> fit(Counts counts) {
        return BgBbLikelihood.fit(counts);
    }

    @Override
    public double expected(double opportunities) {
        return alpha / (alpha + beta) * delta / (gamma + delta) * there(delta + 1, whole(opportunities));
    }

    @Override
    public double expected(double opportunities, History history) {
        return probabilityAlive(history) * ifAlive(opportunities, history.x(), history.age());
    }

    @Override
    public OptionalDouble expectedIfAlive(double opportunities, int x, double age) {
        return OptionalDouble.of(ifAlive(opportunities, x, age));
    }

    private double ifAlive(double opportunities, int x, double age) {
        int n = whole(age);
        return (alpha + x) / (alpha + beta + n) * there(delta + n + 1, whole(opportunities));
    }

    /** How many of the next opportunities somebody is there for who is there for the first of them: Σ B(γ, d + j) / B(γ, d) from j = 0. */
    private double there(double d, int opportunities) {
        double sum = 0;
        double share = 1;
        for (int j = 0; j < opportunities; j++) {
            sum += share;
            share *= (d + j) / (gamma + d + j);
        }
        return sum;
    }

    @Override
    public double logOddsAlive(History history) {
        int x = history.x();
        int last = whole(history.recency());
        int n = whole(history.age());
        double gone = Double.NEGATIVE_INFINITY;
        for (int left = last; left <= n; left++) {
            gone = LogSpace.add(gone, buying(x, left) + leaving(left));
        }
        return buying(x, n) + staying(n + 1) - gone;
    }

    /**
     * DERT: purchases to come, with the d of each opportunity after the last: Σ P(buys at n + j) / (1 + d)^j from j = 1.
     *
     * @param discount d, per opportunity; without any, finite for γ &gt; 1 only and refused otherwise
     */
    public double discountedExpected(double discount, History history) {
        int n = whole(history.age());
        return probabilityAlive(history) * (alpha + history.x()) / (alpha + beta + n) * stay(n, discount);
    }

    /** Opportunities to come, discounted, of somebody who is there for the next one after n. */
    private double stay(int n, double discount) {
        if (discount == 0) {
            Parameter.positive("gamma - 1, without discount,", gamma - 1);
            return (gamma + delta + n) / (gamma - 1);
        }
        Parameter.positive("discount", discount);
        return Hypergeometric.ofOne(delta + n + 1, gamma + delta + n + 1, 1 / (1 + discount)) / (1 + discount);
    }

    @Override
    public double probability(int n, double opportunities) {
        return probability(n, 0, opportunities);
    }

    @Override
    public double probability(int n, double from, double to) {
        int before = whole(from);
        int length = whole(to) - before;
        Parameter.notNegative("n", n);
        Parameter.notNegative("to - from", length);
        BgBb later = new BgBb(alpha, beta, gamma, delta + before);
        double there = Math.exp(staying(before));
        double goneBefore = n == 0 ? -Math.expm1(staying(before)) : 0;
        if (n > length) {
            return goneBefore;
        }
        double sum = later.ways(n, length) + later.staying(length);
        for (int left = n; left < length; left++) {
            sum = LogSpace.add(sum, later.ways(n, left) + later.leaving(left));
        }
        return goneBefore + there * Math.exp(sum);
    }

    /** Somebody alive is there for the next opportunity, and may leave before each of the others. */
    @Override
    public double probability(int n, double opportunities, History history) {
        Parameter.notNegative("n", n);
        int length = whole(opportunities);
        int age = whole(history.age());
        double odds = logOddsAlive(history);
        double gone = n == 0 ? LogSpace.logistic(-odds) : 0;
        if (length == 0 || n > length) {
            return n == 0 ? 1 : 0;
        }
        BgBb later = new BgBb(alpha + history.x(), beta + age - history.x(), gamma, delta + age + 1);
        double sum = later.ways(n, length) + later.staying(length - 1);
        for (int last = Math.max(1, n); last < length; last++) {
            sum = LogSpace.add(sum, later.ways(n, last) + later.leaving(last - 1));
        }
        return gone + LogSpace.logistic(odds) * Math.exp(sum);
    }

    @Override
    public double logLikelihood(History history) {
        int n = whole(history.age());
        double sum = buying(history.x(), n) + staying(n);
        for (int left = whole(history.recency()); left < n; left++) {
            sum = LogSpace.add(sum, buying(history.x(), left) + leaving(left));
        }
        return sum;
    }

    /** A customer as this model supposes them, over so many opportunities: to plan, and to prove the estimator. */
    public History draw(RandomGenerator random, int opportunities) {
        double buys = GammaDraw.beta(random, alpha, beta);
        double leaves = GammaDraw.beta(random, gamma, delta);
        int x = 0;
        int last = 0;
        for (int i = 1; i <= opportunities && random.nextDouble() >= leaves; i++) {
            if (random.nextDouble() < buys) {
                x++;
                last = i;
            }
        }
        return new History(x, last, opportunities);
    }

    /** ln of the probability of one sequence with x purchases in so many opportunities. */
    private double buying(int x, int opportunities) {
        return SpecialFunctions.logRising(alpha, x)
                + SpecialFunctions.logRising(beta, opportunities - x)
                - SpecialFunctions.logRising(alpha + beta, opportunities);
    }

    /** The same of all sequences. */
    private double ways(int x, int opportunities) {
        return buying(x, opportunities)
                + SpecialFunctions.logRising(opportunities - x + 1, x)
                - SpecialFunctions.logGamma(x + 1.0);
    }

    /** ln of the probability of being there at this opportunity. */
    private double staying(int opportunity) {
        return SpecialFunctions.logRising(delta, opportunity) - SpecialFunctions.logRising(gamma + delta, opportunity);
    }

    /** ln of the probability of leaving right after this opportunity. */
    private double leaving(int opportunity) {
        return staying(opportunity) + Math.log(gamma / (gamma + delta + opportunity));
    }

    private static int whole(double opportunities) {
        if (!(opportunities >= 0 && opportunities == Math.rint(opportunities) && opportunities < 1e6)) {
            throw new IllegalArgumentException(
                    "opportunities are whole numbers below a million, but there were " + opportunities);
        }
        return (int) opportunities;
    }
}
