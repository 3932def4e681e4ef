package io.customerroom.walls.asset;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Period;
import io.customerroom.statistics.Interval;
import io.customerroom.statistics.Share;
import io.customerroom.statistics.comparison.Pair;
import io.customerroom.walls.asset.LossBook.Call;
import io.customerroom.walls.asset.LossBook.Leaver;
import io.customerroom.walls.asset.LossBook.Outcome;
import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Kind;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Readings;
import io.customerroom.walls.reading.WallQuery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came of the calls of the loss review: from reasons to issues and their owners, and how many of those called came back beside the other leavers
 * of the same months. Notes do not hang here: a frozen wall keeps what it shows, and a customer's words may have to be forgotten.
 */
final class LossExhibits {

    static final String METRIC = "save-count";

    private static final int DAYS = 90;
    private static final int MONTHS = 12;

    private final Readings readings;
    private final CompanyCalendar calendar;
    private final Currency currency;
    private final LossBook book;
    private final WallQuery query;
    private final List<Leaver> leavers;

    LossExhibits(Readings readings, CompanyCalendar calendar, Currency currency, LossBook book, WallQuery query) {
        this.readings = readings;
        this.calendar = calendar;
        this.currency = currency;
        this.book = book;
        this.query = query;
        LocalDate end = query.period().endsOn();
        this.leavers = book.leavers(query.written()).stream()
                .filter(leaver -> {
                    LocalDate month = calendar.parse(leaver.period()).startsOn();
                    return month.isBefore(end) && !month.isBefore(end.minusMonths(MONTHS));
                })
                .toList();
    }

    /** Empty before the first draw, so that a company that holds no loss review sees nothing of it. */
    List<Exhibit> exhibits() {
        if (leavers.isEmpty()) {
            return List.of();
        }
        List<Judged> judged = judged();
        Reading papers = judged.getLast().reading();
        return List.of(chain(papers), saved(judged, papers));
    }

