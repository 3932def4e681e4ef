package io.customerroom.web.data;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.imports.Progress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Work that takes longer than a page: dry runs, imports and builds, one after the other. Its page reloads itself until it is done, so
 * that progress needs no script.
 */
@Component
public final class Jobs implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final int WAITING = 20;
    private static final int REMEMBERED = 100;

    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("data-", 1).daemon(true).factory());
    private final Map<String, Job> jobs = new LinkedHashMap<>();

    /** What a job came to: where its result is shown. */
    public record Outcome(String sentence, String href, String label) {}

    /**
     * @param percent how far it is; 0 while it waits
     * @param outcome present when it is done
     * @param failure present when it could not be done
     */
    public record Job(
            String id, String title, int percent, long rows, Optional<Outcome> outcome, Optional<Failure> failure) {

        public boolean running() {
            return outcome.isEmpty() && failure.isEmpty();
        }
    }

    /** Begins the work behind others and answers its id. */
    public String begin(String title, Function<Progress, Outcome> work) {
        String id = UUID.randomUUID().toString();
        put(new Job(id, title, 0, 0, Optional.empty(), Optional.empty()));
        try {
            thread.execute(() -> run(id, title, work));
        } catch (RejectedExecutionException e) {
            throw Failure.resources("JOBS_QUEUED", "Too much work is waiting.", "Try again when some of it is done.");
        }
        return id;
    }

    public Job job(String id) {
        synchronized (jobs) {
            return Optional.ofNullable(jobs.get(id))
                    .orElseThrow(() -> Failure.yours(
                            "JOB_NOT_FOUND",
                            "This work is not known any more.",
                            "Look at the list of batches: what was imported stands there."));
        }
    }

    private void run(String id, String title, Function<Progress, Outcome> work) {
        Progress progress = (bytes, of, rows) -> put(new Job(
                id,
                title,
                of <= 0 ? 0 : (int) Math.min(99, 100 * bytes / of),
                rows,
                Optional.empty(),
                Optional.empty()));
        try {
            Outcome outcome = work.apply(progress);
            put(new Job(id, title, 100, job(id).rows(), Optional.of(outcome), Optional.empty()));
        } catch (Failure e) {
            put(new Job(id, title, 100, job(id).rows(), Optional.empty(), Optional.of(e)));
        } catch (RuntimeException e) {
            // The page that waits must be told, and the fault must be known to us.
            LOG.error("{} failed", title, e);
            Failure fault = Failure.ours("JOB_FAILED", "The work stopped by a fault of the program.", e);
            put(new Job(id, title, 100, job(id).rows(), Optional.empty(), Optional.of(fault)));
        }
    }

    private void put(Job job) {
        synchronized (jobs) {
            jobs.put(job.id(), job);
            if (jobs.size() > REMEMBERED) {
                jobs.remove(jobs.keySet().iterator().next());
            }
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
