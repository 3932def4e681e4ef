package io.customerroom.statistics.survival;

import io.customerroom.statistics.Interval;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The share still with us by age, without a model of why: the product-limit estimate S(t) = Π (1 − d / n) over ages up to t, with d lost of n at risk.
 * Assumes that those last seen staying, and those who entered late, leave like the others.
 *
 * <p>The variance is Greenwood's, S² Σ d / (n (n − d)). Intervals are formed for ln(−ln S), which keeps them between 0 and 1.
 *
 * <p>Sources: E. L. Kaplan and P. Meier (1958), J. Am. Stat. Assoc. 53, 457–481; M. Greenwood (1926); J. D. Kalbfleisch and R. L. Prentice, The Statistical
 * Analysis of Failure Time Data, for the interval.
 */
public final class KaplanMeier {

    private final RiskTable table;
    private final double[] survival;
    /** Σ d / (n (n − d)): the relative variance. */
    private final double[] spread;

    private KaplanMeier(RiskTable table) {
        this.table = table;
        survival = new double[table.size()];
        spread = new double[table.size()];
        double share = 1;
        double sum = 0;
        for (int row = 0; row < table.size(); row++) {
            double n = table.atRisk(row);
            double d = table.lost(row);
            if (d > 0) {
                share *= (n - d) / n;
                sum += d / (n * (n - d));
            }
            survival[row] = share;
            spread[row] = sum;
        }
    }

    public static KaplanMeier of(RiskTable table) {
        return new KaplanMeier(table);
    }

    /** The share that stays longer than this age. Beyond the oldest age seen the last value stands, and says less than it seems. */
    public double survival(double age) {
        int row = row(age);
        return row < 0 ? 1 : survival[row];
    }

    /** Of {@link #survival}; 0 before the first loss, not a number once everybody at risk has left. */
    public double standardError(double age) {
        int row = row(age);
        return row < 0 ? 0 : survival[row] * Math.sqrt(spread[row]);
    }

    /** How many were at risk at this age. */
    public long atRisk(double age) {
        return table.atRisk(age);
    }

    /**
     * Of {@link #survival}. Before the first loss it reaches from the exact binomial bound for none lost of those still at risk to 1; once all at risk have
     * left, from 0 to the bound before.
     */
    public Interval interval(double age, double level) {
        int row = row(age);
        double low = 1;
        double high = 1;
        if (row < 0 || spread[row] == 0) {
            low = Math.pow((1 - level) / 2, 1.0 / Math.max(1, table.atRisk(age)));
        } else {
            int last = row;
            while (last >= 0 && survival[last] == 0) {
                last--;
            }
            boolean known = last >= 0 && spread[last] > 0;
            double[] bounds =
                    known ? LogLog.bounds(survival[last], Math.sqrt(spread[last]), level) : new double[] {0, 1};
            low = last == row ? bounds[0] : 0;
            high = bounds[1];
        }
        return new Interval(low, high, level);
    }

    /** The age by which half have left; empty while more than half stay. */
    public OptionalDouble median() {
        for (int row = 0; row < survival.length; row++) {
            if (survival[row] <= 0.5) {
                return OptionalDouble.of(table.age(row));
            }
        }
        return OptionalDouble.empty();
    }

    /**
     * Of {@link #median}: the ages whose interval of survival holds one half; without end where the data do not tell.
     *
     * <p>Source: R. Brookmeyer and J. Crowley (1982), Biometrics 38, 29–41, with the interval of this class.
     */
    public Interval medianInterval(double level) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        for (int row = table.size() - 1; row >= 0; row--) {
            Interval bounds = interval(table.age(row), level);
            low = bounds.low() <= 0.5 ? table.age(row) : low;
            high = bounds.high() <= 0.5 ? table.age(row) : high;
        }
        return new Interval(low, high, level);
    }

    /** The mean stay up to a horizon: the area under the curve. */
    public double meanStay(double horizon) {
        return area(0, horizon);
    }

    /** Of {@link #meanStay}: √ Σ A² d / (n (n − d)), where A is the area between the age and the horizon. */
    public double meanStayStandardError(double horizon) {
        double sum = 0;
        for (int row = 0; row < table.size() && table.age(row) <= horizon; row++) {
            double n = table.atRisk(row);
            double d = table.lost(row);
            double rest = area(table.age(row), horizon);
            sum += d == 0 || rest == 0 ? 0 : rest * rest * d / (n * (n - d));
        }
        return Math.sqrt(sum);
    }

    private double area(double from, double to) {
        double sum = 0;
        double at = from;
        for (int row = 0; row < table.size() && table.age(row) < to; row++) {
            if (table.age(row) > at) {
                sum += survival(at) * (table.age(row) - at);
                at = table.age(row);
            }
        }
        return sum + survival(at) * Math.max(0, to - at);
    }

    /** The last row at or before the age; −1 before all. */
    private int row(double age) {
        int found = Arrays.binarySearch(table.ages(), age);
        return found >= 0 ? found : -found - 2;
    }
}
