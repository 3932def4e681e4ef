package io.customerroom.web.walls;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.room.evidence.ExhibitView;
import io.customerroom.room.evidence.FrozenReading;
import io.customerroom.room.evidence.Reading;
import io.customerroom.room.evidence.Restatements;
import io.customerroom.room.meetings.Meeting;
import io.customerroom.state.json.Json;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Figure;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.exhibit.Wall;
import io.customerroom.walls.reading.Former;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.charts.Charts;
import io.customerroom.web.files.Papers;
import io.customerroom.web.files.Piece;
import io.customerroom.web.paper.HungWall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes exhibits off the wall for files and paper: live ones as they hang, frozen ones from stored data alone. */
public final class Pieces {

    /** A freeze keeps the walls' numbers, and not their names. */
    private static final Map<Integer, String> NAMES = Map.of(1, "Outcome", 2, "Issues", 3, "Operations");

    /** What it was before stands beside the figures, and is a note in a freeze. */
    private static final Set<String> PAST = Set.of(Former.PRIOR, Former.LAST_YEAR);

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private Pieces() {}

    public static Piece live(Wall wall, Exhibit exhibit, WallQuery query, String company, Charts charts) {
        Map<String, String> more = new LinkedHashMap<>();
        exhibit.chart().ifPresent(chart -> more.put("Picture (SHA-256 of its data)", charts.hash(chart)));
        return new Piece(
                wall.number(),
                exhibit.id(),
                FrozenViews.name(exhibit.id()),
                exhibit.title(),
                exhibit.second(),
                exhibit.figures().stream().map(Pieces::tile).toList(),
                exhibit.chart().map(chart -> charts.standalone(chart, exhibit.title())),
                captionAndRemarks(exhibit),
                exhibit.warnings(),
                exhibit.table(),
                new Papers(
                        company,
                        query.period().name(),
                        query.where().entrySet().stream()
                                .map(entry -> entry.getKey() + " " + entry.getValue())
                                .collect(Collectors.joining(", ")),
                        query.clocks(),
                        exhibit.source().metric(),
                        exhibit.source().definitions(),
                        exhibit.source().fingerprint(),
                        exhibit.source().hash(),
                        more));
    }

    /**
     * A wall of a view, with everything that hangs there.
     *
     * @param chapters the layers behind it, in their order
     */
    public static HungWall wall(Wall wall, List<Wall> chapters, WallQuery query, String company, Charts charts) {
        List<Piece> pieces = Stream.concat(
                        wall.all().stream(), chapters.stream().flatMap(chapter -> chapter.all().stream()))
                .map(exhibit -> live(wall, exhibit, query, company, charts))
                .toList();
        return new HungWall(
                company,
                wall.number(),
                wall.name(),
                wall.sentence(),
                PeriodWords.of(query),
                pieces.stream()
                        .map(piece -> piece.papers().filter())
                        .findFirst()
                        .orElse(""),
                query.clocks(),
                wall.all().stream()
                        .map(exhibit -> exhibit.source().definitions())
                        .findFirst()
                        .orElse(""),
                wall.notices(),
                pieces,
                Optional.empty());
    }

    /**
     * A wall as a meeting froze it. Where the meeting did not keep the wall's sentence, as older ones did not, the finding of its first exhibit leads. Empty
     * where nothing of it was frozen.
     */
    public static Optional<HungWall> wall(int number, Meeting meeting, List<FrozenReading> readings, String company) {
        List<Piece> pieces = readings.stream()
                .filter(frozen -> frozen.reading().wall() == number)
                .map(frozen -> frozen(meeting, frozen, company))
                .toList();
        if (pieces.isEmpty() || meeting.freeze().isEmpty()) {
            return Optional.empty();
        }
        Papers papers = pieces.getFirst().papers();
        ExhibitView.Surroundings around = readings.stream()
                .filter(frozen -> frozen.reading().wall() == number)
                .map(frozen -> frozen.reading().view().around())
                .findFirst()
                .orElse(ExhibitView.Surroundings.NONE);
        Meeting.Freeze freeze = meeting.freeze().get();
        return Optional.of(new HungWall(
                company,
                number,
                NAMES.getOrDefault(number, ""),
                around.sentence().isEmpty() ? pieces.getFirst().finding() : around.sentence(),
                words(papers.period()),
                "",
                papers.clocks(),
                papers.definitions(),
                around.notices(),
                pieces,
                Optional.of(new HungWall.Frozen(
                        meeting.id(), meeting.title(), meeting.day(), freeze.at(), freeze.evidenceHash()))));
    }

    /** A month in words; other periods are called by their names. */
    private static String words(String period) {
        return period.matches("\\d{4}-\\d{2}")
                ? PeriodWords.of(CompanyCalendar.utc().parse(period))
                : period.replace('-', ' ');
    }

    /** What the picture adds, and the remarks on it. */
    private static String captionAndRemarks(Exhibit exhibit) {
        return sentences(caption(exhibit), String.join("; ", FrozenViews.remarks(exhibit)));
    }

