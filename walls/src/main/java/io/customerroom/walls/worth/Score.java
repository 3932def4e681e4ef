package io.customerroom.walls.worth;

import io.customerroom.statistics.Interval;
import java.util.Optional;

/**
 * What a model says of one customer in a state.
 *
 * @param alive probability that he still is a customer
 * @param purchases repeat purchases expected in the next twelve months
 * @param discounted DERT: all purchases still to come, for ever, each worth its discounted value today
 * @param value discounted revenue to come within the horizon; empty where spend could not be estimated
 */
public record Score(double alive, double purchases, double discounted, Optional<Worth.Amount> value) {

    /** The band of P(alive) it falls into, 0 for the least likely. */
    public int band() {
        return band(alive);
    }

    static int band(double alive) {
        return Math.min(Valuation.BANDS - 1, (int) (alive * Valuation.BANDS));
    }

    /** Discounted revenue to come; 0 where spend could not be estimated. */
    public double worth() {
        return value.map(Worth.Amount::value).orElse(0.0);
    }

    static Optional<Worth.Amount> amount(double value, double low, double high, double level) {
        return Optional.of(new Worth.Amount(value, new Interval(low, high, level)));
    }
}
