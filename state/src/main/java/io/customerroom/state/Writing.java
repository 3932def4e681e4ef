package io.customerroom.state;

import io.customerroom.kernel.Authorship;
import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** One transaction that changes the store and says so in the trail. Valid only while its write runs. */
public interface Writing {

    /** For packages called {@code internal}: the transaction's connection. */
    Handle handle();

    Authorship by();

    /** The moment of this transaction, the same for all it writes. */
    Instant now();

    /**
     * Appends to the trail, in this transaction.
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
