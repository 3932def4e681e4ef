package io.customerroom.app.server;

import io.customerroom.app.mail.ReminderRound;
import io.customerroom.room.reminders.Reminders.Outcome;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Sends reminders once their hour of the day has come, where a mail server is named. What failed is tried on the next rounds. */
final class ReminderWatch implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ReminderWatch.class);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMinutes(15);

    private final ReminderRound round;
    private final Rounds rounds = new Rounds("reminders", LOG, "Reminders could not be sent", this::go);

    ReminderWatch(ReminderRound round) {
        this.round = round;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (round.on()) {
            rounds.begin(FIRST, PAUSE);
        }
    }

    @Override
    public void destroy() {
        rounds.close();
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
