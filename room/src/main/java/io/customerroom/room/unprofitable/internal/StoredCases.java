package io.customerroom.room.unprofitable.internal;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.identity.Links;
import io.customerroom.room.people.People;
import io.customerroom.room.people.Right;
import io.customerroom.room.text.Typed;
import io.customerroom.room.unprofitable.CustomerCase;
import io.customerroom.room.unprofitable.CustomerCase.Before;
import io.customerroom.room.unprofitable.CustomerCase.Step;
import io.customerroom.room.unprofitable.CustomerCases;
import io.customerroom.room.unprofitable.Treatment;
import io.customerroom.state.Change;
import io.customerroom.state.StateStore;
import io.customerroom.state.Writing;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** Cases in the state store. The trail names cases, never customers. */
public final class StoredCases implements CustomerCases {

    private final StateStore store;
    private final People people;
    private final Links links;

    /** @param links under which key a customer goes now; a case keeps the one it was opened with */
    public StoredCases(StateStore store, People people, Links links) {
        this.store = store;
        this.people = people;
        this.links = links;
    }

    @Override
    public List<CustomerCase> all() {
        UnaryOperator<CustomerId> now = links.today();
        return store.read(handle -> all(handle, now));
    }

    @Override
    public List<CustomerCase> dueOn(LocalDate day) {
        return all().reversed().stream().filter(it -> it.dueOn(day)).toList();
    }

    @Override
    public Optional<CustomerCase> openOf(CustomerId customer) {
        return openOf(all(), links.today().apply(customer));
    }

    @Override
    public CustomerCase require(String id) {
        return found(all(), id);
    }

    @Override
    public CustomerCase open(Authorship by, CustomerId customer, Before before) {
        requireReason(by);
        UnaryOperator<CustomerId> now = links.today();
        return store.write(by, writing -> {
            Optional<CustomerCase> there = openOf(all(writing.handle(), now), now.apply(customer));
            if (there.isPresent()) {
                writing.unchanged();
                return there.get();
            }
            String id = "u" + CaseTable.open(writing, customer, before);
            writing.record("customer-case-opened", id, Change.made("open"), Map.of("through", before.through()));
            return found(all(writing.handle(), now), id);
        });
    }

    private static List<CustomerCase> all(Handle handle, UnaryOperator<CustomerId> now) {
        return CaseTable.all(handle).stream()
                .map(it -> it.of(now.apply(it.customer())))
                .toList();
    }

    @Override
    public CustomerCase choose(Authorship by, String id, Treatment treatment, LocalDate lookOn) {
        return happen(by, id, "chosen", (writing, it) -> {
            requireOpen(it);
            if (it.done().isPresent()) {
                throw Failure.yours(
                        "CASE_DONE",
                        "What was chosen has been carried out.",
                        "Take that step back first, or close the case and open another.");
            }
            boolean same = it.chosen()
                    .filter(step -> step.treatment().equals(Optional.of(treatment))
                            && step.lookOn().equals(Optional.of(lookOn))
                            && step.words().equals(by.reason())
                            && step.by().equals(by.actor()))
                    .isPresent();
            if (!same) {
                CaseTable.happen(writing, number(id), treatment.id(), null, lookOn);
            }
            return !same;
        });
    }

    @Override
    public CustomerCase approve(Authorship by, String id) {
        requireLeader(by.actor());
        return happen(by, id, "approved", (writing, it) -> {
            requireOpen(it);
            Step exit = it.chosen()
                    .filter(step -> step.treatment().equals(Optional.of(Treatment.EXIT)))
                    .orElseThrow(() -> Failure.yours(
                            "EXIT_NOT_PROPOSED", "No exit is proposed in this case.", "Choose a treatment first."));
            if (exit.by().equals(by.actor())) {
                throw Failure.yours(
                        "EXIT_OWN", "Who proposes an exit does not approve it too.", "Ask two other leaders.");
            }
            boolean due = it.mayBeApprovedBy(by.actor());
            if (due) {
                CaseTable.happen(writing, number(id), "approved", exit.number(), null);
            }
            return due;
        });
    }

