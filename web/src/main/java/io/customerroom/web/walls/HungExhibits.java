package io.customerroom.web.walls;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.metrics.RowScope;
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
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The walls of today as a meeting freezes them: the latest whole month, all customers. */
@Component
final class HungExhibits implements ExhibitSource, DisposableBean {

    /** As many as ask and as many as draw at once. */
    private static final int THREADS = 2;

    private final WallBook book;
    private final LedgerStatus status;
    private final CompanyCalendar calendar;
    private final FrozenViews views;
    private final ObjectProvider<LedgerRows> rows;
    private final QueryDesk desk;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().name("hanging-", 1).daemon(true).factory());

    /** Where something hangs. */
    private record Place(int wall, Layer at) {}

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
        return parts().stream().flatMap(part -> part.hung().get().stream()).toList();
    }

    @Override
    public List<Part> parts() {
        return parts(everywhere());
    }

    @Override
    public List<Reading> front() {
        return parts(everywhere().stream().filter(place -> place.at().wall()).toList()).stream()
                .flatMap(part -> part.hung().get().stream())
                .map(Hung::reading)
                .toList();
    }

    /** Each wall, and behind it its chapters. */
    private List<Place> everywhere() {
        List<Place> places = new ArrayList<>();
        for (int wall : book.numbers()) {
            places.add(new Place(wall, Layer.WALL));
            for (Chapter chapter : book.chapters(wall)) {
                places.add(new Place(wall, new Layer(chapter.id(), chapter.question())));
            }
        }
        return places;
    }

    private List<Part> parts(List<Place> places) {
        Shown shown = status.shown()
                .orElseThrow(() -> Failure.yours(
                        "LEDGER_NOT_FOUND",
                        "There are no walls to freeze: no ledger has been built yet.",
                        "Import data and build the ledger, then freeze."));
        WallQuery query = WallAddress.read(Map.of(), calendar, shown.clocks());
        WallsOfBuild walls = new WallsOfBuild(List.of(), query, shown, views, metric -> behind(metric, query, shown));
        Ahead<List<Hung>> read = new Ahead<>(
                places.stream()
                        .map(place -> (Callable<List<Hung>>) () -> {
                            List<Hung> hung = walls.hung(new Layered(composed(place, query), place.at()));
                            requireStill(shown);
                            return hung;
                        })
                        .toList(),
                threads);
        return IntStream.range(0, places.size())
                .mapToObj(i -> new Part(
                        WallsOfBuild.name(places.get(i).wall(), places.get(i).at()), () -> read.get(i)))
                .toList();
    }

    private Wall composed(Place place, WallQuery query) {
        return place.at().wall()
                ? book.wall(place.wall(), query)
                : book.chapter(place.wall(), place.at().id(), query);
    }

    private Rows behind(String metric, WallQuery query, Shown shown) {
        Rows found = desk.ask(() -> rows.getObject().behind(metric, query, Map.of(), RowScope.everything(), 0))
                .rows();
        requireStill(shown);
        return found;
    }

    private void requireStill(Shown shown) {
        if (!status.shown().equals(Optional.of(shown))) {
            throw Failure.resources(
                    "LEDGER_REPLACED", "A new ledger was built while the walls were read.", "Freeze again.");
        }
    }

    @Override
    public String build() {
        return status.shown().map(Shown::build).orElse("");
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
