package io.customerroom.app.server;

import io.customerroom.ledger.imports.folders.FolderInbox;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Looks every minute into the folders that other systems fill. */
final class FolderWatch implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Supplier<FolderInbox> inbox;
    private final Rounds rounds = new Rounds("folders", LOG, "Folders could not be looked into", this::look);

    /** @param inbox made when it is first looked into */
    FolderWatch(Supplier<FolderInbox> inbox) {
        this.inbox = inbox;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        rounds.begin(PAUSE, PAUSE);
    }

    @Override
    public void destroy() {
        rounds.close();
    }

    private void look() {
        inbox.get().look(RoomServer.SCHEDULE).forEach(FolderWatch::tell);
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
