package io.customerroom.app.server;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.imports.folders.FolderInbox;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Looks every minute into the folders that other systems fill. */
final class FolderWatch implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
    private static final int SECONDS = 60;

    private final Supplier<FolderInbox> inbox;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("folders").daemon(true).factory());

    /** @param inbox made when it is first looked into */
    FolderWatch(Supplier<FolderInbox> inbox) {
        this.inbox = inbox;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        thread.scheduleWithFixedDelay(this::lookSafely, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }

    private void lookSafely() {
        try {
            inbox.get().look(RoomServer.SCHEDULE).forEach(FolderWatch::tell);
        } catch (Failure e) {
            LOG.warn("Folders could not be looked into: {}", e.sentence());
        } catch (RuntimeException e) {
            // An exception would end the schedule for good; the next look may succeed.
            LOG.warn("Folders could not be looked into ({})", e.getClass().getName());
        }
    }

    private static void tell(FolderInbox.Outcome outcome) {
        outcome.failure()
                .ifPresentOrElse(
                        failure -> LOG.warn(
                                "A file of a watched folder was not imported ({}); {}",
                                failure.code(),
                                outcome.again()
                                        .map(at -> "it is tried again at " + at)
                                        .orElse("it lies in failed")),
                        () -> LOG.info("A file of a watched folder was imported as {}", outcome.batches()));
    }
}
