package io.customerroom.web.forum;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.room.evidence.ExhibitSource;
import io.customerroom.room.evidence.Steps;
import io.customerroom.room.meetings.Meetings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Freezes walls beside the pages, one meeting after the other. A freeze is one transaction at its end: where the server stops before,
 * nothing was frozen and nothing is remembered of it, and the meeting's page offers it again.
 */
@Component
final class Freezes implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Freezes.class);
    private static final int WAITING = 20;

    /** How long who asks is kept waiting before a page with the progress comes. */
    private static final Duration MOMENT = Duration.ofMillis(1_500);

    private final Verb verb;
    private final Duration moment;
    private final Map<String, Freezing> asked = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("freeze-", 1).daemon(true).factory());

    @Autowired
    Freezes(Meetings meetings, ObjectProvider<ExhibitSource> walls) {
        this((by, meeting, steps) -> meetings.freeze(by, meeting, walls.getIfAvailable(() -> List::of), steps), MOMENT);
    }

    Freezes(Verb verb, Duration moment) {
        this.verb = verb;
        this.moment = moment;
    }

    /** Freezes the walls for a meeting, wholly or not at all. */
    @FunctionalInterface
    interface Verb {

        void freeze(Authorship by, String meeting, Steps steps);
    }

    /**
     * How far a freeze is.
     *
     * @param step from 1; 0 while others are frozen
     * @param of how many steps there are; 0 while others are frozen
     * @param what is read or written now
     */
    record Standing(int step, int of, String what) {

        static final Standing WAITS = new Standing(0, 0, "Another meeting is frozen first");
    }

    /**
     * Begins to freeze the walls for a meeting, or joins those who wait for it already, and waits a moment.
     *
     * @return whether they are frozen; if not, {@link #standing} says how far it is. What went wrong within the moment is thrown.
     */
    boolean freeze(Authorship by, String meeting) {
        Freezing freezing = begunOrJoined(by, meeting);
        try {
            freezing.task.get(moment.toMillis(), TimeUnit.MILLISECONDS);
            asked.remove(meeting, freezing);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            asked.remove(meeting, freezing);
            throw failure(e);
        }
    }

    private Freezing begunOrJoined(Authorship by, String meeting) {
        Freezing fresh = new Freezing(by, meeting);
        Freezing joined = asked.putIfAbsent(meeting, fresh);
        if (joined != null) {
            return joined;
        }
        try {
            thread.execute(fresh.task);
        } catch (RejectedExecutionException e) {
            asked.remove(meeting, fresh);
            throw Failure.resources(
                    "FREEZES_QUEUED", "Too many meetings wait for their walls.", "Freeze again in a moment.");
        }
        return fresh;
    }

    /** How far the freeze of a meeting is; empty where none is at work. */
    Optional<Standing> standing(String meeting) {
        return Optional.ofNullable(asked.get(meeting))
                .filter(freezing -> !freezing.task.isDone())
                .map(freezing -> freezing.standing);
    }

    /** Why the latest freeze of a meeting came to nothing; said once. */
    Optional<Failure> failure(String meeting) {
        Freezing freezing = asked.get(meeting);
        if (freezing == null || !freezing.task.isDone() || !asked.remove(meeting, freezing)) {
            return Optional.empty();
        }
        try {
            freezing.task.get();
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(failure(e));
        }
    }

    private static Failure failure(ExecutionException e) {
        if (e.getCause() instanceof Failure known) {
            return known;
        }
        LOG.error("A freeze failed", e.getCause());
        return Failure.ours("FREEZE_FAILED", "The freeze stopped by a fault of the program.", e.getCause());
    }

    /** One freeze, asked for by one or many. */
    private final class Freezing {

        private final FutureTask<String> task;
        private volatile Standing standing = Standing.WAITS;

        Freezing(Authorship by, String meeting) {
            task = new FutureTask<>(
                    () -> verb.freeze(by, meeting, (step, of, what) -> standing = new Standing(step, of, what)),
                    meeting);
        }
    }

    /** Ends the freeze that is at work; it leaves nothing. */
    @Override
    public void destroy() throws InterruptedException {
        thread.shutdownNow();
        thread.awaitTermination(5, TimeUnit.SECONDS);
    }
}
