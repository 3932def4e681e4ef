package io.customerroom.room.vips.internal;

import io.customerroom.kernel.CustomerId;
import io.customerroom.room.vips.HostContact;
import io.customerroom.room.vips.HostContact.Outcome;
import io.customerroom.room.vips.Vip;
import io.customerroom.room.vips.Vips.Draft;
import io.customerroom.room.vips.Vips.Invitation;
import io.customerroom.state.SqlFile;
import io.customerroom.state.StoredText;
import io.customerroom.state.Writing;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of VIPs, their plans and their host contacts. Knows no rules. */
final class VipTable {

    private static final SqlFile SQL = SqlFile.beside(VipTable.class);

    private VipTable() {}

    static List<Vip> all(Handle handle) {
        Map<Long, List<Vip.Plan>> plans = new HashMap<>();
        handle.createQuery(SQL.text("plans"))
                .map((row, context) -> Map.entry(row.getLong("vip"), plan(row)))
                .forEach(it -> plans.computeIfAbsent(it.getKey(), key -> new ArrayList<>())
                        .add(it.getValue()));
        Map<Long, List<HostContact>> contacts = new HashMap<>();
        handle.createQuery(SQL.text("contacts"))
                .map((row, context) -> Map.entry(row.getLong("vip"), contact(row)))
                .forEach(it -> contacts.computeIfAbsent(it.getKey(), key -> new ArrayList<>())
                        .add(it.getValue()));
        return handle.createQuery(SQL.text("vips"))
                .map((row, context) -> vip(row, plans, contacts))
                .list();
    }

    private static Vip vip(ResultSet row, Map<Long, List<Vip.Plan>> plans, Map<Long, List<HostContact>> contacts)
            throws SQLException {
        long number = row.getLong("number");
        String released = row.getString("released_at");
        return new Vip(
                "v" + number,
                new CustomerId(row.getLong("customer")),
                Vip.Way.valueOf(row.getString("way").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                StoredText.instant(row.getString("chosen_at")),
                row.getString("chosen_by"),
                released == null
                        ? Optional.empty()
                        : Optional.of(new Vip.Release(
                                row.getString("release_reason"),
                                StoredText.instant(released),
                                row.getString("released_by"))),
                plans.getOrDefault(number, List.of()),
                contacts.getOrDefault(number, List.of()));
    }

    private static Vip.Plan plan(ResultSet row) throws SQLException {
        return new Vip.Plan(
                row.getString("keeps"),
                row.getString("owner"),
                row.getString("step"),
                StoredText.day(row.getString("due_on")),
                new BigDecimal(row.getString("expected")),
                StoredText.instant(row.getString("written_at")),
                row.getString("written_by"));
    }

    private static HostContact contact(ResultSet row) throws SQLException {
        return new HostContact(
                "h" + row.getLong("number"),
                HostContact.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("host"),
                StoredText.day(row.getString("planned_on")),
                row.getString("purpose"),
                outcome(row));
    }

    private static Optional<Outcome> outcome(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        if (outcome == null || outcome.equals("open")) {
            return Optional.empty();
        }
        String words = row.getString("words");
        String by = row.getString("noted_by");
        return Optional.of(
                outcome.equals("held")
                        ? new Outcome.Held(StoredText.day(row.getString("held_on")), words, by)
                        : new Outcome.NotHeld(words, by));
    }

    static long choose(Writing writing, CustomerId customer, Vip.Way way, String reason) {
        return writing.handle()
                .createQuery(SQL.text("choose"))
                .bind("customer", customer.value())
                .bind("way", way.name().toLowerCase(Locale.ROOT))
                .bind("reason", reason)
                .bind("now", writing.now())
                .bind("by", writing.by().actor())
                .mapTo(Long.class)
                .one();
    }

    static void release(Writing writing, long vip, String reason) {
        writing.handle()
                .createUpdate(SQL.text("release"))
                .bind("vip", vip)
                .bind("reason", reason)
                .bind("now", writing.now())
                .bind("by", writing.by().actor())
                .execute();
    }

    static void plan(Writing writing, long vip, Draft draft) {
        writing.handle()
                .createUpdate(SQL.text("plan"))
                .bind("vip", vip)
                .bind("keeps", draft.keeps())
                .bind("owner", draft.owner())
                .bind("step", draft.step())
                .bind("due", draft.dueOn())
                .bind("expected", draft.expected().toPlainString())
                .bind("now", writing.now())
                .bind("by", writing.by().actor())
                .execute();
    }

    static long invite(Writing writing, long vip, Invitation invitation) {
        return writing.handle()
                .createQuery(SQL.text("invite"))
                .bind("vip", vip)
                .bind("kind", invitation.kind().name().toLowerCase(Locale.ROOT))
                .bind("host", invitation.host())
                .bind("planned", invitation.plannedOn())
                .bind("purpose", invitation.purpose())
                .bind("now", writing.now())
                .bind("by", writing.by().actor())
                .mapTo(Long.class)
                .one();
    }

    static void outcome(Writing writing, long contact, String outcome, @Nullable LocalDate held, String words) {
        writing.handle()
                .createUpdate(SQL.text("outcome"))
                .bind("contact", contact)
                .bind("outcome", outcome)
                .bind("held", held)
                .bind("words", words)
                .bind("now", writing.now())
                .bind("by", writing.by().actor())
                .execute();
    }

    static boolean accountIsOpen(Handle handle, String name) {
        return handle.createQuery(SQL.text("account"))
                .bind("name", name)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }
}
