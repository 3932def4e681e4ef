package io.customerroom.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptReadersTest {

    @TempDir
    private Path folder;

    private KeptReaders readers;

    @BeforeEach
    void open() {
        readers = new KeptReaders(new SqliteDatabase(folder.resolve("room.db")));
    }

    @AfterEach
    void close() throws SQLException {
        readers.close();
    }

    @Test
    void oneReadAfterTheOtherUsesOneConnection() throws SQLException {
        Connection first = readers.openConnection();
        readers.closeConnection(first);
        Connection second = readers.openConnection();
        assertThat(second).isSameAs(first);
        readers.closeConnection(second);
    }

    @Test
    void nobodyWaitsAndOnlyEightStayOpen() throws SQLException {
        List<Connection> many = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            many.add(readers.openConnection());
        }
        for (Connection one : many) {
            readers.closeConnection(one);
        }
        assertThat(readers.waiting()).isEqualTo(8);
        assertThat(many.stream().filter(KeptReadersTest::closed)).hasSize(2);
    }

    @Test
    void whatComesBackInTheMiddleOfATransactionIsClosed() throws SQLException {
        Connection torn = readers.openConnection();
        torn.setAutoCommit(false);
        readers.closeConnection(torn);
        assertThat(torn.isClosed()).isTrue();
        assertThat(readers.waiting()).isZero();
    }

    @Test
    void afterTheEndNothingStaysOpen() throws SQLException {
        Connection idle = readers.openConnection();
        Connection out = readers.openConnection();
        readers.closeConnection(idle);
        readers.close();
        readers.closeConnection(out);
        assertThat(List.of(idle, out)).allMatch(KeptReadersTest::closed);
    }

    private static boolean closed(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
