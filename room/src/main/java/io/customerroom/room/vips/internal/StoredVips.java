package io.customerroom.room.vips.internal;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.identity.Links;
import io.customerroom.room.text.Typed;
import io.customerroom.room.vips.HostContact;
import io.customerroom.room.vips.HostContact.Outcome;
import io.customerroom.room.vips.Vip;
import io.customerroom.room.vips.Vips;
import io.customerroom.state.Change;
import io.customerroom.state.StateStore;
import io.customerroom.state.Writing;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** VIPs in the state store. */
public final class StoredVips implements Vips {

    private static final int WORDS = 1000;

    private final StateStore store;
    private final Clock clock;
    private final Links links;

    /**
     * @param clock whose day it is: no contact was held on a day to come
     * @param links under which key a customer goes now; a VIP keeps the one they were chosen with
     */
    public StoredVips(StateStore store, Clock clock, Links links) {
        this.store = store;
        this.clock = clock;
        this.links = links;
    }

    @Override
    public List<Vip> all() {
        UnaryOperator<CustomerId> now = links.today();
        return store.read(VipTable::all).stream()
                .map(vip -> vip.of(now.apply(vip.customer())))
                .toList();
    }

    @Override
    public Vip require(String id) {
        return find(all(), id);
    }

    @Override
    public Vip choose(Authorship by, CustomerId customer, Vip.Way way, String reason) {
        String why = Typed.required(reason, WORDS, "REASON_MISSING", "A VIP is chosen for a reason.");
        UnaryOperator<CustomerId> now = links.today();
        return store.write(by, writing -> {
            List<Vip> chosen =
                    VipTable.all(writing.handle()).stream().filter(Vip::chosen).toList();
            Optional<Vip> same = chosen.stream()
                    .filter(vip -> now.apply(vip.customer()).equals(now.apply(customer)))
                    .findFirst();
            if (same.isPresent()) {
                writing.unchanged();
                return same.get();
            }
            if (chosen.size() >= MOST) {
                throw Failure.yours(
                        "VIPS_TOO_MANY",
                        "%d VIPs are chosen; nobody looks after more by name.".formatted(MOST),
                        "Release one first.");
            }
            long number = VipTable.choose(writing, customer, way, why);
            writing.record("vip-chosen", "v" + number, Change.made("chosen"), Map.of("customer", customer.toString()));
            return inside(writing, "v" + number);
        });
    }

    @Override
    public Vip release(Authorship by, String id, String reason) {
        String why = Typed.required(reason, WORDS, "REASON_MISSING", "A VIP is released for a reason.");
        return store.write(by, writing -> {
            Vip vip = inside(writing, id);
            if (!vip.chosen()) {
                writing.unchanged();
                return vip;
            }
            VipTable.release(writing, number(id), why);
            writing.record("vip-released", id, Change.of("chosen", "released"), Map.of());
            return inside(writing, id);
        });
    }

    @Override
    public Vip plan(Authorship by, String id, Draft draft) {
        return store.write(by, writing -> {
            Vip vip = chosen(writing, id);
            if (vip.plan().filter(plan -> says(plan, draft)).isPresent()) {
                writing.unchanged();
                return vip;
            }
            requireAccount(writing, draft.owner());
            VipTable.plan(writing, number(id), draft);
            writing.record(
                    "vip-planned",
                    id,
                    Change.from(
                            vip.plan().map(it -> it.owner() + ", due " + it.dueOn()),
                            draft.owner() + ", due " + draft.dueOn()),
                    Map.of("owner", draft.owner(), "due", draft.dueOn()));
            return inside(writing, id);
        });
    }

    private static boolean says(Vip.Plan plan, Draft draft) {
        return plan.keeps().equals(draft.keeps())
                && plan.owner().equals(draft.owner())
                && plan.step().equals(draft.step())
                && plan.dueOn().equals(draft.dueOn())
                && plan.expected().compareTo(draft.expected()) == 0;
    }

