package io.customerroom.ledger.persons;

import io.customerroom.kernel.CustomerId;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.facts.Receipts;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.state.SqlFile;
import io.customerroom.state.StateStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the files of a workspace hold of one person: what sources call them and what they wrote, and every fact about them, as it
 * was received; versions that were replaced since are among them. Of batches in force. Reads only; nothing of the answer is kept or logged.
 */
public final class PersonFacts {

    private static final SqlFile SQL = SqlFile.beside(PersonFacts.class);

    private final Workspace workspace;
    private final Receipts receipts;
    private final Engine engine;

    public PersonFacts(Workspace workspace, StateStore store, Engine engine) {
        this.workspace = workspace;
        this.receipts = new Receipts(store);
        this.engine = engine;
    }

    /**
     * Rows by what they are: {@code person} and the kinds of facts. Another customer, whom a recommendation names, is left out.
     *
     * @param same all keys under which the person is known
     */
    public Map<String, List<Map<String, @Nullable Object>>> of(Set<CustomerId> same) {
        String keys = same.stream()
                .map(customer -> String.valueOf(customer.value()))
                .sorted()
                .collect(Collectors.joining(", "));
        Map<String, List<Map<String, @Nullable Object>>> found = new TreeMap<>();
        try (Session session = engine.open()) {
            for (Receipt receipt : receipts.active()) {
                add(session, found, "person", workspace.persons(receipt.batch()), "person", keys);
                add(
                        session,
                        found,
                        receipt.kind().table(),
                        workspace.facts(receipt.kind().table(), receipt.batch()),
                        text(receipt.kind()),
                        keys);
            }
        }
        return found;
    }

    private static String text(FactKind kind) {
        return switch (kind) {
            case REFERRAL -> "referral";
            case CROSSWALK -> "crosswalk";
            case CUSTOMER_FACT,
                    PURCHASE,
                    CONTRACT,
                    CONTRACT_EVENT,
                    TICKET,
                    FEEDBACK,
                    OPERATION,
                    DEPARTURE,
                    COST,
                    INVESTMENT,
                    TOUCH,
                    RATE -> "fact";
        };
    }

    private static void add(
            Session session,
            Map<String, List<Map<String, @Nullable Object>>> found,
            String what,
            Path file,
            String text,
            String keys) {
        if (!Files.exists(file)) {
            return;
        }
        session.table("any_batch", List.of(file));
        Rows rows = session.query(SQL.text(text).replace("{keys}", keys), Map.of());
        for (List<@Nullable Object> row : rows.rows()) {
            Map<String, @Nullable Object> named = new TreeMap<>();
            for (int i = 0; i < row.size(); i++) {
                if (row.get(i) != null) {
                    named.put(rows.columns().get(i).name(), row.get(i));
                }
            }
            found.computeIfAbsent(what, fresh -> new ArrayList<>()).add(named);
        }
    }
}
