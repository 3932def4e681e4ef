package io.customerroom.web.data;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.imports.Progress;
import io.customerroom.ledger.imports.Stopped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Set<String> stopping = ConcurrentHashMap.newKeySet();

    /** What a job came to: where its result is shown. */
    public record Outcome(String sentence, String href, String label) {}

    /**
     * @param percent how far it is; 0 while it waits
     * @param stoppable whether it may be stopped half-way
     * @param outcome present when it is done
     * @param failure present when it could not be done
     */
    public record Job(
            String id,
            String title,
            int percent,
            long rows,
            boolean stoppable,
            Optional<Outcome> outcome,
            Optional<Failure> failure) {

        public boolean running() {
            return outcome.isEmpty() && failure.isEmpty();
        }
    }

    /** Begins the work behind others and answers its id. */
    public String begin(String title, Function<Progress, Outcome> work) {
        return begin(title, false, work);
    }

    /** The same for work that may be stopped half-way and then leaves nothing that counts. */
    public String beginStoppable(String title, Function<Progress, Outcome> work) {
        return begin(title, true, work);
    }

    private String begin(String title, boolean stoppable, Function<Progress, Outcome> work) {
        String id = UUID.randomUUID().toString();
        Job job = new Job(id, title, 0, 0, stoppable, Optional.empty(), Optional.empty());
        put(job);
        try {
            thread.execute(() -> run(job, work));
        } catch (RejectedExecutionException e) {
            throw Failure.resources("JOBS_QUEUED", "Too much work is waiting.", "Try again when some of it is done.");
        }
        return id;
    }

    /** Asks the work to stop; it does where it is told how far it has come. Work that cannot be stopped, or is done, goes its way. */
    public void stop(String id) {
        if (job(id).stoppable()) {
            stopping.add(id);
        }
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

    private void run(Job job, Function<Progress, Outcome> work) {
        Progress progress = (bytes, of, rows) -> {
            if (stopping.contains(job.id())) {
                throw new Stopped();
            }
            put(new Job(
                    job.id(),
                    job.title(),
                    of <= 0 ? 0 : (int) Math.min(99, 100 * bytes / of),
                    rows,
                    job.stoppable(),
                    Optional.empty(),
                    Optional.empty()));
        };
        try {
            progress.reached(0, 0, 0);
            Outcome outcome = work.apply(progress);
            ended(job, Optional.of(outcome), Optional.empty());
        } catch (Failure e) {
            ended(job, Optional.empty(), Optional.of(e));
        } catch (Stopped e) {
            Failure stopped = Failure.yours(
                    "IMPORT_STOPPED",
                    "The work was stopped; nothing of it counts.",
                    "Begin it again when you want it.");
            ended(job, Optional.empty(), Optional.of(stopped));
        } catch (RuntimeException e) {
            // The page that waits must be told, and the fault must be known to us.
            LOG.error("{} failed", job.title(), e);
            Failure fault = Failure.ours("JOB_FAILED", "The work stopped by a fault of the program.", e);
            ended(job, Optional.empty(), Optional.of(fault));
        } finally {
            stopping.remove(job.id());
        }
    }

    private void ended(Job job, Optional<Outcome> outcome, Optional<Failure> failure) {
        put(new Job(job.id(), job.title(), 100, job(job.id()).rows(), job.stoppable(), outcome, failure));
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
