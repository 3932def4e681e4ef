package io.customerroom.room;

import io.customerroom.ledger.identity.Links;
import io.customerroom.ledger.metrics.Standards;
import io.customerroom.room.contacts.Contacts;
import io.customerroom.room.contacts.StandardBook;
import io.customerroom.room.contacts.internal.StoredContacts;
import io.customerroom.room.contacts.internal.StoredStandards;
import io.customerroom.room.issues.Issues;
import io.customerroom.room.issues.internal.StoredIssues;
import io.customerroom.room.losses.internal.StoredLossBook;
import io.customerroom.room.promises.internal.StoredPromises;
import io.customerroom.room.remarks.RemarkBook;
import io.customerroom.room.remarks.internal.StoredRemarks;
import io.customerroom.state.StateStore;
import io.customerroom.state.TrailFilter;
import io.customerroom.walls.asset.LossBook;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What people write on the walls: who answers for which issue and to what level, which contacts they watch, by which standards, what
 * they remark, and what came of calls to leavers. Opened quickly.
 */
public record Boards(
        Contacts contacts,
        StandardBook standards,
        RemarkBook remarks,
        Issues issues,
        LossBook losses,
        Supplier<String> editions) {

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
            "leaver-called",
            "leavers-drawn",
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

    /** Where no two keys are one customer. */
    public static Boards over(StateStore store) {
        return over(store, Links.NONE);
    }

    /** @param links under which key a customer goes now, whatever key they had when something was written about them */
    public static Boards over(StateStore store, Links links) {
        Issues issues = new StoredIssues(store, () -> StoredPromises.all(store));
        return new Boards(
                new StoredContacts(store),
                new StoredStandards(() -> store),
                new StoredRemarks(store),
                issues,
                new StoredLossBook(store, issues, links),
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
