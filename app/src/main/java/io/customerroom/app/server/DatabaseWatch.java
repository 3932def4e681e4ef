package io.customerroom.app.server;

import io.customerroom.ledger.imports.database.DatabaseReadings;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Reads every minute the databases whose time has come. What failed is tried again, later each time. */
final class DatabaseWatch implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Supplier<DatabaseReadings> readings;
    private final Rounds rounds = new Rounds("databases", LOG, "Databases could not be read", this::go);

    /** @param readings made when it is first looked into */
    DatabaseWatch(Supplier<DatabaseReadings> readings) {
        this.readings = readings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        rounds.begin(PAUSE, PAUSE);
    }

    @Override
    public void destroy() {
        rounds.close();
    }

    private void go() {
        readings.get().readWhatIsDue(RoomServer.SCHEDULE).forEach(DatabaseWatch::tell);
    }

    private static void tell(DatabaseReadings.Outcome outcome) {
        outcome.failure()
                .ifPresentOrElse(
                        failure -> LOG.warn(
                                "The database {} was not read ({}); its page says when it is tried again",
                                outcome.name(),
                                failure.code()),
                        () -> LOG.info("The database {} was read: {}", outcome.name(), outcome.batch()));
    }
}
