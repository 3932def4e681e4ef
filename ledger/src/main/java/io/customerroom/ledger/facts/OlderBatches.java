package io.customerroom.ledger.facts;

import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.engine.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Batches are never rewritten, so those that came before a column was added do not have it. They are read as if it were empty. Only kinds
 * that ever grew are looked at, because looking costs a query per file.
 */
final class OlderBatches {

    private static final Set<FactKind> GREW = Set.of(FactKind.CUSTOMER_FACT, FactKind.REFERRAL);

    private OlderBatches() {}

    /** Gives the session a table of these batches with every column of the kind. */
    static void define(Session session, String name, FactKind kind, List<Path> files) {
        if (none(session, kind, files)) {
            session.table(name, files);
            return;
        }
        List<String> parts = new ArrayList<>();
        for (Path file : files) {
            String part = name + "_" + (parts.size() + 1);
            session.table(part, List.of(file));
            Set<String> has = columns(session, part);
            parts.add(kind.columns().stream()
                    .map(column -> has.contains(column.name())
                            ? column.name()
                            : "CAST(NULL AS %s) AS %s".formatted(column.type().sql(), column.name()))
                    .collect(Collectors.joining(", ", "SELECT ", " FROM " + part)));
        }
        session.execute("CREATE OR REPLACE VIEW " + name + " AS " + String.join(" UNION ALL ", parts), Map.of());
    }

    /** Whether all of them have every column of the kind. */
    static boolean none(Session session, FactKind kind, List<Path> files) {
        if (!GREW.contains(kind)) {
            return true;
        }
        for (Path file : files) {
            session.table("maybe_older", List.of(file));
            if (columns(session, "maybe_older").size() < kind.columns().size()) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> columns(Session session, String table) {
        return session.query("SELECT * FROM " + table + " WHERE 1 = 0", Map.of()).columns().stream()
                .map(Rows.Column::name)
                .collect(Collectors.toSet());
    }
}
