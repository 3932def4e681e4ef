package io.customerroom.web.charts;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.state.Hash;
import io.customerroom.walls.exhibit.Chart;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Draws pictures as SVG, on the server, so that a page is complete before any script runs. The same picture has the same bytes. At
 * most {@value #ENGINES} drawing engines live at once; a picture drawn before comes from memory, or from the workspace.
 */
@Component
public final class Charts {

    private static final int ENGINES = 2;
    private static final int REMEMBERED = 1_000;
    private static final long PATIENCE_SECONDS = 60;

    private final JsonMapper json = new JsonMapper();
    private final Optional<PictureShelf> shelf;

    /** Draws every picture once per process. */
    public Charts() {
        this(Optional.empty());
    }

    @Autowired
    Charts(ObjectProvider<Workspace> workspace) {
        this(workspace.stream().findFirst().map(found -> new PictureShelf(found.pictures())));
    }

    private Charts(Optional<PictureShelf> shelf) {
        this.shelf = shelf;
    }

    /** Draws every picture once per workspace. */
    public static Charts keptIn(Workspace workspace) {
        return new Charts(Optional.of(new PictureShelf(workspace.pictures())));
    }

    /** One for the whole process: an engine costs a second to start, and equal options give equal pictures whoever asks. */
    private static final Desk DESK = new Desk();

    private static final class Desk {

        private final BlockingQueue<DrawingEngine> idle = new ArrayBlockingQueue<>(ENGINES);
        private final AtomicInteger started = new AtomicInteger();
        private final Map<String, String> drawn = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                return size() > REMEMBERED;
            }
        });
    }

    /**
     * The picture for a page.
     *
     * @param prefix of the ids inside, unique on the page
     * @param label what the picture shows, for those who do not see it; the ranges of estimates are added
     */
    public String onPage(Chart chart, String prefix, String label) {
        return Svg.onPage(svg(chart), prefix, Ranges.told(label, chart));
    }

    /** The same picture drawn for the width of a telephone; empty for tables of shades, which scroll. */
    public Optional<String> onTelephone(Chart chart, String prefix, String label) {
        return bare(chart) instanceof Chart.Heat
                ? Optional.empty()
                : Optional.of(Svg.onPage(
                        svg(ChartOptions.of(chart).narrow()), prefix + "-narrow", Ranges.told(label, chart)));
    }

    /** The picture as a file of its own. */
    public String standalone(Chart chart, String label) {
        return Svg.standalone(svg(chart), Ranges.told(label, chart));
    }

    /** A picture that was drawn for a page, in the colours of the light theme. */
    public static String light(String onPage) {
        return Svg.light(onPage);
    }

    /** SHA-256 of everything the picture was drawn from: equal pictures have equal hashes, on a page, in a file and on paper. */
    public String hash(Chart chart) {
        return Hash.of(bare(chart) instanceof Chart.Heat heat ? HeatTable.of(heat) : option(chart));
    }

    /** The option object in JSON, as the library reads it. */
    String option(Chart chart) {
        return json.writeValueAsString(ChartOptions.of(chart).values());
    }

    /** Where the axis of a flow starts: 0, or the number at which the two whole bars are cut. */
    public static long floor(Chart.Waterfall flow) {
        return WaterfallOption.floor(flow);
    }

    /** Where the axis of a bridge starts: not above 0, or the number at which its two levels are cut. */
    public static BigDecimal floor(Chart.Bridge bridge) {
        return BridgeOption.floor(bridge);
    }

    /** Without the remarks on it; a heat table shows them beneath only. */
    static Chart bare(Chart chart) {
        return chart instanceof Chart.Noted noted ? bare(noted.chart()) : chart;
    }

    private String svg(Chart chart) {
        return bare(chart) instanceof Chart.Heat heat ? HeatTable.of(heat) : svg(ChartOptions.of(chart));
    }

    private String svg(Option option) {
        String text = json.writeValueAsString(option.values());
        String key = option.width() + "x" + option.height() + text;
        @Nullable String known = DESK.drawn.get(key);
        if (known != null) {
            return known;
        }
        String fresh = Svg.clean(shelved(text, option));
        DESK.drawn.put(key, fresh);
        return fresh;
    }

    /** The library's own picture, from the shelf where it was drawn before. */
    private String shelved(String text, Option option) {
        if (shelf.isEmpty()) {
            return draw(text, option);
        }
        String name = PictureShelf.name(text, option.width(), option.height());
        Optional<String> kept = shelf.get().find(name);
        if (kept.isPresent()) {
            return kept.get();
        }
        String drawn = draw(text, option);
        shelf.get().keep(name, drawn);
        return drawn;
    }

    private String draw(String text, Option option) {
        DrawingEngine engine = borrow();
        try {
            return engine.draw(text, option.width(), option.height());
        } finally {
            DESK.idle.add(engine);
        }
    }

    private DrawingEngine borrow() {
        DrawingEngine waiting = DESK.idle.poll();
        if (waiting != null) {
            return waiting;
        }
        if (DESK.started.getAndIncrement() < ENGINES) {
            return new DrawingEngine();
        }
        DESK.started.decrementAndGet();
        try {
            DrawingEngine freed = DESK.idle.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (freed != null) {
                return freed;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Failure.resources("CHARTS_BUSY", "All drawing engines are busy.", "Open the page again in a moment.");
    }
}
