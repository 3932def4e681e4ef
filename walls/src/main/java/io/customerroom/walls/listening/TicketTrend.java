package io.customerroom.walls.listening;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Period;
import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Chart.Series;
import io.customerroom.walls.exhibit.Chart.Tone;
import io.customerroom.walls.exhibit.Direction;
import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Figure;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.reading.Compared;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.WallQuery;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The volume of tickets now and over the last periods. A period without tickets is a gap where nothing is known of it. */
final class TicketTrend {

    private TicketTrend() {}

    static Exhibit of(Reading tickets, WallQuery query, CompanyCalendar calendar, int length) {
        List<Period> periods = new ArrayList<>(List.of(query.period()));
        while (periods.size() < length) {
            periods.addFirst(calendar.previous(periods.getFirst()));
        }
        Period before = periods.get(length - 2);
        Compared compared = Compared.of(calendar, query);
        return new Exhibit(
                "ticket-volume",
                title(tickets, query, before),
                "Tickets opened, closed and open at the end; %s; %s to %s"
                        .formatted(
                                PeriodWords.population(query),
                                PeriodWords.of(periods.getFirst()),
                                PeriodWords.of(query)),
                List.of(
                        figure("opened", "Tickets opened", tickets, compared, Volume::opened, Direction.DOWN),
                        figure("closed", "Tickets closed", tickets, compared, Volume::closed, Direction.NONE),
                        figure("open", "Still open", tickets, compared, Volume::open, Direction.DOWN)),
                Optional.of(chart(tickets, periods, query)),
                "",
                table(tickets, periods),
                tickets.warnings(),
                tickets.source());
    }

    private static String title(Reading tickets, WallQuery query, Period before) {
        Optional<Long> now = Volume.of(tickets, query.period()).map(Volume::open);
        Optional<Long> then = Volume.of(tickets, before).map(Volume::open);
        if (now.isEmpty() || then.isEmpty()) {
            return "Open tickets, as far as they are known";
        }
        long change = now.get() - then.get();
        String people = Numbers.whole(Math.abs(change));
        return change == 0
                ? "As many tickets are open as a period ago"
                : "%s %s open than a period ago"
                        .formatted(
                                people,
                                (change > 0 ? "more " : "fewer ")
                                        + (Math.abs(change) == 1 ? "ticket is" : "tickets are"));
    }

    private static Figure figure(
            String part,
            String label,
            Reading tickets,
            Compared compared,
            ToLongFunction<Volume> volume,
            Direction direction) {
        return compared.figure(
                part,
                label,
                "",
                direction,
                false,
                period -> value(tickets, period, volume),
                Optional.of(new Drill("tickets-by-stage", compared.period().name(), Map.of("part", part))));
    }

    private static Chart chart(Reading tickets, List<Period> periods, WallQuery query) {
        int unfinished = query.partial() ? 1 : 0;
        return new Chart.Line(
                "tickets",
                periods.stream().map(Period::name).toList(),
                List.of(
                        new Series("opened", Tone.CONCERNING, values(tickets, periods, Volume::opened), unfinished),
                        new Series("closed", Tone.IMPROVING, values(tickets, periods, Volume::closed), unfinished),
                        new Series(
                                "open at the end", Tone.ORDINARY, values(tickets, periods, Volume::open), unfinished)),
                Optional.empty());
    }

    private static List<@Nullable BigDecimal> values(
            Reading tickets, List<Period> periods, ToLongFunction<Volume> part) {
        List<@Nullable BigDecimal> values = new ArrayList<>();
        periods.forEach(period -> values.add(value(tickets, period, part).orElse(null)));
        return values;
    }

    private static Optional<BigDecimal> value(Reading tickets, Period period, ToLongFunction<Volume> part) {
        return Volume.of(tickets, period).map(volume -> BigDecimal.valueOf(part.applyAsLong(volume)));
    }

    private static Table table(Reading tickets, List<Period> periods) {
        return new Table(
                "One row per period, oldest first",
                List.of(
                        Column.key("period", "Period"),
                        Column.count("opened", "Opened"),
                        Column.count("closed", "Closed"),
                        Column.count("open", "Open at the end")),
                periods.stream()
                        .map(period -> Volume.of(tickets, period)
                                .map(volume -> Row.of(
                                                period.name(),
                                                String.valueOf(volume.opened()),
                                                String.valueOf(volume.closed()),
                                                String.valueOf(volume.open()))
                                        .to(new Drill("tickets-by-stage", period.name(), Map.of())))
                                .orElseGet(() -> Row.of(period.name(), null, null, null)))
                        .toList());
    }
}
