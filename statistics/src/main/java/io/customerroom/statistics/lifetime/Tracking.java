package io.customerroom.statistics.lifetime;

import java.util.Arrays;

/**
 * What the model expects all these customers together to have bought by a moment, counting each from the own first purchase: the curve
 * that is laid over the purchases that really came. It uses nothing of the histories but the ages.
 */
public final class Tracking {

    private final PurchaseModel model;
    private final double[] ages;
    private final double[] customers;

    private Tracking(PurchaseModel model, double[] ages, double[] customers) {
        this.model = model;
        this.ages = ages;
        this.customers = customers;
    }

    public static Tracking of(PurchaseModel model, Counts counts) {
        double[] customers = new double[counts.times().length];
        for (int i = 0; i < counts.size(); i++) {
            customers[counts.ages()[i]] += counts.weights()[i];
        }
        return new Tracking(model, counts.times(), customers);
    }

    /**
     * Repeat purchases up to a moment, all customers added.
     *
     * @param ahead time from the end of the histories; negative: before it, when the younger customers had not come yet
     */
    public double cumulative(double ahead) {
        double sum = 0;
        for (int i = 0; i < ages.length; i++) {
            double age = ages[i] + ahead;
            if (customers[i] > 0 && age > 0) {
                sum += customers[i] * model.expected(age);
            }
        }
        return sum;
    }

    /** Purchases between each moment and the one before it; the first counts from the very beginning. */
    public double[] increments(double... moments) {
        double[] cumulative = Arrays.stream(moments).map(this::cumulative).toArray();
        double[] increments = cumulative.clone();
        for (int i = 1; i < increments.length; i++) {
            increments[i] -= cumulative[i - 1];
        }
        return increments;
    }
}
