package io.customerroom.ledger.imports.database.internal;

import io.customerroom.state.SqlFile;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** How far readings of databases came. */
public final class MarkRows {

    private static final SqlFile SQL = SqlFile.beside(MarkRows.class);

    private MarkRows() {}

    /** The batch of a reading, and the highest value it saw. */
    public record Mark(String batch, String reached) {}

    /** The newest first. */
    public static List<Mark> of(Handle handle, String origin) {
        return handle.createQuery(SQL.text("of-origin"))
                .bind("origin", origin)
                .map((row, context) -> new Mark(row.getString("batch"), row.getString("reached")))
                .list();
    }

    /** Answers 0 where the batch has a mark already. */
    public static int insert(Handle handle, String batch, String origin, String reached) {
        return handle.createUpdate(SQL.text("insert"))
                .bind("batch", batch)
                .bind("origin", origin)
                .bind("reached", reached)
                .execute();
    }
}
