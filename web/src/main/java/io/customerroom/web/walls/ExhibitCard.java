package io.customerroom.web.walls;

import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Figure;
import io.customerroom.walls.exhibit.HowToRead;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Remark;
import io.customerroom.walls.exhibit.Wall;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.charts.Charts;
import io.customerroom.web.files.Download.Format;
import io.customerroom.web.tables.TableView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * An exhibit as a page prints it.
 *
 * @param svg the picture, complete; empty where the table is the picture
 * @param narrow the same picture for the width of a telephone; empty where there is one width only
 * @param howToRead for somebody who sees it for the first time; empty where it explains itself
 * @param remarks what people wrote beside it, numbered from 1
 * @param remarking where they are written; empty for nowhere
 * @param why where it is said why its figure changed; empty for nowhere
 */
public record ExhibitCard(
        String id,
        String title,
        String second,
        List<Tile> tiles,
        String svg,
        String narrow,
        String caption,
        String howToRead,
        TableView table,
        List<String> warnings,
        Exhibit.Source source,
        List<Link> files,
        List<Remark> remarks,
        String remarking,
        String why) {

    private static final int HALF_A_PAGE = 7;

    private static final int LONG = 8;

    /** Exhibits and opening figures whose change is explained, and the exhibit that does. */
    private static final Map<String, String> EXPLAINED = Map.of(
            "flow", "why-customers",
            "value-flow", "why-value",
            "leaving-reasons", "why-left",
            "in", "why-came",
            "out", "why-left",
            "net", "why-customers");

    /**
     * An opening figure with the place its customers are listed, and the place that says why it changed; empty for nowhere.
     */
    public record Tile(Figure figure, String href, String why) {}

    /** A file to download: {@code Table as CSV}. */
    public record Link(String label, String href) {}

    static ExhibitCard of(Wall wall, Exhibit exhibit, WallQuery query, Charts charts) {
        return of(
                exhibit,
                query,
                charts,
                ending -> WallAddress.exhibit(wall.number(), exhibit.id(), ending, query),
                exhibit.chart().filter(Chart.Process.class::isInstance).isPresent()
                        ? "" // remarks on a contact's series are written on its page
                        : WallAddress.remarks(wall.number(), exhibit.id(), query));
    }

    /** A card whose remarks, where it has any, are written elsewhere. */
    static ExhibitCard of(Exhibit exhibit, WallQuery query, Charts charts, UnaryOperator<String> file) {
        return of(exhibit, query, charts, file, "");
    }

    /**
     * @param file where the exhibit's files lie, by their ending
     * @param remarking where remarks on it are written
     */
    static ExhibitCard of(
            Exhibit exhibit, WallQuery query, Charts charts, UnaryOperator<String> file, String remarking) {
        return new ExhibitCard(
                exhibit.id(),
                exhibit.title(),
                exhibit.second(),
                exhibit.figures().stream()
                        .map(figure -> new Tile(
                                figure,
                                figure.drill()
                                        .map(drill -> WallAddress.drill(drill, query))
                                        .orElse(""),
                                exhibit.source().metricName().equals("customer-math") ? why(figure.id(), query) : ""))
                        .toList(),
                exhibit.chart()
                        .map(chart -> charts.onPage(chart, exhibit.id(), exhibit.title()))
                        .orElse(""),
                exhibit.chart()
                        .flatMap(chart -> charts.onTelephone(chart, exhibit.id(), exhibit.title()))
                        .orElse(""),
                Pieces.sentences(exhibit.caption(), floorNote(exhibit)),
                HowToRead.of(exhibit.id()),
                TableView.of(exhibit.table(), drill -> WallAddress.drill(drill, query)),
                exhibit.warnings(),
                exhibit.source(),
                files(exhibit, file),
                exhibit.remarks(),
                remarking,
                why(exhibit.id(), query));
    }

    private static String why(String what, WallQuery query) {
        return EXPLAINED.containsKey(what) ? WallAddress.chapter(1, "why", query) + "#" + EXPLAINED.get(what) : "";
    }

    /** A long list of few columns opens on demand. */
    public boolean isLong() {
        return table.rows().size() > LONG && table.headings().size() < 5;
    }

    /** A table that is the picture, of more columns than half a page holds; a long one sooner. */
    public boolean isWide() {
        int columns = table.headings().size();
        return svg.isEmpty()
                && (columns > HALF_A_PAGE
                        || columns == HALF_A_PAGE && table.rows().size() > LONG);
    }

    private static List<Link> files(Exhibit exhibit, UnaryOperator<String> file) {
        List<Link> files = new ArrayList<>();
        for (Format format : List.of(Format.CSV, Format.XLSX, Format.PARQUET)) {
            files.add(link("Table", format, file));
        }
        if (exhibit.chart().isPresent()) {
            files.add(link("Picture", Format.SVG, file));
            files.add(link("Picture", Format.PNG, file));
        }
        return files;
    }

    private static Link link(String what, Format format, UnaryOperator<String> file) {
        return new Link(
                "%s as %s".formatted(what, format == Format.PARQUET ? "Parquet" : format.name()),
                file.apply(format.ending()));
    }

    static String floorNote(Exhibit exhibit) {
        return exhibit.chart()
                .map(ExhibitCard::floor)
                .filter(floor -> floor.signum() > 0)
                .map(floor -> "The scale starts at %s; the hatched bars are cut.".formatted(Numbers.whole(floor)))
                .orElse("");
    }

    private static BigDecimal floor(Chart chart) {
        return switch (chart) {
            case Chart.Waterfall waterfall -> BigDecimal.valueOf(Charts.floor(waterfall));
            case Chart.Bridge bridge -> Charts.floor(bridge);
            case Chart.Noted noted -> floor(noted.chart());
            default -> BigDecimal.ZERO; // other pictures start at zero or show no whole
        };
    }
}
