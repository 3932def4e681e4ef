package io.customerroom.state;

import io.customerroom.kernel.Failure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/** Where the tables lie, and all that differs between the two kinds of place. The SQL above it is one text for both. */
sealed interface Database permits SqliteDatabase, PostgresDatabase {

    /** How long a write waits for another one. */
    int BUSY_MILLIS = 10_000;

    /** Transactions on this connection may write; see {@link #takeTurn}. */
    Connection writer() throws SQLException;

    /** Transactions on this connection see one moment and cannot write. */
    Connection reader() throws SQLException;

    /** Plain connections, for migrations. */
    DataSource source();

    /** Whether this program is the one server of the store now, on this connection and on those for writing that come after it; false where another one is. */
    boolean serve(Connection writer) throws SQLException;

    /** Lets another server in. */
    void serveNoMore(Connection writer) throws SQLException;

    /** Called first in each transaction that writes: from here to its end nobody else writes. */
    void takeTurn(Handle handle);

    /** Whether a connection that was put aside can be used again. */
    boolean usable(Connection connection);

    /** The same of a connection for writing. */
    boolean writable(Connection connection);

    /** Waits until nobody else migrates, then runs the work. */
    void alone(Migrating work) throws SQLException;

    boolean hasTable(Connection connection, String table) throws SQLException;

    Migrations.Dialect dialect();

    /**
     * Called before a store that holds tables already is brought up to date: what is there is kept as a SQLite file with the tables of then, to which people can go back.
     *
     * @param applied versions of those tables
     */
    void keepCopyBefore(String version, Set<String> applied) throws SQLException;

    /** One consistent moment as a SQLite file, which must not exist. */
    void copyTo(Path file) throws SQLException;

    /** What was erased in this transaction shall not be readable in the files either, as far as the store can see to it. */
    void overwriteWhatGoes(Handle handle);

    /** Does away with what older transactions left in logs and copies, so that erased words do not go on there; false where a reader was in the way. */
    boolean fold(Connection writer) throws SQLException;

    /** Sorts what the driver reports by who can mend it. */
    Failure failure(Exception cause);

    /** Work that reports what SQL reports. */
    interface Migrating {
        void run() throws SQLException;
    }
}
