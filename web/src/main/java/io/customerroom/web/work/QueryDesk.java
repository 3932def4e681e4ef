package io.customerroom.web.work;

import io.customerroom.kernel.Failure;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Asks the ledger on two platform threads of its own, so that a heavy question holds up neither a page nor a sign-in. Who waits in
 * vain is told so; a full queue refuses.
 */
@Component
public final class QueryDesk implements DisposableBean {

    private static final int THREADS = 2;
    private static final int WAITING = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("query-", 1).daemon(true).factory());

    /** The answer, or a failure that says why there is none. */
    public <T> T ask(Callable<T> question) {
        Future<T> answer = submit(question);
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw Failure.resources(
                    "QUERY_TOO_SLOW",
                    "The answer did not come within %d seconds.".formatted(PATIENCE.toSeconds()),
                    "Ask for a shorter stretch of time, or try again when less is going on.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer.cancel(true);
            throw Failure.resources("QUERY_INTERRUPTED", "The question was interrupted.", "Open the page again.");
        } catch (ExecutionException e) {
            throw unwrapped(e);
        }
    }

    /** Begins something nobody waits for. */
    public <T> Future<T> submit(Callable<T> question) {
        try {
            return threads.submit(question);
        } catch (RejectedExecutionException e) {
            throw Failure.resources(
                    "QUERIES_QUEUED", "Too many questions are waiting.", "Open the page again in a moment.");
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }

    private static RuntimeException unwrapped(ExecutionException e) {
        return e.getCause() instanceof RuntimeException known
                ? known
                : Failure.ours("QUERY_FAILED", "A question could not be answered.", e.getCause());
    }
}
