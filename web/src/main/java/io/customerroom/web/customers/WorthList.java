package io.customerroom.web.customers;

import io.customerroom.ledger.engine.Rows;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.walls.worth.Basis;
import io.customerroom.walls.worth.Buyers;
import io.customerroom.walls.worth.Score;
import io.customerroom.walls.worth.Worth;
import io.customerroom.walls.worth.WorthTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of customers with what each is worth, as pages and files show them. */
final class WorthList {

    static final List<Rows.Column> COLUMNS = List.of(
            new Rows.Column("customer", Long.class),
            new Rows.Column("segment", String.class),
            new Rows.Column("site", String.class),
            new Rows.Column("first_on", LocalDate.class),
            new Rows.Column("last_on", LocalDate.class),
            new Rows.Column("further_days", Long.class),
            new Rows.Column("alive_percent", BigDecimal.class),
            new Rows.Column("purchases_next_12_months", BigDecimal.class),
            new Rows.Column("discounted_purchases", BigDecimal.class),
            new Rows.Column("value", BigDecimal.class),
            new Rows.Column("value_from", BigDecimal.class),
            new Rows.Column("value_to", BigDecimal.class));

    private WorthList() {}

    /** These customers; intervals are computed for them alone. */
    static Rows of(Basis basis, List<WorthTable.Line> lines, LocalDate through) {
        List<Buyers.State> states = lines.stream().map(WorthTable.Line::state).toList();
        List<Score> scores = basis.of(states, through);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            rows.add(row(lines.get(i), scores.get(i)));
        }
        return new Rows(COLUMNS, rows);
    }

    /** The last day that counts in this view. */
    static LocalDate last(WallQuery query) {
        LocalDate through = query.clocks().through();
        return query.period().lastDay().isAfter(through)
                ? through
                : query.period().lastDay();
    }

    private static List<@Nullable Object> row(WorthTable.Line line, Score score) {
        Optional<Worth.Amount> value = score.value();
        return Arrays.asList(
                line.customer(),
                line.segment(),
                line.site(),
                line.state().firstOn(),
                line.state().lastOn(),
                (long) line.state().x(),
                decimal(100 * score.alive(), 2),
                decimal(score.purchases(), 2),
                Double.isFinite(score.discounted()) ? decimal(score.discounted(), 2) : null,
                line.value(),
                value.map(amount -> decimal(amount.interval().low(), 2)).orElse(null),
                value.map(amount -> decimal(amount.interval().high(), 2)).orElse(null));
    }

    static BigDecimal decimal(double value, int digits) {
        return Numbers.rounded(value, digits);
    }
}
