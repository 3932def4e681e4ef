package io.customerroom.room.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An accountability meeting.
 *
 * @param id {@code m1}, {@code m2}, … in the order of planning
 * @param day of the company's calendar
 * @param freeze when its walls were frozen; never changed after that
 */
public record Meeting(String id, String title, LocalDate day, Cadence cadence, Optional<Freeze> freeze) {

    /**
     * The walls stand still from here on.
     *
     * @param evidenceHash SHA-256 over all frozen readings, for the minutes
     * @param trailHead hash of the trail's newest entry before the freeze: shows later that the trail was not cut off before it
     */
    public record Freeze(Instant at, String by, String evidenceHash, String trailHead) {}

    public boolean frozen() {
        return freeze.isPresent();
    }
}
