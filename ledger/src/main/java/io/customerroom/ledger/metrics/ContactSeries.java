package io.customerroom.ledger.metrics;

import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.metrics.MinimumStandard.Direction;
import io.customerroom.ledger.metrics.MinimumStandard.Judgement;
import io.customerroom.ledger.metrics.MinimumStandard.Reading;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The readings of one contact's measure at one site, newest first, and what the minimum standard on the newest says of them. Where events
 * were promised and kept instead of measured, a reading's value is the percentage kept ({@code hits} of {@code n}).
 */
record ContactSeries(Rows rows, List<List<@Nullable Object>> readings) {

    /** Each series of an answer whose rows lie newest first within contact, measure and site. */
    static Collection<ContactSeries> of(Rows rows) {
        Map<List<@Nullable Object>, ContactSeries> series = new LinkedHashMap<>();
        for (List<@Nullable Object> row : rows.rows()) {
            List<@Nullable Object> key = new ArrayList<>();
            for (String column : List.of("contact", "measure", "site")) {
                key.add(row.get(rows.indexOf(column)));
            }
            series.computeIfAbsent(key, ignored -> new ContactSeries(rows, new ArrayList<>()))
                    .readings
                    .add(row);
        }
        return series.values();
    }

    List<@Nullable Object> newest() {
        return readings.getFirst();
    }

    String contact() {
        return String.valueOf(newest().get(rows.indexOf("contact")));
    }

    BigDecimal value(List<@Nullable Object> reading) {
        if (reading.get(rows.indexOf("value")) != null) {
            return decimal(reading, "value");
        }
        BigDecimal n = BigDecimal.valueOf(Math.max(1, whole(reading, "n")));
        return decimal(reading, "hits").movePointRight(2).divide(n, 6, RoundingMode.HALF_UP);
    }

    /** {@code holds, breach, too-few} or {@code no-standard}. */
    String standing() {
        return standard().map(standard -> words(standard.judge(judged()))).orElse("no-standard");
    }

    /** How many wrong readings in a row there are now; fewer than the run length are no breach yet. */
    long run() {
        return standard().map(standard -> standard.run(judged())).orElse(0);
    }

    /** What one reading says by itself: {@code right, wrong, too-few} or {@code no-standard}. */
    String says(List<@Nullable Object> reading) {
        Optional<MinimumStandard> standard = standard();
        if (standard.isEmpty()) {
            return "no-standard";
        }
        if (whole(reading, "n") < standard.get().minN()) {
            return "too-few";
        }
        return standard.get().isWrong(judged(reading)) ? "wrong" : "right";
    }

    private List<Reading> judged() {
        return readings.stream().map(this::judged).toList();
    }

    private Reading judged(List<@Nullable Object> reading) {
        return new Reading(value(reading), whole(reading, "n"));
    }

    private Optional<MinimumStandard> standard() {
        List<@Nullable Object> newest = newest();
        return newest.get(rows.indexOf("standard")) == null
                ? Optional.empty()
                : Optional.of(new MinimumStandard(
                        decimal(newest, "standard"),
                        "at-most".equals(newest.get(rows.indexOf("direction")))
                                ? Direction.AT_MOST
                                : Direction.AT_LEAST,
                        Boolean.TRUE.equals(newest.get(rows.indexOf("strict"))),
                        Math.max(0, whole(newest, "min_n")),
                        (int) Math.max(1, whole(newest, "run_length"))));
    }

    private static String words(Judgement judgement) {
        return judgement.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private BigDecimal decimal(List<@Nullable Object> row, String column) {
        return new BigDecimal(
                Objects.requireNonNullElse(row.get(rows.indexOf(column)), 0L).toString());
    }

    private long whole(List<@Nullable Object> row, String column) {
        return decimal(row, column).longValue();
    }
}
