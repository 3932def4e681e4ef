package io.customerroom.app.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** Stands still until the story moves on. */
final class StoryClock extends Clock {

    private final ZoneId zone;
    private volatile Instant now = Instant.EPOCH;

    StoryClock(ZoneId zone) {
        this.zone = zone;
    }

    void moveTo(Instant moment) {
        now = moment;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        StoryClock same = new StoryClock(other);
        same.moveTo(now);
        return same;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
