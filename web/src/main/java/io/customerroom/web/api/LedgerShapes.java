package io.customerroom.web.api;

import static io.customerroom.web.api.Shape.DAY;
import static io.customerroom.web.api.Shape.EXACT;
import static io.customerroom.web.api.Shape.MOMENT;
import static io.customerroom.web.api.Shape.TEXT;
import static io.customerroom.web.api.Shape.TRUTH;
import static io.customerroom.web.api.Shape.WHOLE;

import io.customerroom.kernel.Clocks;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.metrics.Dimension;
import io.customerroom.ledger.metrics.MetricCard;
import io.customerroom.ledger.metrics.MetricCard.Direction;
import io.customerroom.ledger.metrics.MetricCard.NoData;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Figure;
import io.customerroom.walls.exhibit.Remark;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Wall;
import io.customerroom.web.api.Shape.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Metrics, their answers, walls and receipts. */
final class LedgerShapes {

    private static final Type TEXTS = new Type.ListOf(TEXT);
    private static final Type CELLS = new Type.ListOf(new Type.ListOf(new Type.Cell()));

    /** @param next the cursor of the next rows; empty when these are the last */
    record Told(
            String metric,
            Clocks clocks,
            String definitions,
            String build,
            String period,
            long total,
            long outside,
            List<String> columns,
            List<List<@Nullable Object>> rows,
            List<String> warnings,
            Optional<String> next) {}

    /** A wall or one of its chapters for one view. */
    record Hung(Wall wall, Clocks clocks, String period) {}

    static final Shape<MetricCard> METRIC = Shape.<MetricCard>of("Metric", "A metric described.")
            .with("name", TEXT, "Stable.", MetricCard::name)
            .with("version", WHOLE, "One more with each change of what it says.", it -> (long) it.version())
            .with("question", TEXT, "In plain words.", MetricCard::question)
            .with("unit", TEXT, "Of its numbers.", MetricCard::unit)
            .with("grain", TEXT, "What one row stands for.", MetricCard::grain)
            .with(
                    "better",
                    new Type.Word(Arrays.stream(Direction.values())
                            .map(Direction::word)
                            .toList()),
                    "Which way is better.",
                    it -> it.direction().word())
            .with(
                    "no_data",
                    new Type.Word(
                            Arrays.stream(NoData.values()).map(NoData::word).toList()),
                    "What an empty answer means.",
                    it -> it.noData().word())
            .with("source", TEXT, "The tables it reads.", MetricCard::source)
            .with("owner", TEXT, "Who answers for it.", MetricCard::owner)
            .with(
                    "not_comparable_when",
                    TEXT,
                    "When two readings must not be set side by side.",
                    MetricCard::notComparableWhen)
            .with(
                    "dimensions",
                    TEXTS,
                    "By which it may be filtered and split.",
                    it -> it.dimensions().stream().map(Dimension::id).toList())
            .with("parameters", TEXTS, "Further names a reader may bind, each as is.NAME.", MetricCard::parameters);

    static final Shape<Told> ANSWER = Shape.<Told>of(
                    "Answer", "An answer and its papers. Amounts are texts, customers are written c1z….")
            .with("metric", TEXT, "Its name.", Told::metric)
            .with("period", TEXT, "The last period that was asked for.", Told::period)
            .with(
                    "through",
                    DAY,
                    "The last day that is counted.",
                    it -> it.clocks().through())
            .with(
                    "known",
                    MOMENT,
                    "What was known by then is counted.",
                    it -> it.clocks().known())
            .with("definitions", TEXT, "Ids of the definitions in force.", Told::definitions)
            .with("build", TEXT, "The ledger that was asked.", Told::build)
            .with("total", WHOLE, "Rows there are, however few of them stand here.", Told::total)
            .with(
                    "outside",
                    WHOLE,
                    "Rows that count in the figure and lie outside the reader's scope; they are not in total.",
                    Told::outside)
            .with("columns", TEXTS, "Names of the cells of a row.", Told::columns)
            .with("rows", CELLS, "In the metric's order.", Told::rows)
            .with("warnings", TEXTS, "What must be said beside the figures.", Told::warnings)
            .maybe("next", TEXT, "Send it as cursor for the next rows; null with the last.", Told::next);

    private static final Shape<Figure> FIGURE = Shape.<Figure>of("Figure", "One number in the opening of a wall.")
            .with("id", TEXT, "Stable inside its exhibit.", Figure::id)
            .with("label", TEXT, "In the reader's words.", Figure::label)
            .maybe(
                    "value",
                    EXACT,
                    "null when there is nothing to say, which is not zero.",
                    it -> it.value().map(value -> value.toPlainString()))
            .maybe(
                    "prior",
                    TEXT,
                    "The period before, as it is shown.",
                    it -> it.prior().map(Figure.Comparison::shown))
            .maybe(
                    "last_year",
                    TEXT,
                    "The same period last year, as it is shown.",
                    it -> it.lastYear().map(Figure.Comparison::shown));

