package io.customerroom.walls.worth;

import io.customerroom.ledger.engine.Rows;
import io.customerroom.walls.reading.Reading.Line;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads states from very many lines of one answer: where its columns stand is looked up once. */
final class StateReader {

    private @Nullable Rows shape;
    private int first;
    private int last;
    private int x;
    private int spend;
    private int customers;
    private int sold;
    private int kept;
    private int segment;
    private final Map<String, String> names = new HashMap<>();

    Buyers.State state(Line line) {
        look(line);
        return new Buyers.State(
                day(line.values().get(first)).orElseThrow(() -> new IllegalStateException("a state has no first day")),
                day(line.values().get(last)).orElseThrow(() -> new IllegalStateException("a state has no last day")),
                Math.toIntExact(count(line.values().get(x))),
                amount(line.values().get(spend)),
                count(line.values().get(customers)),
                amount(line.values().get(sold)),
                amount(line.values().get(kept)),
                segment(line.values().get(segment)));
    }

    /** Adds the state to others, without an object of its own. */
    void add(Line line, Buyers.Builder builder) {
        look(line);
        List<@Nullable Object> values = line.values();
        builder.add(
                segment(values.get(segment)),
                epochDay(values.get(first)),
                epochDay(values.get(last)),
                Math.toIntExact(count(values.get(x))),
                millionths(values.get(spend)),
                count(values.get(customers)),
                millionths(values.get(sold)),
                millionths(values.get(kept)));
    }

    private void look(Line line) {
        if (line.rows() != shape) {
            Rows rows = line.rows();
            shape = rows;
            first = rows.indexOf("first_on");
            last = rows.indexOf("last_on");
            x = rows.indexOf("x");
            spend = rows.indexOf("spend");
            customers = rows.indexOf("customers");
            sold = rows.indexOf("sold");
            kept = rows.indexOf("kept");
            segment = rows.indexOf("segment");
        }
    }

    /** One object per segment, in however many lines it stands; empty where customers have none. */
    String segment(@Nullable Object value) {
        String name = value == null ? "" : value.toString();
        return names.computeIfAbsent(name.isBlank() ? "" : name, one -> one);
    }

    static int epochDay(@Nullable Object value) {
        return Math.toIntExact(day(value)
                .orElseThrow(() -> new IllegalStateException("a state has no day"))
                .toEpochDay());
    }

    static long millionths(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case BigDecimal exact
            when exact.scale() == 6 && exact.precision() < 19 ->
                exact.unscaledValue().longValue();
            default -> Buyers.millionths(amount(value));
        };
    }

    static Optional<LocalDate> day(@Nullable Object value) {
        return switch (value) {
            case null -> Optional.empty();
            case LocalDate day -> Optional.of(day);
            default -> Optional.of(LocalDate.parse(value.toString()));
        };
    }

    static long count(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case Long whole -> whole;
            default -> new BigDecimal(value.toString()).longValueExact();
        };
    }

    static double amount(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case Number number -> number.doubleValue();
            default -> Double.parseDouble(value.toString());
        };
    }
}
