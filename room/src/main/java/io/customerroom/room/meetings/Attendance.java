package io.customerroom.room.meetings;

/**
 * Whether somebody who belongs to the meeting was there.
 *
 * @param account of the person
 * @param substitute name of who came instead; empty if nobody did
 */
public record Attendance(String account, boolean present, String substitute) {

    public Attendance {
        substitute = substitute.strip();
        if (present && !substitute.isEmpty()) {
            throw new IllegalArgumentException("who is present needs no substitute");
        }
        if (substitute.length() > 80) {
            throw new IllegalArgumentException("substitute must have at most 80 characters");
        }
    }
}
