package io.customerroom.room.losses.internal;

import io.customerroom.kernel.CustomerId;
import io.customerroom.ledger.identity.Links;
import io.customerroom.room.losses.CallNote;
import io.customerroom.state.StateStore;
import io.customerroom.walls.asset.LossBook;
import io.customerroom.walls.listening.IssueBook;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What the walls read of the loss review. */
public final class StoredLossBook implements LossBook {

    private final StateStore store;
    private final IssueBook issues;
    private final Links links;

    /**
     * @param issues who answers for them
     * @param links under which key a customer goes now; a drawing and its notes keep the one they were written with
     */
    public StoredLossBook(StateStore store, IssueBook issues, Links links) {
        this.store = store;
        this.issues = issues;
        this.links = links;
    }

    /** By the key that was drawn. */
    Map<CustomerId, CallNote> last(Instant known) {
        Map<CustomerId, CallNote> last = new HashMap<>();
        store.read(LossTable::calls).stream()
                .filter(noted -> !noted.note().at().isAfter(known))
                .forEach(noted -> last.put(noted.customer(), noted.note()));
        return last;
    }

    @Override
    public List<Leaver> leavers(Instant known) {
        Map<CustomerId, CallNote> last = last(known);
        UnaryOperator<CustomerId> now = links.today();
        return store.read(LossTable::drawings).stream()
                .filter(drawing -> !drawing.at().isAfter(known))
                .flatMap(drawing -> drawing.drawn().stream()
                        .map(one -> new Leaver(
                                drawing.month(),
                                drawing.since(),
                                one.executive(),
                                now.apply(one.customer()),
                                one.value(),
                                one.lostOn(),
                                Optional.ofNullable(last.get(one.customer())).map(StoredLossBook::call))))
                .toList();
    }

    private static Call call(CallNote note) {
        return new Call(note.outcome(), note.reason(), note.issue(), note.saved());
    }

    @Override
    public Map<String, String> owners(Instant known) {
        Map<String, String> owners = new TreeMap<>();
        issues.cares(Optional.of(known)).forEach((issue, care) -> {
            if (!care.owner().isEmpty()) {
                owners.put(issue, care.owner());
            }
        });
        return owners;
    }
}
