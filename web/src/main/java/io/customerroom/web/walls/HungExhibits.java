package io.customerroom.web.walls;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.room.evidence.ExhibitSource;
import io.customerroom.room.evidence.ExhibitView.Layer;
import io.customerroom.room.evidence.Reading;
import io.customerroom.walls.exhibit.Chapter;
import io.customerroom.walls.exhibit.Wall;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.LedgerStatus;
import io.customerroom.web.LedgerStatus.Shown;
import io.customerroom.web.customers.LedgerRows;
import io.customerroom.web.walls.WallsOfBuild.Layered;
import io.customerroom.web.work.QueryDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The walls of today as a meeting freezes them: the latest whole month, all customers. */
@Component
final class HungExhibits implements ExhibitSource {

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
        return hung(this::layers);
    }

    @Override
    public List<Reading> front() {
        return hung(query -> book.walls(query).stream()
                        .map(wall -> new Layered(wall, Layer.WALL))
                        .toList())
                .stream()
                .map(Hung::reading)
                .toList();
    }

    private List<Hung> hung(Function<WallQuery, List<Layered>> layers) {
        Shown shown = status.shown()
                .orElseThrow(() -> Failure.yours(
                        "LEDGER_NOT_FOUND",
                        "There are no walls to freeze: no ledger has been built yet.",
                        "Import data and build the ledger, then freeze."));
        WallQuery query = WallAddress.read(Map.of(), calendar, shown.clocks());
        List<Hung> hung =
                new WallsOfBuild(layers.apply(query), query, shown, views, metric -> behind(metric, query)).hung();
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
    private List<Layered> layers(WallQuery query) {
        List<Layered> layers = new ArrayList<>();
        for (Wall wall : book.walls(query)) {
            layers.add(new Layered(wall, Layer.WALL));
            for (Chapter chapter : book.chapters(wall.number())) {
                layers.add(new Layered(
                        book.chapter(wall.number(), chapter.id(), query), new Layer(chapter.id(), chapter.question())));
            }
        }
        return layers;
    }

    private Rows behind(String metric, WallQuery query) {
        return desk.ask(() -> rows.getObject().behind(metric, query, Map.of(), 0))
                .rows();
    }
}
