package io.customerroom.walls.worth;

import io.customerroom.ledger.engine.Rows;
import io.customerroom.walls.reading.Reading.Line;
import java.math.BigDecimal;
import java.time.LocalDate;
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

    Buyers.State state(Line line) {
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
        Object name = line.values().get(segment);
        return new Buyers.State(
                day(line.values().get(first)).orElseThrow(() -> new IllegalStateException("a state has no first day")),
                day(line.values().get(last)).orElseThrow(() -> new IllegalStateException("a state has no last day")),
                Math.toIntExact(count(line.values().get(x))),
                amount(line.values().get(spend)),
                count(line.values().get(customers)),
                amount(line.values().get(sold)),
                amount(line.values().get(kept)),
                name == null || name.toString().isBlank() ? "" : name.toString());
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
