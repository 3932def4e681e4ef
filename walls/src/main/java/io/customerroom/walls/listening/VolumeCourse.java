package io.customerroom.walls.listening;

import io.customerroom.statistics.control.Baseline;
import io.customerroom.statistics.control.RuleSet;
import io.customerroom.statistics.control.XmRChart;
import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts of whole periods in time, and what is signal and what is noise in them: an individuals chart with the rules of our walls. A count is
 * never below zero, and so is no lower limit. Assumed is that the counts of single periods do not depend on each other; of very small
 * counts (a mean under about five) the limits are too narrow, and a signal is a reason to look, no more.
 *
 * @param limits of the process; empty where too few periods are known
 * @param signals the rules that speak, by the place of their period
 */
record VolumeCourse(Optional<Band> limits, boolean firm, int known, Map<Integer, String> signals) {

    /** The rules that tell a signal from noise on our walls. */
    static final RuleSet RULES = RuleSet.LIMITS_AND_RUN;

    /** Mean and natural limits. */
    record Band(BigDecimal mean, BigDecimal lower, BigDecimal upper) {}

    /** @param counts of periods that are over, oldest first; empty where nothing is known */
    static VolumeCourse of(List<OptionalLong> counts) {
        List<@Nullable Double> values = new ArrayList<>();
        counts.forEach(count -> values.add(count.isPresent() ? (double) count.getAsLong() : null));
        XmRChart chart = XmRChart.of(values, RULES);
        Map<Integer, String> signals = new TreeMap<>();
        chart.signals()
                .forEach(signal ->
                        signals.merge(signal.at(), signal.rule().words(), (one, other) -> one + "; " + other));
        return new VolumeCourse(
                chart.baseline()
                        .limits()
                        .map(it -> new Band(decimal(it.mean()), decimal(Math.max(0, it.lower())), decimal(it.upper()))),
                chart.baseline() instanceof Baseline.Firm,
                (int) counts.stream().filter(OptionalLong::isPresent).count(),
                signals);
    }

    /**
     * The picture of these counts.
     *
     * @param levels wanted at most in each period; empty where none was
     */
    Chart.Process picture(List<String> names, List<OptionalLong> counts, List<OptionalLong> levels) {
        List<Integer> above = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            OptionalLong count = counts.get(i);
            OptionalLong level = levels.get(i);
            if (count.isPresent() && level.isPresent() && count.getAsLong() > level.getAsLong()) {
                above.add(i);
            }
        }
        return new Chart.Process(
                "tickets",
                names,
                decimals(counts),
                all(counts.size(), limits.map(Band::mean)),
                all(counts.size(), limits.map(Band::lower)),
                all(counts.size(), limits.map(Band::upper)),
                decimals(levels),
                List.copyOf(signals.keySet()),
                above,
                List.of(),
                List.of(),
                new Chart.Labels("opened", "level", "above level"));
    }

    private static List<@Nullable BigDecimal> decimals(List<OptionalLong> counts) {
        List<@Nullable BigDecimal> decimals = new ArrayList<>();
        counts.forEach(count -> decimals.add(count.isPresent() ? BigDecimal.valueOf(count.getAsLong()) : null));
        return decimals;
    }

    private static List<@Nullable BigDecimal> all(int size, Optional<BigDecimal> value) {
        return new ArrayList<>(Collections.nCopies(size, value.orElse(null)));
    }

    /** Where the limits come from. */
    String words() {
        return limits.isEmpty()
                ? "No limits: %d whole periods are too few".formatted(known)
                : "%s from %d periods".formatted(firm ? "Natural limits" : "Preliminary limits", known);
    }

    private static BigDecimal decimal(double value) {
        return Numbers.rounded(value, 4);
    }
}
