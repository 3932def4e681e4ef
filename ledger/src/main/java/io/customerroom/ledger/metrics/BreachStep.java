package io.customerroom.ledger.metrics;

import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.metrics.MinimumStandard.Direction;
import io.customerroom.ledger.metrics.MinimumStandard.Judgement;
import io.customerroom.ledger.metrics.MinimumStandard.Reading;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Turns readings, newest first within each contact, measure and site, into one row each: the newest reading, and its standing
 * {@code holds, breach, too-few} or {@code no-standard}. Where events were promised and kept instead of measured, the value is the percentage
 * kept ({@code hits} of {@code n}).
 */
final class BreachStep implements FinishingStep {

    @Override
    public Rows apply(Rows rows) {
        List<Rows.Column> columns = new ArrayList<>(rows.columns());
        columns.removeIf(column -> column.name().equals("hits"));
        columns.add(new Rows.Column("readings", Long.class));
        columns.add(new Rows.Column("standing", String.class));
        Map<List<@Nullable Object>, List<List<@Nullable Object>>> contacts = new LinkedHashMap<>();
        for (List<@Nullable Object> row : rows.rows()) {
            List<@Nullable Object> key = new ArrayList<>();
            for (String column : List.of("contact", "measure", "site")) {
                key.add(row.get(rows.indexOf(column)));
            }
            contacts.computeIfAbsent(key, ignored -> new ArrayList<>()).add(row);
        }
        List<List<@Nullable Object>> judged = new ArrayList<>();
        contacts.values().forEach(readings -> judged.add(judged(rows, readings)));
        return new Rows(columns, judged);
    }

    private static List<@Nullable Object> judged(Rows rows, List<List<@Nullable Object>> readings) {
        List<@Nullable Object> row = new ArrayList<>(readings.getFirst());
        row.set(rows.indexOf("value"), value(rows, readings.getFirst()));
        row.remove(rows.indexOf("hits"));
        row.add((long) readings.size());
        row.add(judgement(rows, readings));
        return row;
    }

    private static String judgement(Rows rows, List<List<@Nullable Object>> readings) {
        List<@Nullable Object> newest = readings.getFirst();
        if (newest.get(rows.indexOf("standard")) == null) {
            return "no-standard";
        }
        MinimumStandard standard = new MinimumStandard(
                decimal(rows, newest, "standard"),
                "at-most".equals(newest.get(rows.indexOf("direction"))) ? Direction.AT_MOST : Direction.AT_LEAST,
                Boolean.TRUE.equals(newest.get(rows.indexOf("strict"))),
                Math.max(0, whole(rows, newest, "min_n")),
                (int) Math.max(1, whole(rows, newest, "run_length")));
        Judgement judgement = standard.judge(readings.stream()
                .map(reading -> new Reading(value(rows, reading), whole(rows, reading, "n")))
                .toList());
        return judgement.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static BigDecimal value(Rows rows, List<@Nullable Object> reading) {
        if (reading.get(rows.indexOf("value")) != null) {
            return decimal(rows, reading, "value");
        }
        BigDecimal n = BigDecimal.valueOf(Math.max(1, whole(rows, reading, "n")));
        return decimal(rows, reading, "hits").movePointRight(2).divide(n, 6, RoundingMode.HALF_UP);
    }

    private static BigDecimal decimal(Rows rows, List<@Nullable Object> row, String column) {
        return new BigDecimal(
                Objects.requireNonNullElse(row.get(rows.indexOf(column)), 0L).toString());
    }

    private static long whole(Rows rows, List<@Nullable Object> row, String column) {
        return decimal(rows, row, column).longValue();
    }
}
