package io.customerroom.app.export;

import io.customerroom.walls.asset.AssetWall;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Figure;
import io.customerroom.walls.exhibit.Wall;
import io.customerroom.web.charts.Charts;
import io.customerroom.web.tables.TableView;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Walls as one page that needs nothing else: style and pictures are inside, and there is no script and no link. */
public final class WallHtml {

    private static final String STYLE = "/static/assets/customer-room.css";

    private final StringBuilder html = new StringBuilder();
    private final Charts charts;

    private WallHtml(Charts charts) {
        this.charts = charts;
    }

    public static String of(WallPages pages) {
        return new WallHtml(pages.charts()).page(pages);
    }

    private String page(WallPages pages) {
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta name=\"color-scheme\" content=\"light dark\">\n");
        element("title", "", pages.company() + ", " + pages.period());
        html.append("<style>\n")
                .append(style())
                .append("</style>\n</head>\n<body>\n<header class=\"top\"><div class=\"top-row\">\n");
        element("p", "company", pages.company());
        element(
                "p",
                "clocks",
                "Through %s · known %s"
                        .formatted(pages.clocks().through(), pages.clocks().known()));
        html.append("</div></header>\n<main id=\"content\">\n");
        pages.walls().forEach(wall -> wall(wall, pages.period()));
        html.append("</main>\n</body>\n</html>\n");
        return html.toString();
    }

    private void wall(Wall wall, String period) {
        html.append("<article class=\"stack\">\n<div class=\"wall-head\"><div>\n");
        element("p", "kicker", "Wall %d: %s · %s".formatted(wall.number(), wall.name(), period));
        element("h1", "", wall.sentence());
        html.append("</div></div>\n");
        wall.notices().forEach(notice -> element("p", "notice", notice));
        html.append("<section class=\"tiles")
                .append(wall.number() == 1 ? "" : " tiles-even")
                .append("\">\n");
        wall.opening().forEach(this::opening);
        html.append("</section>\n<section class=\"exhibits\">\n");
        wall.all().forEach(exhibit -> exhibit(wall, exhibit));
        html.append("</section>\n</article>\n");
    }

    private void opening(Exhibit exhibit) {
        exhibit.figures().forEach(this::tile);
        if (exhibit.id().equals(AssetWall.TOP_REASONS)) {
            reasons(exhibit);
        }
    }

    /** The fifth opening figure is a list: what those who left said most. */
    private void reasons(Exhibit exhibit) {
        html.append("<section class=\"tile reasons-tile\">\n");
        element("h2", "", "Top five reasons for leaving");
        html.append("<ol class=\"reasons\">\n");
        exhibit.table().rows().forEach(row -> {
            html.append("<li>");
            element(
                    "span",
                    "count",
                    exhibit.table().columns().get(1).shown(row.values().get(1)));
            element(
                    "span",
                    "name",
                    exhibit.table().columns().get(0).shown(row.values().get(0)));
            html.append("</li>\n");
        });
        html.append("</ol>\n");
        if (exhibit.table().rows().isEmpty()) {
            element("p", "parts", "No reason is known.");
        }
        element("p", "beside", exhibit.caption());
        html.append("</section>\n");
    }

    private void tile(Figure figure) {
        html.append("<section class=\"tile\">\n");
        element("h2", "", figure.label());
        element("p", "figure", figure.shown());
        element("p", "parts", figure.parts());
        figure.goal().ifPresent(aim -> element("p", "goal", (aim.mark().shape() + " " + aim.words()).strip()));
        html.append("<div class=\"beside\">\n");
        figure.prior().ifPresent(this::comparison);
        figure.lastYear().ifPresent(this::comparison);
        html.append("</div>\n</section>\n");
    }

    private void comparison(Figure.Comparison other) {
        element(
                "p",
                "",
                "%s in %s %s %s %s"
                        .formatted(
                                other.shown(),
                                other.period(),
                                other.mark().shape(),
                                other.change(),
                                other.mark().word()));
    }

    private void exhibit(Wall wall, Exhibit exhibit) {
        html.append("<figure class=\"exhibit wide\">\n");
        element("h2", "", exhibit.title());
        element("p", "second", exhibit.second());
        exhibit.warnings().forEach(warning -> element("p", "notice warning", warning));
        exhibit.chart()
                .ifPresent(chart -> html.append("<div class=\"chart\">")
                        .append(charts.onPage(chart, "w%d-%s".formatted(wall.number(), exhibit.id()), exhibit.title()))
                        .append("</div>\n"));
        if (!exhibit.caption().isEmpty()) {
            element("figcaption", "", exhibit.caption());
        }
        for (int i = 0; i < exhibit.remarks().size(); i++) {
            element(
                    "p",
                    "remark",
                    "%d: %s".formatted(i + 1, exhibit.remarks().get(i).inWords()));
        }
        table(TableView.of(exhibit.table(), drill -> ""));
        element(
                "p",
                "source",
                "Metric %s · %s"
                        .formatted(exhibit.source().metric(), exhibit.source().definitions()));
        html.append("</figure>\n");
    }

    private void table(TableView table) {
        html.append("<div class=\"table\"><table>\n");
        element("caption", "", table.caption());
        html.append("<thead><tr>");
        table.headings().forEach(heading -> element("th", heading.css(), heading.label()));
        html.append("</tr></thead>\n<tbody>\n");
        table.rows().forEach(row -> {
            html.append("<tr>");
            row.forEach(cell -> element(cell.heading() ? "th" : "td", cell.css(), cell.shown()));
            html.append("</tr>\n");
        });
        html.append("</tbody></table></div>\n");
    }

    private void element(String name, String css, String text) {
        html.append('<').append(name);
        if (!css.isEmpty()) {
            html.append(" class=\"").append(css).append('"');
        }
        html.append('>').append(escaped(text)).append("</").append(name).append(">\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String style() {
        try (InputStream in = Objects.requireNonNull(Charts.class.getResourceAsStream(STYLE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
