package io.customerroom.state;

import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.ConnectionFactory;

/**
 * One connection for all writes. In SQLite it also keeps the write-ahead log from being folded away whenever a reader leaves; one that a
 * server has dropped, or would not let write, is opened anew.
 */
final class KeptWriter implements ConnectionFactory {

    private final Database database;
    private Connection connection;

    KeptWriter(Database database) throws SQLException {
        this.database = database;
        this.connection = database.writer();
    }

    /** Called while the store's write lock is held. */
    @Override
    public Connection openConnection() throws SQLException {
        if (!database.writable(connection)) {
            connection.close();
            connection = database.writer();
        }
        return connection;
    }

    @Override
    public void closeConnection(Connection open) {
        // closed with the store
    }

    void close() throws SQLException {
        connection.close();
    }
}
