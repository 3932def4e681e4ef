package io.customerroom.app.server;

import io.customerroom.kernel.Authorship;
import io.customerroom.room.retention.RetentionRound;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what is over once a night, as far as rules are stated. What could not be removed is tried the next night. */
final class RetentionWatch extends Watch {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionWatch.class);
    private static final Duration PAUSE = Duration.ofMinutes(20);
    private static final int HOUR = 3;
    private static final Authorship BY = new Authorship("system", "schedule", "kept as long as the rule says", "");

    private final Supplier<RetentionRound> round;
    private final Clock clock;
    private final ZoneId zone;
    private final AtomicReference<LocalDate> done = new AtomicReference<>(LocalDate.EPOCH);

    /** @param round made when it is first due */
    RetentionWatch(Supplier<RetentionRound> round, Clock clock, ZoneId zone) {
        super("retention", LOG, "What is over could not be removed", PAUSE, PAUSE);
        this.round = round;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    void round() {
        go();
    }

    /** Removes, if the hour has come and it was not done today; answers whether it was. */
    boolean go() {
        ZonedDateTime now = clock.instant().atZone(zone);
        LocalDate today = now.toLocalDate();
        if (now.getHour() != HOUR || today.equals(done.get())) {
            return false;
        }
        done.set(today);
        round.get().go(BY);
        return true;
    }
}
