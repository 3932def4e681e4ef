package io.customerroom.walls.asset;

import io.customerroom.statistics.Interval;
import io.customerroom.statistics.Ratio;
import io.customerroom.statistics.Share;
import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Chart.Series;
import io.customerroom.walls.exhibit.Chart.Tone;
import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Kind;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Reading.Line;
import io.customerroom.walls.reading.WallQuery;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which customers recommend us, with intervals; what becomes of recommendations, by which way they come, and why customers will not. */
record RecommendingExhibits(WallQuery query) {

    static final String RATE = "recommending-rate";
    static final String REPLIES = "referral-replies";

    /** Splits in the order in which they are read, and what they are called. */
    private static final Map<String, String> SPLITS = Map.ofEntries(
            Map.entry("all", "Everybody"),
            Map.entry("segment", "Segment"),
            Map.entry("profit", "Contribution of the year"),
            Map.entry("nps", "Last NPS answer"),
            Map.entry("tenure", "Customer for"),
            Map.entry("complaint", "Complaints of the year"));

    private static final List<String> ORDER = List.of("all", "segment", "profit", "nps", "tenure", "complaint");

    private static final String NOBODY_ASKED = "nobody asked";

    List<Exhibit> of(Reading rates, Reading replies) {
        return List.of(rates(rates), whyNot(replies), ways(replies));
    }

    private Exhibit rates(Reading rates) {
        List<Line> lines = ORDER.stream()
                .flatMap(split -> rates.lines(query.period().name()).stream()
                        .filter(line -> line.named("split", "").equals(split)))
                .toList();
        Optional<Line> all = lines.stream()
                .filter(line -> line.named("split", "").equals("all"))
                .findFirst()
                .filter(line -> line.count("recommenders") > 0);
        return new Exhibit(
                RATE,
                all.map(this::rateTitle).orElse("Nobody who is here recommended us in the last year"),
                "Customers at the end of %s who recommended us in the 365 days before, %%, with intervals at 95 %%; %s"
                        .formatted(PeriodWords.of(query), PeriodWords.population(query)),
                List.of(),
                all.map(some -> new Chart.Bars(
                        "%",
                        true,
                        lines.stream().map(RecommendingExhibits::name).toList(),
                        List.of(new Series(
                                        "recommended us",
                                        Tone.FIRST,
                                        lines.stream()
                                                .<@Nullable BigDecimal>map(line ->
                                                        percent(share(line).ratio()))
                                                .toList(),
                                        0)
                                .within(Sure.at95(
                                        lines, line -> Sure.points(share(line).interval())))))),
                "Groups whose intervals overlap widely may not differ at all. A customer stands once in each split, with whatever became of the recommendation.",
                new Table(
                        "One row per group of customers",
                        List.of(
                                Column.key("split", "Split"),
                                new Column("part", "Group", Kind.TEXT, 0, true),
                                Column.count("customers", "Customers"),
                                Column.count("recommenders", "Recommended us"),
                                Column.amount("rate", "Recommended us, %", 1),
                                Column.amount("low", "At least, %", 1),
                                Column.amount("high", "At most, %", 1),
                                Column.count("successful", "Brought somebody")),
                        all.isEmpty()
                                ? List.of()
                                : lines.stream().map(this::rateRow).toList()),
                rates.warnings(),
                rates.source());
    }

    private Row rateRow(Line line) {
        Interval interval = share(line).interval();
        BigDecimal rate = percent(share(line).ratio());
        return Row.of(
                        SPLITS.getOrDefault(line.named("split", ""), ""),
                        line.named("part", ""),
                        line.exact("customers"),
                        line.exact("recommenders"),
                        rate == null ? null : rate.toPlainString(),
                        percent(interval.low()),
                        percent(interval.high()),
                        line.exact("successful"))
                .to(drill(RATE, Map.of("split", line.named("split", ""), "part", line.named("part", ""))));
    }

    private String rateTitle(Line all) {
        Interval interval = share(all).interval();
        return "%s of %s recommended us within a year: %s to %s %%"
                .formatted(
                        Numbers.whole(all.count("recommenders")),
                        Numbers.counted(all.count("customers"), "customer"),
                        Numbers.fixed(new BigDecimal(percent(interval.low())), 1),
                        Numbers.fixed(new BigDecimal(percent(interval.high())), 1));
    }

    private static String name(Line line) {
        String part = line.named("part", "");
        return switch (line.named("split", "")) {
            case "all" -> "everybody";
            case "profit" -> "contribution: " + part;
            case "nps" -> "NPS: " + part;
            case "tenure" -> "customer for: " + part;
            default -> part;
        };
    }

    private static Share share(Line line) {
        return new Share(line.count("recommenders"), line.count("customers"));
    }

