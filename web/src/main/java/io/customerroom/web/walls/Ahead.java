package io.customerroom.web.walls;

import io.customerroom.kernel.Failure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Work that is wanted in its order, and begun by other threads a little ahead of who asks for it. */
final class Ahead<T> {

    /** As many as draw at once; more would only lie in memory. */
    private static final int BEGUN = 2;

    private final List<Callable<T>> work;
    private final ExecutorService threads;
    private final Map<Integer, Future<T>> begun = new HashMap<>();

    Ahead(List<Callable<T>> work, ExecutorService threads) {
        this.work = List.copyOf(work);
        this.threads = threads;
    }

    /** What one piece of work came to, or the failure in which it ended; done again where it was asked for before. */
    T get(int at) {
        try {
            return begun(at).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known
                    ? known
                    : Failure.ours("EXHIBITS_FAILED", "The walls could not be read.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.resources("FREEZE_INTERRUPTED", "The reading of the walls was interrupted.", "Freeze again.");
        }
    }

    private synchronized Future<T> begun(int at) {
        for (int next = at; next < Math.min(at + BEGUN + 1, work.size()); next++) {
            begun.computeIfAbsent(next, wanted -> threads.submit(work.get(wanted)));
        }
        return Objects.requireNonNull(begun.remove(at));
    }
}
