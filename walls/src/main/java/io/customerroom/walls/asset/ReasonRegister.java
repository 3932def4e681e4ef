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
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every reason for leaving that was ever given, with the days of its first and last use. A renamed reason is two reasons, and each keeps its
 * losses. Losses whose reason nobody knows stand on a line of their own.
 */
record ReasonRegister(WallQuery query, Currency currency) {

    static final String METRIC = "reason-register";

    private static final String UNKNOWN = "reason not known";

    /** A reason that nobody gave for so long is no longer in use. */
    private static final int QUIET_MONTHS = 12;

    /** How a reason stands at the period's end. */
    private enum Standing {
        NEW("new"),
        IN_USE("in use"),
        QUIET("not given for a year");

        private final String words;

        Standing(String words) {
            this.words = words;
        }
    }

    Exhibit of(Reading register) {
        List<Line> lines = register.lines(query.period().name());
        return new Exhibit(
                METRIC,
                title(lines),
                "Reasons for leaving ever given, their losses and the value that left, %s; %s; up to the end of %s"
                        .formatted(currency.getCurrencyCode(), PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                Optional.empty(),
                lines.isEmpty()
                        ? ""
                        : "A reason that was renamed is two reasons: each keeps its losses, nothing is merged",
                new Table(
                        "One row per reason, the one with most losses first",
                        List.of(
                                Column.key("reason", "Reason"),
                                Column.text("standing", "Standing"),
                                Column.day("first_on", "First given"),
                                Column.day("last_on", "Last given"),
                                Column.count("departures", "Times given"),
                                Column.count("losses", "Losses"),
                                MoneyWords.column("value", "Value lost", currency),
                                Column.count("losses_inside", "Losses, " + PeriodWords.of(query.period()))),
                        lines.stream().map(this::row).toList()),
                register.warnings(),
                register.source());
    }

    private String title(List<Line> lines) {
        List<Line> given =
                lines.stream().filter(line -> first(line).isPresent()).toList();
        if (given.isEmpty()) {
            return lines.isEmpty() ? "Nobody has left so far" : "Nobody has told us why they left";
        }
        long fresh = with(given, Standing.NEW);
        long quiet = with(given, Standing.QUIET);
        return Numbers.counted(given.size(), "reason") + " for leaving known"
                + (fresh == 0 ? "" : ", %s new".formatted(Numbers.whole(fresh)))
                + (quiet == 0 ? "" : ", %s not given for a year".formatted(Numbers.whole(quiet)));
    }

    private long with(List<Line> given, Standing standing) {
        return given.stream()
                .filter(line -> standing(line).filter(standing::equals).isPresent())
                .count();
    }

    private Row row(Line line) {
        return Row.of(
                        line.named("reason", UNKNOWN),
                        standing(line).map(standing -> standing.words).orElse(null),
                        line.exact("first_on"),
                        line.exact("last_on"),
                        first(line).isPresent() ? line.exact("departures") : null,
                        line.exact("losses"),
                        Contribution.exact(line.number("value").orElse(BigDecimal.ZERO)),
                        line.exact("losses_inside"))
                .to(new Drill(METRIC, query.period().name(), Map.of("reason", line.named("reason", ""))));
    }

    /** Empty for losses without a reason. */
    private Optional<Standing> standing(Line line) {
        return first(line).map(first -> {
            if (!first.isBefore(query.period().startsOn())) {
                return Standing.NEW;
            }
            LocalDate last = line.text("last_on").map(LocalDate::parse).orElse(first);
            return last.isBefore(query.period().lastDay().plusDays(1).minusMonths(QUIET_MONTHS))
                    ? Standing.QUIET
                    : Standing.IN_USE;
        });
    }

    private static Optional<LocalDate> first(Line line) {
        return line.text("first_on").map(LocalDate::parse);
    }
}
