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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Call books from the person tables and customer facts of the batches in force. Reads only. */
public final class PersonCalls implements CallBook {

    private static final SqlFile SQL = SqlFile.beside(PersonCalls.class);

    private final Workspace workspace;
    private final Receipts receipts;
    private final Engine engine;

    public PersonCalls(Workspace workspace, StateStore store, Engine engine) {
        this.workspace = workspace;
        this.receipts = new Receipts(store);
        this.engine = engine;
    }

    @Override
    public Map<CustomerId, Entry> entries(Set<CustomerId> customers, Clocks clocks) {
        if (customers.size() > MOST) {
            throw new IllegalArgumentException(
                    "customers must be at most %d, but were %d".formatted(MOST, customers.size()));
        }
        List<Path> tables = receipts.active().stream()
                .map(receipt -> workspace.persons(receipt.batch()))
                .filter(Files::exists)
                .toList();
        if (customers.isEmpty() || tables.isEmpty()) {
            return Map.of();
        }
        try (Session session = open(clocks, List.of(FactKind.CROSSWALK))) {
            session.table("person", tables);
            return entries(session.query(SQL.text("entries").replace("{keys}", keys(customers)), Map.of())
                    .rows());
        }
    }

    private Map<CustomerId, Entry> entries(List<List<@Nullable Object>> rows) {
        Set<Long> erased = receipts.erased();
        Map<CustomerId, List<Set<String>>> words = new TreeMap<>();
        Map<CustomerId, List<SourceId>> ids = new TreeMap<>();
        for (List<@Nullable Object> row : rows) {
            if (!(row.get(0) instanceof Long one) || !(row.get(1) instanceof Long key) || erased.contains(key)) {
                continue;
            }
            CustomerId customer = new CustomerId(one);
            List<Set<String>> known = words.computeIfAbsent(
                    customer, fresh -> List.of(new TreeSet<>(), new TreeSet<>(), new TreeSet<>()));
            for (int i = 0; i < known.size(); i++) {
                Object word = row.get(4 + i);
                if (word != null && !word.toString().isBlank()) {
                    known.get(i).add(word.toString());
                }
            }
            SourceId id = new SourceId(Objects.toString(row.get(2), ""), Objects.toString(row.get(3), ""));
            List<SourceId> called = ids.computeIfAbsent(customer, fresh -> new ArrayList<>());
            if (!called.contains(id)) {
                called.add(id);
            }
        }
        Map<CustomerId, Entry> entries = new TreeMap<>();
        words.forEach((customer, known) -> entries.put(
                customer,
                new Entry(
                        List.copyOf(known.get(0)),
                        List.copyOf(known.get(1)),
                        List.copyOf(known.get(2)),
                        ids.getOrDefault(customer, List.of()))));
        return entries;
    }

    @Override
    public Set<CustomerId> doNotCall(Clocks clocks) {
        try (Session session = open(clocks, List.of(FactKind.CROSSWALK, FactKind.CUSTOMER_FACT))) {
            return customers(session.query(SQL.text("do-not-call"), Map.of()).rows(), 0);
        }
    }

    @Override
    public Map<CustomerId, CustomerId> today(Set<CustomerId> keys, Clocks clocks) {
        Map<CustomerId, CustomerId> today = new TreeMap<>();
        keys.forEach(key -> today.put(key, key));
        if (keys.isEmpty()) {
            return today;
        }
        try (Session session = open(clocks, List.of(FactKind.CROSSWALK))) {
            for (List<@Nullable Object> row : session.query(SQL.text("today").replace("{keys}", keys(keys)), Map.of())
                    .rows()) {
                if (row.get(0) instanceof Long key && row.get(1) instanceof Long now) {
                    today.put(new CustomerId(key), new CustomerId(now));
                }
            }
        }
        return today;
    }

    private Session open(Clocks clocks, List<FactKind> kinds) {
        List<Receipt> wanted = receipts.active().stream()
                .filter(receipt -> kinds.contains(receipt.kind()))
                .toList();
        Session session = engine.open();
        new FactsInForce(workspace).define(session, clocks, wanted);
        return session;
    }

    private static Set<CustomerId> customers(List<List<@Nullable Object>> rows, int column) {
        Set<CustomerId> customers = new TreeSet<>();
        for (List<@Nullable Object> row : rows) {
            if (row.get(column) instanceof Long key) {
                customers.add(new CustomerId(key));
            }
        }
        return customers;
    }

    private static String keys(Collection<CustomerId> customers) {
        return customers.stream()
                .map(customer -> String.valueOf(customer.value()))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
