package io.customerroom.ledger.persons;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CustomerId;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.FactsInForce;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.facts.Receipts;
import io.customerroom.ledger.persons.CallBook.SourceId;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.state.SqlFile;
import io.customerroom.state.StateStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ids that look like one customer and of which nobody has said whether they are. Reads only; nothing is joined here. What more than {@value #MOST_ALIKE} customers
 * have in common (a switchboard, info@…) says nothing about any two of them. Ids are those of the person tables in force; erased customers are in none.
 */
public final class LinkProposals {

    /** More customers than this with the same address or number are not proposed. */
    public static final int MOST_ALIKE = 5;

    /** At most so many are told at once. */
    public static final int MOST = 200;

    private static final SqlFile SQL = SqlFile.beside(LinkProposals.class);

    private final Workspace workspace;
    private final Receipts receipts;
    private final Engine engine;

    public LinkProposals(Workspace workspace, StateStore store, Engine engine) {
        this.workspace = workspace;
        this.receipts = new Receipts(store);
        this.engine = engine;
    }

    /**
     * Two customers that may be one.
     *
     * @param one the customer with the smaller key, and an id that leads to it
     */
    public record Proposal(LinkRule rule, CustomerId oneKey, SourceId one, CustomerId otherKey, SourceId other) {}

    /** By rule, in the order of the rules; each pair once. */
    public List<Proposal> all(Clocks clocks) {
        List<Receipt> active = receipts.active();
        List<Path> tables = active.stream()
                .map(receipt -> workspace.persons(receipt.batch()))
                .filter(Files::exists)
                .toList();
        if (tables.isEmpty()) {
            return List.of();
        }
        List<Proposal> proposals = new ArrayList<>();
        Set<List<Object>> told = new HashSet<>();
        try (Session session = engine.open()) {
            new FactsInForce(workspace)
                    .define(
                            session,
                            clocks,
                            active.stream()
                                    .filter(receipt -> receipt.kind() == FactKind.CROSSWALK)
                                    .toList());
            session.table("person", tables);
            for (LinkRule rule : LinkRule.of(workspace)) {
                String sql = SQL.text("proposals")
                        .replace("{same}", SQL.text(rule.same().id()));
                for (List<@Nullable Object> row : session.query(sql, Map.of("most", MOST_ALIKE, "rows", MOST))
                        .rows()) {
                    Proposal proposal = proposal(rule, row);
                    if (proposals.size() < MOST && told.add(List.of(proposal.oneKey(), proposal.otherKey()))) {
                        proposals.add(proposal);
                    }
                }
            }
        }
        return proposals;
    }

    private static Proposal proposal(LinkRule rule, List<@Nullable Object> row) {
        return new Proposal(
                rule,
                new CustomerId((Long) Objects.requireNonNull(row.get(0))),
                new SourceId(Objects.toString(row.get(1), ""), Objects.toString(row.get(2), "")),
                new CustomerId((Long) Objects.requireNonNull(row.get(3))),
                new SourceId(Objects.toString(row.get(4), ""), Objects.toString(row.get(5), "")));
    }
}
