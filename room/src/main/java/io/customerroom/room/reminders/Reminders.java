package io.customerroom.room.reminders;

import io.customerroom.kernel.Authorship;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Reminders of promises. Each goes out once per person, reason and promised day, also across restarts and beside other processes: it is
 * noted before the letter is handed over. A letter that fails is tried again on later runs, {@value #ATTEMPTS} times in all; one that a
 * crash interrupted is not, because it may have gone out, and is listed instead.
 */
public interface Reminders {

    /** How often a letter is tried. */
    int ATTEMPTS = 5;

    /** Accounts and where mail reaches them. */
    Map<String, String> addresses();

    /** Notes where mail reaches an account; an empty address forgets it. The trail does not keep addresses. */
    void address(Authorship by, String account, String address);

    /** What would go out today: reminders that were not begun yet, by recipient, then by promise. */
    List<Reminder> outstanding(LocalDate today, ReminderRules rules);

    /**
     * Sends what is outstanding, one letter per person, and tries failed letters again.
     *
     * @param besides what every letter says beside its promises
     */
    List<Outcome> send(Authorship by, LocalDate today, ReminderRules rules, Besides besides, Post post);

    /** Letters that a crash interrupted or that failed for good. */
    List<Stuck> stuck();

    /**
     * What every letter says beside its promises. Late data alone is no reason for a letter.
     *
     * @param link address of the room for people, without a slash at the end; empty where there is none
     * @param late a sentence for each source that missed its schedule
     */
    record Besides(String link, List<String> late) {

        public Besides {
            late = List.copyOf(late);
        }
    }

    /** What became of one recipient's letter. */
    sealed interface Outcome {

        /** Account of the recipient. */
        String to();

        /** It was handed over. */
        record Sent(String to, int reminders) implements Outcome {}

        /** It was not, and will be tried again unless this was the last attempt. */
        record Failed(String to, int attempts, String problem) implements Outcome {}

        /** Nobody knows where mail reaches this account. Nothing was noted: it goes out once there is an address. */
        record NoAddress(String to, int reminders) implements Outcome {}
    }

    /**
     * A letter that will not be tried again.
     *
     * @param problem why it failed; empty if it was interrupted and may have gone out
     */
    record Stuck(long letter, String to, String problem) {}
}
