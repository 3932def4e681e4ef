package io.customerroom.room.meetings;

import io.customerroom.kernel.Failure;
import java.time.LocalTime;

/**
 * When on its day a meeting is held, and where.
 *
 * @param starts in the company's zone
 * @param minutes how long it is meant to last, 5 to 720
 * @param place a room or an address; may be empty
 * @param sequence 0 when it was first set, one more with each change: calendars follow the highest
 */
public record Slot(LocalTime starts, int minutes, String place, int sequence) {

    public Slot {
        place = place.strip();
        if (minutes < 5 || minutes > 720) {
            throw Failure.yours("LENGTH_MALFORMED", "A meeting lasts longer or shorter.", "Use 5 to 720 minutes.");
        }
        if (place.length() > 200) {
            throw Failure.yours("TEXT_TOO_LONG", "The place is too long.", "Use at most 200 characters.");
        }
    }

    /** Whether only the sequence may differ. */
    public boolean sameTimeAndPlace(Slot other) {
        return starts.equals(other.starts) && minutes == other.minutes && place.equals(other.place);
    }
}
