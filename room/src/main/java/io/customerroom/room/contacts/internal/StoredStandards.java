package io.customerroom.room.contacts.internal;

import io.customerroom.kernel.Authorship;
import io.customerroom.ledger.metrics.MinimumStandard;
import io.customerroom.ledger.metrics.MinimumStandard.Direction;
import io.customerroom.room.contacts.StandardBook;
import io.customerroom.room.text.Typed;
import io.customerroom.state.Change;
import io.customerroom.state.SqlFile;
import io.customerroom.state.StateStore;
import io.customerroom.state.StoredText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Standards in the state store. They are few, and read whole. */
public final class StoredStandards implements StandardBook {

    private static final SqlFile SQL = SqlFile.beside(StoredStandards.class);

    private final Supplier<StateStore> store;

    /** @param store opened by the first question */
    public StoredStandards(Supplier<StateStore> store) {
        this.store = store;
    }

    @Override
    public Optional<Edited> inForce(String contact, String measure, LocalDate day) {
        return inForce(all(), contact, measure, day);
    }

    private static Optional<Edited> inForce(List<Version> versions, String contact, String measure, LocalDate day) {
        Optional<Edited> best = Optional.empty();
        for (Version version : versions) {
            Edited standard = version.standard();
            boolean fits = version.contact().equals(contact)
                    && version.measure().equals(measure)
                    && !standard.validFrom().isAfter(day);
            if (fits
                    && best.map(found -> found.validFrom().isBefore(standard.validFrom()))
                            .orElse(true)) {
                best = Optional.of(standard);
            }
        }
        return best;
    }

    @Override
    public Edition now() {
        List<Version> versions = all();
        return new Edition(
                versions.isEmpty() ? "" : "standards " + versions.size(),
                (contact, measure, day) -> inForce(versions, contact, measure, day));
    }

    @Override
    public List<Version> of(String contact) {
        return all().stream()
                .filter(version -> version.contact().equals(contact))
                .toList();
    }

    private List<Version> all() {
        return store.get().read(StoredStandards::all);
    }

    private static List<Version> all(Handle handle) {
        return handle.createQuery(SQL.text("versions"))
                .map((row, context) -> version(row))
                .list();
    }

    @Override
    public void set(Authorship by, String contact, String measure, Edited standard) {
        String reason = Typed.required(by.reason(), Typed.LONG, "REASON_MISSING", "A standard is set for a reason.");
        String name = Typed.required(contact, 200, "CONTACT_UNNAMED", "A standard belongs to a contact.");
        String what = Typed.required(measure, 200, "MEASURE_UNNAMED", "A standard belongs to a measure.");
        store.get().write(by, writing -> {
            Optional<Edited> former = inForce(all(writing.handle()), name, what, standard.validFrom());
            if (former.equals(Optional.of(standard))) {
                writing.unchanged();
                return name;
            }
            MinimumStandard rule = standard.rule();
            writing.handle()
                    .createUpdate(SQL.text("set"))
                    .bind("contact", name)
                    .bind("measure", what)
                    .bind("direction", id(rule.direction()))
                    .bind("standard", rule.standard())
                    .bind("strict", rule.strict() ? 1 : 0)
                    .bind("minN", rule.minN())
                    .bind("runLength", rule.runLength())
                    .bind("workingDays", standard.workingDays() ? 1 : 0)
                    .bind("validFrom", StoredText.of(standard.validFrom()))
                    .bind("reason", reason)
                    .bind("at", writing.now())
                    .bind("by", writing.by().actor())
                    .execute();
            writing.record(
                    "standard-set",
                    name,
                    Change.from(former.map(it -> words(it.rule())), words(rule)),
                    Map.of(
                            "measure",
                            what,
                            "standard",
                            id(rule.direction()).replace('-', ' ') + " "
                                    + rule.standard().toPlainString(),
                            "from",
                            standard.validFrom()));
            return name;
        });
    }

    private static String id(Direction direction) {
        return direction == Direction.AT_MOST ? "at-most" : "at-least";
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getString("contact"),
                row.getString("measure"),
                new Edited(
                        new MinimumStandard(
                                StoredText.number(row.getString("standard")),
                                row.getString("direction").equals("at-most") ? Direction.AT_MOST : Direction.AT_LEAST,
                                row.getInt("strict") == 1,
                                row.getLong("min_n"),
                                row.getInt("run_length")),
                        row.getInt("working_days") == 1,
                        StoredText.day(row.getString("valid_from"))),
                row.getString("reason"),
                StoredText.instant(row.getString("at")),
                row.getString("by"));
    }

    private static String words(MinimumStandard rule) {
        return id(rule.direction()).replace('-', ' ') + " " + rule.standard().toPlainString();
    }
}