    private static final Shape<Exhibit> EXHIBIT = Shape.<Exhibit>of(
                    "Exhibit", "A finding with its numbers and its papers.")
            .with("id", TEXT, "Stable for all periods and filters.", Exhibit::id)
            .with("title", TEXT, "The finding.", Exhibit::title)
            .with("second", TEXT, "The measure, unit, population and period.", Exhibit::second)
            .with("figures", new Type.ListOf(new Type.Of(FIGURE)), "Where it has any.", it -> FIGURE.all(it.figures()))
            .with("columns", TEXTS, "Names of the cells of a row.", it -> names(it.table()))
            .with(
                    "rows",
                    CELLS,
                    "Exact, as texts.",
                    it -> it.table().rows().stream().map(Table.Row::values).toList())
            .with("warnings", TEXTS, "Caveats that do not stop the answer.", Exhibit::warnings)
            .with(
                    "remarks",
                    TEXTS,
                    "What people wrote beside it.",
                    it -> it.remarks().stream().map(Remark::inWords).toList())
            .with("metric", TEXT, "Name and version.", it -> it.source().metric())
            .with(
                    "definitions",
                    TEXT,
                    "Ids of the definitions in force.",
                    it -> it.source().definitions())
            .with("fingerprint", TEXT, "Of the question.", it -> it.source().fingerprint())
            .with("hash", TEXT, "Of the answer.", it -> it.source().hash());

    static final Shape<Hung> WALL = Shape.<Hung>of("Wall", "A wall, or a chapter behind it, for one view.")
            .with("number", WHOLE, "1 outcome, 2 issues, 3 operations.", it ->
                    (long) it.wall().number())
            .with("name", TEXT, "Of the wall.", it -> it.wall().name())
            .with("period", TEXT, "That it shows.", Hung::period)
            .with(
                    "through",
                    DAY,
                    "The last day that is counted.",
                    it -> it.clocks().through())
            .with(
                    "known",
                    MOMENT,
                    "What was known by then is counted.",
                    it -> it.clocks().known())
            .with(
                    "sentence",
                    TEXT,
                    "What a reader takes away in ten seconds.",
                    it -> it.wall().sentence())
            .with("notices", TEXTS, "What must be known first.", it -> it.wall().notices())
            .with(
                    "exhibits",
                    new Type.ListOf(new Type.Of(EXHIBIT)),
                    "In the order in which they are read.",
                    it -> EXHIBIT.all(it.wall().all()));

    private static final Shape<Receipt.Span> SPAN = Shape.<Receipt.Span>of("Span", "First and last of the kept rows.")
            .with("first_on", DAY, "First day of occurrence.", Receipt.Span::firstOn)
            .with("last_on", DAY, "Last day of occurrence.", Receipt.Span::lastOn)
            .with("first_recorded_at", MOMENT, "First moment of knowledge.", Receipt.Span::firstRecordedAt)
            .with("last_recorded_at", MOMENT, "Last moment of knowledge.", Receipt.Span::lastRecordedAt);

    static final Shape<Receipt> BATCH = Shape.<Receipt>of(
                    "Batch", "What came in at once, as its receipt says. Rows read = kept + set aside.")
            .with("id", TEXT, "Short and sortable.", Receipt::batch)
            .with("number", WHOLE, "Order of arrival.", it -> (long) it.number())
            .with("kind", TEXT, "Of its facts.", it -> it.kind().table())
            .with("source", TEXT, "Where it came from.", Receipt::source)
            .with("file", TEXT, "Its name.", it -> it.file().name())
            .with("content_hash", TEXT, "SHA-256 of its bytes.", it -> it.file().contentHash())
            .with("read", WHOLE, "Rows read.", it -> it.counts().read())
            .with("kept", WHOLE, "Rows kept.", it -> it.counts().kept())
            .with(
                    "set_aside",
                    new Type.MapOf(WHOLE),
                    "Rows set aside, by reason.",
                    it -> it.counts().setAside())
            .maybe(
                    "span",
                    new Type.Of(SPAN),
                    "null when no row was kept.",
                    it -> it.span().map(SPAN::write))
            .with("imported_at", MOMENT, "The receipt's time.", Receipt::importedAt)
            .with("author", TEXT, "Who brought it in.", Receipt::author)
            .with("active", TRUTH, "False when it was undone.", Receipt::active);

    private LedgerShapes() {}

    private static List<String> names(Table table) {
        return table.columns().stream().map(Table.Column::name).toList();
    }
}
