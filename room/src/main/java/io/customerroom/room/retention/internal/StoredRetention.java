package io.customerroom.room.retention.internal;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.persons.Kept;
import io.customerroom.room.retention.KeptClass;
import io.customerroom.room.retention.Retention;
import io.customerroom.room.text.Typed;
import io.customerroom.state.Change;
import io.customerroom.state.SqlFile;
import io.customerroom.state.StateStore;
import io.customerroom.state.StoredText;
import io.customerroom.state.Writing;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Retention in the state store. */
public final class StoredRetention implements Retention {

    private static final SqlFile SQL = SqlFile.beside(StoredRetention.class);
    private static final int LONGEST = 200;
    private static final String ERASED = "erased";
    private static final String REMOVED = "removed by retention";
    /** No customer has this key; a list of SQL needs an entry. */
    private static final String NOBODY = "-1";

    private final StateStore store;

    public StoredRetention(StateStore store) {
        this.store = store;
    }

    @Override
    public List<Rule> rules() {
        return store.read(StoredRetention::rules).stream()
                .sorted(Comparator.comparing(Rule::kept))
                .toList();
    }

    private static List<Rule> rules(Handle handle) {
        return handle.createQuery(SQL.text("rules"))
                .map((row, context) -> {
                    int days = row.getInt("days");
                    return new Rule(
                            KeptClass.of(row.getString("class")),
                            row.wasNull() ? OptionalInt.empty() : OptionalInt.of(days),
                            row.getString("owner"),
                            row.getString("reason"),
                            StoredText.instant(row.getString("at")),
                            row.getString("by"));
                })
                .list();
    }

    @Override
    public void state(Authorship by, KeptClass kept, OptionalInt days, String owner) {
        if (days.isPresent() && (days.getAsInt() < 1 || days.getAsInt() > MOST_DAYS)) {
            throw Failure.yours(
                    "DAYS_MALFORMED",
                    "%d days is no time to keep something.".formatted(days.getAsInt()),
                    "Use 1 to %d days, or keep it for good.".formatted(MOST_DAYS));
        }
        requireReason(by, "A rule is stated for a reason.");
        String answers = Typed.optional(owner, LONGEST);
        store.write(by, writing -> {
            Optional<Rule> former = rules(writing.handle()).stream()
                    .filter(rule -> rule.kept() == kept)
                    .findFirst();
            boolean same = rules(writing.handle()).stream()
                    .anyMatch(rule -> rule.kept() == kept
                            && rule.days().equals(days)
                            && rule.owner().equals(answers));
            if (same) {
                writing.unchanged();
                return null;
            }
            writing.handle()
                    .createUpdate(SQL.text("state"))
                    .bind("class", kept.id())
                    .bind("days", days.isPresent() ? days.getAsInt() : null)
                    .bind("owner", answers)
                    .bind("reason", by.reason())
                    .bind("at", writing.now())
                    .bind("by", by.actor())
                    .execute();
            writing.record(
                    "retention-stated",
                    kept.id(),
                    Change.from(former.map(rule -> words(rule.days())), words(days)),
                    Map.of("keep", words(days)));
            return null;
        });
    }

    private static String words(OptionalInt days) {
        return days.isPresent() ? days.getAsInt() + " days" : "for good";
    }

    @Override
    public List<Hold> holds() {
        return store.read(StoredRetention::holds);
    }

    private static List<Hold> holds(Handle handle) {
        return handle.createQuery(SQL.text("holds"))
                .map((row, context) -> new Hold(
                        "k" + row.getLong("number"),
                        new CustomerId(row.getLong("customer")),
                        row.getString("reason"),
                        StoredText.instant(row.getString("at")),
                        row.getString("by")))
                .list();
    }

    @Override
    public Hold hold(Authorship by, CustomerId customer) {
        requireReason(by, "Somebody is held for a reason.");
        return store.write(by, writing -> {
            Optional<Hold> there = of(writing.handle(), customer);
            if (there.isPresent()) {
                writing.unchanged();
                return there.get();
            }
            writing.handle()
                    .createUpdate(SQL.text("hold"))
                    .bind("customer", customer.value())
                    .bind("reason", by.reason())
                    .bind("at", writing.now())
                    .bind("by", by.actor())
                    .execute();
            Hold hold = of(writing.handle(), customer).orElseThrow();
            writing.record("hold-begun", hold.id(), Change.of("not held", "held"), Map.of());
            return hold;
        });
    }

    private static Optional<Hold> of(Handle handle, CustomerId customer) {
        return holds(handle).stream()
                .filter(hold -> hold.customer().equals(customer))
                .findFirst();
    }