    private Exhibit chain(Reading papers) {
        Map<String, String> owners = book.owners(query.written());
        Map<String, List<Leaver>> groups =
                leavers.stream().collect(Collectors.groupingBy(LossExhibits::group, TreeMap::new, Collectors.toList()));
        List<Row> rows = groups.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, List<Leaver>> it) -> value(it.getValue()))
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .map(it -> row(it.getValue(), owners))
                .toList();
        long called = count(leavers, leaver -> leaver.call().isPresent());
        long reached = count(leavers, leaver -> outcome(leaver) == Outcome.REACHED);
        long told = count(leavers, LossExhibits::told);
        return new Exhibit(
                "loss-review",
                "%s of %s reached told why they left"
                        .formatted(Numbers.whole(told), Numbers.counted(reached, "leaver")),
                "Leavers drawn for executives to call, by reason told, with the issue behind it and who answers for it, %s; all customers; twelve months to %s"
                        .formatted(currency.getCurrencyCode(), PeriodWords.of(query)),
                List.of(),
                Optional.empty(),
                "%s drawn, %s called, %s reached. Who was drawn lies with the loss review"
                        .formatted(Numbers.whole(leavers.size()), Numbers.whole(called), Numbers.whole(reached)),
                new Table(
                        "One row per month, reason and issue; those without a reason by how the call ended",
                        List.of(
                                Column.key("month", "Left in"),
                                new Column("reason", "Reason told", Kind.TEXT, 0, true),
                                new Column("issue", "Issue behind it", Kind.TEXT, 0, true),
                                Column.text("owner", "Who answers for it"),
                                Column.count("customers", "Customers"),
                                MoneyWords.column("value", "Value lost", currency),
                                Column.count("returning", "Said they come back")),
                        rows),
                List.of(),
                papers.source());
    }

    private static String group(Leaver leaver) {
        return leaver.call()
                        .map(call -> call.reason().isEmpty()
                                ? "~" + call.outcome().ordinal()
                                : call.reason() + "\n" + call.issue())
                        .orElse("~9")
                + "\n"
                + leaver.period();
    }

    private Row row(List<Leaver> group, Map<String, String> owners) {
        Optional<Call> call = group.getFirst().call();
        String issue = call.map(Call::issue).orElse("");
        @Nullable String owner = issue.isEmpty() ? null : owners.getOrDefault(issue, "nobody yet");
        Leaver first = group.getFirst();
        return Row.of(
                        PeriodWords.of(calendar.parse(first.period())),
                        call.map(it -> it.reason().isEmpty()
                                        ? "none: " + it.outcome().words()
                                        : it.reason())
                                .orElse("none: not called yet"),
                        issue.isEmpty() ? null : issue,
                        owner,
                        Integer.toString(group.size()),
                        Contribution.exact(value(group)),
                        Long.toString(count(
                                group, it -> it.call().flatMap(Call::saved).orElse(false))))
                .to(rows(first, group));
    }

    /** Those of the group, as the ledger lists leavers; whoever had come back by the day of a later draw is not among them. */
    private static Drill rows(Leaver first, List<Leaver> group) {
        Map<String, String> where = new TreeMap<>(parameters(first.since(), keys(group)));
        where.put("was_called", "yes");
        return new Drill(METRIC, first.period(), where);
    }

    private static String keys(List<Leaver> leavers) {
        return leavers.stream()
                .map(leaver -> Long.toString(leaver.customer().value()))
                .collect(Collectors.joining(",", ",", ","));
    }

    /** One month with a draw. */
    private record Judged(Period month, LocalDate since, String called, Reading reading) {

        long number(String side, String column) {
            return reading.lines().stream()
                    .filter(line -> line.named("called", "").equals(side))
                    .mapToLong(line -> line.count(column))
                    .sum();
        }

        boolean decided() {
            return number("yes", "customers") + number("no", "customers")
                    == number("yes", "decided") + number("no", "decided");
        }
    }

    private List<Judged> judged() {
        Map<String, List<Leaver>> months =
                leavers.stream().collect(Collectors.groupingBy(Leaver::period, TreeMap::new, Collectors.toList()));
        List<Judged> judged = new ArrayList<>();
        months.forEach((name, drawn) -> {
            Period month = calendar.parse(name);
            LocalDate since = drawn.stream()
                    .map(Leaver::since)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            String called = keys(
                    drawn.stream().filter(leaver -> leaver.call().isPresent()).toList());
            judged.add(new Judged(
                    month, since, called, readings.part(METRIC, month, month, query, parameters(since, called))));
        });
        return judged;
    }

    private static Map<String, String> parameters(LocalDate since, String called) {
        return Map.of("since", since.toString(), "called", called, "days", Integer.toString(DAYS));
    }

    private Exhibit saved(List<Judged> judged, Reading papers) {
        List<Judged> over = judged.stream().filter(Judged::decided).toList();
        Pair all = Pair.of(
                sum(over, "yes", "back"),
                sum(over, "yes", "decided"),
                sum(over, "no", "back"),
                sum(over, "no", "decided"));
        return new Exhibit(
                METRIC,
                title(all),
                "Leavers who were away on the day of a draw and came back within %d days, called and not called; %s; twelve months to %s"
                        .formatted(DAYS, PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                picture(all),
                caption(all, judged.size() - over.size()),
                new Table(
                        "One row per month of leaving",
                        List.of(
                                Column.key("month", "Left in"),
                                Column.day("since", "Drawn on"),
                                Column.count("called", "Called"),
                                Column.count("called_back", "of them back"),
                                Column.count("others", "Not called"),
                                Column.count("others_back", "of them back"),
                                Column.amount("difference", "Difference", 1).in("points"),
                                Column.amount("low", "at least", 1).in("points"),
                                Column.amount("high", "at most", 1).in("points"),
                                Column.text("state", "State")),
                        judged.stream().map(this::row).toList()),
                papers.warnings(),
                papers.source());
    }

    /** Both shares beside each other; nothing while nobody who was called has been followed to the end. */
    private static Optional<Chart> picture(Pair all) {
        List<Share> shares = Stream.of(all.with(), all.without())
                .filter(share -> share.n() > 0)
                .toList();
        return all.with().n() == 0
                ? Optional.empty()
                : Optional.of(new Chart.Bars(
                        "% who came back",
                        true,
                        List.of("called", "not called").subList(0, shares.size()),
                        List.of(new Chart.Series(
                                        "came back",
                                        Chart.Tone.FIRST,
                                        shares.stream()
                                                .map(share -> Points.of((double) share.count() / share.n()))
                                                .toList(),
                                        0)
                                .within(Sure.at95(shares, share -> Sure.points(share.interval()))))));
    }

    private Row row(Judged one) {
        Pair pair = Pair.of(
                one.number("yes", "back"),
                one.number("yes", "customers"),
                one.number("no", "back"),
                one.number("no", "customers"));
        boolean said = one.decided() && pair.comparable();
        Interval interval = pair.interval();
        return Row.of(
                        PeriodWords.of(one.month()),
                        one.since().toString(),
                        Long.toString(pair.with().n()),
                        Long.toString(pair.with().count()),
                        Long.toString(pair.without().n()),
                        Long.toString(pair.without().count()),
                        said ? Points.exact(pair.difference()) : null,
                        said ? Points.exact(interval.low()) : null,
                        said ? Points.exact(interval.high()) : null,
                        one.decided()
                                ? "over"
                                : "the days run until " + one.since().plusDays(DAYS))
                .to("called", drill(one, Map.of("was_called", "yes")))
                .to("called_back", drill(one, Map.of("was_called", "yes", "back", "yes")))
                .to("others", drill(one, Map.of("was_called", "no")))
                .to("others_back", drill(one, Map.of("was_called", "no", "back", "yes")));
    }

    private static Drill drill(Judged one, Map<String, String> more) {
        Map<String, String> where = new TreeMap<>(parameters(one.since(), one.called()));
        where.putAll(more);
        return new Drill(METRIC, one.month().name(), where);
    }

    private static String title(Pair all) {
        if (all.with().n() == 0) {
            return "The %d days after the first calls are not over".formatted(DAYS);
        }
        return "%d of %d called came back within %d days, of the others %s"
                .formatted(all.with().count(), all.with().n(), DAYS, percent(all.without()));
    }

    private static String caption(Pair all, int running) {
        String difference = all.comparable()
                ? "Called less not called: %s, at 95 %% between %s and %s. The draw favours those who were worth much; associated with the calls, not caused by them"
                        .formatted(
                                Points.words(all.difference()),
                                Points.words(all.interval().low()),
                                Points.words(all.interval().high()))
                : "";
        return running == 0
                ? difference
                : difference
                        + (difference.isEmpty() ? "" : "; ")
                        + "%s not in it: the days are not over".formatted(Numbers.counted(running, "month"));
    }

    private static String percent(Share share) {
        return share.n() == 0
                ? "nobody is left to compare with"
                : Numbers.fixed(Points.of((double) share.count() / share.n()), 1) + " %";
    }

    private static long sum(List<Judged> judged, String side, String column) {
        return judged.stream().mapToLong(one -> one.number(side, column)).sum();
    }

    private static boolean told(Leaver leaver) {
        return leaver.call().filter(call -> !call.reason().isEmpty()).isPresent();
    }

    private static @Nullable Outcome outcome(Leaver leaver) {
        return leaver.call().map(Call::outcome).orElse(null);
    }

    private static long count(List<Leaver> leavers, Predicate<Leaver> which) {
        return leavers.stream().filter(which).count();
    }

    private static BigDecimal value(List<Leaver> leavers) {
        return leavers.stream().map(Leaver::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
