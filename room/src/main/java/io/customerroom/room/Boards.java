package io.customerroom.room;

import io.customerroom.ledger.metrics.Standards;
import io.customerroom.room.contacts.Contacts;
import io.customerroom.room.contacts.StandardBook;
import io.customerroom.room.contacts.internal.StoredContacts;
import io.customerroom.room.contacts.internal.StoredStandards;
import io.customerroom.room.issues.Issues;
import io.customerroom.room.issues.internal.StoredIssues;
import io.customerroom.room.promises.internal.StoredPromises;
import io.customerroom.room.remarks.RemarkBook;
import io.customerroom.room.remarks.internal.StoredRemarks;
import io.customerroom.state.StateStore;
import io.customerroom.state.TrailFilter;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What people write on walls 2 and 3: who answers for which issue and to what level, which contacts they watch, by which standards, and what
 * they remark. Opened quickly.
 */
public record Boards(
        Contacts contacts, StandardBook standards, RemarkBook remarks, Issues issues, Supplier<String> editions) {

    /** Every event that changes what hangs on a wall. */
    private static final List<String> EVENTS = List.of(
            "contact-added",
            "contact-chosen",
            "contact-retired",
            "contact-unvoted",
            "contact-voted",
            "issue-entrusted",
            "issue-target-lifted",
            "issue-target-set",
            "limits-renewed",
            "promise-broken",
            "promise-kept",
            "promise-made",
            "promise-moved",
            "promise-withdrawn",
            "remark-edited",
            "remark-taken-back",
            "remark-written",
            "standard-set",
            "vip-chosen",
            "vip-released");

    /** Standards alone, over a store that the first question opens. */
    public static Standards standards(Supplier<StateStore> store) {
        return new StoredStandards(store);
    }

    public static Boards over(StateStore store) {
        return new Boards(
                new StoredContacts(store),
                new StoredStandards(() -> store),
                new StoredRemarks(store),
                new StoredIssues(store, () -> StoredPromises.all(store)),
                () -> EVENTS.stream()
                        .flatMap(event ->
                                store.trail().entries(new TrailFilter("", event, "", Long.MAX_VALUE), 1).stream())
                        .map(entry -> Long.toString(entry.number()))
                        .collect(Collectors.joining(" ")));
    }

    /** Changes whenever something is written here. */
    public String edition() {
        return editions.get();
    }
}