    @Override
    public void release(Authorship by, String id) {
        requireReason(by, "A hold ends for a reason.");
        long number = Typed.number(
                id,
                'k',
                Failure.yours("HOLD_UNKNOWN", "There is no such hold.", "The page Retention lists those in force."));
        store.write(by, writing -> {
            if (holds(writing.handle()).stream().noneMatch(hold -> hold.id().equals(id))) {
                writing.unchanged();
                return null;
            }
            writing.handle()
                    .createUpdate(SQL.text("release"))
                    .bind("hold", number)
                    .bind("reason", by.reason())
                    .bind("at", writing.now())
                    .bind("by", by.actor())
                    .execute();
            writing.record("hold-ended", id, Change.of("held", "not held"), Map.of());
            return null;
        });
    }

    private static void requireReason(Authorship by, String what) {
        Typed.required(by.reason(), Typed.LONG, "REASON_MISSING", what);
    }

    @Override
    public Kept look(KeptClass kept, LocalDate before, Set<CustomerId> held) {
        return store.read(handle -> look(handle, kept, before, held));
    }

    private static Kept look(Handle handle, KeptClass kept, LocalDate before, Set<CustomerId> held) {
        if (kept == KeptClass.LINKS) {
            return look(handle, SQL.text("links"), before);
        }
        return TextPlace.of(kept).stream()
                .map(place -> look(handle, text(place, "look").replace("{held}", keys(held)), before))
                .reduce(Kept.nothing(), Kept::and);
    }

    private static Kept look(Handle handle, String sql, LocalDate before) {
        return handle.createQuery(sql)
                .bind("before", before)
                .map((row, context) -> new Kept(
                        row.getLong("texts"),
                        Optional.ofNullable(row.getString("oldest")).map(at -> LocalDate.parse(at.substring(0, 10))),
                        row.getLong("over_texts"),
                        row.getLong("excepted")))
                .one();
    }

    @Override
    public long remove(Authorship by, KeptClass kept, LocalDate before, Set<CustomerId> held) {
        long removed = store.write(by, writing -> {
            writing.overwriteWhatGoes();
            long gone = kept == KeptClass.LINKS
                    ? update(writing, SQL.text("remove-links"), before)
                    : TextPlace.of(kept).stream()
                            .mapToLong(place ->
                                    update(writing, text(place, "remove").replace("{held}", keys(held)), before))
                            .sum();
            if (gone == 0) {
                writing.unchanged();
            } else {
                note(writing, kept, before, gone);
            }
            return gone;
        });
        if (removed > 0) {
            store.fold();
        }
        return removed;
    }

    private static long update(Writing writing, String sql, LocalDate before) {
        var update = writing.handle().createUpdate(sql).bind("before", before);
        return (sql.contains(":marker") ? update.bind("marker", REMOVED) : update).execute();
    }

    @Override
    public void note(Authorship by, KeptClass kept, LocalDate before, long removed) {
        store.write(by, writing -> {
            note(writing, kept, before, removed);
            return null;
        });
    }

    private static void note(Writing writing, KeptClass kept, LocalDate before, long removed) {
        writing.record(
                "data-removed",
                kept.id(),
                Change.of("texts: " + removed, "removed"),
                Map.of("count", removed, "before", before));
    }

    @Override
    public int eraseOf(Authorship by, Set<CustomerId> customers) {
        int erased = store.write(by, writing -> {
            writing.overwriteWhatGoes();
            int gone = 0;
            for (TextPlace place : TextPlace.values()) {
                gone += writing.handle()
                        .createUpdate(text(place, "erase").replace("{keys}", keys(customers)))
                        .bind("marker", ERASED)
                        .execute();
            }
            if (gone == 0) {
                writing.unchanged();
            } else {
                writing.record(
                        "words-erased",
                        customers.stream().sorted().findFirst().orElseThrow().toString(),
                        Change.of("texts: " + gone, "erased"),
                        Map.of("count", gone));
            }
            return gone;
        });
        if (erased > 0) {
            store.fold();
        }
        return erased;
    }

    private static String text(TextPlace place, String name) {
        return place.in(SQL.text(name), SQL.text(place.rows()));
    }

    /** Keys are numbers; as a list of SQL they need no binding. */
    private static String keys(Collection<CustomerId> customers) {
        return customers.isEmpty()
                ? NOBODY
                : customers.stream()
                        .map(customer -> String.valueOf(customer.value()))
                        .sorted()
                        .collect(Collectors.joining(", "));
    }
}
