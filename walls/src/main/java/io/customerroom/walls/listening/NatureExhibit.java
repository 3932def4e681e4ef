package io.customerroom.walls.listening;

import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Chart.Series;
import io.customerroom.walls.exhibit.Chart.Tone;
import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.exhibit.Titles;
import io.customerroom.walls.reading.Former;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Reading.Line;
import io.customerroom.walls.reading.WallQuery;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tickets opened, split one way: by kind, by stage or by contact. The parts add up to all tickets opened. */
final class NatureExhibit {

    /** More parts than these are not told apart in a picture. */
    private static final int DRAWN = 12;

    private final Split split;
    private final WallQuery query;
    private final Reading now;
    private final Map<String, Long> opened;
    private final long all;

    /** The ways to split. */
    enum Split {
        KIND("kind", "kind"),
        STAGE("stage", "stage"),
        CONTACT("contact", "contact");

        private final String column;
        private final String words;

        Split(String column, String words) {
            this.column = column;
            this.words = words;
        }

        String id() {
            return "tickets-by-" + (this == STAGE ? "stage-opened" : column);
        }
    }

    NatureExhibit(Split split, WallQuery query, Reading now) {
        this.split = split;
        this.query = query;
        this.now = now;
        this.opened = counts(now);
        this.all = opened.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * @param before the period before; no lines where nothing is known
     * @param yearAgo the same period last year
     */
    Exhibit of(Reading before, Reading yearAgo, String beforeLabel, String yearAgoLabel) {
        List<String> names = names();
        Map<String, Long> then = counts(before);
        Map<String, Long> lastYear = counts(yearAgo);
        List<Row> rows = new ArrayList<>();
        for (String name : names) {
            rows.add(row(name, former(then, name), former(lastYear, name)));
        }
        return new Exhibit(
                split.id(),
                title(names),
                "Tickets opened, by %s; %s; %s"
                        .formatted(split.words, PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                names.isEmpty() ? Optional.empty() : Optional.of(bars(names)),
                names.size() > DRAWN ? "The %d largest are drawn".formatted(DRAWN) : "",
                new Table(
                        "One row per %s, most tickets first; the rows add up to all tickets opened"
                                .formatted(split.words),
                        List.of(
                                Column.key(split.column, Titles.capital(split.words)),
                                Column.count("opened", "Opened"),
                                Column.amount("share", "Share, %", 1),
                                Column.count(Former.PRIOR, "Opened, " + beforeLabel),
                                Column.count(Former.LAST_YEAR, "Opened, " + yearAgoLabel)),
                        rows),
                now.warnings(),
                now.source());
    }

    private List<String> names() {
        return opened.keySet().stream()
                .sorted(Comparator.comparingLong((String name) -> -opened.getOrDefault(name, 0L))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private Map<String, Long> counts(Reading reading) {
        Map<String, Long> counts = new TreeMap<>();
        for (Line line : reading.lines()) {
            counts.merge(line.named(split.column, ""), line.count("opened"), Long::sum);
        }
        return counts;
    }

    /** Nothing is known of a time without any ticket. */
    private static @Nullable String former(Map<String, Long> then, String name) {
        return then.isEmpty() ? null : Long.toString(then.getOrDefault(name, 0L));
    }

    private String title(List<String> names) {
        if (names.isEmpty()) {
            return "No ticket was opened";
        }
        String first = names.getFirst();
        return "“%s” leads: %s of %s"
                .formatted(
                        shown(first),
                        Numbers.whole(opened.getOrDefault(first, 0L)),
                        Numbers.counted(all, "new ticket"));
    }

    private Chart bars(List<String> names) {
        List<String> drawn = names.subList(0, Math.min(DRAWN, names.size()));
        return new Chart.Bars(
                "tickets",
                true,
                drawn.stream().map(this::shown).toList(),
                List.of(new Series(
                        "opened",
                        Tone.ORDINARY,
                        drawn.stream()
                                .map(name -> BigDecimal.valueOf(opened.getOrDefault(name, 0L)))
                                .toList(),
                        0)));
    }

    private Row row(String name, @Nullable String before, @Nullable String yearAgo) {
        long count = opened.getOrDefault(name, 0L);
        return Row.of(shown(name), Long.toString(count), Shares.percent(count, all), before, yearAgo)
                .to(new Drill(IssuePlaces.METRIC, query.period().name(), Map.of(split.column, name)));
    }

    private String shown(String name) {
        return name.isEmpty() ? "no " + split.words : name;
    }
}
