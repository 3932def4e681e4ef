package io.customerroom.app.server;

import io.customerroom.app.mail.ReminderRound;
import io.customerroom.kernel.Failure;
import io.customerroom.room.reminders.Reminders.Outcome;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Sends reminders once their hour of the day has come, where a mail server is named. What failed is tried on the next rounds. */
final class ReminderWatch implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ReminderWatch.class);
    private static final int FIRST_MINUTE = 1;
    private static final int MINUTES = 15;

    private final ReminderRound round;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("reminders").daemon(true).factory());

    ReminderWatch(ReminderRound round) {
        this.round = round;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (round.on()) {
            thread.scheduleWithFixedDelay(this::goSafely, FIRST_MINUTE, MINUTES, TimeUnit.MINUTES);
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }

    private void goSafely() {
        try {
            go();
        } catch (Failure e) {
            LOG.warn("Reminders could not be sent: {}", e.sentence());
        } catch (RuntimeException e) {
            // An exception would end the schedule for good; the next round may succeed.
            LOG.warn("Reminders could not be sent ({})", e.getClass().getName());
        }
    }

    /** Sends, if the hour has come; answers what became of it. */
    List<Outcome> go() {
        if (!round.hourHasCome()) {
            return List.of();
        }
        List<Outcome> outcomes = round.send(RoomServer.SCHEDULE);
        outcomes.stream()
                .filter(Outcome.Failed.class::isInstance)
                .map(Outcome.Failed.class::cast)
                .forEach(failed -> LOG.warn("A letter to {} was not sent: {}", failed.to(), failed.problem()));
        return outcomes;
    }
}
