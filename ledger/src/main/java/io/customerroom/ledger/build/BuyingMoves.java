package io.customerroom.ledger.build;

import io.customerroom.ledger.engine.Session;
import io.customerroom.state.SqlFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The table {@code buying_move}: how customers move from one state of buying to the next, told once, in one pass over purchases clustered by customer. A state is
 * absolute (first day, last day, further days, spend), so that nobody moves because time goes by; counts at the end of any month are the moves until then. Purchases
 * that follow a former build add the moves of those who bought, and nothing else.
 */
final class BuyingMoves {

    private static final SqlFile SQL = SqlFile.beside(BuyingMoves.class);

    private static final String TABLE = LedgerTables.BUYING_MOVE;

    private BuyingMoves() {}

    /** Readies a session in which {@code purchase} becomes one bucket of customers after the other. */
    static void begin(Session session) {
        session.execute("CREATE VIEW bought_line AS SELECT * FROM purchase", Map.of());
        session.execute(SQL.text("nobody_stood"), Map.of());
    }

    static void write(Steps steps, Session session, Path part) {
        steps.write(session, TABLE, SQL.text("moves"), part);
    }

    /**
     * The former build's files by second names, and one more for those who bought since.
     *
     * @param session with the table {@code added_purchase}
     */
    static void add(Steps steps, Session session, Build base, Path folder) {
        List<Path> files = new ArrayList<>(TableFiles.of(base.folder(), TABLE));
        session.table("base_buying_move", files);
        session.execute("CREATE VIEW bought_line AS SELECT * FROM added_purchase", Map.of());
        steps.timed("stood", () -> session.execute(SQL.text("stood"), Map.of()));
        Path more = BuildFiles.passing(folder, TABLE);
        steps.write(session, TABLE, SQL.text("moves"), more);
        if (rows(session, "bought_line WHERE customer IS NOT NULL")) {
            files.add(more);
        }
        TableFiles.link(files, folder, TABLE);
    }

    private static boolean rows(Session session, String what) {
        return session.query("SELECT 1 FROM " + what + " LIMIT 1", Map.of()).size() > 0;
    }

    /** Of a build that an earlier program made: told from its purchases each time it is read. */
    static void define(Session session, List<Path> purchases, String name) {
        session.table(name + "_line", purchases);
        session.execute(SQL.text("nobody_stood").replace("buyer_stood", name + "_stood"), Map.of());
        session.execute(
                "CREATE VIEW " + name + " AS "
                        + SQL.text("moves")
                                .replace("bought_line", name + "_line")
                                .replace("buyer_stood", name + "_stood"),
                Map.of());
    }
}
