package io.customerroom.acceptance.kills;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The state of a workspace as an older program left it: without the tables of the second factor, of marks and of events. */
final class OlderState {

    private static final Path STATE = Path.of("state", "customer-room.db");
    private static final List<String> LATER = List.of(
            "DROP TABLE recovery_code",
            "DROP TABLE second_factor",
            "DROP TABLE second_factor_role",
            "DROP TABLE database_mark",
            "DROP TABLE event_inbox",
            "DROP TABLE event_lot",
            "DELETE FROM schema_history WHERE version IN ('8.27', '8.30', '8.31')",
            "DELETE FROM schema_fingerprint",
            "PRAGMA wal_checkpoint(TRUNCATE)");

    private OlderState() {}

    /** Takes away what came later. */
    static void strip(Path workspace) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + workspace.resolve(STATE));
                Statement statement = connection.createStatement()) {
            for (String sql : LATER) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
