package io.customerroom.statistics.lifetime;

/**
 * What turns later money into today's: money is worth e^(−δ t) of itself after a time t. The unit of time is that of the histories of the model; a rate without its
 * period means nothing, which is why none is taken alone.
 *
 * @param force δ, continuous, per unit of time; 0 for no discount
 */
public record Discount(double force) {

    public Discount {
        Parameter.notNegative("force", force);
    }

    /**
     * From a yearly rate: with 0.15 and weeks, of which a year has 52, δ = ln(1.15) / 52 = 0.00269.
     *
     * @param unitsPerYear how many units of time a year has: about 365.25 for days, 52.18 for weeks
     */
    public static Discount yearly(double rate, double unitsPerYear) {
        Parameter.notNegative("rate", rate);
        Parameter.positive("unitsPerYear", unitsPerYear);
        return new Discount(Math.log1p(rate) / unitsPerYear);
    }

    /** d = e^(δ u) − 1, the discrete rate per period of so many units: for contracts, which pay once a period. */
    public double perPeriod(double units) {
        Parameter.positive("units", units);
        return Math.expm1(force * units);
    }
}
