package io.customerroom.walls.asset;

import io.customerroom.kernel.CustomerId;
import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Chart.Series;
import io.customerroom.walls.exhibit.Chart.Tone;
import io.customerroom.walls.exhibit.Direction;
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
import org.jspecify.annotations.Nullable;

/**
 * Customers who came by recommendation as an asset: opening + brought in + came back − left = closing, in customers and in money, less the
 * share that would have come anyway. Every figure is told with and without that share, and both add up exactly.
 */
record ReferralExhibits(WallQuery query, Currency currency) {

    static final String METRIC = "referral-asset";
    static final String BY = "recommended-by";

    /** More recommenders than this are a list to work through. */
    private static final int MOST_ROWS = 20;

    private static final String ANYWAY = "came_anyway_percent";

    /**
     * A line of the account.
     *
     * @param customers column of the customers; empty where only money moves
     * @param out whether it takes away
     */
    private enum Movement {
        OPENING("here at the start", "opening", "value_opening", false),
        BROUGHT("brought in", "brought", "value_brought", false),
        REGAINED("came back", "regained", "value_regained", false),
        INCREASED("bought more", "", "value_increased", false),
        DECREASED("bought less", "", "value_decreased", true),
        LOST("left again", "lost", "value_lost", true),
        CLOSING("here at the end", "closing", "value_closing", false);

        private final String words;
        private final String customers;
        private final String money;
        private final boolean out;

        Movement(String words, String customers, String money, boolean out) {
            this.words = words;
            this.customers = customers;
            this.money = money;
            this.out = out;
        }

        @Nullable
        BigDecimal customers(Line line) {
            return customers.isEmpty() ? null : signed(amount(line, customers));
        }

        BigDecimal money(Line line) {
            return signed(amount(line, money));
        }

        private BigDecimal signed(BigDecimal size) {
            return out ? size.negate() : size;
        }
    }

    /** @param asset of the period and of those up to a year before it */
    List<Exhibit> of(Reading asset, Reading by) {
        Optional<Line> now = asset.lines(query.period().name()).stream().findFirst();
        return List.of(account(asset, now), course(asset), recommenders(by));
    }

    private Exhibit account(Reading asset, Optional<Line> now) {
        boolean some = now.filter(ReferralExhibits::known).isPresent();
        List<Row> rows = some
                ? now.stream()
                        .flatMap(line -> List.of(Movement.values()).stream().map(movement -> row(movement, line)))
                        .toList()
                : List.of();
        return new Exhibit(
                METRIC,
                now.filter(ReferralExhibits::known)
                        .map(this::title)
                        .orElse("Nobody is known to have come by recommendation"),
                "Customers whom another customer brought, and their value, %s; the whole company; %s"
                        .formatted(currency.getCurrencyCode(), PeriodWords.of(query)),
                List.of(),
                now.filter(ReferralExhibits::known).map(this::bridge),
                now.filter(ReferralExhibits::known)
                        .map(this::caption)
                        .orElse("Import referrals with the customer who recommended and the customer who joined."),
                new Table(
                        "One row per movement; start and movements add up to the end, with and without those who would have come anyway",
                        List.of(
                                Column.key("movement", "Movement"),
                                Column.count("customers", "Customers"),
                                MoneyWords.column("value", "Value", currency),
                                Column.amount("anyway_customers", "Of them anyway, customers", 1),
                                MoneyWords.column("anyway_value", "Of it anyway", currency),
                                Column.amount("net_customers", "By recommendation, customers", 1),
                                MoneyWords.column("net_value", "By recommendation", currency)),
                        rows),
                asset.warnings(),
                asset.source());
    }

    private Row row(Movement movement, Line line) {
        BigDecimal anyway = amount(line, ANYWAY);
        BigDecimal customers = movement.customers(line);
        BigDecimal money = movement.money(line);
        Row row = Row.of(
                movement.words,
                customers == null ? null : Contribution.exact(customers),
                Contribution.exact(money),
                customers == null ? null : Contribution.exact(share(customers, anyway)),
                Contribution.exact(share(money, anyway)),
                customers == null ? null : Contribution.exact(customers.subtract(share(customers, anyway))),
                Contribution.exact(money.subtract(share(money, anyway))));
        return customers == null || customers.signum() == 0
                ? row
                : row.to(drill(METRIC, Map.of("movement", movement.customers)));
    }

    private Chart bridge(Line line) {
        List<Chart.Step> steps = new ArrayList<>();
        for (Movement movement : Movement.values()) {
            if (movement != Movement.OPENING && movement != Movement.CLOSING) {
                steps.add(new Chart.Step(movement.words, movement.money(line)));
            }
        }
        Chart.Bridge bridge = new Chart.Bridge(
                currency.getCurrencyCode(),
                Movement.OPENING.words,
                Movement.OPENING.money(line),
                steps,
                Movement.CLOSING.words,
                Direction.UP);
        if (bridge.closing().compareTo(Movement.CLOSING.money(line)) != 0) {
            throw new IllegalArgumentException("movements must lead to %s, but lead to %s"
                    .formatted(Movement.CLOSING.money(line), bridge.closing()));
        }
        return bridge;
    }

    private String title(Line line) {
        BigDecimal anyway = amount(line, ANYWAY);
        BigDecimal value = Movement.CLOSING.money(line);
        return "Recommendation brought %s, %s left again; those here are worth %s%s"
                .formatted(
                        Numbers.counted(line.count("brought"), "customer"),
                        Numbers.whole(line.count("lost")),
                        MoneyWords.of(value.subtract(share(value, anyway)), currency),
                        anyway.signum() == 0 ? "" : " beyond what would have come anyway");
    }

