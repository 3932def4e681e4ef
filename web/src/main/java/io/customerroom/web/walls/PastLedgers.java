package io.customerroom.web.walls;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.build.BuildRequest;
import io.customerroom.ledger.build.Builds;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.LedgerStatus;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The ledgers of other clocks than the current one's. They are built one at a time, on a thread of their own; few wait, and who waits
 * longer than a moment is sent a page that asks again.
 */
@Component
public final class PastLedgers implements DisposableBean {

    private static final int WAITING = 4;
    private static final int REMEMBERED = 12;
    private static final Duration MOMENT = Duration.ofMillis(1_500);

    private final Shelf shelf;
    private final LedgerStatus status;
    /** Which build answers for clocks: the one made or found last. Several may have the same clocks and other facts. */
    private final Map<Clocks, String> answering = Collections.synchronizedMap(new LinkedHashMap<>());

    private final Map<BuildRequest, Future<Build>> asked = new LinkedHashMap<>();
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("past-ledger").daemon(true).factory());

    @Autowired
    PastLedgers(ObjectProvider<Builds> builds, LedgerStatus status) {
        this(new Shelf.OfBuilds(builds::getObject), status);
    }

    PastLedgers(Shelf shelf, LedgerStatus status) {
        this.shelf = shelf;
        this.status = status;
    }

    /** Where builds stand. */
    interface Shelf {

        /** Newest first. */
        List<Build> all();

        Optional<Build> find(String id);

        /** The build for these clocks and the facts of now; made where it does not exist. */
        Build at(BuildRequest request, Authorship by);

        /** The builds of the workspace. */
        record OfBuilds(Supplier<Builds> builds) implements Shelf {

            @Override
            public List<Build> all() {
                return builds.get().all();
            }

            @Override
            public Optional<Build> find(String id) {
                return builds.get().find(id);
            }

            @Override
            public Build at(BuildRequest request, Authorship by) {
                return builds.get().at(request, by);
            }
        }
    }

    /**
     * The build a view is read from, the shown one unless it looks back; empty where it is gone. Looking back, it is the build that was
     * made or found for these clocks last: clocks alone do not name a build, because facts may have come since.
     */
    public Optional<Build> of(WallQuery query) {
        if (!query.past()) {
            return status.shown().flatMap(shown -> shelf.find(shown.build()));
        }
        return Optional.ofNullable(answering.get(query.clocks()))
                .flatMap(shelf::find)
                .or(() -> shelf.all().stream()
                        .filter(build -> build.clocks().equals(query.clocks()))
                        .findFirst());
    }

    /** The build for these clocks. Throws {@link InTheMaking} when it takes longer than a moment. */
    Build at(BuildRequest request, Authorship by) {
        try {
            return answers(begun(request, by).get(MOMENT.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            throw new InTheMaking();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InTheMaking();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known
                    ? known
                    : Failure.ours("BUILD_FAILED", "The ledger of these days could not be built.", e.getCause());
        }
    }

    private Build answers(Build build) {
        answering.put(build.clocks(), build.id());
        if (answering.size() > REMEMBERED) {
            answering.keySet().removeIf(clocks -> !clocks.equals(build.clocks()));
        }
        return build;
    }

    private Future<Build> begun(BuildRequest request, Authorship by) {
        synchronized (asked) {
            Future<Build> running = asked.get(request);
            if (running != null && !running.isDone()) {
                return running;
            }
            // A finished one is asked for again: it may have been removed, and is found at once where it is still
            // there.
            try {
                Future<Build> fresh = thread.submit(() -> shelf.at(request, by));
                asked.remove(request);
                asked.put(request, fresh);
                if (asked.size() > REMEMBERED) {
                    asked.values().removeIf(Future::isDone);
                }
                return fresh;
            } catch (RejectedExecutionException e) {
                throw Failure.resources(
                        "BUILDS_QUEUED",
                        "Too many ledgers of other days are being built.",
                        "Open the page again soon.");
            }
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }

    /** The ledger asked for is being built; the page is asked for again shortly. */
    static final class InTheMaking extends RuntimeException {

        private static final long serialVersionUID = 1L;

        InTheMaking() {
            super("the ledger is being built", null, false, false);
        }
    }
}
