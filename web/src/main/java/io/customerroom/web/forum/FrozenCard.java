package io.customerroom.web.forum;

import io.customerroom.room.evidence.ExhibitView;
import io.customerroom.room.evidence.ExhibitView.Column;
import io.customerroom.room.evidence.ExhibitView.Kind;
import io.customerroom.room.evidence.ExhibitView.Layer;
import io.customerroom.room.evidence.Figures;
import io.customerroom.room.evidence.FrozenReading;
import io.customerroom.room.evidence.Reading;
import io.customerroom.room.evidence.Restatements;
import io.customerroom.room.meetings.Answer;
import io.customerroom.room.promises.Promise;
import io.customerroom.state.json.Json;
import io.customerroom.walls.exhibit.Numbers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A frozen exhibit as the meeting's page prints it, from stored data only.
 *
 * @param svg the picture as it was drawn then; empty where the table is the picture
 * @param narrow the same for the width of a telephone; empty where none was drawn
 * @param figures those a promise can name
 * @param answers newest first
 * @param promises given for it in this meeting
 */
record FrozenCard(
        Reading reading,
        String svg,
        String narrow,
        List<Heading> headings,
        List<List<Cell>> rows,
        String valuesHash,
        String rowsHash,
        List<Figures.Figure> figures,
        List<Answer> answers,
        List<Promise> promises) {

    record Heading(String title, String css) {}

    record Cell(String shown, String css, boolean heading) {}

    /** A reading of now, which nobody froze. */
    static FrozenCard live(Reading reading) {
        return of(new FrozenReading(reading, ""), List.of(), List.of());
    }

    static FrozenCard of(FrozenReading frozen, List<Answer> answers, List<Promise> promises) {
        ExhibitView view = frozen.reading().view();
        String exhibit = frozen.reading().exhibit();
        return new FrozenCard(
                frozen.reading(),
                picture(view.chart(), "svg"),
                picture(view.chart(), "narrow"),
                view.columns().stream()
                        .filter(FrozenCard::shown)
                        .map(column -> new Heading(heading(column), css(column.kind())))
                        .toList(),
                view.rows().stream().map(row -> cells(view, row)).toList(),
                frozen.valuesHash(),
                frozen.rowsHash(),
                Figures.of(frozen.reading()).stream()
                        .filter(figure -> figure.value().isPresent())
                        .toList(),
                answers.stream().filter(it -> it.exhibit().equals(exhibit)).toList(),
                promises.stream().filter(it -> it.exhibit().equals(exhibit)).toList());
    }

    private static List<Cell> cells(ExhibitView view, List<@Nullable String> row) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            Column column = view.columns().get(i);
            if (shown(column)) {
                cells.add(new Cell(shown(column, row.get(i)), css(column.kind()), i == 0));
            }
        }
        return cells;
    }

    /** Whether the period was over is for the comparison, not for the reader: a partial period says so in its warnings. */
    private static boolean shown(Column column) {
        return !column.name().equals(Restatements.COMPLETE);
    }

    private static String shown(Column column, @Nullable String value) {
        if (value == null) {
            return "–";
        }
        if (column.kind() != Kind.FIGURE && column.digits() < 0) {
            return value;
        }
        return ExhibitView.number(value)
                .map(number -> column.digits() < 0 ? Numbers.plain(number, 2) : Numbers.fixed(number, column.digits()))
                .orElse(value);
    }

    /** With its unit, where the title does not say it. */
    private static String heading(Column column) {
        return column.unit().isEmpty() || column.title().contains(column.unit())
                ? column.title()
                : column.title() + ", " + column.unit();
    }

    /** What stood over the wall; empty for a meeting that did not keep it. */
    public String sentence() {
        return reading.view().around().sentence();
    }

    /** Where it hung. */
    public Layer layer() {
        return reading.view().around().layer();
    }

    private static String css(Kind kind) {
        return kind == Kind.FIGURE ? "number" : "";
    }

    /** Only what our own server drew: the stored chart is an object of texts, the pictures. */
    private static String picture(String chart, String name) {
        return !chart.isEmpty() && Json.readObject(chart).get(name) instanceof String svg ? svg : "";
    }
}
