package io.customerroom.bench;

import io.customerroom.statistics.lifetime.Counts;
import io.customerroom.statistics.numeric.BinomialDraw;
import io.customerroom.statistics.numeric.SpecialFunctions;
import java.util.Arrays;
import java.util.Random;

/**
 * Counts of the states of very many simulated customers, without simulating one of them. Under BG/NBD the density of (x, t_x) at age T is
 * known: the likelihood times t_x^(x − 1) / (x − 1)!, the volume of the purchase times between. Every cell of the daily grid (x, t_x, T)
 * gets a Poisson number of customers with that mean; so the counts are those of independent customers whose number is itself Poisson.
 * Rates are those of the CDNOW data, ages spread evenly over 30 … 730 days.
 */
final class SimulatedStates {

    private static final double R = 0.243;
    private static final double ALPHA = 30.9;
    private static final double A = 0.793;
    private static final double B = 2.426;
    private static final int YOUNGEST = 30;
    private static final int OLDEST = 730;

    private int[][] columns = new int[3][1 << 16];
    private double[] weights = new double[1 << 16];
    private int size;

    private final double perAge;
    private final Random random = new Random(20_261_122);

    private SimulatedStates(double customers) {
        perAge = customers / (OLDEST - YOUNGEST + 1);
    }

    static Counts of(double customers) {
        return new SimulatedStates(customers).draw();
    }

    private Counts draw() {
        double[] logs = new double[OLDEST + 1];
        Arrays.setAll(logs, day -> Math.log(ALPHA + day));
        for (int age = YOUNGEST; age <= OLDEST; age++) {
            add(0, 0, age, perAge * Math.exp(R * (Math.log(ALPHA) - logs[age])));
        }
        boolean more = true;
        for (int x = 1; more; x++) {
            more = plane(x, logs);
        }
        return Counts.ofDailyStates(
                Arrays.copyOf(columns[0], size),
                Arrays.copyOf(columns[1], size),
                Arrays.copyOf(columns[2], size),
                Arrays.copyOf(weights, size));
    }

    /** All states of one x; false when there are practically none any more. */
    private boolean plane(int x, double[] logs) {
        double constant = Math.log(perAge)
                + SpecialFunctions.logRising(R, x)
                + R * Math.log(ALPHA)
                + SpecialFunctions.logBeta(A, B + x)
                - SpecialFunctions.logBeta(A, B)
                - SpecialFunctions.logGamma(x);
        double[] alive = new double[OLDEST + 1];
        for (int age = YOUNGEST; age <= OLDEST; age++) {
            alive[age] = -(R + x) * logs[age];
        }
        double expected = 0;
        for (int day = 1; day <= OLDEST; day++) {
            double times = constant + (x - 1) * Math.log(day - 0.5);
            double gone = A / (B + x - 1) * Math.exp(times - (R + x) * Math.log(ALPHA + day - 0.5));
            for (int age = Math.max(day, YOUNGEST); age <= OLDEST; age++) {
                double mean = gone + Math.exp(times + alive[age]);
                expected += mean;
                add(x, day, age, mean);
            }
        }
        return expected > 1e-2;
    }

    private void add(int x, int recency, int age, double mean) {
        long customers = poisson(mean);
        if (customers == 0) {
            return;
        }
        if (size == weights.length) {
            for (int column = 0; column < columns.length; column++) {
                columns[column] = Arrays.copyOf(columns[column], 2 * size);
            }
            weights = Arrays.copyOf(weights, 2 * size);
        }
        columns[0][size] = x;
        columns[1][size] = recency;
        columns[2][size] = age;
        weights[size++] = customers;
    }

    /** As a binomial number of very many trials; the rare cells by one draw. */
    private long poisson(double mean) {
        if (mean < 1e-3) {
            // Two in so rare a cell are left out: they are a two-thousandth of its customers.
            return random.nextDouble() < mean ? 1 : 0;
        }
        return BinomialDraw.draw(random, 1L << 40, mean / (1L << 40));
    }
}
