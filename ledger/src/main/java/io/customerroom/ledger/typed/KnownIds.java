package io.customerroom.ledger.typed;

import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.imports.Imports;
import io.customerroom.ledger.persons.CallBook.SourceId;
import io.customerroom.ledger.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The ids by which the files of the workspace call customers, as far as their batches are active and the persons not erased. What people type is held against them: a
 * slip in an id would be kept and never seen again.
 */
public final class KnownIds {

    /** So many ids are asked for at once. */
    private static final int AT_ONCE = 500;

    private final Workspace workspace;
    private final Imports imports;
    private final Engine engine;

    public KnownIds(Workspace workspace, Imports imports, Engine engine) {
        this.workspace = workspace;
        this.imports = imports;
        this.engine = engine;
    }

    /** Of these ids, each in its id space, those of which no file has told. */
    public List<SourceId> missing(Set<SourceId> ids) {
        List<Path> tables = tables();
        Set<String> found = new TreeSet<>();
        if (!tables.isEmpty() && !ids.isEmpty()) {
            List<String> texts =
                    ids.stream().map(SourceId::id).distinct().sorted().toList();
            try (Session session = engine.open()) {
                session.table("person", tables);
                for (int from = 0; from < texts.size(); from += AT_ONCE) {
                    found.addAll(found(session, texts.subList(from, Math.min(texts.size(), from + AT_ONCE))));
                }
            }
        }
        return ids.stream()
                .filter(id -> !found.contains(word(id.space(), id.id())))
                .toList();
    }

    private static Set<String> found(Session session, List<String> texts) {
        Map<String, Object> named = new TreeMap<>();
        List<String> places = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            named.put("id" + i, texts.get(i));
            places.add(":id" + i);
        }
        Set<String> found = new TreeSet<>();
        session.query(
                        "SELECT DISTINCT space, id FROM person WHERE id IN (%s)".formatted(String.join(", ", places)),
                        named)
                .rows()
                .forEach(row -> found.add(word(String.valueOf(row.get(0)), String.valueOf(row.get(1)))));
        return found;
    }

    private static String word(String space, String id) {
        return space + "\n" + id;
    }

    /** The keys under which persons with this id came in, whatever their id space; none where no file has told of one. */
    public Set<CustomerId> keys(String id) {
        List<Path> tables = tables();
        Set<CustomerId> keys = new TreeSet<>();
        if (!tables.isEmpty()) {
            try (Session session = engine.open()) {
                session.table("person", tables);
                session.query("SELECT DISTINCT customer FROM person WHERE id = :id", Map.of("id", id.strip()))
                        .rows()
                        .forEach(row -> keys.add(new CustomerId((Long) Objects.requireNonNull(row.getFirst()))));
            }
        }
        return keys;
    }

    private List<Path> tables() {
        return imports.batches().stream()
                .filter(Receipt::active)
                .map(receipt -> workspace.persons(receipt.batch()))
                .filter(Files::exists)
                .toList();
    }

    /** What somebody is told who names a customer that is not there. */
    static Failure unknown() {
        return Failure.yours(
                "CUSTOMER_UNKNOWN",
                "No file has told of a customer with this id.",
                "Type the id as the customer's page shows it.");
    }
}
