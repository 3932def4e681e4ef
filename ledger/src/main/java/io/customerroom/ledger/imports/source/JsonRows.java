package io.customerroom.ledger.imports.source;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Objects as rows under the names of the header. A line that is no object keeps its text in the first cell, and its reason. */
final class JsonRows implements RowSource {

    private static final int TOLD = 5;

    private final JsonFiles.Objects objects;
    private final List<String> header;
    private final Set<String> known;
    private final Cells cells;
    private final Map<String, Long> passedOver = new TreeMap<>();
    private long number;
    private boolean begun;

    JsonRows(JsonFiles.Objects objects, List<String> header, Limits limits) {
        this.objects = objects;
        this.header = header;
        this.known = new HashSet<>(header);
        this.cells = new Cells(limits);
    }

    @Override
    public boolean next(Row row) throws IOException {
        if (!begun) {
            begun = true;
            cells.begin(row, 0);
            header.forEach(name -> cells.add(row, name));
            return true;
        }
        JsonObjects.Read read = objects.next();
        if (read == null) {
            return false;
        }
        cells.begin(row, ++number);
        if (read.fault() != null) {
            row.fault = read.fault();
            cells.add(row, objects.raw());
            return true;
        }
        for (String name : header) {
            cells.add(row, read.cells().get(name));
        }
        for (String name : read.cells().keySet()) {
            if (!known.contains(name) && (passedOver.size() < 100 || passedOver.containsKey(name))) {
                passedOver.merge(name, 1L, Long::sum);
            }
        }
        return true;
    }

    /** What late objects say under names that none of the first had. */
    List<String> notes() {
        if (passedOver.isEmpty()) {
            return List.of();
        }
        return List.of("passed over %s: no object near the beginning has %s"
                .formatted(
                        passedOver.entrySet().stream()
                                .limit(TOLD)
                                .map(late -> "'%s' (%d times)".formatted(late.getKey(), late.getValue()))
                                .collect(Collectors.joining(", ")),
                        passedOver.size() == 1 ? "that name" : "those names"));
    }

    @Override
    public void close() throws IOException {
        objects.close();
    }
}
