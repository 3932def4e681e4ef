package io.customerroom.room.retention;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.CustomerId;
import io.customerroom.ledger.persons.Kept;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Rules, exceptions, and the words about customers in the state store. Rules are never changed, another one is stated. Every write leaves an
 * entry in the trail, in one transaction; the trail names classes, counts and opaque keys, never what was removed.
 */
public interface Retention {

    /** The longest a rule can state, a hundred years. */
    int MOST_DAYS = 36_500;

    /**
     * A rule as it was stated.
     *
     * @param days how long is kept; empty: for good
     * @param owner who answers for it; may be empty
     */
    record Rule(KeptClass kept, OptionalInt days, String owner, String reason, Instant at, String by) {}

    /** Somebody of whom nothing goes until it ends. */
    record Hold(String id, CustomerId customer, String reason, Instant at, String by) {}

    /** The rule in force of each class that has one, in the order of the classes. */
    List<Rule> rules();

    /** States how long a class is kept from now on; {@code by} carries the reason, which is asked for. The same again changes nothing. */
    void state(Authorship by, KeptClass kept, OptionalInt days, String owner);

    /** Those that have not ended, in the order they began. */
    List<Hold> holds();

    /** Keeps everything of a customer; {@code by} carries the reason, which is asked for. Asked twice changes nothing. */
    Hold hold(Authorship by, CustomerId customer);

    /** Ends a hold; {@code by} carries the reason, which is asked for. */
    void release(Authorship by, String hold);

    /**
     * What of a class lies in the state store: {@link KeptClass#CALL_NOTES}, {@link KeptClass#VISITS}, {@link KeptClass#CASES},
     * {@link KeptClass#LINKS}; of others nothing.
     */
    Kept look(KeptClass kept, LocalDate before, Set<CustomerId> held);

    /** Removes there what is over; answers how many. */
    long remove(Authorship by, KeptClass kept, LocalDate before, Set<CustomerId> held);

    /** Notes what was removed in files: one entry in the trail, with counts. */
    void note(Authorship by, KeptClass kept, LocalDate before, long removed);

    /** Takes out of the state store what people wrote about these customers, whatever the rules say; answers how many texts. */
    int eraseOf(Authorship by, Set<CustomerId> customers);
}
