package io.customerroom.room.programmes.internal;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.identity.Links;
import io.customerroom.room.programmes.Draw;
import io.customerroom.room.programmes.Programme;
import io.customerroom.room.programmes.Programmes;
import io.customerroom.room.text.Typed;
import io.customerroom.state.Change;
import io.customerroom.state.SqlFile;
import io.customerroom.state.StateStore;
import io.customerroom.state.StoredText;
import io.customerroom.state.Writing;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Programmes in the state store. */
public final class StoredProgrammes implements Programmes {

    private static final SqlFile SQL = SqlFile.beside(StoredProgrammes.class);

    /** Of a hundred; who keeps out more has a group to compare with, and no programme. */
    private static final int MOST_KEPT_OUT = 50;

    private final StateStore store;
    private final Links links;

    /** @param links under which key a customer goes now; an audience keeps the ones it was drawn from */
    public StoredProgrammes(StateStore store, Links links) {
        this.store = store;
        this.links = links;
    }

    @Override
    public List<Programme> all() {
        UnaryOperator<CustomerId> now = links.today();
        return store.read(handle -> all(handle, now));
    }

    @Override
    public Programme require(String id) {
        return find(all(), id);
    }

    @Override
    public Programme plan(Authorship by, Draft draft, Set<CustomerId> audience) {
        if (audience.isEmpty()) {
            throw Failure.yours(
                    "AUDIENCE_EMPTY", "A programme for nobody is none.", "Choose a segment, or list customers.");
        }
        return kept(by, draft, audience, Draw.of(audience, draft.heldOutPercent(), draft.seed()), Optional.empty());
    }

    @Override
    public Programme planDrawn(
            Authorship by, Draft draft, Set<CustomerId> offered, Set<CustomerId> heldOut, String lot) {
        String words =
                Typed.required(lot, 500, "LOT_MISSING", "A lot drawn elsewhere needs words on how it was drawn.");
        if (offered.isEmpty() || heldOut.isEmpty()) {
            throw Failure.yours(
                    "AUDIENCE_EMPTY",
                    "A lot leaves somebody to whom the programme is offered, and somebody who is kept out.",
                    "List both.");
        }
        long both = heldOut.stream().filter(offered::contains).count();
        if (both > 0) {
            throw Failure.yours(
                    "LOT_MALFORMED",
                    "%d customers stand on both lists.".formatted(both),
                    "List a customer as one to whom it is offered, or as one who is kept out.");
        }
        Set<CustomerId> audience = new TreeSet<>(offered);
        audience.addAll(heldOut);
        return kept(by, draft, audience, heldOut, Optional.of(words));
    }

    private Programme kept(
            Authorship by, Draft draft, Set<CustomerId> audience, Set<CustomerId> heldOut, Optional<String> lot) {
        UnaryOperator<CustomerId> now = links.today();
        return store.write(by, writing -> {
            requireAccount(writing, draft.owner());
            int percent = lot.isPresent()
                    ? Math.min(MOST_KEPT_OUT, (100 * heldOut.size() + audience.size() / 2) / audience.size())
                    : draft.heldOutPercent();
            long number = insert(writing, draft, percent);
            PreparedBatch members = writing.handle().prepareBatch(SQL.text("member"));
            for (CustomerId customer : new TreeSet<>(audience)) {
                members.bind("programme", number)
                        .bind("customer", customer.value())
                        .bind("heldOut", heldOut.contains(customer) ? 1 : 0)
                        .add();
            }
            members.execute();
            lot.ifPresent(words -> writing.handle()
                    .createUpdate(SQL.text("lot"))
                    .bind("programme", number)
                    .bind("words", words)
                    .execute());
            writing.record(
                    "programme-planned",
                    "g" + number,
                    Change.made("planned"),
                    Map.of("owner", draft.owner(), "audience", audience.size(), "held-out", heldOut.size()));
            return find(all(writing.handle(), now), "g" + number);
        });
    }

    private static long insert(Writing writing, Draft draft, int heldOutPercent) {
        return writing.handle()
                .createQuery(SQL.text("plan"))
                .bind("name", draft.name())
                .bind("kind", draft.kind().word())
                .bind("audience", draft.audience())
                .bind("owner", draft.owner())
                .bind("starts", draft.startsOn())
                .bind("ends", draft.endsOn())
                .bind("cost", draft.cost().toPlainString())
                .bind("heldOut", heldOutPercent)
                .bind("seed", draft.seed())
                .bind("now", writing.now())
                .bind("by", writing.by().actor())
                .mapTo(Long.class)
                .one();
    }