    @Override
    public Vip invite(Authorship by, String id, Invitation invitation) {
        return store.write(by, writing -> {
            Vip vip = chosen(writing, id);
            if (vip.contacts().stream().anyMatch(contact -> fits(contact, invitation))) {
                writing.unchanged();
                return vip;
            }
            requireAccount(writing, invitation.host());
            long number = VipTable.invite(writing, number(id), invitation);
            writing.record(
                    "host-contact-planned",
                    "h" + number,
                    Change.made("open, " + invitation.plannedOn()),
                    Map.of("vip", id, "host", invitation.host(), "day", invitation.plannedOn()));
            return inside(writing, id);
        });
    }

    private static boolean fits(HostContact contact, Invitation invitation) {
        return contact.kind() == invitation.kind()
                && contact.host().equals(invitation.host())
                && contact.plannedOn().equals(invitation.plannedOn())
                && contact.purpose().equals(invitation.purpose());
    }

    @Override
    public Vip held(Authorship by, String contact, LocalDate on, String words) {
        if (on.isAfter(LocalDate.now(clock))) {
            throw Failure.yours(
                    "DAY_TO_COME", "A contact is held when its day has come.", "Write the day on which it took place.");
        }
        String said = Typed.optional(words, WORDS);
        return note(
                by,
                contact,
                outcome -> outcome instanceof Outcome.Held held
                        && held.on().equals(on)
                        && held.words().equals(said),
                "held",
                on,
                said);
    }

    @Override
    public Vip notHeld(Authorship by, String contact, String words) {
        String said = Typed.required(words, WORDS, "REASON_MISSING", "A contact is not held for a reason.");
        return note(
                by,
                contact,
                outcome -> outcome instanceof Outcome.NotHeld not && not.words().equals(said),
                "not-held",
                null,
                said);
    }

    @Override
    public Vip reopen(Authorship by, String contact) {
        return note(by, contact, outcome -> false, "open", null, "");
    }

    private Vip note(
            Authorship by,
            String contact,
            Predicate<Outcome> same,
            String outcome,
            @Nullable LocalDate held,
            String words) {
        return store.write(by, writing -> {
            Vip vip = VipTable.all(writing.handle()).stream()
                    .filter(it ->
                            it.contacts().stream().anyMatch(met -> met.id().equals(contact)))
                    .findFirst()
                    .orElseThrow(StoredVips::noContact);
            Optional<Outcome> now = vip.contacts().stream()
                    .filter(met -> met.id().equals(contact))
                    .findFirst()
                    .flatMap(HostContact::outcome);
            if (outcome.equals("open") ? now.isEmpty() : now.filter(same).isPresent()) {
                writing.unchanged();
                return vip;
            }
            VipTable.outcome(writing, number(contact), outcome, held, words);
            writing.record(
                    "host-contact-" + outcome,
                    contact,
                    Change.of(
                            now.map(it -> it instanceof Outcome.Held ? "held" : "not-held")
                                    .orElse("open"),
                            outcome),
                    held == null ? Map.of() : Map.of("day", held));
            return inside(writing, vip.id());
        });
    }

    private static Vip chosen(Writing writing, String id) {
        Vip vip = inside(writing, id);
        if (!vip.chosen()) {
            throw Failure.yours("VIP_RELEASED", "This customer is no VIP any more.", "Choose them again first.");
        }
        return vip;
    }

    private static Vip inside(Writing writing, String id) {
        return find(VipTable.all(writing.handle()), id);
    }

    private static Vip find(List<Vip> all, String id) {
        return all.stream().filter(vip -> vip.id().equals(id)).findFirst().orElseThrow(StoredVips::unknown);
    }

    private static void requireAccount(Writing writing, String name) {
        if (!VipTable.accountIsOpen(writing.handle(), name)) {
            throw Failure.yours(
                    "OWNER_UNKNOWN",
                    "This person has no open account.",
                    "Name somebody who can sign in; an administrator can invite them on the page People.");
        }
    }

    private static long number(String id) {
        return Long.parseLong(id.substring(1));
    }

    private static Failure unknown() {
        return Failure.yours("VIP_UNKNOWN", "There is no such VIP.", "The page VIPs lists them all.");
    }

    private static Failure noContact() {
        return Failure.yours("CONTACT_UNKNOWN", "There is no such host contact.", "The page VIPs lists them all.");
    }
}
