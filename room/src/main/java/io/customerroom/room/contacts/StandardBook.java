package io.customerroom.room.contacts;

import io.customerroom.kernel.Authorship;
import io.customerroom.ledger.metrics.Standards;
import java.time.Instant;
import java.util.List;

/** Minimum standards as versions with author, reason and first day. Each version set leaves an entry in the trail, in one transaction. */
public interface StandardBook extends Standards {

    /** One version. */
    record Version(String contact, String measure, Edited standard, String reason, Instant at, String by) {}

    /** The versions set for a contact, newest first. */
    List<Version> of(String contact);

    /** Refused without a reason, contact or measure. Setting what is in force already changes nothing. */
    void set(Authorship by, String contact, String measure, Edited standard);
}
