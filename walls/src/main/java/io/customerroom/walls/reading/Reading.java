package io.customerroom.walls.reading;

import io.customerroom.ledger.engine.Rows;
import io.customerroom.walls.exhibit.Exhibit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The ledger's answer as a wall reads it: rows by column name, with their papers. */
public record Reading(Rows rows, List<String> warnings, Exhibit.Source source) {

    /** The rows in the order of the answer. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (List<@Nullable Object> row : rows.rows()) {
            lines.add(new Line(rows, row));
        }
        return lines;
    }

    /** The rows of one period. */
    public List<Line> lines(String period) {
        return lines().stream()
                .filter(line -> line.text("period").equals(Optional.of(period)))
                .toList();
    }

    /** The same papers with some of the rows. */
    public Reading where(Predicate<Line> wanted) {
        return new Reading(
                new Rows(
                        rows.columns(),
                        lines().stream().filter(wanted).map(Line::values).toList()),
                warnings,
                source);
    }

    /** One row of an answer. */
    public record Line(Rows rows, List<@Nullable Object> values) {

        public Optional<String> text(String column) {
            return Optional.ofNullable(values.get(rows.indexOf(column))).map(String::valueOf);
        }

        /** What the column names, or these words where it names nothing. */
        public String named(String column, String otherwise) {
            return text(column).filter(name -> !name.isBlank()).orElse(otherwise);
        }

        public Optional<BigDecimal> number(String column) {
            return text(column).map(BigDecimal::new);
        }

        /** A count; no value counts nothing. */
        public long count(String column) {
            return number(column).map(BigDecimal::longValueExact).orElse(0L);
        }

        /** An exact value as it stands in a table; null where there is none. */
        public @Nullable String exact(String column) {
            Object value = values.get(rows.indexOf(column));
            return value instanceof BigDecimal number
                    ? number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString()
                    : value == null ? null : String.valueOf(value);
        }
    }
}
