package io.customerroom.web.walls;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Csv;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.room.evidence.ExhibitSource;
import io.customerroom.walls.asset.AssetWall;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Wall;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.LedgerStatus;
import io.customerroom.web.LedgerStatus.Shown;
import io.customerroom.web.customers.LedgerRows;
import io.customerroom.web.work.QueryDesk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The walls as a meeting freezes them: the latest whole month, all customers. The tile of the five reasons is left out, because the
 * exhibit of all reasons hangs beside it.
 */
@Component
final class HungExhibits implements ExhibitSource {

    private static final Set<String> SHOWN_TWICE = Set.of(AssetWall.TOP_REASONS);

    private final WallBook book;
    private final LedgerStatus status;
    private final CompanyCalendar calendar;
    private final FrozenViews views;
    private final ObjectProvider<LedgerRows> rows;
    private final QueryDesk desk;

    HungExhibits(
            WallBook book,
            LedgerStatus status,
            CompanyFace company,
            FrozenViews views,
            ObjectProvider<LedgerRows> rows,
            QueryDesk desk) {
        this.book = book;
        this.status = status;
        this.calendar = company.calendar();
        this.views = views;
        this.rows = rows;
        this.desk = desk;
    }

    @Override
    public List<Hung> hung() {
        Shown shown = status.shown()
                .orElseThrow(() -> Failure.yours(
                        "LEDGER_NOT_FOUND",
                        "There are no walls to freeze: no ledger has been built yet.",
                        "Import data and build the ledger, then freeze."));
        WallQuery query = WallAddress.read(Map.of(), calendar, shown.clocks());
        List<Hung> hung = new ArrayList<>();
        for (Wall wall : layers(query)) {
            for (Exhibit exhibit : wall.all()) {
                if (!SHOWN_TWICE.contains(exhibit.id())) {
                    hung.add(new Hung(
                            views.reading(wall, exhibit, query, shown),
                            csv -> write(exhibit.source().metricName(), query, csv)));
                }
            }
        }
        if (!status.shown().equals(Optional.of(shown))) {
            throw Failure.resources(
                    "LEDGER_REPLACED", "A new ledger was built while the walls were read.", "Freeze again.");
        }
        return hung;
    }

    @Override
    public String build() {
        return status.shown().map(Shown::build).orElse("");
    }

    /** Each wall, and behind it its chapters. */
    private List<Wall> layers(WallQuery query) {
        List<Wall> layers = new ArrayList<>();
        for (Wall wall : book.walls(query)) {
            layers.add(wall);
            book.chapters(wall.number())
                    .forEach(chapter -> layers.add(book.chapter(wall.number(), chapter.id(), query)));
        }
        return layers;
    }

    private void write(String metric, WallQuery query, Appendable csv) throws IOException {
        Rows behind = desk.ask(() -> rows.getObject().behind(metric, query, Map.of(), 0))
                .rows();
        csv.append(Csv.of(
                behind.columns().stream().map(Rows.Column::name).toList(),
                behind.rows().stream().map(HungExhibits::texts).toList()));
    }

    private static List<@Nullable String> texts(List<@Nullable Object> row) {
        List<@Nullable String> texts = new ArrayList<>();
        row.forEach(value -> texts.add(value == null ? null : Objects.toString(value)));
        return texts;
    }
}
