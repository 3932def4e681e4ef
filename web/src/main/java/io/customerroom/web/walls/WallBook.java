package io.customerroom.web.walls;

import io.customerroom.kernel.Failure;
import io.customerroom.kernel.Grain;
import io.customerroom.ledger.definitions.Definitions;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.room.Boards;
import io.customerroom.walls.exhibit.Chapter;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Wall;
import io.customerroom.walls.operations.OperationsWall.OneContact;
import io.customerroom.walls.reading.Chapters;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.LedgerStatus;
import io.customerroom.web.charts.Charts;
import io.customerroom.web.work.QueryDesk;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the walls that were composed, per build and view, so that a page is printed and not computed. */
@Component
public class WallBook implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(WallBook.class);
    private static final int OPERATIONS = 3;
    private static final int KEPT = 120;

    /** A wall takes a second or two where a company is large. */
    private static final Duration LAST_WALL = Duration.ofSeconds(5);

    /** The worst stand first on the wall and are opened first; a picture of many readings takes a twentieth of a second. */
    private static final int PREPARED_CONTACTS = 3;

    /** Pages of single contacts; a company has at most fifteen that many people open. */
    private static final int KEPT_CONTACTS = 60;

    /** A chapter of a wall. */
    private record Layer(int number, String chapter) {}

    /** @param written what people wrote on the boards until then */
    private record Leaf(String build, String written, int number, String chapter, WallQuery query) {}

    private final Map<Integer, Function<WallQuery, Wall>> composers;
    private final Map<Integer, Chapters> chapters;
    private final LongSupplier version;
    private final QueryDesk desk;
    private final LedgerStatus status;
    private final CompanyFace company;
    private final Charts charts;
    private final LateData late;
    private final ObjectProvider<Boards> boards;
    private final ObjectProvider<Workspace> workspace;
    private final BiFunction<String, WallQuery, OneContact> contact;
    private final Map<Leaf, Wall> leaves = kept(KEPT);
    private volatile Optional<Thread> preparing = Optional.empty();
    private volatile boolean closed;

    /** Chapters somebody opened since the start: they are prepared for the next build, others are not. */
    private final Set<Layer> opened = ConcurrentHashMap.newKeySet();

    private final Map<Leaf, OneContact> contacts = kept(KEPT_CONTACTS);

    WallBook(
            WallComposers composers,
            QueryDesk desk,
            LedgerStatus status,
            CompanyFace company,
            Charts charts,
            ObjectProvider<Boards> boards,
            ObjectProvider<Workspace> workspace,
            LateData late) {
        this.workspace = workspace;
        this.boards = boards;
        this.composers = composers.byNumber();
        this.contact = composers.operations()::contact;
        this.chapters = composers.chapters();
        this.version = composers::version;
        this.desk = desk;
        this.status = status;
        this.company = company;
        this.charts = charts;
        this.late = late;
    }

    private static <V> Map<Leaf, V> kept(int most) {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Leaf, V> eldest) {
                return size() > most;
            }
        });
    }

    /** One wall for one view of the build shown now. */
    public Wall wall(int number, WallQuery query) {
        Function<WallQuery, Wall> composer = composers.get(number);
        if (composer == null) {
            throw Failure.yours("WALL_UNKNOWN", "There is no wall %d.".formatted(number), "Open wall 1, 2 or 3.");
        }
        return late.on(kept(number, "", query, () -> composer.apply(query)), query);
    }

    /** The walls there are, in their order. */
    List<Integer> numbers() {
        return composers.keySet().stream().sorted().toList();
    }

    /** The questions behind a wall's first layer, in their order; none for a wall without. */
    public List<Chapter> chapters(int number) {
        return Optional.ofNullable(chapters.get(number)).map(Chapters::all).orElse(List.of());
    }

    /** One chapter of a wall for one view of the build shown now, with the notices of its wall. */
    public Wall chapter(int number, String id, WallQuery query) {
        Chapter wanted = chapters(number).stream()
                .filter(chapter -> chapter.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Failure.yours(
                        "CHAPTER_UNKNOWN",
                        "Wall %d has no chapter '%s'.".formatted(number, id),
                        "Open the wall and follow its links."));
        Chapters shelf = Objects.requireNonNull(chapters.get(number));
        return late.on(kept(number, id, query, () -> shelf.compose(wanted, query)), query);
    }

    /** One chapter that somebody opens; from now on it is prepared for every new build. */
    Wall open(int number, String id, WallQuery query) {
        Wall chapter = chapter(number, id, query);
        opened.add(new Layer(number, id));
        return chapter;
    }

    /** The layer on which an exhibit hangs: the wall itself, or one of its chapters. Composes no more of them than it needs. */
    Optional<Wall> layerOf(int number, String exhibit, WallQuery query) {
        return Stream.concat(
                        Stream.of(wall(number, query)),
                        chapters(number).stream().map(chapter -> chapter(number, chapter.id(), query)))
                .filter(layer -> layer.all().stream().anyMatch(hung -> hung.id().equals(exhibit)))
                .findFirst();
    }

    /** The walls and chapters that were composed for a view, in their order; nothing is computed. */
    List<Wall> composed(WallQuery query) {
        return numbers().stream()
                .flatMap(number -> Stream.concat(
                                Stream.of(""), chapters(number).stream().map(Chapter::id))
                        .flatMap(layer -> Optional.ofNullable(leaves.get(leaf(number, layer, query))).stream()))
                .toList();
    }

    private Wall kept(int number, String chapter, WallQuery query, Supplier<Wall> composer) {
        return kept(leaves, leaf(number, chapter, query), composer);
    }

    private Leaf leaf(int number, String chapter, WallQuery query) {
        return new Leaf(status.shown().map(LedgerStatus.Shown::build).orElse(""), written(), number, chapter, query);
    }

    private <V> V kept(Map<Leaf, V> pages, Leaf leaf, Supplier<V> composer) {
        V kept = pages.get(leaf);
        if (kept != null) {
            return kept;
        }
        V fresh = desk.ask(composer::get);
        pages.put(leaf, fresh);
        return fresh;
    }

    /** One contact for one view of the build shown now. */
    OneContact contact(String name, WallQuery query) {
        return kept(contacts, leaf(OPERATIONS, name, query), () -> contact.apply(name, query));
    }

    private String written() {
        return version.getAsLong() + "/"
                + boards.stream().findFirst().map(Boards::edition).orElse("") + "/"
                + workspace.stream().findFirst().map(Definitions::edition).orElse("");
    }

    /** All walls of one view, in their order. */
    public List<Wall> walls(WallQuery query) {
        return numbers().stream().map(number -> wall(number, query)).toList();
    }

    /**
     * Composes and draws the walls, and the chapters that were opened before, on the caller's thread, for the build that is shown there. Does nothing without one.
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
        composers.forEach(
                (number, composer) -> prepare(new Leaf(shown.build(), written(), number, "", query), composer));
        // The second layer after all first ones, and only what people do open: there are many chapters.
        chapters.forEach((number, shelf) -> shelf.all().stream()
                .filter(chapter -> opened.contains(new Layer(number, chapter.id())))
                .forEach(chapter -> prepare(
                        new Leaf(shown.build(), written(), number, chapter.id(), query),
                        asked -> shelf.compose(chapter, asked))));
        if (closed) {
            return;
        }
        contactsOn(wall(OPERATIONS, query)).stream()
                .limit(PREPARED_CONTACTS)
                .forEach(name -> prepare(new Leaf(shown.build(), written(), OPERATIONS, name, query)));
    }

    private void prepare(Leaf leaf) {
        OneContact kept = contacts.get(leaf);
        OneContact page = kept == null ? contact.apply(leaf.chapter(), leaf.query()) : kept;
        contacts.put(leaf, page);
        page.exhibits().forEach(this::draw);
    }

    /** The contacts that hang on wall 3, by the places their names lead to. */
    private static List<String> contactsOn(Wall wall) {
        return wall.all().stream()
                .filter(exhibit -> exhibit.id().equals("priority-contacts"))
                .flatMap(exhibit -> exhibit.table().rows().stream())
                .flatMap(row -> row.drill().stream())
                .flatMap(drill -> Optional.ofNullable(drill.where().get("contact")).stream())
                .distinct()
                .toList();
    }

    private void prepare(Leaf leaf, Function<WallQuery, Wall> composer) {
        if (closed) {
            return;
        }
        Wall kept = leaves.get(leaf);
        // not computeIfAbsent, which would hold up the readers of the other leaves
        Wall wall = kept == null ? composer.apply(leaf.query()) : kept;
        leaves.put(leaf, wall);
        wall.all().forEach(this::draw);
    }

    @EventListener(ApplicationReadyEvent.class)
    void prepareAtStart() {
        preparing = Optional.of(
                Thread.ofPlatform().name("walls-prepare").daemon(true).start(this::prepare));
    }

    /** Nothing is asked of the workspace once the server is gone: what is being composed is waited for, what was to come is left. */
    @Override
    public void destroy() throws InterruptedException {
        closed = true;
        if (preparing.isPresent()) {
            preparing.get().join(LAST_WALL);
        }
    }

    private void draw(Exhibit exhibit) {
        exhibit.chart().ifPresent(chart -> {
            charts.onPage(chart, exhibit.id(), exhibit.title());
            charts.onTelephone(chart, exhibit.id(), exhibit.title());
        });
    }
}
