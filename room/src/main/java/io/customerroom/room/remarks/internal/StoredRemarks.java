package io.customerroom.room.remarks.internal;

import io.customerroom.kernel.Authorship;
import io.customerroom.room.remarks.RemarkBook;
import io.customerroom.room.text.Typed;
import io.customerroom.state.SqlFile;
import io.customerroom.state.StateStore;
import io.customerroom.state.StoredText;
import io.customerroom.walls.operations.Remark;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Remarks in the state store. */
public final class StoredRemarks implements RemarkBook {

    private static final SqlFile SQL = SqlFile.beside(StoredRemarks.class);
    private static final int SERIES = 700;
    private static final int WORDS = 500;

    private final StateStore store;

    public StoredRemarks(StateStore store) {
        this.store = store;
    }

    @Override
    public List<Remark> on(String series) {
        return store.read(handle -> on(handle, series));
    }

    private static List<Remark> on(Handle handle, String series) {
        return handle.createQuery(SQL.text("on"))
                .bind("series", series)
                .map((row, context) -> new Remark(
                        row.getString("series"),
                        StoredText.day(row.getString("day")),
                        row.getString("words"),
                        row.getString("by"),
                        row.getInt("fresh") == 1))
                .list();
    }

    @Override
    public void write(Authorship by, String series, LocalDate day, String words, boolean fresh) {
        String about = Typed.required(series, SERIES, "SERIES_UNNAMED", "A remark stands beside a series.");
        String said = Typed.required(words, WORDS, "REMARK_EMPTY", "A remark says something.");
        Remark remark = new Remark(about, day, said, by.actor(), fresh);
        store.write(by, writing -> {
            if (on(writing.handle(), about).contains(remark)) {
                writing.unchanged();
                return about;
            }
            writing.handle()
                    .createUpdate(SQL.text("write"))
                    .bind("series", about)
                    .bind("day", StoredText.of(day))
                    .bind("words", said)
                    .bind("fresh", fresh ? 1 : 0)
                    .bind("at", writing.now())
                    .bind("by", by.actor())
                    .execute();
            writing.record(fresh ? "limits-renewed" : "remark-written", about, Map.of("day", day));
            return about;
        });
    }
}
