package io.customerroom.web.walls;

import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Figure;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Wall;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.charts.Charts;
import io.customerroom.web.tables.TableView;
import java.util.List;

/**
 * An exhibit as a page prints it.
 *
 * @param svg the picture, complete; empty where the table is the picture
 * @param floorNote says where a cut axis starts; empty where bars start at zero
 */
public record ExhibitCard(
        String id,
        String title,
        String second,
        List<Tile> tiles,
        String svg,
        String caption,
        String floorNote,
        TableView table,
        List<String> warnings,
        Exhibit.Source source,
        String csv,
        String svgFile) {

    /** An opening figure with the place its customers are listed; empty for nowhere. */
    public record Tile(Figure figure, String href) {}

    static ExhibitCard of(Wall wall, Exhibit exhibit, WallQuery query, Charts charts) {
        return new ExhibitCard(
                exhibit.id(),
                exhibit.title(),
                exhibit.second(),
                exhibit.figures().stream()
                        .map(figure -> new Tile(
                                figure,
                                figure.drill()
                                        .map(drill -> WallAddress.drill(drill, query))
                                        .orElse("")))
                        .toList(),
                exhibit.chart()
                        .map(chart -> charts.onPage(chart, exhibit.id(), exhibit.title()))
                        .orElse(""),
                exhibit.caption(),
                floorNote(exhibit),
                TableView.of(exhibit.table(), drill -> WallAddress.drill(drill, query)),
                exhibit.warnings(),
                exhibit.source(),
                WallAddress.exhibit(wall.number(), exhibit.id(), "csv", query),
                exhibit.chart().isPresent() ? WallAddress.exhibit(wall.number(), exhibit.id(), "svg", query) : "");
    }

    /** A long list of few columns opens on demand. */
    public boolean isLong() {
        return table.rows().size() > 8 && table.headings().size() < 5;
    }

    private static String floorNote(Exhibit exhibit) {
        return exhibit.chart()
                .filter(Chart.Waterfall.class::isInstance)
                .map(Chart.Waterfall.class::cast)
                .map(Charts::floor)
                .filter(floor -> floor > 0)
                .map(floor -> "The scale starts at %s; the hatched bars are cut.".formatted(Numbers.whole(floor)))
                .orElse("");
    }
}
