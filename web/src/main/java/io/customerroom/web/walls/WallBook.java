package io.customerroom.web.walls;

import io.customerroom.kernel.Failure;
import io.customerroom.kernel.Grain;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Wall;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.LedgerStatus;
import io.customerroom.web.charts.Charts;
import io.customerroom.web.work.QueryDesk;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the walls that were composed, per build and view, so that a page is printed and not computed. */
@Component
public class WallBook {

    private static final Logger LOG = LoggerFactory.getLogger(WallBook.class);
    private static final int KEPT = 120;

    private record Leaf(String build, int number, WallQuery query) {}

    private final Map<Integer, Function<WallQuery, Wall>> composers;
    private final QueryDesk desk;
    private final LedgerStatus status;
    private final CompanyFace company;
    private final Charts charts;
    private final Map<Leaf, Wall> leaves = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Leaf, Wall> eldest) {
            return size() > KEPT;
        }
    });

    WallBook(WallComposers composers, QueryDesk desk, LedgerStatus status, CompanyFace company, Charts charts) {
        this.composers = composers.byNumber();
        this.desk = desk;
        this.status = status;
        this.company = company;
        this.charts = charts;
    }

    /** One wall for one view of the build shown now. */
    public Wall wall(int number, WallQuery query) {
        Function<WallQuery, Wall> composer = composers.get(number);
        if (composer == null) {
            throw Failure.yours("WALL_UNKNOWN", "There is no wall %d.".formatted(number), "Open wall 1, 2 or 3.");
        }
        Leaf leaf = new Leaf(status.shown().map(LedgerStatus.Shown::build).orElse(""), number, query);
        Wall kept = leaves.get(leaf);
        if (kept != null) {
            return kept;
        }
        Wall fresh = desk.ask(() -> composer.apply(query));
        leaves.put(leaf, fresh);
        return fresh;
    }

    /** All walls of one view, in their order. */
    public List<Wall> walls(WallQuery query) {
        return composers.keySet().stream()
                .sorted()
                .map(number -> wall(number, query))
                .toList();
    }

    /**
     * Composes and draws what most people open first, on the caller's thread, for the build that is shown there. Does nothing without one.
     * Nobody waits for this: what fails is logged, and whoever opens the wall asks again and is told.
     */
    public void prepare() {
        try {
            status.shown().ifPresent(this::prepare);
        } catch (RuntimeException e) {
            // Messages may quote what was read; the kind of failure is enough.
            LOG.warn("The walls could not be prepared: {}", e instanceof Failure known ? known.code() : e.getClass());
        }
    }

    private void prepare(LedgerStatus.Shown shown) {
        WallQuery query = WallAddress.read(Map.of("grain", Grain.MONTH.id()), company.calendar(), shown.clocks());
        composers.forEach((number, composer) -> {
            Leaf leaf = new Leaf(shown.build(), number, query);
            Wall kept = leaves.get(leaf);
            // not computeIfAbsent, which would hold up the readers of the other leaves
            Wall wall = kept == null ? composer.apply(query) : kept;
            leaves.put(leaf, wall);
            wall.all().forEach(this::draw);
        });
    }

    @EventListener(ApplicationReadyEvent.class)
    void prepareAtStart() {
        Thread.ofPlatform().name("walls-prepare").daemon(true).start(this::prepare);
    }

    private void draw(Exhibit exhibit) {
        exhibit.chart().ifPresent(chart -> charts.onPage(chart, exhibit.id(), exhibit.title()));
    }
}
