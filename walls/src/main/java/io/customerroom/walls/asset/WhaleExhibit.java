package io.customerroom.walls.asset;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.reading.Former;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.WallQuery;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How much the best customers earn, and how much the others give back: cumulative contribution with its peak and its end. */
record WhaleExhibit(WallQuery query, CompanyCalendar calendar, Currency currency) {

    private static final String METRIC = "whale-curve";
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    Exhibit of(Reading now, Reading before, Reading yearAgo) {
        Optional<WhaleCurve> curve = WhaleCurve.of(now);
        return new Exhibit(
                METRIC,
                curve.map(this::title).orElse("No customer’s costs are known"),
                "Contribution added up over customers ranked from best to worst, %s; %s; %s"
                        .formatted(
                                currency.getCurrencyCode(),
                                PeriodWords.population(query),
                                query.window().of(query)),
                List.of(),
                curve.map(this::chart),
                curve.map(this::caption)
                        .orElse("Contribution needs the cost of what was sold; see the guide’s page on mapping"),
                table(curve, WhaleCurve.of(before), WhaleCurve.of(yearAgo)),
                now.warnings(),
                now.source());
    }

    private String title(WhaleCurve curve) {
        if (curve.total().signum() <= 0) {
            return "Together customers leave us %s".formatted(MoneyWords.of(curve.total(), currency));
        }
        if (curve.belowZero() == 0) {
            return "No customer costs more than they bring";
        }
        BigDecimal peak = curve.peak().flatMap(WhaleCurve.Point::ofContribution).orElse(WHOLE);
        return "%s %s %s of the contribution, %s %s %s back"
                .formatted(
                        Numbers.counted(curve.earning(), "customer"),
                        curve.earning() == 1 ? "earns" : "earn",
                        percent(peak),
                        Numbers.whole(curve.belowZero()),
                        curve.belowZero() == 1 ? "gives" : "give",
                        percent(peak.subtract(WHOLE)));
    }

    private String caption(WhaleCurve curve) {
        String peak = curve.peak()
                .map(point -> "Peak: %s%s after %s of %s customers. "
                        .formatted(
                                exact(point.cumulative()),
                                share(point),
                                Numbers.whole(point.place()),
                                Numbers.whole(curve.customers())))
                .orElse("Nobody brings more than they cost. ");
        String apart = curve.withoutCost() == 0
                ? ""
                : ". %s without known cost %s apart"
                        .formatted(
                                Numbers.counted(curve.withoutCost(), "customer"),
                                curve.withoutCost() == 1 ? "stands" : "stand");
        return peak + "End: %s%s".formatted(exact(curve.total()), share(curve.end())) + apart;
    }

    private static String share(WhaleCurve.Point point) {
        return point.ofContribution().map(share -> " = " + percent(share)).orElse("");
    }

    private static String percent(BigDecimal share) {
        return Numbers.fixed(share, 2) + " %";
    }

    private String exact(BigDecimal amount) {
        return currency.getCurrencyCode() + " " + Numbers.fixed(amount, MoneyWords.digits(currency));
    }

    /** Drawn in percent of the whole, or in money where there is no whole to speak of. */
    private Chart chart(WhaleCurve curve) {
        boolean shares = curve.total().signum() > 0;
        List<Chart.Point> points = new ArrayList<>(List.of(new Chart.Point(BigDecimal.ZERO, BigDecimal.ZERO, "")));
        for (WhaleCurve.Point point : curve.points()) {
            points.add(new Chart.Point(
                    point.ofCustomers(),
                    shares ? point.ofContribution().orElse(BigDecimal.ZERO) : point.cumulative(),
                    label(curve, point)));
        }
        return new Chart.Curve(
                "% of customers, best first",
                shares ? "% of contribution" : currency.getCurrencyCode(),
                points,
                shares ? Optional.of(WHOLE) : Optional.empty());
    }

    private static String label(WhaleCurve curve, WhaleCurve.Point point) {
        String share = point.ofContribution().map(WhaleExhibit::percent).orElse(Numbers.whole(point.cumulative()));
        if (point.place() == curve.earning() && curve.earning() < curve.customers()) {
            return "Peak " + share;
        }
        return point.place() == curve.customers() ? "End " + share : "";
    }

    private Table table(Optional<WhaleCurve> curve, Optional<WhaleCurve> before, Optional<WhaleCurve> yearAgo) {
        List<Row> rows = new ArrayList<>();
        curve.ifPresent(known -> {
            for (int tenth = 10; tenth <= 100; tenth += 10) {
                int percent = tenth;
                rows.add(row(
                        "best " + percent + " %",
                        known.best(percent),
                        share(before, it -> Optional.of(it.best(percent))),
                        share(yearAgo, it -> Optional.of(it.best(percent)))));
            }
            known.peak()
                    .ifPresent(peak -> rows.add(row(
                                    "peak: all who bring more than they cost",
                                    peak,
                                    share(before, WhaleCurve::peak),
                                    share(yearAgo, WhaleCurve::peak))
                            .to(drill("earning"))));
            rows.add(givenBack(known).to(drill("below-zero")));
            if (known.withoutCost() > 0) {
                rows.add(Row.of("cost not known, apart", Long.toString(known.withoutCost()), null, null, null, null)
                        .to(drill("without-cost")));
            }
        });
        return new Table(
                "One row per part of the ranked customers; amounts and shares are of all up to there",
                List.of(
                        Column.key("customers_ranked", "Customers, best first"),
                        Column.count("customers", "Customers"),
                        MoneyWords.column("contribution", "Contribution", currency),
                        Column.amount("share", "% of contribution", 2).in("%"),
                        Column.amount(
                                Former.PRIOR,
                                "% of contribution, " + PeriodWords.of(calendar.previous(query.period())),
                                2),
                        Column.amount(
                                Former.LAST_YEAR,
                                "% of contribution, " + PeriodWords.of(calendar.sameLastYear(query.period())),
                                2)),
                rows);
    }

    private static Row row(String name, WhaleCurve.Point point, @Nullable String before, @Nullable String yearAgo) {
        return Row.of(
                name,
                Long.toString(point.place()),
                plain(point.cumulative()),
                point.ofContribution().map(WhaleExhibit::plain).orElse(null),
                before,
                yearAgo);
    }

    private static Row givenBack(WhaleCurve curve) {
        BigDecimal peak = curve.peak().map(WhaleCurve.Point::cumulative).orElse(BigDecimal.ZERO);
        return Row.of(
                "given back by those below zero",
                Long.toString(curve.belowZero()),
                plain(curve.total().subtract(peak)),
                curve.peak()
                        .flatMap(WhaleCurve.Point::ofContribution)
                        .map(WHOLE::subtract)
                        .map(WhaleExhibit::plain)
                        .orElse(null),
                null,
                null);
    }

    private static @Nullable String share(
            Optional<WhaleCurve> curve, Function<WhaleCurve, Optional<WhaleCurve.Point>> point) {
        return curve.flatMap(point)
                .flatMap(WhaleCurve.Point::ofContribution)
                .map(WhaleExhibit::plain)
                .orElse(null);
    }

    private Drill drill(String part) {
        return new Drill(METRIC, query.period().name(), Map.of("part", part));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
