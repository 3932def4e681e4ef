package io.customerroom.room.displays.internal;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.room.displays.Display;
import io.customerroom.room.displays.Displays;
import io.customerroom.room.people.internal.Token;
import io.customerroom.room.text.Typed;
import io.customerroom.state.Change;
import io.customerroom.state.SqlFile;
import io.customerroom.state.StateStore;
import io.customerroom.state.StoredText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Displays in the state store. */
public final class StoredDisplays implements Displays {

    private static final SqlFile SQL = SqlFile.beside(StoredDisplays.class);

    private final StateStore store;

    public StoredDisplays(StateStore store) {
        this.store = store;
    }

    @Override
    public List<Display> all() {
        return store.read(StoredDisplays::all);
    }

    @Override
    public Display.Issued issue(Authorship by, String name) {
        String words = Typed.required(name, 80, "DISPLAY_NAME_MISSING", "A display is named by where it hangs.");
        String token = Token.create();
        return store.write(by, writing -> {
            long number = writing.handle()
                    .createQuery(SQL.text("issue"))
                    .bind("name", words)
                    .bind("token", Token.hash(token))
                    .bind("now", writing.now())
                    .bind("by", by.actor())
                    .mapTo(Long.class)
                    .one();
            writing.record("display-issued", "s" + number, Change.made("let in"), Map.of("name", words));
            return new Display.Issued(
                    new Display("s" + number, words, writing.now(), by.actor(), Optional.empty()), token);
        });
    }

    @Override
    public boolean admits(String token) {
        return store.read(handle -> handle.createQuery(SQL.text("admits"))
                .bind("token", Token.hash(token))
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    @Override
    public void revoke(Authorship by, String id) {
        long number = Typed.number(id, 's', unknown());
        store.write(by, writing -> {
            Display display = all(writing.handle()).stream()
                    .filter(it -> it.id().equals(id))
                    .findFirst()
                    .orElseThrow(StoredDisplays::unknown);
            if (display.revocation().isPresent()) {
                writing.unchanged();
                return id;
            }
            writing.handle()
                    .createUpdate(SQL.text("revoke"))
                    .bind("display", number)
                    .bind("now", writing.now())
                    .bind("by", by.actor())
                    .execute();
            writing.record("display-revoked", id, Change.of("let in", "ended"), Map.of("name", display.name()));
            return id;
        });
    }

    private static List<Display> all(Handle handle) {
        return handle.createQuery(SQL.text("all")).map(StoredDisplays::display).list();
    }

    private static Display display(ResultSet row, StatementContext context) throws SQLException {
        String revokedAt = row.getString("revoked_at");
        return new Display(
                "s" + row.getLong("number"),
                row.getString("name"),
                StoredText.instant(row.getString("issued_at")),
                row.getString("issued_by"),
                revokedAt == null
                        ? Optional.empty()
                        : Optional.of(
                                new Display.Revocation(StoredText.instant(revokedAt), row.getString("revoked_by"))));
    }

    private static Failure unknown() {
        return Failure.yours(
                "DISPLAY_UNKNOWN", "There is no such display.", "An administrator lets one in on the page People.");
    }
}
