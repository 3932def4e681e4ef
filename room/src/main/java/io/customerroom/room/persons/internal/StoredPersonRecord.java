package io.customerroom.room.persons.internal;

import io.customerroom.kernel.CustomerId;
import io.customerroom.room.persons.PersonRecord;
import io.customerroom.state.SqlFile;
import io.customerroom.state.StateStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads the rows where they are kept. */
public final class StoredPersonRecord implements PersonRecord {

    private static final SqlFile SQL = SqlFile.beside(StoredPersonRecord.class);

    /** What is kept, in the order it is told; each is the name of a text. */
    private static final List<String> KEPT = List.of(
            "drawn-to-be-called",
            "calls",
            "best-customer",
            "best-customer-released",
            "best-customer-plans",
            "visits",
            "visits-held",
            "cases",
            "case-steps",
            "artefacts",
            "consents",
            "programmes",
            "programmes-taken-up",
            "holds",
            "erased");

    private final StateStore store;

    public StoredPersonRecord(StateStore store) {
        this.store = store;
    }

    @Override
    public Map<String, List<Map<String, @Nullable Object>>> of(Set<CustomerId> same) {
        return store.read(handle -> of(handle, same));
    }

    private static Map<String, List<Map<String, @Nullable Object>>> of(Handle handle, Set<CustomerId> same) {
        String keys = same.stream()
                .map(customer -> String.valueOf(customer.value()))
                .sorted()
                .collect(Collectors.joining(", "));
        Map<String, List<Map<String, @Nullable Object>>> found = new LinkedHashMap<>();
        Set<String> subjects = new TreeSet<>();
        same.forEach(customer -> subjects.add(customer.toString()));
        for (String name : KEPT) {
            List<Map<String, @Nullable Object>> rows =
                    rows(handle.createQuery(SQL.text(name).replace("{keys}", keys))
                            .mapToMap()
                            .list());
            if (!rows.isEmpty()) {
                found.put(name, rows);
            }
            if (!name.startsWith("programmes")) {
                rows.forEach(row -> {
                    if (row.get("id") instanceof String id) {
                        subjects.add(id);
                    }
                });
            }
        }
        List<Map<String, @Nullable Object>> trail = rows(handle.createQuery(SQL.text("trail"))
                .bindList("subjects", List.copyOf(subjects))
                .mapToMap()
                .list());
        if (!trail.isEmpty()) {
            found.put("trail", trail);
        }
        return found;
    }

    private static List<Map<String, @Nullable Object>> rows(List<Map<String, Object>> read) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Map<String, Object> row : read) {
            Map<String, @Nullable Object> named = new TreeMap<>(row);
            named.values().removeIf(value -> value == null);
            rows.add(named);
        }
        return rows;
    }
}
