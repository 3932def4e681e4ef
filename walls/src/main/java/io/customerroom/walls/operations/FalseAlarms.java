package io.customerroom.walls.operations;

import io.customerroom.statistics.control.RuleSet;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * How often a rule set cries wolf: points until the first false alarm, on average, as measured on simulated series in which nothing
 * changes. The figures are generated into {@code FalseAlarms.properties}; a test measures them again.
 *
 * @param rules the set
 * @param points average number of points until the first false alarm
 * @param error standard error of that average
 * @param half half of the series gave a false alarm by this point
 * @param published the figure in the literature, with its source; empty where we know none
 */
public record FalseAlarms(
        RuleSet rules, BigDecimal points, BigDecimal error, BigDecimal half, Optional<String> published) {

    private static final Properties MEASURED = load();

    /** Every rule set, the most silent first. */
    public static List<FalseAlarms> all() {
        return RuleSet.ALL.stream().map(FalseAlarms::of).toList();
    }

    public static FalseAlarms of(RuleSet rules) {
        return new FalseAlarms(
                rules,
                number(rules, "mean"),
                number(rules, "error"),
                number(rules, "median"),
                Optional.ofNullable(MEASURED.getProperty(rules.name() + ".published")));
    }

    /** False alarms of one series in a year of so many readings. */
    public BigDecimal aYear(int readings) {
        return BigDecimal.valueOf(readings).divide(points, 1, RoundingMode.HALF_UP);
    }

    private static BigDecimal number(RuleSet rules, String figure) {
        return new BigDecimal(Objects.requireNonNull(MEASURED.getProperty(rules.name() + "." + figure), rules.name()));
    }

    private static Properties load() {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(
                        FalseAlarms.class.getResourceAsStream("FalseAlarms.properties"), "FalseAlarms.properties"),
                StandardCharsets.UTF_8)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
