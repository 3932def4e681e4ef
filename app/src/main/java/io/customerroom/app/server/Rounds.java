package io.customerroom.app.server;

import io.customerroom.kernel.Failure;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;

/** Goes a round again and again, on a thread of its own. A round that fails is told in the log, once for each reason, and ends none of those after it. */
final class Rounds implements AutoCloseable {

    private final Logger log;
    private final String failed;
    private final Runnable round;
    private final ScheduledExecutorService thread;
    private String told = "";

    /**
     * @param name of the thread
     * @param failed what is said where a round fails: {@code Events could not be imported}
     */
    Rounds(String name, Logger log, String failed, Runnable round) {
        this.log = log;
        this.failed = failed;
        this.round = round;
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon(true).factory());
    }

    /** @param pause between the end of a round and the next one */
    void begin(Duration first, Duration pause) {
        thread.scheduleWithFixedDelay(this::goSafely, first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    void goSafely() {
        try {
            round.run();
            told = "";
        } catch (Failure e) {
            tell("%s: %s".formatted(failed, e.sentence()));
        } catch (RuntimeException e) {
            // An exception would end the schedule for good; the next round may succeed.
            tell("%s (%s)".formatted(failed, e.getClass().getName()));
        }
    }

    /** A server that is away for an hour is not told of every two seconds. */
    private void tell(String why) {
        if (!why.equals(told)) {
            told = why;
            log.warn("{}", why);
        }
    }

    /** Interrupts the round that goes; none begins afterwards. */
    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** The same, and answers whether the last round ended in time. */
    boolean closed(Duration within) throws InterruptedException {
        close();
        return thread.awaitTermination(within.toMillis(), TimeUnit.MILLISECONDS);
    }
}