    @Override
    public CustomerCase done(Authorship by, String id) {
        return happen(by, id, "done", (writing, it) -> {
            requireOpen(it);
            Step chosen = it.chosen()
                    .orElseThrow(() -> Failure.yours(
                            "TREATMENT_UNKNOWN", "No treatment is chosen.", "Choose price, cost, discipline or exit."));
            if (it.waitsForApproval()) {
                throw Failure.yours(
                        "EXIT_UNAPPROVED",
                        "%d of %d approvals are there.".formatted(it.approvals().size(), CustomerCase.APPROVERS),
                        "Two leaders other than its proposer approve an exit.");
            }
            boolean due = it.mayBeDone();
            if (due) {
                CaseTable.happen(writing, number(id), "done", chosen.number(), null);
            }
            return due;
        });
    }

    @Override
    public CustomerCase close(Authorship by, String id) {
        return happen(by, id, "closed", (writing, it) -> {
            if (it.open()) {
                CaseTable.happen(writing, number(id), "closed", null, null);
            }
            return it.open();
        });
    }

    @Override
    public CustomerCase undo(Authorship by, String id) {
        UnaryOperator<CustomerId> now = links.today();
        return happen(by, id, "undone", (writing, it) -> {
            Step last = it.last()
                    .orElseThrow(() -> Failure.yours(
                            "NOTHING_TO_UNDO",
                            "Nothing has happened to this case yet.",
                            "Close it if it is not wanted."));
            requireOnlyOpenCase(all(writing.handle(), now), it);
            CaseTable.happen(writing, number(id), "undone", last.number(), null);
            return true;
        });
    }

    /** A closing is not taken back while another case of the customer is open. */
    private static void requireOnlyOpenCase(List<CustomerCase> all, CustomerCase it) {
        if (!it.open() && openOf(all, it.customer()).isPresent()) {
            throw Failure.yours(
                    "CASE_OPEN_ELSEWHERE", "Another case of this customer is open.", "Go on there, or close that one.");
        }
    }

    /** @param step writes what happens and says whether anything did; refuses where it cannot */
    private CustomerCase happen(Authorship by, String id, String kind, BiPredicate<Writing, CustomerCase> step) {
        requireReason(by);
        UnaryOperator<CustomerId> now = links.today();
        return store.write(by, writing -> {
            CustomerCase it = found(all(writing.handle(), now), id);
            if (!step.test(writing, it)) {
                writing.unchanged();
                return it;
            }
            CustomerCase after = found(all(writing.handle(), now), id);
            writing.record(
                    "customer-case-" + kind, id, Change.of(it.state(), after.state()), Map.of("state", after.state()));
            return after;
        });
    }

    private void requireLeader(String account) {
        if (people.find(account)
                .filter(it -> !it.closed() && it.role().may(Right.ANSWER))
                .isEmpty()) {
            throw Failure.yours(
                    "APPROVER_NO_LEADER", "This account may not approve an exit.", "Ask a leader or a facilitator.");
        }
    }

    private static void requireReason(Authorship by) {
        Typed.required(by.reason(), Typed.LONG, "REASON_MISSING", "Every step of a case has its reason.");
    }

    private static void requireOpen(CustomerCase it) {
        if (!it.open()) {
            throw Failure.yours("CASE_CLOSED", "This case is closed.", "Take the closing back, or open another case.");
        }
    }

    private static Optional<CustomerCase> openOf(List<CustomerCase> cases, CustomerId customer) {
        return cases.stream()
                .filter(it -> it.open() && it.customer().equals(customer))
                .findFirst();
    }

    private static CustomerCase found(List<CustomerCase> cases, String id) {
        return cases.stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow(StoredCases::unknown);
    }

    private static long number(String id) {
        return Typed.number(id, 'u', unknown());
    }

    private static Failure unknown() {
        return Failure.yours(
                "CASE_UNKNOWN", "There is no such case.", "The page of unprofitable customers lists them all.");
    }
}
