package io.customerroom.ledger.persons;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CustomerId;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.FactsInForce;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.facts.Receipts;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.state.SqlFile;
import io.customerroom.state.StateStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names from the person tables of the batches that are in force. Reads only. */
public final class PersonNames implements Names {

    private static final SqlFile SQL = SqlFile.beside(PersonNames.class);

    private final Workspace workspace;
    private final Receipts receipts;
    private final Engine engine;

    public PersonNames(Workspace workspace, StateStore store, Engine engine) {
        this.workspace = workspace;
        this.receipts = new Receipts(store);
        this.engine = engine;
    }

    @Override
    public Map<CustomerId, Called> of(Set<CustomerId> customers, Clocks clocks) {
        if (customers.size() > MOST) {
            throw new IllegalArgumentException(
                    "customers must be at most %d, but were %d".formatted(MOST, customers.size()));
        }
        List<Receipt> active = receipts.active();
        List<Path> tables = active.stream()
                .map(receipt -> workspace.persons(receipt.batch()))
                .filter(Files::exists)
                .toList();
        if (customers.isEmpty() || tables.isEmpty()) {
            return Map.of();
        }
        try (Session session = engine.open()) {
            new FactsInForce(workspace)
                    .define(
                            session,
                            clocks,
                            active.stream()
                                    .filter(receipt -> receipt.kind() == FactKind.CROSSWALK)
                                    .toList());
            session.table("person", tables);
            String keys = customers.stream()
                    .map(customer -> String.valueOf(customer.value()))
                    .sorted()
                    .collect(Collectors.joining(", "));
            Map<CustomerId, Called> called =
                    called(session.query(SQL.text("names").replace("{keys}", keys), Map.of())
                            .rows());
            erased(session, customers, keys).forEach(customer -> called.putIfAbsent(customer, Called.ERASED));
            return called;
        }
    }

    private Map<CustomerId, Called> called(List<List<@Nullable Object>> rows) {
        Set<Long> erased = receipts.erased();
        Map<CustomerId, SortedSet<String>> names = new TreeMap<>();
        Map<CustomerId, SortedSet<String>> ids = new TreeMap<>();
        for (List<@Nullable Object> row : rows) {
            if (row.get(0) instanceof Long one && row.get(1) instanceof Long key && !erased.contains(key)) {
                CustomerId customer = new CustomerId(one);
                add(names.computeIfAbsent(customer, fresh -> new TreeSet<>()), row.get(3));
                add(ids.computeIfAbsent(customer, fresh -> new TreeSet<>()), row.get(2));
            }
        }
        Map<CustomerId, Called> called = new TreeMap<>();
        names.forEach((customer, known) -> called.put(
                customer, new Called(List.copyOf(known), List.copyOf(ids.getOrDefault(customer, new TreeSet<>())))));
        return called;
    }

    /** Those of whom a key was erased; joined keys count. */
    private Set<CustomerId> erased(Session session, Set<CustomerId> customers, String keys) {
        Set<Long> erased = receipts.erased();
        Set<CustomerId> found = customers.stream()
                .filter(customer -> erased.contains(customer.value()))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!erased.isEmpty()) {
            for (List<@Nullable Object> row : session.query(SQL.text("joined").replace("{keys}", keys), Map.of())
                    .rows()) {
                if (row.get(0) instanceof Long key && row.get(1) instanceof Long one && erased.contains(key)) {
                    found.add(new CustomerId(one));
                }
            }
        }
        return found;
    }

    private static void add(SortedSet<String> words, @Nullable Object word) {
        if (word != null && !word.toString().isBlank()) {
            words.add(word.toString());
        }
    }
}
