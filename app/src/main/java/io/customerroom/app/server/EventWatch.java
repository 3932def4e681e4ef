package io.customerroom.app.server;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.imports.events.EventInbox;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Makes batches of events that have arrived, every few minutes. What could not be imported waits and is tried again. */
final class EventWatch implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(EventWatch.class);
    private static final int MINUTES = 5;

    private final Supplier<EventInbox> inbox;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("events").daemon(true).factory());

    /** @param inbox made when it is first looked into */
    EventWatch(Supplier<EventInbox> inbox) {
        this.inbox = inbox;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        thread.scheduleWithFixedDelay(this::goSafely, 1, MINUTES, TimeUnit.MINUTES);
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }

    private void goSafely() {
        try {
            if (inbox.get().waiting() > 0) {
                inbox.get()
                        .drain(RoomServer.SCHEDULE)
                        .failures()
                        .forEach(failure ->
                                LOG.warn("Events wait, since they could not be imported: {}", failure.sentence()));
            }
        } catch (Failure e) {
            LOG.warn("Events could not be imported: {}", e.sentence());
        } catch (RuntimeException e) {
            // An exception would end the schedule for good; the next round may succeed.
            LOG.warn("Events could not be imported ({})", e.getClass().getName());
        }
    }
}
