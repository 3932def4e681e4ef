package io.customerroom.statistics.survival;

import io.customerroom.statistics.Interval;
import java.util.Arrays;

/**
 * The share that has left by each cause, by age, where one cause ends the wait for the others: F_k(t) = Σ S(t−) d_k / n. The shares of all causes and the
 * share still with us add up to 1, which 1 − Kaplan–Meier per cause does not do.
 *
 * <p>Variance by the delta method on the hazards of each age, which are multinomial; with a single cause it is Greenwood's. Intervals are formed for
 * ln(−ln(1 − F)).
 *
 * <p>Sources: O. O. Aalen and S. Johansen (1978), Scandinavian Journal of Statistics 5, 141–150; E. Marubini and M. G. Valsecchi (1995), Analysing
 * Survival Data from Clinical Trials and Observational Studies, chapter 10, for the variance.
 */
public final class AalenJohansen {

    private final RiskTable table;
    private final double[][] incidence;
    private final double[][] variance;

    private AalenJohansen(RiskTable table) {
        this.table = table;
        incidence = new double[table.causes()][table.size()];
        variance = new double[table.causes()][table.size()];
        for (int cause = 0; cause < table.causes(); cause++) {
            follow(cause);
        }
    }

    public static AalenJohansen of(RiskTable table) {
        return new AalenJohansen(table);
    }

    /**
     * Var F(t) = Σ (F(t) − F)² d/(n(n−d)) + Σ S² d_k(n−d_k)/n³ − 2 Σ (F(t) − F) S d_k/n², with F after and S before each age up to t. The squares are
     * multiplied out, so that one pass serves all t.
     */
    private void follow(int cause) {
        double share = 1;
        double left = 0;
        double a0 = 0;
        double a1 = 0;
        double a2 = 0;
        double own = 0;
        double b0 = 0;
        double b1 = 0;
        for (int row = 0; row < table.size(); row++) {
            double n = table.atRisk(row);
            double d = table.lost(row);
            double k = table.lost(row, cause);
            if (d > 0) {
                left += share * k / n;
                if (d < n) {
                    double greenwood = d / (n * (n - d));
                    a0 += greenwood;
                    a1 += greenwood * left;
                    a2 += greenwood * left * left;
                }
                own += share * share * k * (n - k) / (n * n * n);
                double cross = share * k / (n * n);
                b0 += cross;
                b1 += cross * left;
                share *= (n - d) / n;
            }
            incidence[cause][row] = left;
            variance[cause][row] = Math.max(0, left * left * a0 - 2 * left * a1 + a2 + own - 2 * (left * b0 - b1));
        }
    }

    /** The share that has left by this cause up to this age. */
    public double incidence(int cause, double age) {
        int row = row(age);
        return row < 0 ? 0 : incidence[cause][row];
    }

    public double standardError(int cause, double age) {
        int row = row(age);
        return row < 0 ? 0 : Math.sqrt(variance[cause][row]);
    }

    /** Of {@link #incidence}. While nobody has left by the cause, from 0 to the exact binomial bound for none of those at risk. */
    public Interval interval(int cause, double age, double level) {
        double left = incidence(cause, age);
        if (left == 0) {
            long n = Math.max(1, table.atRisk(age));
            return new Interval(0, 1 - Math.pow((1 - level) / 2, 1.0 / n), level);
        }
        if (left >= 1) {
            return new Interval(0, 1, level);
        }
        double[] stayed = LogLog.bounds(1 - left, standardError(cause, age) / (1 - left), level);
        return new Interval(1 - stayed[1], 1 - stayed[0], level);
    }

    private int row(double age) {
        int found = Arrays.binarySearch(table.ages(), age);
        return found >= 0 ? found : -found - 2;
    }
}
