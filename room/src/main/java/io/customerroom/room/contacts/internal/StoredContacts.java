package io.customerroom.room.contacts.internal;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.room.contacts.Contacts;
import io.customerroom.room.text.Typed;
import io.customerroom.state.Change;
import io.customerroom.state.StateStore;
import io.customerroom.state.Writing;
import io.customerroom.walls.operations.Priority;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The choice of contacts in the state store. */
public final class StoredContacts implements Contacts {

    private static final int NAME = 200;

    private final StateStore store;

    public StoredContacts(StateStore store) {
        this.store = store;
    }

    @Override
    public List<Priority> chosen() {
        return store.read(ContactTable::chosen);
    }

    @Override
    public List<Candidate> added() {
        return store.read(ContactTable::added);
    }

    @Override
    public Map<String, Integer> votes() {
        Map<String, Integer> counts = new TreeMap<>();
        store.read(ContactTable::votes).forEach((contact, accounts) -> counts.put(contact, accounts.size()));
        return counts;
    }

    @Override
    public Set<String> votesOf(String account) {
        return store.read(ContactTable::votes).entrySet().stream()
                .filter(vote -> vote.getValue().contains(account))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Override
    public void add(Authorship by, String contact, String stage, String words) {
        String name = named(contact);
        String place = Typed.optional(stage, NAME);
        String why = Typed.optional(words, Typed.LONG);
        store.write(by, writing -> {
            if (ContactTable.added(writing.handle()).stream()
                    .anyMatch(known -> known.contact().equals(name))) {
                writing.unchanged();
                return name;
            }
            ContactTable.add(writing, name, place, why);
            writing.record("contact-added", name, Change.made("proposed"), Map.of("stage", place));
            return name;
        });
    }

    @Override
    public void vote(Authorship by, String contact) {
        cast(by, named(contact), true);
    }

    @Override
    public void unvote(Authorship by, String contact) {
        cast(by, named(contact), false);
    }

    private void cast(Authorship by, String contact, boolean given) {
        store.write(by, writing -> {
            Map<String, Set<String>> votes = ContactTable.votes(writing.handle());
            boolean stands = votes.getOrDefault(contact, Set.of()).contains(by.actor());
            if (stands == given) {
                writing.unchanged();
                return contact;
            }
            long cast = votes.values().stream()
                    .filter(accounts -> accounts.contains(by.actor()))
                    .count();
            if (given && cast >= VOTES) {
                throw Failure.yours(
                        "VOTES_SPENT",
                        "You have given all your %d votes.".formatted(VOTES),
                        "Take one back, then vote for this contact.");
            }
            ContactTable.vote(writing, contact, given);
            writing.record(
                    given ? "contact-voted" : "contact-unvoted",
                    contact,
                    Change.of(given ? "no vote" : "a vote", given ? "a vote" : "no vote"),
                    Map.of());
            return contact;
        });
    }

    @Override
    public void choose(Authorship by, Priority priority, Optional<String> retiring) {
        store.write(by, writing -> {
            List<Priority> chosen = ContactTable.chosen(writing.handle());
            if (chosen.contains(priority)) {
                writing.unchanged();
                return priority;
            }
            boolean already = chosen.stream().anyMatch(known -> known.contact().equals(priority.contact()));
            if (!already && chosen.size() >= MOST) {
                retire(writing, chosen, retiring.orElseThrow(StoredContacts::full));
            }
            Optional<String> former = chosen.stream()
                    .filter(known -> known.contact().equals(priority.contact()))
                    .findFirst()
                    .map(StoredContacts::owner);
            ContactTable.choose(writing, priority, by.reason());
            writing.record(
                    "contact-chosen",
                    priority.contact(),
                    Change.from(former, owner(priority)),
                    Map.of(
                            "kind",
                            priority.kind().words(),
                            "stage",
                            priority.stage(),
                            "owner",
                            priority.owner().isEmpty() ? "nobody" : priority.owner()));
            return priority;
        });
    }

    private static Failure full() {
        return Failure.yours(
                "PRIORITY_CONTACTS_FULL",
                "There are %d priority contacts already.".formatted(MOST),
                "Say which of them retires, and why; then this one takes its place.");
    }

    @Override
    public void retire(Authorship by, String contact) {
        store.write(by, writing -> {
            List<Priority> chosen = ContactTable.chosen(writing.handle());
            if (chosen.stream().noneMatch(known -> known.contact().equals(contact))) {
                writing.unchanged();
                return contact;
            }
            retire(writing, chosen, contact);
            return contact;
        });
    }

    private static void retire(Writing writing, List<Priority> chosen, String contact) {
        String reason = Typed.required(
                writing.by().reason(), Typed.LONG, "REASON_MISSING", "A priority contact retires for a reason.");
        if (chosen.stream().noneMatch(known -> known.contact().equals(contact))) {
            throw Failure.yours(
                    "CONTACT_UNKNOWN", "This is no priority contact.", "Choose one of those that hang on wall 3.");
        }
        ContactTable.retire(writing, contact, reason);
        writing.record("contact-retired", contact, Change.of("priority contact", "retired"), Map.of());
    }

    private static String owner(Priority priority) {
        return "%s, owner: %s"
                .formatted(priority.kind().words(), priority.owner().isEmpty() ? "nobody" : priority.owner());
    }

    private static String named(String contact) {
        return Typed.required(contact, NAME, "CONTACT_UNNAMED", "A contact needs a name.");
    }
}
