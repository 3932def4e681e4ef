package io.customerroom.statistics.lifetime;

import io.customerroom.statistics.numeric.SpecialFunctions;
import java.util.Arrays;
import java.util.Locale;

/**
 * What customers spent per purchase on average, and over how many purchases. Customers without a purchase, and those who paid nothing, tell nothing about spend: they are
 * counted and left aside.
 */
public final class Spending {

    private final int[] purchases;
    private final double[] means;
    private final double[] weights;
    private final double aside;

    private Spending(Builder builder) {
        purchases = Arrays.copyOf(builder.purchases, builder.size);
        means = Arrays.copyOf(builder.means, builder.size);
        weights = Arrays.copyOf(builder.weights, builder.size);
        aside = builder.aside;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Customers whose spend is known. */
    public double customers() {
        return Arrays.stream(weights).sum();
    }

    /** Customers without a purchase, or with nothing paid. */
    public double aside() {
        return aside;
    }

    /** The mean of the customers' means. */
    public double mean() {
        double sum = 0;
        for (int i = 0; i < means.length; i++) {
            sum += weights[i] * means[i];
        }
        return sum / customers();
    }

    /**
     * How spend goes with the number of purchases: the correlation of their logarithms, which a few large spenders do not decide. With fewer than four
     * customers, or where all buy equally often or spend the same, it is 0 with p = 1.
     */
    public Correlation correlation() {
        double n = customers();
        double mx = 0;
        double mm = 0;
        for (int i = 0; i < means.length; i++) {
            mx += weights[i] * Math.log(purchases[i]) / n;
            mm += weights[i] * Math.log(means[i]) / n;
        }
        double xx = 0;
        double xm = 0;
        double m2 = 0;
        for (int i = 0; i < means.length; i++) {
            double x = Math.log(purchases[i]) - mx;
            double m = Math.log(means[i]) - mm;
            xx += weights[i] * x * x;
            xm += weights[i] * x * m;
            m2 += weights[i] * m * m;
        }
        double r = xx > 0 && m2 > 0 ? Math.clamp(xm / Math.sqrt(xx * m2), -1, 1) : 0;
        // Fisher's transformation is close to normal with variance 1 / (n - 3).
        double z = 0.5 * (Math.log1p(r) - Math.log1p(-r));
        double p = n > 3 ? SpecialFunctions.chiSquaredTail(z * z * (n - 3), 1) : 1;
        return new Correlation(r, n, p);
    }

    int size() {
        return means.length;
    }

    int purchases(int i) {
        return purchases[i];
    }

    double mean(int i) {
        return means[i];
    }

    double weight(int i) {
        return weights[i];
    }

    /**
     * Of spend with frequency.
     *
     * @param r between −1 and 1
     * @param n customers
     * @param p-value of there being none
     */
    public record Correlation(double r, double n, double p) {

        /** Whether it is both there (p below 0.01) and large enough to matter (a twentieth of the variance or more): then values of frequent buyers are off. */
        public boolean matters() {
            return p < 0.01 && r * r > 0.05;
        }

        /** In words, with the figures. */
        public String sentence() {
            String figures = String.format(Locale.ROOT, "%.2f over %.0f customers, p = %.2g", r, n, p);
            return matters()
                    ? "Spend per purchase goes with frequency (correlation of logarithms %s): lifetime values of frequent buyers are too %s."
                            .formatted(figures, r > 0 ? "low" : "high")
                    : "Spend per purchase hardly goes with frequency (correlation of logarithms %s)."
                            .formatted(figures);
        }
    }

    /** Collects customers in any order. */
    public static final class Builder {

        private int[] purchases = new int[64];
        private double[] means = new double[64];
        private double[] weights = new double[64];
        private int size;
        private double aside;

        private Builder() {}

        /** One customer. Negative money is refused: net returns before. */
        public Builder add(int count, double mean) {
            return add(count, mean, 1);
        }

        /** So many customers alike. */
        public Builder add(int count, double mean, double weight) {
            Parameter.notNegative("purchases", count);
            Parameter.notNegative("mean spend per purchase", mean);
            Parameter.notNegative("weight", weight);
            if (count == 0 || mean == 0) {
                aside += weight;
                return this;
            }
            if (size == means.length) {
                purchases = Arrays.copyOf(purchases, 2 * size);
                means = Arrays.copyOf(means, 2 * size);
                weights = Arrays.copyOf(weights, 2 * size);
            }
            purchases[size] = count;
            means[size] = mean;
            weights[size] = weight;
            size++;
            return this;
        }

        public Spending build() {
            return new Spending(this);
        }
    }
}
