package io.customerroom.room.reminders;

/** Who takes letters away. */
@FunctionalInterface
public interface Post {

    /** Hands a letter over. A failure says why it could not; then it was not taken. */
    void take(Letter letter);
}
