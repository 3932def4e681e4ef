package io.customerroom.walls.listening;

import io.customerroom.kernel.Period;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How many of the tickets opened name an issue: what is not coded is managed by nobody. */
final class Coverage {

    private final Reading flow;
    private final WallQuery query;
    private final List<Period> periods;

    /** @param periods oldest first, the view's one last */
    Coverage(Reading flow, WallQuery query, List<Period> periods) {
        this.flow = flow;
        this.query = query;
        this.periods = List.copyOf(periods);
    }

    /** Tickets opened in a period, and those among them that name an issue. */
    private record Coded(long opened, long named) {

        @Nullable
        String share() {
            return Shares.percent(named, opened);
        }
    }

    Exhibit exhibit() {
        return new Exhibit(
                "issue-coverage",
                title(),
                "Share of tickets opened that name an issue, in per cent; %s; up to %s"
                        .formatted(PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                periods.stream().allMatch(period -> coded(period).opened() == 0)
                        ? Optional.empty()
                        : Optional.of(line()),
                "",
                new Table(
                        "One row per period, newest first",
                        List.of(
                                Column.key("period", "Period"),
                                Column.count("opened", "Opened"),
                                Column.count("named", "With an issue"),
                                Column.count("unnamed", "Without"),
                                Column.amount("share", "Share with an issue, %", 1)),
                        periods.reversed().stream().map(this::row).toList()),
                flow.warnings(),
                flow.source());
    }

    private Coded coded(Period period) {
        List<Line> lines = flow.lines(period.name());
        return new Coded(
                lines.stream().mapToLong(line -> line.count("opened")).sum(),
                lines.stream()
                        .filter(line -> !line.named("issue", "").isEmpty())
                        .mapToLong(line -> line.count("opened"))
                        .sum());
    }

    private String title() {
        Coded now = coded(query.period());
        @Nullable String share = now.share();
        return share == null
                ? "No ticket was opened"
                : "%s of %s %s an issue (%s %%)"
                        .formatted(
                                Numbers.whole(now.named()),
                                Numbers.counted(now.opened(), "new ticket"),
                                now.named() == 1 ? "names" : "name",
                                Numbers.plain(new BigDecimal(share), 0));
    }

    private Chart line() {
        List<@Nullable BigDecimal> shares = new ArrayList<>();
        for (Period period : periods) {
            @Nullable String share = coded(period).share();
            shares.add(share == null ? null : new BigDecimal(share));
        }
        return new Chart.Line(
                "% of tickets opened",
                periods.stream().map(Period::name).toList(),
                List.of(new Series("share with an issue", Tone.ORDINARY, shares, query.partial() ? 1 : 0)),
                Optional.empty());
    }

    private Row row(Period period) {
        Coded coded = coded(period);
        if (flow.lines(period.name()).isEmpty()) {
            return Row.of(period.name(), null, null, null, null);
        }
        return Row.of(
                        period.name(),
                        Long.toString(coded.opened()),
                        Long.toString(coded.named()),
                        Long.toString(coded.opened() - coded.named()),
                        coded.share())
                .to("named", new Drill(IssuePlaces.METRIC, period.name(), Map.of("named", "yes")))
                .to("unnamed", new Drill(IssuePlaces.METRIC, period.name(), Map.of("named", "no")));
    }
}