    @Override
    public Programme takenUp(Authorship by, String id, Set<CustomerId> customers) {
        UnaryOperator<CustomerId> now = links.today();
        return store.write(by, writing -> {
            Programme programme = find(all(writing.handle(), now), id);
            Set<CustomerId> came = customers.stream()
                    .map(now)
                    .filter(programme.offered()::contains)
                    .filter(Predicate.not(programme.tookUp()::contains))
                    .collect(Collectors.toSet());
            Set<CustomerId> fresh = asDrawn(writing.handle(), number(id), came, now);
            if (fresh.isEmpty()) {
                writing.unchanged();
                return programme;
            }
            PreparedBatch rows = writing.handle().prepareBatch(SQL.text("take-up"));
            for (CustomerId customer : fresh) {
                rows.bind("programme", number(id))
                        .bind("customer", customer.value())
                        .bind("now", writing.now())
                        .bind("by", writing.by().actor())
                        .add();
            }
            rows.execute();
            writing.record(
                    "programme-taken-up",
                    id,
                    Change.of(
                            "taken up: " + programme.tookUp().size(),
                            "taken up: " + (programme.tookUp().size() + fresh.size())),
                    Map.of("customers", fresh.size()));
            return find(all(writing.handle(), now), id);
        });
    }

    /** The keys of the audience under which these customers were offered it; of several keys of one customer the smallest. */
    private static Set<CustomerId> asDrawn(
            Handle handle, long programme, Set<CustomerId> customers, UnaryOperator<CustomerId> now) {
        Set<CustomerId> left = new HashSet<>(customers);
        return members(handle).getOrDefault(programme, List.of()).stream()
                .filter(member -> !member.heldOut() && left.remove(now.apply(member.customer())))
                .map(Member::customer)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Programme withdraw(Authorship by, String id, String reason) {
        String why = Typed.required(reason, 1000, "REASON_MISSING", "A programme is taken back for a reason.");
        UnaryOperator<CustomerId> now = links.today();
        return store.write(by, writing -> {
            Programme programme = find(all(writing.handle(), now), id);
            if (programme.withdrawn().isPresent()) {
                writing.unchanged();
                return programme;
            }
            writing.handle()
                    .createUpdate(SQL.text("withdraw"))
                    .bind("programme", number(id))
                    .bind("reason", why)
                    .bind("now", writing.now())
                    .bind("by", writing.by().actor())
                    .execute();
            writing.record("programme-withdrawn", id, Change.of("planned", "withdrawn"), Map.of());
            return find(all(writing.handle(), now), id);
        });
    }

    /** A customer of an audience, as it is kept. */
    private record Member(long programme, CustomerId customer, boolean heldOut, boolean tookUp) {}

    /** By number of the programme, in the order of the keys. */
    private static Map<Long, List<Member>> members(Handle handle) {
        Map<Long, List<Member>> members = new HashMap<>();
        handle.createQuery(SQL.text("members"))
                .map((row, context) -> new Member(
                        row.getLong("programme"),
                        new CustomerId(row.getLong("customer")),
                        row.getInt("held_out") == 1,
                        row.getInt("took_up") == 1))
                .forEach(member -> members.computeIfAbsent(member.programme(), key -> new ArrayList<>())
                        .add(member));
        return members;
    }

    private static List<Programme> all(Handle handle, UnaryOperator<CustomerId> now) {
        Map<Long, List<Member>> members = members(handle);
        return handle.createQuery(SQL.text("programmes"))
                .map((row, context) -> programme(row, members.getOrDefault(row.getLong("number"), List.of()), now))
                .list();
    }

    /** Who was offered it under one key and kept out under another was offered it. */
    private static Programme programme(ResultSet row, List<Member> members, UnaryOperator<CustomerId> now)
            throws SQLException {
        Set<CustomerId> offered = customers(members, member -> !member.heldOut(), now);
        Set<CustomerId> heldOut = customers(members, Member::heldOut, now);
        heldOut.removeAll(offered);
        return new Programme(
                "g" + row.getLong("number"),
                row.getString("name"),
                Programme.Kind.of(row.getString("kind")),
                row.getString("audience"),
                row.getString("owner"),
                StoredText.day(row.getString("starts_on")),
                StoredText.day(row.getString("ends_on")),
                new BigDecimal(row.getString("cost")),
                row.getInt("held_out"),
                row.getLong("seed"),
                Optional.ofNullable(row.getString("lot")),
                offered,
                heldOut,
                customers(members, Member::tookUp, now),
                Optional.ofNullable(row.getString("reason")));
    }

    private static Set<CustomerId> customers(
            List<Member> members, Predicate<Member> wanted, UnaryOperator<CustomerId> now) {
        return members.stream()
                .filter(wanted)
                .map(Member::customer)
                .map(now)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Programme find(List<Programme> all, String id) {
        return all.stream()
                .filter(programme -> programme.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Failure.yours(
                        "PROGRAMME_UNKNOWN", "There is no such programme.", "The page Programmes lists them all."));
    }

    private static void requireAccount(Writing writing, String name) {
        if (writing.handle()
                .createQuery(SQL.text("account"))
                .bind("name", name)
                .mapTo(Integer.class)
                .findOne()
                .isEmpty()) {
            throw Failure.yours(
                    "OWNER_UNKNOWN",
                    "The owner has no open account.",
                    "Name somebody who can sign in; an administrator can invite them on the page People.");
        }
    }

    private static long number(String id) {
        return Long.parseLong(id.substring(1));
    }
}