    private static @Nullable BigDecimal percent(Ratio ratio) {
        return ratio instanceof Ratio.Defined defined ? defined.percent(4) : null;
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share)
                .movePointRight(2)
                .setScale(4, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private Exhibit whyNot(Reading replies) {
        List<Line> unwilling = parts(replies, "unwilling");
        List<Line> declined = parts(replies, "declined");
        List<Row> rows = new ArrayList<>();
        unwilling.forEach(line -> rows.add(reason("would not recommend", line)));
        declined.forEach(line -> rows.add(reason("recommended, and came to nothing", line)));
        List<Line> known = unwilling.stream().filter(line -> !isUnknown(line)).toList();
        return new Exhibit(
                "referral-why-not",
                whyNotTitle(unwilling, known),
                "Replies of the 365 days before the end of %s, by reason; %s"
                        .formatted(PeriodWords.of(query), PeriodWords.population(query)),
                List.of(),
                known.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Chart.Bars(
                                "replies",
                                true,
                                known.stream()
                                        .map(line -> line.named("part", ""))
                                        .toList(),
                                List.of(new Series(
                                        "would not recommend",
                                        Tone.CONCERNING,
                                        known.stream()
                                                .<@Nullable BigDecimal>map(
                                                        line -> BigDecimal.valueOf(line.count("referrals")))
                                                .toList(),
                                        0)))),
                rows.isEmpty()
                        ? "Ask those who do not recommend why, and import the answers as referrals with the outcome unwilling and a reason."
                        : "A reason is known for %s of %s replies."
                                .formatted(
                                        Numbers.whole(total(unwilling, false) + total(declined, false)),
                                        Numbers.whole(total(unwilling, true) + total(declined, true))),
                new Table(
                        "One row per reply and reason, most named first",
                        List.of(
                                Column.key("reply", "Reply"),
                                new Column("reason", "Reason", Kind.TEXT, 0, true),
                                Column.count("referrals", "Replies"),
                                Column.count("customers", "Customers")),
                        rows),
                replies.warnings(),
                replies.source());
    }

    private Row reason(String reply, Line line) {
        return Row.of(reply, line.named("part", ""), line.exact("referrals"), line.exact("customers"))
                .to(drill(REPLIES, Map.of("split", line.named("split", ""), "part", line.named("part", ""))));
    }

    private static String whyNotTitle(List<Line> unwilling, List<Line> known) {
        if (unwilling.isEmpty()) {
            return "Nobody is known who would not recommend us";
        }
        return known.isEmpty()
                ? "%s would not recommend us; nobody knows why"
                        .formatted(Numbers.counted(total(unwilling, true), "customer"))
                : "“%s” leads among %s not to recommend us"
                        .formatted(
                                known.getFirst().named("part", ""), Numbers.counted(total(unwilling, false), "reason"));
    }

    private Exhibit ways(Reading replies) {
        List<Line> lines = parts(replies, "channel");
        List<Row> rows = lines.stream()
                .map(line -> {
                    Share share = new Share(line.count("joined"), line.count("referrals"));
                    BigDecimal rate = percent(share.ratio());
                    return Row.of(
                                    line.named("part", ""),
                                    line.exact("referrals"),
                                    line.exact("joined"),
                                    rate == null ? null : rate.toPlainString(),
                                    percent(share.interval().low()),
                                    percent(share.interval().high()))
                            .to(drill(REPLIES, Map.of("split", "channel", "part", line.named("part", ""))));
                })
                .toList();
        return new Exhibit(
                "referral-ways",
                lines.isEmpty()
                        ? "No recommendation is known of the last year"
                        : "Customers recommend us most by “%s”"
                                .formatted(lines.getFirst().named("part", "")),
                "Recommendations of the 365 days before the end of %s, by the way they came, and how many of them joined; %s"
                        .formatted(PeriodWords.of(query), PeriodWords.population(query)),
                List.of(),
                lines.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Chart.Bars(
                                "recommendations",
                                true,
                                lines.stream()
                                        .map(line -> line.named("part", ""))
                                        .toList(),
                                List.of(new Series(
                                        "recommendations",
                                        Tone.FIRST,
                                        lines.stream()
                                                .<@Nullable BigDecimal>map(
                                                        line -> BigDecimal.valueOf(line.count("referrals")))
                                                .toList(),
                                        0)))),
                "",
                new Table(
                        "One row per way, most used first",
                        List.of(
                                Column.key("channel", "Way"),
                                Column.count("referrals", "Recommendations"),
                                Column.count("joined", "Joined"),
                                Column.amount("rate", "Joined, %", 1),
                                Column.amount("low", "At least, %", 1),
                                Column.amount("high", "At most, %", 1)),
                        rows),
                replies.warnings(),
                replies.source());
    }

    private List<Line> parts(Reading replies, String split) {
        return replies.lines(query.period().name()).stream()
                .filter(line -> line.named("split", "").equals(split))
                .toList();
    }

    private static boolean isUnknown(Line line) {
        return line.named("part", "").equals(NOBODY_ASKED);
    }

    private static long total(List<Line> lines, boolean unknownToo) {
        return lines.stream()
                .filter(line -> unknownToo || !isUnknown(line))
                .mapToLong(line -> line.count("referrals"))
                .sum();
    }

    private Drill drill(String metric, Map<String, String> where) {
        return new Drill(metric, query.period().name(), where);
    }
}
