package io.customerroom.web.walls;

import io.customerroom.kernel.Csv;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.metrics.RowScope;
import io.customerroom.room.evidence.ExhibitSource;
import io.customerroom.room.evidence.ExhibitView.Layer;
import io.customerroom.walls.asset.AssetWall;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Wall;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.LedgerStatus.Shown;
import io.customerroom.web.charts.Charts;
import io.customerroom.web.customers.LedgerRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The walls of one build as a meeting freezes them. The tile of the five reasons is left out, because the exhibit of all reasons hangs
 * beside it.
 */
public final class WallsOfBuild implements ExhibitSource {

    private static final Set<String> SHOWN_TWICE = Set.of(AssetWall.TOP_REASONS);

    private final List<Layered> walls;
    private final WallQuery query;
    private final Shown shown;
    private final FrozenViews views;
    private final Function<String, Rows> behind;

    /** By metric: readings of one metric rest on the same rows. */
    private final Map<String, RowsBehind> rows = new ConcurrentHashMap<>();

    /**
     * A wall, or one chapter of it.
     *
     * @param at where it hangs
     */
    record Layered(Wall wall, Layer at) {}

    WallsOfBuild(List<Layered> walls, WallQuery query, Shown shown, FrozenViews views, Function<String, Rows> behind) {
        this.walls = List.copyOf(walls);
        this.query = query;
        this.shown = shown;
        this.views = views;
        this.behind = behind;
    }

    /**
     * Walls that were composed without a server.
     *
     * @param walls of the build, for the view
     * @param rows lists what lies behind their figures
     */
    public static WallsOfBuild of(
            List<Wall> walls, WallQuery query, Build build, CompanyFace company, Charts charts, LedgerRows rows) {
        return new WallsOfBuild(
                walls.stream().map(wall -> new Layered(wall, Layer.WALL)).toList(),
                query,
                Shown.of(build),
                new FrozenViews(company, charts),
                metric -> rows.behind(metric, query, Map.of(), RowScope.everything(), 0)
                        .rows());
    }

    @Override
    public List<Hung> hung() {
        return walls.stream().flatMap(layer -> hung(layer).stream()).toList();
    }

    @Override
    public List<Part> parts() {
        return walls.stream()
                .map(layer -> new Part(name(layer.wall().number(), layer.at()), () -> hung(layer)))
                .toList();
    }

    /** What a layer is called while it is read. */
    static String name(int wall, Layer at) {
        return at.wall() ? "Wall " + wall : at.question();
    }

    /** What hangs on one layer, with its pictures. */
    List<Hung> hung(Layered layer) {
        List<Hung> hung = new ArrayList<>();
        for (Exhibit exhibit : layer.wall().all()) {
            if (!SHOWN_TWICE.contains(exhibit.id())) {
                hung.add(new Hung(
                        views.reading(layer.wall(), layer.at(), exhibit, query, shown),
                        rows.computeIfAbsent(exhibit.source().metricName(), this::rows)));
            }
        }
        return hung;
    }

    @Override
    public String build() {
        return shown.build();
    }

    private RowsBehind rows(String metric) {
        return csv -> write(metric, csv);
    }

    private void write(String metric, Appendable csv) throws IOException {
        Rows rows = behind.apply(metric);
        csv.append(Csv.of(
                rows.columns().stream().map(Rows.Column::name).toList(),
                rows.rows().stream().map(WallsOfBuild::texts).toList()));
    }

    private static List<@Nullable String> texts(List<@Nullable Object> row) {
        List<@Nullable String> texts = new ArrayList<>();
        row.forEach(value -> texts.add(value == null ? null : Objects.toString(value)));
        return texts;
    }
}
