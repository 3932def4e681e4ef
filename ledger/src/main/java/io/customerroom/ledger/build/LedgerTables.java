package io.customerroom.ledger.build;

import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.engine.Session;
import io.customerroom.state.SqlFile;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The tables every build has. */
public final class LedgerTables {

    /** Facts in force, customers resolved. */
    public static final List<String> FACTS = List.of(
            "purchase",
            "contract",
            "contract_event",
            "ticket",
            "feedback",
            "operation",
            "departure",
            "referral",
            "cost",
            "investment",
            "touch");

    /** Kinds of facts that earlier programs did not know: a build they made has no files of them, which says that there are none. */
    private static final List<String> LATER = List.of("contract_event", "investment", "touch", "conversion");

    /** What a build derives from them. */
    public static final List<String> DERIVED = List.of(
            "customer",
            "calendar",
            "spell",
            "buying_move",
            "customer_period",
            "unknown_period",
            "company_cost",
            "cost_entry",
            "conversion");

    /** What earlier programs did not derive: of a build they made it is told from its facts when it is asked for. */
    static final String BUYING_MOVE = "buying_move";

    private static final SqlFile EMPTY = SqlFile.named(LedgerTables.class, "EmptyLedger.sql");

    private LedgerTables() {}

    public static List<String> all() {
        return Stream.concat(FACTS.stream(), DERIVED.stream()).toList();
    }

    /** Creates all tables without rows, to try texts on. */
    public static void createEmpty(Session session) {
        all().forEach(table -> session.execute(EMPTY.text(table), Map.of()));
    }

    /** Whether a build without files of this table is whole. */
    static boolean mayBeAbsent(String table) {
        return LATER.contains(table) || table.equals(BUYING_MOVE);
    }

    /** Creates one table without rows, under a name of the caller's. */
    static void createEmpty(Session session, String table, String name) {
        session.execute(
                EMPTY.text(table).replace("CREATE TABLE " + table + " ", "CREATE TABLE " + name + " "), Map.of());
    }

    /** The columns a table has, in order. */
    static List<String> columns(Session session, String table) {
        return session.query("SELECT * FROM " + table + " WHERE 1 = 0", Map.of()).columns().stream()
                .map(Rows.Column::name)
                .toList();
    }
}
