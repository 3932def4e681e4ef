package io.customerroom.walls.asset;

import io.customerroom.statistics.Interval;
import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Chart.Series;
import io.customerroom.walls.exhibit.Chart.Tone;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Of what customers spend in our field, as they told or we estimate, how much they leave with us; those of whom nobody knows it are counted, not guessed. */
record WalletExhibit(WallQuery query, Currency currency) {

    static final String METRIC = "share-of-wallet";

    Exhibit of(Reading reading) {
        List<Line> lines = reading.lines(query.period().name());
        Purses all = Purses.NONE;
        List<Row> rows = new ArrayList<>();
        List<Line> known = new ArrayList<>();
        for (Line line : lines) {
            Purses purses = Purses.of(line);
            all = all.and(purses);
            if (purses.known() > 0) {
                known.add(line);
            }
            rows.add(row(line.named("part", ""), purses, Map.of("part", line.named("part", ""))));
        }
        if (lines.size() > 1) {
            rows.add(row("together", all, Map.of()));
        }
        return new Exhibit(
                METRIC,
                title(all),
                "Revenue of twelve months for each 100 %s that customers spend a year in our field, %%, with intervals at 95 %%; %s; %s"
                        .formatted(currency.getCurrencyCode(), PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                known.size() < 2
                        ? Optional.empty()
                        : Optional.of(new Chart.Bars(
                                "% of their spending",
                                true,
                                known.stream()
                                        .map(line -> line.named("part", ""))
                                        .toList(),
                                List.of(new Series(
                                                "left with us",
                                                Tone.FIRST,
                                                known.stream()
                                                        .<@Nullable BigDecimal>map(line -> percent(
                                                                Purses.of(line).ratio()))
                                                        .toList(),
                                                0)
                                        .within(Sure.at95(
                                                known,
                                                line -> Purses.of(line)
                                                        .interval()
                                                        .map(Sure::points)
                                                        .orElse(null)))))),
                caption(all),
                new Table(
                        "One row per segment; the numbers open to their customers",
                        columns(),
                        all.known() == 0 ? List.of() : rows),
                reading.warnings(),
                reading.source());
    }

    private List<Column> columns() {
        return List.of(
                Column.key("part", "Segment"),
                Column.count("customers", "Customers"),
                Column.count("told", "Told us"),
                Column.count("estimated", "Estimated"),
                Column.count("unknown", "Not known"),
                MoneyWords.column("spend", "They spend a year", currency),
                MoneyWords.column("revenue", "With us", currency),
                Column.amount("share", "Share, %", 1),
                Column.amount("low", "At least, %", 1),
                Column.amount("high", "At most, %", 1));
    }

    private static String title(Purses all) {
        return all.known() == 0
                ? "Nobody has told yet what they spend with others"
                : "%s of every 100 that %s spend in our field are spent with us"
                        .formatted(Numbers.whole(percent(all.ratio())), Numbers.counted(all.known(), "customer"));
    }

    private static String caption(Purses all) {
        if (all.known() == 0) {
            return "Import answers to the question what customers spend a year with everybody: feedback of the survey category-spend, or category-spend-estimate where it is your guess. The score is money.";
        }
        String above = all.above() == 0
                ? ""
                : " %s said to spend less than they spend with us.".formatted(Numbers.counted(all.above(), "customer"));
        return "An estimate: of %s %s told and %s estimated it within two years; who answers may differ from who does not.%s"
                .formatted(
                        Numbers.counted(all.customers(), "customer"),
                        Numbers.whole(all.told()),
                        Numbers.whole(all.estimated()),
                        above);
    }

    private Row row(String part, Purses purses, Map<String, String> where) {
        boolean known = purses.known() > 0;
        Optional<Interval> interval = purses.interval();
        Row row = Row.of(
                        part,
                        Long.toString(purses.customers()),
                        Long.toString(purses.told()),
                        Long.toString(purses.estimated()),
                        Long.toString(purses.customers() - purses.known()),
                        known ? Contribution.exact(purses.spend()) : null,
                        known ? Contribution.exact(purses.revenue()) : null,
                        known ? percent(purses.ratio()).toPlainString() : null,
                        interval.map(it -> percent(it.low()).toPlainString()).orElse(null),
                        interval.map(it -> percent(it.high()).toPlainString()).orElse(null))
                .to(drill(where, ""));
        row = purses.told() == 0 ? row : row.to("told", drill(where, "told"));
        row = purses.estimated() == 0 ? row : row.to("estimated", drill(where, "estimated"));
        return purses.customers() == purses.known() ? row : row.to("unknown", drill(where, "not known"));
    }

    private Drill drill(Map<String, String> where, String basis) {
        Map<String, String> narrowed = new HashMap<>(where);
        if (!basis.isEmpty()) {
            narrowed.put("basis", basis);
        }
        return new Drill(METRIC, query.period().name(), narrowed);
    }

    private static BigDecimal percent(double share) {
        return Numbers.rounded(share * 100, 4);
    }

    /**
     * What customers spend, and what of it with us. The share is the ratio R of totals; its interval is the normal one by linearisation, with the variance
     * Σ(r − R s)² n / (n − 1) / (Σ s)² for revenues r and spendings s of n customers (W. G. Cochran, Sampling Techniques, 1977, eq. 6.4, without the finite
     * population's correction). Below ten there is none.
     */
    private record Purses(
            long customers,
            long told,
            long estimated,
            long above,
            BigDecimal revenue,
            BigDecimal spend,
            double revenueSquares,
            double spendSquares,
            double products) {

        static final Purses NONE = new Purses(0, 0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO, 0, 0, 0);

        private static final double Z = 1.959963984540054;
        private static final double LEVEL = 0.95;
        private static final int LEAST = 10;

        static Purses of(Line line) {
            return new Purses(
                    line.count("customers"),
                    line.count("told"),
                    line.count("estimated"),
                    line.count("above"),
                    line.number("revenue").orElse(BigDecimal.ZERO),
                    line.number("spend").orElse(BigDecimal.ZERO),
                    line.number("revenue_squares").orElse(BigDecimal.ZERO).doubleValue(),
                    line.number("spend_squares").orElse(BigDecimal.ZERO).doubleValue(),
                    line.number("products").orElse(BigDecimal.ZERO).doubleValue());
        }

        Purses and(Purses other) {
            return new Purses(
                    customers + other.customers,
                    told + other.told,
                    estimated + other.estimated,
                    above + other.above,
                    revenue.add(other.revenue),
                    spend.add(other.spend),
                    revenueSquares + other.revenueSquares,
                    spendSquares + other.spendSquares,
                    products + other.products);
        }

        long known() {
            return told + estimated;
        }

        double ratio() {
            return spend.signum() == 0 ? 0 : revenue.doubleValue() / spend.doubleValue();
        }

        Optional<Interval> interval() {
            long n = known();
            if (n < LEAST) {
                return Optional.empty();
            }
            double r = ratio();
            double squares = Math.max(0, revenueSquares - 2 * r * products + r * r * spendSquares);
            double half = Z * Math.sqrt(squares * n / (n - 1)) / spend.doubleValue();
            return Optional.of(new Interval(Math.max(0, r - half), r + half, LEVEL));
        }
    }
}
