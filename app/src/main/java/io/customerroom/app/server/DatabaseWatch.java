package io.customerroom.app.server;

import io.customerroom.ledger.imports.database.DatabaseReadings;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads every minute the databases whose time has come. What failed is tried again, later each time. */
final class DatabaseWatch extends Watch {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Supplier<DatabaseReadings> readings;

    /** @param readings made when it is first looked into */
    DatabaseWatch(Supplier<DatabaseReadings> readings) {
        super("databases", LOG, "Databases could not be read", PAUSE, PAUSE);
        this.readings = readings;
    }

    @Override
    void round() {
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