    private String caption(Line line) {
        BigDecimal anyway = amount(line, ANYWAY);
        return "%s opening + %s brought in + %s back − %s left = %s closing. %s"
                .formatted(
                        Numbers.whole(line.count("opening")),
                        Numbers.whole(line.count("brought")),
                        Numbers.whole(line.count("regained")),
                        Numbers.whole(line.count("lost")),
                        Numbers.whole(line.count("closing")),
                        anyway.signum() == 0
                                ? "The definition says that 0 % of them would have come anyway, so everyone counts in full."
                                : "The definition says that %s %% of them would have come anyway; the last columns leave them out."
                                        .formatted(Numbers.plain(anyway, 2)));
    }

    private Exhibit course(Reading asset) {
        List<Line> lines =
                asset.lines().stream().filter(ReferralExhibits::known).toList();
        int unfinished = query.partial() ? 1 : 0;
        return new Exhibit(
                "referral-course",
                courseTitle(lines),
                "Customers who came by recommendation and were here at the period’s end; the whole company; up to %s"
                        .formatted(PeriodWords.of(query)),
                List.of(),
                lines.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Chart.Line(
                                "customers",
                                lines.stream()
                                        .map(line -> line.named("period", ""))
                                        .toList(),
                                List.of(new Series(
                                        "here at the end",
                                        Tone.FIRST,
                                        lines.stream()
                                                .<@Nullable BigDecimal>map(line -> amount(line, "closing"))
                                                .toList(),
                                        unfinished)),
                                Optional.empty())),
                "Who left is taken off again: a recommendation that does not last is no asset.",
                new Table(
                        "One row per period, oldest first",
                        List.of(
                                Column.key("period", "Period"),
                                Column.count("opening", "Here at the start"),
                                Column.count("brought", "+ Brought in"),
                                Column.count("regained", "+ Came back"),
                                Column.count("lost", "− Left again"),
                                Column.count("closing", "= Here at the end"),
                                MoneyWords.column("value_closing", "Their value", currency)),
                        lines.stream()
                                .map(line -> Row.of(
                                                line.exact("period"),
                                                line.exact("opening"),
                                                line.exact("brought"),
                                                line.exact("regained"),
                                                line.exact("lost"),
                                                line.exact("closing"),
                                                line.exact("value_closing"))
                                        .to(new Drill(METRIC, line.named("period", ""), Map.of())))
                                .toList()),
                asset.warnings(),
                asset.source());
    }

    private String courseTitle(List<Line> lines) {
        if (lines.isEmpty()) {
            return "No period has customers who came by recommendation";
        }
        BigDecimal from = amount(lines.getFirst(), "opening");
        BigDecimal to = amount(lines.getLast(), "closing");
        return "From %s to %s customers who came by recommendation".formatted(Numbers.whole(from), Numbers.whole(to));
    }

    private Exhibit recommenders(Reading by) {
        List<Line> lines = by.lines(query.period().name());
        List<Row> rows = new ArrayList<>();
        lines.stream().limit(MOST_ROWS).map(this::recommender).forEach(rows::add);
        if (!lines.isEmpty()) {
            rows.add(Row.of(
                            "together",
                            Numbers.counted(lines.size(), "recommender"),
                            null,
                            Contribution.exact(sum(lines, "brought")),
                            Contribution.exact(sum(lines, "here")),
                            Contribution.exact(sum(lines, "value")))
                    .to(drill(BY, Map.of())));
        }
        return new Exhibit(
                BY,
                lines.isEmpty()
                        ? "No customer is known to have brought another"
                        : "%s brought %s; %s are still here"
                                .formatted(
                                        Numbers.counted(lines.size(), "customer"),
                                        Numbers.counted(sum(lines, "brought").longValueExact(), "other"),
                                        Numbers.whole(sum(lines, "here"))),
                "Customers brought since the beginning, and the value of those still here, %s; the whole company; at the end of %s"
                        .formatted(currency.getCurrencyCode(), PeriodWords.of(query)),
                List.of(),
                Optional.empty(),
                lines.size() <= MOST_ROWS
                        ? "Everybody who was brought stands under one recommender, the first who named them."
                        : "The %d who brought most value, of %s; the last row opens all of them. Everybody who was brought stands under one recommender, the first who named them."
                                .formatted(MOST_ROWS, Numbers.counted(lines.size(), "recommender")),
                new Table(
                        "One row per recommender, most value first; the last row is all of them together",
                        List.of(
                                Column.key("customer", "Recommender"),
                                Column.text("segment", "Segment"),
                                Column.text("site", "Site"),
                                Column.count("brought", "Brought in"),
                                Column.count("here", "Still here"),
                                MoneyWords.column("value", "Value of those", currency)),
                        rows),
                by.warnings(),
                by.source());
    }

    private Row recommender(Line line) {
        return Row.of(
                        new CustomerId(line.number("customer").orElseThrow().longValueExact()).toString(),
                        line.exact("segment"),
                        line.exact("site"),
                        line.exact("brought"),
                        line.exact("here"),
                        line.exact("value"))
                .to(drill(BY, Map.of("referrer", line.named("customer", ""))));
    }

    private Drill drill(String metric, Map<String, String> where) {
        return new Drill(metric, query.period().name(), where);
    }

    /** So much per cent of it, exactly. */
    private static BigDecimal share(BigDecimal of, BigDecimal percent) {
        return of.multiply(percent).movePointLeft(2);
    }

    /** Whether anybody who came by recommendation was here at its start, at its end or in between. */
    private static boolean known(Line line) {
        return line.count("opening") + line.count("brought") + line.count("regained") > 0;
    }

    private static BigDecimal amount(Line line, String column) {
        return line.number(column).orElse(BigDecimal.ZERO);
    }

    private static BigDecimal sum(List<Line> lines, String column) {
        return lines.stream().map(line -> amount(line, column)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
