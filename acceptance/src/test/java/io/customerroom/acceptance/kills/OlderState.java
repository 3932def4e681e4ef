package io.customerroom.acceptance.kills;

import io.customerroom.acceptance.support.Rooms;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The state of a workspace as a program of version 8.26 left it, with what came later taken away: second factors, marks, events, sources, identities, retention. */
final class OlderState {

    private static final List<String> LATER = List.of(
            "DROP TABLE retention_hold_end",
            "DROP TABLE retention_hold",
            "DROP TABLE retention_rule",
            "DROP TABLE account_identity",
            "DROP TABLE event_problem",
            "DROP TABLE event_count",
            "DROP TABLE database_run",
            "DROP TABLE database_columns",
            "DROP TABLE database_secret",
            "DROP TABLE database_source",
            "DROP TABLE event_inbox",
            "DROP TABLE event_lot",
            "DROP TABLE database_mark",
            "DROP TABLE recovery_code",
            "DROP TABLE second_factor",
            "DROP TABLE second_factor_role",
            "DELETE FROM schema_history WHERE version IN ('8.27', '8.30', '8.31', '8.32', '8.33', '8.37', '8.39')",
            "DELETE FROM schema_fingerprint");

    private OlderState() {}

    /** Takes away what came later. */
    static void strip(Path workspace) {
        try (Connection connection = Rooms.state(workspace);
                Statement statement = connection.createStatement()) {
            for (String sql : LATER) {
                statement.execute(sql);
            }
            if (!Rooms.onServer()) {
                statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
