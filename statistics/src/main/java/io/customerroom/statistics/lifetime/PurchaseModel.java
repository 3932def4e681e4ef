package io.customerroom.statistics.lifetime;

import io.customerroom.statistics.numeric.LogSpace;
import java.util.OptionalDouble;

/**
 * How customers without a contract buy and silently leave. Times are in the unit of the histories that the model was fitted to; t counts
 * from the first purchase where nothing else is said, and purchases are repeat purchases.
 */
public interface PurchaseModel {

    /** E[X(t)]: what somebody who has just bought for the first time is expected to buy within t. */
    double expected(double t);

    /** E[X(T, T + t) | x, t_x, T]: what this customer is expected to buy in the next t. */
    double expected(double t, History history);

    /**
     * E[X(T, T + t) | alive, x, T] where the recency does not matter to somebody who is known to be alive. Empty where it does: with a
     * rhythm, the next purchase is due sooner the longer the last is ago.
     */
    default OptionalDouble expectedIfAlive(double t, int x, double age) {
        return OptionalDouble.empty();
    }

    /**
     * ln(P(alive) / P(gone)) now: ranks customers where the probability itself has run out of digits. Infinite where the model is
     * certain.
     */
    double logOddsAlive(History history);

    /** The probability that the customer has not left. */
    default double probabilityAlive(History history) {
        return LogSpace.logistic(logOddsAlive(history));
    }

    /** {@link #probabilityAlive} of every state, in their order. Models in which states share costly parts compute those once. */
    default double[] probabilitiesAlive(Counts states) {
        double[] alive = new double[states.size()];
        for (int i = 0; i < alive.length; i++) {
            alive[i] = probabilityAlive(states.state(i));
        }
        return alive;
    }

    /** P(X(t) = n) of somebody who has just bought for the first time. */
    double probability(int n, double t);

    /** P(X(from, to) = n): purchases between two ages of a customer of whom nothing is known but the first purchase. */
    double probability(int n, double from, double to);

    /**
     * P(X(T, T + t) = n | x, t_x, T): how likely this customer buys n times in the next t. Who has left buys nothing; who has not is a mixture over what his history leaves
     * open.
     */
    double probability(int n, double t, History history);

    /** ln of the likelihood of one customer's history, as the papers give it: without the terms that no parameter changes. */
    double logLikelihood(History history);
}
