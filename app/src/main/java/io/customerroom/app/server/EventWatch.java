package io.customerroom.app.server;

import io.customerroom.ledger.imports.events.EventInbox;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Makes batches of events that have arrived, every few minutes. What could not be imported waits and is tried again. */
final class EventWatch implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(EventWatch.class);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final Supplier<EventInbox> inbox;
    private final Rounds rounds = new Rounds("events", LOG, "Events could not be imported", this::go);

    /** @param inbox made when it is first looked into */
    EventWatch(Supplier<EventInbox> inbox) {
        this.inbox = inbox;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        rounds.begin(FIRST, PAUSE);
    }

    @Override
    public void destroy() {
        rounds.close();
    }

    private void go() {
        if (inbox.get().waiting() > 0) {
            inbox.get()
                    .drain(RoomServer.SCHEDULE)
                    .failures()
                    .forEach(failure ->
                            LOG.warn("Events wait, since they could not be imported: {}", failure.sentence()));
        }
    }
}
