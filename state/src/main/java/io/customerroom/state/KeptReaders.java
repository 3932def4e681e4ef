package io.customerroom.state;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import org.jdbi.v3.core.ConnectionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Connections for reading. A few stay open between reads, because opening one costs more than most reads do; nobody waits for one. A
 * connection that comes back outside a transaction sees the newest state in its next one.
 */
final class KeptReaders implements ConnectionFactory {

    private static final int IDLE = 8;

    private final Database database;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final Semaphore room = new Semaphore(IDLE);
    private volatile boolean closed;

    KeptReaders(Database database) {
        this.database = database;
    }

    @Override
    public Connection openConnection() throws SQLException {
        for (@Nullable Connection waiting = idle.pollFirst(); waiting != null; waiting = idle.pollFirst()) {
            room.release();
            if (database.usable(waiting)) {
                return waiting;
            }
            waiting.close();
        }
        return database.reader();
    }

    @Override
    public void closeConnection(Connection read) throws SQLException {
        if (closed || !read.getAutoCommit() || !room.tryAcquire()) {
            read.close();
            return;
        }
        idle.addFirst(read);
        if (closed) {
            close();
        }
    }

    /** How many wait for the next read. */
    int waiting() {
        return idle.size();
    }

    void close() throws SQLException {
        closed = true;
        for (Connection read = idle.pollFirst(); read != null; read = idle.pollFirst()) {
            read.close();
        }
    }
}
