package io.customerroom.state;

import io.customerroom.kernel.Authorship;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** One transaction that changes the store and says so in the trail. Valid only while its write runs. */
public interface Writing {

    /** For packages called {@code internal}: the transaction's connection. */
    Handle handle();

    Authorship by();

    /** The moment of this transaction, the same for all it writes. */
    Instant now();

    /**
     * Appends to the trail, in this transaction, what a change made of something: as it was, and as it is.
     *
     * @param event what happened, in lower case with hyphens and in the past tense: {@code meeting-opened}
     * @param subject the id of what it happened to
     * @param change in words without a secret, without people's free text and without a customer's name
     * @param details ids and values for the sentence
     */
    default void record(String event, String subject, Change change, Map<String, ?> details) {
        Map<String, Object> whole = new TreeMap<>(details);
        whole.put(Change.WAS, change.was());
        whole.put(Change.IS, change.is());
        record(event, subject, whole);
    }

    /**
     * Appends to the trail, in this transaction, something that changed nothing but the trail: somebody signed in, or was told something.
     *
     * @param event what happened, in lower case with hyphens and in the past tense: {@code meeting-opened}
     * @param subject the id of what it happened to
     * @param details ids and values for the sentence; never a secret, never a customer's name
     */
    void record(String event, String subject, Map<String, ?> details);

    /** From here on, what this transaction removes is overwritten in the store's file as well, not only taken off the list of rows. */
    void overwriteWhatGoes();

    /** Says that there is nothing to change, so that nothing need be recorded: asking twice changes nothing. */
    void unchanged();
}
