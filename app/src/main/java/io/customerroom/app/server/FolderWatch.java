package io.customerroom.app.server;

import io.customerroom.ledger.imports.folders.FolderInbox;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every minute into the folders that other systems fill. */
final class FolderWatch extends Watch {

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Supplier<FolderInbox> inbox;

    /** @param inbox made when it is first looked into */
    FolderWatch(Supplier<FolderInbox> inbox) {
        super("folders", LOG, "Folders could not be looked into", PAUSE, PAUSE);
        this.inbox = inbox;
    }

    @Override
    void round() {
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
