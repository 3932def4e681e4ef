package io.customerroom.room.unprofitable;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.CustomerId;
import io.customerroom.room.unprofitable.CustomerCase.Before;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The cases of customers who cost more than they bring. Every verb asks for a reason in the authorship, adds a step and leaves an entry in the
 * trail, in one transaction; asked twice it changes nothing the second time. A closed case refuses everything but {@link #undo}.
 */
public interface CustomerCases {

    /** Newest first. */
    List<CustomerCase> all();

    /** Those to talk about on the day, oldest first. */
    List<CustomerCase> dueOn(LocalDate day);

    /** The open case of a customer. */
    Optional<CustomerCase> openOf(CustomerId customer);

    /** The case, or a failure that says where to look. */
    CustomerCase require(String id);

    /** Takes a customer up. Where a case is open already it is answered, unchanged. */
    CustomerCase open(Authorship by, CustomerId customer, Before before);

    /** Chooses a treatment in place of the one before; refused once that one was carried out. */
    CustomerCase choose(Authorship by, String id, Treatment treatment, LocalDate lookOn);

    /** Approves the exit that stands. Refused to its proposer, and to accounts that may not answer for an operation. */
    CustomerCase approve(Authorship by, String id);

    /** Notes that the treatment was carried out. An exit is refused without two approvers. */
    CustomerCase done(Authorship by, String id);

    /** Ends the case; the reason says what came of it. */
    CustomerCase close(Authorship by, String id);

    /** Takes back the last step that counts. */
    CustomerCase undo(Authorship by, String id);
}
