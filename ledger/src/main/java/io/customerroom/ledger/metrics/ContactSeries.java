package io.customerroom.ledger.metrics;

import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.metrics.MinimumStandard.Direction;
import io.customerroom.ledger.metrics.MinimumStandard.Reading;
import io.customerroom.ledger.metrics.Standards.Edited;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
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
 * The readings of one contact's measure at one site, newest first, and what the minimum standard says of them. Where events were promised and
 * kept instead of measured, a reading's value is the percentage kept ({@code hits} of {@code n}). The standard on the newest fact judges them
 * all, until somebody sets one: from its first day on each reading is judged by the standard of its own day.
 */
final class ContactSeries {

    private final Rows rows;
    private final List<Judged> readings = new ArrayList<>();

    /** A reading with the standard of its day written into its row; and that standard, where somebody set it. */
    private record Judged(List<@Nullable Object> row, Optional<Edited> edited, boolean counts) {}

    private ContactSeries(Rows rows) {
        this.rows = rows;
    }

    /** Each series of an answer whose rows lie newest first within contact, measure and site. */
    static Collection<ContactSeries> of(Rows rows, Standards standards) {
        Map<List<@Nullable Object>, ContactSeries> series = new LinkedHashMap<>();
        for (List<@Nullable Object> row : rows.rows()) {
            List<@Nullable Object> key = new ArrayList<>();
            for (String column : List.of("contact", "measure", "site")) {
                key.add(row.get(rows.indexOf(column)));
            }
            series.computeIfAbsent(key, ignored -> new ContactSeries(rows)).add(row, standards);
        }
        return series.values();
    }

    private void add(List<@Nullable Object> row, Standards standards) {
        if (!(row.get(rows.indexOf("read_on")) instanceof LocalDate day)) {
            readings.add(new Judged(row, Optional.empty(), true));
            return;
        }
        Optional<Edited> edited = standards.inForce(text(row, "contact"), text(row, "measure"), day);
        readings.add(new Judged(
                edited.map(it -> overridden(row, it.rule())).orElse(row),
                edited,
                edited.map(it -> it.counts(day)).orElse(true)));
    }

    private List<@Nullable Object> overridden(List<@Nullable Object> row, MinimumStandard rule) {
        List<@Nullable Object> changed = new ArrayList<>(row);
        changed.set(rows.indexOf("standard"), rule.standard());
        changed.set(rows.indexOf("direction"), rule.direction() == Direction.AT_MOST ? "at-most" : "at-least");
        changed.set(rows.indexOf("strict"), rule.strict());
        changed.set(rows.indexOf("min_n"), rule.minN());
        changed.set(rows.indexOf("run_length"), (long) rule.runLength());
        return changed;
    }

    Rows rows() {
        return rows;
    }

    /** Newest first, each with the standard of its day. */
    List<List<@Nullable Object>> readings() {
        return readings.stream().map(Judged::row).toList();
    }

    List<@Nullable Object> newest() {
        return readings.getFirst().row();
    }

    String contact() {
        return text(newest(), "contact");
    }

    BigDecimal value(List<@Nullable Object> reading) {
        if (reading.get(rows.indexOf("value")) != null) {
            return decimal(reading, "value");
        }
        BigDecimal n = BigDecimal.valueOf(Math.max(1, whole(reading, "n")));
        return decimal(reading, "hits").movePointRight(2).divide(n, 6, RoundingMode.HALF_UP);
    }

    /** {@code holds, breach, too-few, no-reading} or {@code no-standard}. */
    String standing() {
        List<Judged> counted = readings.stream().filter(Judged::counts).toList();
        if (counted.isEmpty()) {
            return "no-reading";
        }
        Judged newest = counted.getFirst();
        return standard(newest)
                .map(standard -> standard.judge(reading(newest.row()), (int) run())
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-'))
                .orElse("no-standard");
    }

    /** How many wrong readings in a row there are now; fewer than the run length are no breach yet. */
    long run() {
        return readings.stream().filter(Judged::counts).takeWhile(this::isWrong).count();
    }

    /** What each reading says by itself: {@code right, wrong, too-few, not-judged} or {@code no-standard}. */
    String says(int at) {
        Judged reading = readings.get(at);
        if (!reading.counts()) {
            return "not-judged";
        }
        return standard(reading)
                .map(standard -> whole(reading.row(), "n") < standard.minN()
                        ? "too-few"
                        : standard.isWrong(reading(reading.row())) ? "wrong" : "right")
                .orElse("no-standard");
    }

    private boolean isWrong(Judged reading) {
        return standard(reading)
                .map(standard -> standard.isWrong(reading(reading.row())))
                .orElse(false);
    }

    private Reading reading(List<@Nullable Object> row) {
        return new Reading(value(row), whole(row, "n"));
    }

    private Optional<MinimumStandard> standard(Judged reading) {
        return readings.getFirst().edited().isPresent() ? standard(reading.row()) : standard(newest());
    }

    private Optional<MinimumStandard> standard(List<@Nullable Object> row) {
        return row.get(rows.indexOf("standard")) == null
                ? Optional.empty()
                : Optional.of(new MinimumStandard(
                        decimal(row, "standard"),
                        "at-most".equals(row.get(rows.indexOf("direction"))) ? Direction.AT_MOST : Direction.AT_LEAST,
                        Boolean.TRUE.equals(row.get(rows.indexOf("strict"))),
                        Math.max(0, whole(row, "min_n")),
                        (int) Math.max(1, whole(row, "run_length"))));
    }

    private String text(List<@Nullable Object> row, String column) {
        return Objects.requireNonNullElse(row.get(rows.indexOf(column)), "").toString();
    }

    private BigDecimal decimal(List<@Nullable Object> row, String column) {
        return new BigDecimal(
                Objects.requireNonNullElse(row.get(rows.indexOf(column)), 0L).toString());
    }

    private long whole(List<@Nullable Object> row, String column) {
        return decimal(row, column).longValue();
    }
}
