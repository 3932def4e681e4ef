package io.customerroom.app.server;

import io.customerroom.ledger.imports.events.EventInbox;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes batches of events that have arrived, every few minutes. What could not be imported waits and is tried again. */
final class EventWatch extends Watch {

    private static final Logger LOG = LoggerFactory.getLogger(EventWatch.class);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final Supplier<EventInbox> inbox;

    /** @param inbox made when it is first looked into */
    EventWatch(Supplier<EventInbox> inbox) {
        super("events", LOG, "Events could not be imported", FIRST, PAUSE);
        this.inbox = inbox;
    }

    @Override
    void round() {
        if (inbox.get().waiting() > 0) {
            inbox.get()
                    .drain(RoomServer.SCHEDULE)
                    .failures()
                    .forEach(failure ->
                            LOG.warn("Events wait, since they could not be imported: {}", failure.sentence()));
        }
    }
}
