package io.customerroom.walls.asset;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Period;
import io.customerroom.ledger.goals.OtherCount;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Kind;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.WallQuery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Ours less theirs, for every count another system gave of a period up to a year back. A residual is shown whatever it is. */
record ResidualExhibit(WallQuery query, CompanyCalendar calendar, Currency currency) {

    /** @param theirs the count, and what our ledger says of the same figure and period */
    private record Beside(OtherCount theirs, BigDecimal ours, Period period) {

        BigDecimal residual() {
            return theirs.residual(ours);
        }
    }

    /** @param readings by the name of the metric, reaching back a year */
    Exhibit of(List<OtherCount> counts, Function<String, Reading> readings) {
        Reading math = readings.apply("customer-math");
        List<Beside> known = counts.stream()
                .map(count -> beside(count, readings))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing((Beside it) -> it.period().startsOn())
                        .reversed()
                        .thenComparing(it -> it.theirs().system())
                        .thenComparing(it -> it.theirs().figure()))
                .toList();
        return new Exhibit(
                "other-counts",
                title(known),
                "Our ledger less what other systems count, customers and %s; company; up to %s"
                        .formatted(currency.getCurrencyCode(), PeriodWords.of(query)),
                List.of(),
                Optional.empty(),
                query.where().isEmpty()
                        ? ""
                        : "Other systems count the whole company, so our figures here are the whole company’s",
                new Table(
                        "One row per period, system and figure, newest first",
                        List.of(
                                Column.key("counted_in", "Period"),
                                new Column("system", "System", Kind.TEXT, 0, true),
                                new Column("figure", "Figure", Kind.TEXT, 0, true),
                                Column.count("ours", "Ours"),
                                Column.count("theirs", "Theirs"),
                                Column.count("residual", "Ours − theirs"),
                                Column.text("reason", "Why it differs"),
                                Column.text("owner", "Owner"),
                                Column.text("entered_by", "Entered by"),
                                Column.day("entered_on", "On")),
                        known.stream().map(this::row).toList()),
                List.of(),
                math.source());
    }

    private Optional<Beside> beside(OtherCount count, Function<String, Reading> readings) {
        Period period = calendar.parse(count.period());
        if (period.grain() != query.period().grain()
                || period.startsOn().isAfter(query.period().startsOn())) {
            return Optional.empty();
        }
        return readings.apply(Course.metric(count.figure())).lines(period.name()).stream()
                .findFirst()
                .flatMap(line -> Course.of(count.figure(), line))
                .map(ours -> new Beside(count, ours, period));
    }

    private String title(List<Beside> known) {
        List<Beside> now =
                known.stream().filter(it -> it.period().equals(query.period())).toList();
        if (now.isEmpty()) {
            return "No other system’s count is known for " + PeriodWords.of(query.period());
        }
        return now.stream()
                .filter(it -> it.residual().signum() != 0)
                .max(Comparator.comparing(it -> it.residual().abs()))
                .map(it -> "We count %s %s than %s (%s)"
                        .formatted(
                                amount(it),
                                it.residual().signum() > 0 ? "more" : "fewer",
                                it.theirs().system(),
                                it.theirs().figure().label().toLowerCase(Locale.ROOT)))
                .orElse("Other systems count as we do");
    }

    private String amount(Beside beside) {
        BigDecimal size = beside.residual().abs();
        return beside.theirs().figure().money() ? MoneyWords.of(size, currency) : Numbers.plain(size, 2);
    }

    private Row row(Beside beside) {
        OtherCount theirs = beside.theirs();
        return Row.of(
                PeriodWords.of(beside.period()),
                theirs.system(),
                theirs.figure().label(),
                Contribution.exact(beside.ours()),
                Contribution.exact(theirs.count()),
                Contribution.exact(beside.residual()),
                theirs.reason(),
                theirs.owner(),
                theirs.by(),
                LocalDate.ofInstant(theirs.at(), calendar.zone()).toString());
    }
}
