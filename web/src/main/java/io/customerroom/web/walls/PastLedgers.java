package io.customerroom.web.walls;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.build.BuildRequest;
import io.customerroom.ledger.build.Builds;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.LedgerStatus;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
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

    private final ObjectProvider<Builds> builds;
    private final LedgerStatus status;
    private final Map<BuildRequest, Future<Build>> asked = new LinkedHashMap<>();
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("past-ledger").daemon(true).factory());

    PastLedgers(ObjectProvider<Builds> builds, LedgerStatus status) {
        this.builds = builds;
        this.status = status;
    }

    /** The build a view is read from, the shown one unless it looks back; empty where it is gone. */
    public Optional<Build> of(WallQuery query) {
        Builds all = builds.getObject();
        return query.past()
                ? all.all().stream()
                        .filter(build -> build.clocks().equals(query.clocks()))
                        .findFirst()
                : status.shown().flatMap(shown -> all.find(shown.build()));
    }

    /** The build for these clocks. Throws {@link InTheMaking} when it takes longer than a moment. */
    Build at(BuildRequest request, Authorship by) {
        try {
            return begun(request, by).get(MOMENT.toMillis(), TimeUnit.MILLISECONDS);
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

    private Future<Build> begun(BuildRequest request, Authorship by) {
        synchronized (asked) {
            Future<Build> running = asked.get(request);
            if (running != null && !running.isDone()) {
                return running;
            }
            // A finished one is asked for again: it may have been removed, and is found at once where it is still
            // there.
            try {
                Future<Build> fresh = thread.submit(() -> builds.getObject().at(request, by));
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
