package io.customerroom.app.server;

import java.time.Duration;
import org.slf4j.Logger;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Goes its rounds as long as the server runs, from a while after it is ready. */
abstract class Watch implements DisposableBean {

    private final Duration first;
    private final Duration pause;
    private final Rounds rounds;

    /**
     * @param name of its thread
     * @param failed what is said where a round fails
     * @param first from when the server is ready to the first round
     * @param pause between the end of a round and the next one
     */
    Watch(String name, Logger log, String failed, Duration first, Duration pause) {
        this.first = first;
        this.pause = pause;
        this.rounds = new Rounds(name, log, failed, this::round);
    }

    abstract void round();

    @EventListener(ApplicationReadyEvent.class)
    final void begin() {
        rounds.begin(first, pause);
    }

    @Override
    public final void destroy() {
        rounds.close();
    }
}
