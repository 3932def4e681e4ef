package io.customerroom.statistics.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Single values in time with the natural limits of the process behind them (individuals and moving range chart).
 *
 * <p>With values x and moving ranges mR = |x − x before|, the limits are mean(x) ± 3 mean(mR) / 1.128, that is mean ± 2.66 mean(mR); single
 * ranges stay below 3.267 mean(mR). Assumed are values in their order of time that do not depend on each other; the limits are robust
 * against other distributions than the normal one, the rates of false alarm are not. A gap is not bridged: no range reaches across it, and
 * no rule. The first {@value Baseline#MOST} known values set the limits for all that follow; a process that is meant to have changed gets
 * a chart of its own from that day on.
 *
 * <p>Source: D. J. Wheeler and D. S. Chambers (1992), Understanding Statistical Process Control, 2nd ed., chapter 3;
 * NIST/SEMATECH e-Handbook of Statistical Methods, section 6.3.2.2.
 *
 * @param values null is a gap
 * @param signals in the order of their points; at one point each rule speaks once
 */
public record XmRChart(List<@Nullable Double> values, Baseline baseline, List<Signal> signals) {

    /** A point that chance alone rarely makes, and the rule that says so. */
    public record Signal(int at, Rule rule, Side side) {}

    public XmRChart {
        values = Collections.unmodifiableList(new ArrayList<>(values));
        signals = List.copyOf(signals);
    }

    public static XmRChart of(List<@Nullable Double> values, RuleSet rules) {
        return of(values, rules, Spread.AVERAGE_RANGE);
    }

    /** Refused: values that are not finite. */
    public static XmRChart of(List<@Nullable Double> values, RuleSet rules, Spread spread) {
        double[] known = known(values);
        Baseline baseline = baseline(known, spread);
        return new XmRChart(
                values,
                baseline,
                baseline.limits().map(limits -> signals(known, limits, rules)).orElse(List.of()));
    }

    /** The distance of each value from the one before it; null beside a gap, and at the first value. */
    public List<@Nullable Double> movingRanges() {
        double[] known = known(values);
        List<@Nullable Double> ranges = new ArrayList<>();
        for (int i = 0; i < known.length; i++) {
            double range = i == 0 ? Double.NaN : Math.abs(known[i] - known[i - 1]);
            ranges.add(Double.isNaN(range) ? null : range);
        }
        return ranges;
    }

    /** Points whose moving range is larger than the process makes by itself. */
    public List<Integer> wideRanges() {
        Optional<Limits> limits = baseline.limits();
        List<@Nullable Double> ranges = movingRanges();
        return IntStream.range(0, ranges.size())
                .filter(i -> limits.isPresent()
                        && ranges.get(i) instanceof Double range
                        && range > limits.get().rangeLimit())
                .boxed()
                .toList();
    }

    private static double[] known(List<@Nullable Double> values) {
        double[] known = new double[values.size()];
        for (int i = 0; i < known.length; i++) {
            @Nullable Double value = values.get(i);
            if (value != null && !Double.isFinite(value)) {
                throw new IllegalArgumentException("values must be finite, but value " + i + " was " + value);
            }
            known[i] = value == null ? Double.NaN : value;
        }
        return known;
    }

    private static Baseline baseline(double[] known, Spread spread) {
        double[] setting = new double[Math.min(known.length, Baseline.MOST)];
        double[] ranges = new double[setting.length];
        int n = 0;
        int pairs = 0;
        for (int i = 0; i < known.length && n < Baseline.MOST; i++) {
            if (Double.isNaN(known[i])) {
                continue;
            }
            setting[n++] = known[i];
            if (i > 0 && !Double.isNaN(known[i - 1])) {
                ranges[pairs++] = Math.abs(known[i] - known[i - 1]);
            }
        }
        if (n < Baseline.LEAST || pairs < Baseline.LEAST - 1) {
            return new Baseline.TooFew(n);
        }
        Limits limits = Limits.of(Arrays.copyOf(setting, n), Arrays.copyOf(ranges, pairs), spread);
        return n < Baseline.FIRM ? new Baseline.Preliminary(limits) : new Baseline.Firm(limits);
    }

    private static List<Signal> signals(double[] known, Limits limits, RuleSet rules) {
        double[] sigmas = Arrays.stream(known)
                .map(value -> Double.isNaN(value) ? Double.NaN : limits.sigmas(value))
                .toArray();
        List<Signal> signals = new ArrayList<>();
        for (int i = 0; i < sigmas.length; i++) {
            for (Rule rule : rules.rules()) {
                int at = i;
                rule.signals(sigmas, at).ifPresent(side -> signals.add(new Signal(at, rule, side)));
            }
        }
        return signals;
    }
}
