package io.customerroom.ledger.build;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.build.Build.IdentityResult;
import io.customerroom.ledger.engine.Dialect;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.engine.SqlMacros;
import io.customerroom.state.SqlFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What must be equal in every ledger. Each text answers one row: the two sides, and how many rows break the identity. */
final class Identities {

    static final List<String> NAMES =
            List.of("flow", "chain", "bridge", "revenue", "contribution", "costs", "cost-rules", "grains", "moves");

    private static final SqlFile SQL = SqlFile.beside(Identities.class);

    private final Dialect dialect;

    Identities(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The results of all; refused with {@code LEDGER_DOES_NOT_RECONCILE} naming each that fails and its two sides. */
    List<IdentityResult> check(Session session) {
        List<IdentityResult> results = new ArrayList<>();
        List<String> findings = new ArrayList<>();
        for (String name : NAMES) {
            Rows rows = session.query(SqlMacros.render(SQL.text(name), dialect), Map.of());
            List<@Nullable Object> row = rows.rows().getFirst();
            String one = String.valueOf(row.get(0));
            String other = String.valueOf(row.get(1));
            results.add(new IdentityResult(name, one, other));
            if (!Long.valueOf(0).equals(row.get(2))) {
                findings.add("'%s': %s against %s in %s places".formatted(name, one, other, row.get(2)));
            }
        }
        if (!findings.isEmpty()) {
            throw Failure.ours(
                    "LEDGER_DOES_NOT_RECONCILE",
                    "The ledger was not recorded because it does not add up: " + String.join("; ", findings) + ".",
                    null);
        }
        return results;
    }
}
