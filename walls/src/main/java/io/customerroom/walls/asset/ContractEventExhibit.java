package io.customerroom.walls.asset;

import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Reading.Line;
import io.customerroom.walls.reading.WallQuery;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What befell contracts in a period: money paid back, discounts, pauses and unpaid bills. */
record ContractEventExhibit(WallQuery query, Currency currency) {

    static final String METRIC = "contract-events";

    /** A kind of event, and its word on the wall. */
    private enum Kind {
        REFUND("refund", "Refunds"),
        DISCOUNT("discount", "Discounts"),
        PERCENT_DISCOUNT("percent-discount", "Discounts in percent"),
        PAUSE("pause", "Pauses"),
        DUNNING("dunning", "Unpaid bills");

        private final String id;
        private final String words;

        Kind(String id, String words) {
            this.id = id;
            this.words = words;
        }
    }

    Exhibit of(Reading events) {
        List<Line> lines = events.lines(query.period().name());
        List<Row> rows = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            line(lines, kind)
                    .ifPresent(line -> rows.add(Row.of(
                                    kind.words,
                                    line.exact("begun"),
                                    kind == Kind.REFUND ? null : line.exact("lasting"),
                                    line.exact("contracts"),
                                    line.exact("customers"),
                                    line.exact("refunded"),
                                    line.exact("off_monthly"))
                            .to(new Drill(METRIC, query.period().name(), Map.of("kind", kind.id)))));
        }
        return new Exhibit(
                METRIC,
                title(lines),
                "Refunds, discounts, pauses and unpaid bills, %s; %s; %s"
                        .formatted(currency.getCurrencyCode(), PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                Optional.empty(),
                rows.isEmpty()
                        ? "They are told by facts of the kind contract_event; without them no such decision moves a figure."
                        : "What each of them does to the movements above, the definition of contracts decides.",
                new Table(
                        "One row per kind of event",
                        List.of(
                                Column.key("kind", "What befell contracts"),
                                Column.count("begun", "Begun in the period"),
                                Column.count("lasting", "Last at its end"),
                                Column.count("contracts", "Contracts"),
                                Column.count("customers", "Customers"),
                                MoneyWords.column("refunded", "Paid back", currency),
                                MoneyWords.column("off_monthly", "Taken off a month at the end", currency)),
                        rows),
                events.warnings(),
                events.source());
    }

    private String title(List<Line> lines) {
        if (lines.isEmpty()) {
            return "Nothing is told of refunds, discounts, pauses or unpaid bills";
        }
        return "%s last at the end, %s unpaid; %s paid back"
                .formatted(
                        Numbers.counted(lasting(lines, Kind.PAUSE), "pause"),
                        Numbers.counted(lasting(lines, Kind.DUNNING), "contract") + " "
                                + (lasting(lines, Kind.DUNNING) == 1 ? "is" : "are"),
                        MoneyWords.of(
                                line(lines, Kind.REFUND)
                                        .flatMap(line -> line.number("refunded"))
                                        .orElse(BigDecimal.ZERO),
                                currency));
    }

    private static long lasting(List<Line> lines, Kind kind) {
        return line(lines, kind).map(line -> line.count("lasting")).orElse(0L);
    }

    private static Optional<Line> line(List<Line> lines, Kind kind) {
        return lines.stream()
                .filter(line -> line.named("event_kind", "").equals(kind.id))
                .findFirst();
    }
}
