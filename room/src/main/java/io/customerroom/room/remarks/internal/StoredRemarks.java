package io.customerroom.room.remarks.internal;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.room.remarks.RemarkBook;
import io.customerroom.room.text.Typed;
import io.customerroom.state.Change;
import io.customerroom.state.SqlFile;
import io.customerroom.state.StateStore;
import io.customerroom.state.StoredText;
import io.customerroom.state.Writing;
import io.customerroom.walls.exhibit.Remark;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Remarks in the state store. */
public final class StoredRemarks implements RemarkBook {

    private static final SqlFile SQL = SqlFile.beside(StoredRemarks.class);
    private static final int SERIES = 700;
    private static final int WORDS = 500;
    private static final String LINK = "(promise p|meeting m)[1-9][0-9]{0,8}";

    /** After every moment that is kept. */
    private static final String ALWAYS = "9999";

    private final StateStore store;

    public StoredRemarks(StateStore store) {
        this.store = store;
    }

    @Override
    public List<Remark> on(String series, Instant known) {
        return store.read(handle -> on(handle, series, known.equals(Instant.MAX) ? ALWAYS : StoredText.of(known)));
    }

    private static List<Remark> on(Handle handle, String series, String known) {
        return handle.createQuery(SQL.text("on"))
                .bind("series", series)
                .bind("known", known)
                .map((row, context) -> version(row).remark())
                .list();
    }

    @Override
    public List<Version> history(String series) {
        return store.read(handle -> handle.createQuery(SQL.text("history"))
                .bind("series", series)
                .map((row, context) -> version(row))
                .list());
    }

    private static Version version(ResultSet row) throws SQLException {
        long first = row.getLong("first");
        return new Version(
                new Remark(
                        first == 0 ? row.getLong("number") : first,
                        row.getString("series"),
                        StoredText.day(row.getString("day")),
                        row.getString("words"),
                        row.getString("by"),
                        row.getInt("fresh") == 1,
                        row.getInt("version"),
                        row.getString("link")),
                StoredText.instant(row.getString("at")),
                row.getInt("taken_back") == 1);
    }

    @Override
    public void write(Authorship by, String series, LocalDate day, String words, boolean fresh, String link) {
        String about = Typed.required(series, SERIES, "SERIES_UNNAMED", "A remark stands beside a series.");
        Remark remark = new Remark(0, about, day, said(words), by.actor(), fresh, 1, link(link));
        store.write(by, writing -> {
            if (on(writing.handle(), about, ALWAYS).stream().anyMatch(other -> same(other, remark))) {
                writing.unchanged();
                return about;
            }
            insert(writing, remark, false);
            writing.record(
                    fresh ? "limits-renewed" : "remark-written", about, Change.made("version 1"), Map.of("day", day));
            return about;
        });
    }

    private static boolean same(Remark one, Remark other) {
        return one.day().equals(other.day())
                && one.words().equals(other.words())
                && one.author().equals(other.author())
                && one.fresh() == other.fresh()
                && one.link().equals(other.link());
    }

    @Override
    public void edit(Authorship by, long number, LocalDate day, String words, boolean fresh, String link) {
        String said = said(words);
        String to = link(link);
        store.write(by, writing -> {
            Version now = latest(writing.handle(), number);
            if (now.takenBack()) {
                throw unknown();
            }
            Remark edited = new Remark(number, now.remark().series(), day, said, by.actor(), fresh, 0, to);
            if (same(now.remark(), edited)) {
                writing.unchanged();
                return number;
            }
            insert(writing, edited, false);
            writing.record(
                    "remark-edited",
                    edited.series(),
                    Change.of(
                            "version " + now.remark().version() + " of "
                                    + now.remark().day(),
                            "version " + (now.remark().version() + 1) + " of " + day),
                    Map.of("remark", number, "day", day));
            return number;
        });
    }

    @Override
    public void takeBack(Authorship by, long number) {
        store.write(by, writing -> {
            Version now = latest(writing.handle(), number);
            if (now.takenBack()) {
                writing.unchanged();
                return number;
            }
            Remark last = now.remark();
            insert(
                    writing,
                    new Remark(
                            number, last.series(), last.day(), last.words(), by.actor(), last.fresh(), 0, last.link()),
                    true);
            writing.record(
                    "remark-taken-back",
                    last.series(),
                    Change.of("version " + last.version(), "taken back"),
                    Map.of("remark", number));
            return number;
        });
    }

    private static Version latest(Handle handle, long number) {
        return handle.createQuery(SQL.text("latest"))
                .bind("number", number)
                .map((row, context) -> version(row))
                .findOne()
                .orElseThrow(StoredRemarks::unknown);
    }

    private static void insert(Writing writing, Remark remark, boolean takenBack) {
        writing.handle()
                .createUpdate(SQL.text("write"))
                .bind("series", remark.series())
                .bind("day", StoredText.of(remark.day()))
                .bind("words", remark.words())
                .bind("fresh", remark.fresh() ? 1 : 0)
                .bind("at", writing.now())
                .bind("by", remark.author())
                .bind("first", remark.number())
                .bind("takenBack", takenBack ? 1 : 0)
                .bind("link", remark.link())
                .execute();
    }

    private static String said(String words) {
        return Typed.required(words, WORDS, "REMARK_EMPTY", "A remark says something.");
    }

    private static String link(String link) {
        String to = link.strip();
        if (!to.isEmpty() && !to.matches(LINK)) {
            throw Failure.yours(
                    "LINK_MALFORMED", "A remark leads to a promise or to a meeting.", "Choose one from the list.");
        }
        return to;
    }

    private static Failure unknown() {
        return Failure.yours("REMARK_UNKNOWN", "There is no such remark.", "Open the list of remarks again.");
    }
}