    /** What the picture adds. */
    static String caption(Exhibit exhibit) {
        return sentences(exhibit.caption(), ExhibitCard.floorNote(exhibit));
    }

    /** The parts that say something, one after the other, with one full stop between them. */
    static String sentences(String... parts) {
        return Stream.of(parts)
                .filter(part -> !part.isEmpty())
                .reduce((one, next) -> one + (one.endsWith(".") ? " " : ". ") + next)
                .orElse("");
    }

    private static Piece.Tile tile(Figure figure) {
        return new Piece.Tile(figure.label(), figure.shown(), figure.parts(), beside(figure));
    }

    /** What a figure was before, and what was aimed at. */
    static List<String> beside(Figure figure) {
        return Stream.concat(
                        Stream.of(figure.prior(), figure.lastYear())
                                .flatMap(Optional::stream)
                                .map(Pieces::comparison),
                        figure.goal().map(Figure.Aim::words).stream())
                .toList();
    }

    private static String comparison(Figure.Comparison other) {
        return "%s in %s: %s %s %s"
                .formatted(
                        other.shown(),
                        other.period(),
                        other.mark().shape(),
                        other.change(),
                        other.mark().word())
                .strip()
                .replaceAll(" {2,}", " ");
    }

    /** A frozen exhibit, from what the meeting keeps: neither the ledger nor today's definitions are asked. */
    public static Piece frozen(Meeting meeting, FrozenReading frozen, String company) {
        Reading reading = frozen.reading();
        ExhibitView view = reading.view();
        Map<String, String> more = new LinkedHashMap<>();
        more.put("Frozen in", "%s, %s (%s)".formatted(meeting.title(), meeting.day(), meeting.id()));
        meeting.freeze().ifPresent(freeze -> {
            more.put("Frozen at", freeze.at().toString());
            more.put("Evidence of the meeting", freeze.evidenceHash());
        });
        more.put("Rows behind it (SHA-256)", frozen.rowsHash());
        return new Piece(
                reading.wall(),
                reading.exhibit(),
                reading.title(),
                view.finding(),
                view.measure(),
                view.tiles().stream()
                        .map(tile -> new Piece.Tile(tile.title(), tile.shown(), tile.parts(), tile.beside()))
                        .toList(),
                picture(view.chart()),
                sentences(view.around().caption(), String.join("; ", view.remarks())),
                view.warnings(),
                table(view),
                new Papers(
                        company,
                        reading.period(),
                        "",
                        reading.clocks(),
                        metric(reading),
                        reading.definitions(),
                        reading.question(),
                        frozen.valuesHash(),
                        more));
    }

    /** Only what our own server drew: the stored chart is an object with one text, the picture. */
    private static Optional<String> picture(String chart) {
        return chart.isEmpty() || !(Json.readObject(chart).get("svg") instanceof String svg)
                ? Optional.empty()
                : Optional.of(Charts.light(svg));
    }

    /** With its version, where the meeting kept it. */
    private static String metric(Reading reading) {
        String kept = reading.view().around().metric();
        return kept.isEmpty() ? reading.metric() : kept;
    }

    private static Table table(ExhibitView view) {
        List<Integer> shown = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < view.columns().size(); i++) {
            ExhibitView.Column column = view.columns().get(i);
            // Two columns are for the comparison with later readings, not for the reader: whether the period was over,
            // and which it was where all rows are of one.
            boolean everywhereTheSame = i > 0 && column.name().equals("period");
            if (!column.name().equals(Restatements.COMPLETE) && !everywhereTheSame) {
                shown.add(i);
                columns.add(column(view, i));
            }
        }
        return new Table(
                view.around().row(),
                columns,
                view.rows().stream().map(row -> picked(row, shown)).toList());
    }

    private static Row picked(List<@Nullable String> row, List<Integer> shown) {
        @Nullable String[] picked = new @Nullable String[shown.size()];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = row.get(shown.get(i));
        }
        return Row.of(picked);
    }

    /** Older meetings did not keep how many digits were shown: their amounts are written with two. */
    private static Column column(ExhibitView view, int at) {
        ExhibitView.Column column = view.columns().get(at);
        if (column.kind() == ExhibitView.Kind.KEY) {
            return Column.key(column.name(), column.title());
        }
        List<String> values = new ArrayList<>();
        for (List<@Nullable String> row : view.rows()) {
            String value = row.get(at);
            if (value != null) {
                values.add(value);
            }
        }
        boolean figures = column.kind() == ExhibitView.Kind.FIGURE || PAST.contains(column.name());
        if (!figures || !values.stream().allMatch(value -> NUMBER.matcher(value).matches())) {
            return Column.text(column.name(), column.title());
        }
        if (column.digits() >= 0) {
            return Column.amount(column.name(), column.title(), column.digits()).in(column.unit());
        }
        return values.stream().anyMatch(value -> value.contains("."))
                ? Column.amount(column.name(), column.title(), 2)
                : Column.count(column.name(), column.title());
    }
}
