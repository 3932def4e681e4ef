package io.customerroom.ledger.imports;

import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds and removes what an import or an undo that was killed has left: files that no receipt names, and names that no longer count. */
final class Leftovers {

    private Leftovers() {}

    /** The caller holds the workspace's lock, so that nothing found here is being written. */
    static int remove(Workspace workspace, List<Receipt> receipts) throws IOException {
        List<Path> leftovers = find(workspace, receipts);
        for (Path leftover : leftovers) {
            Durable.deleteTree(leftover);
        }
        return leftovers.size();
    }

    /** Removes what tells of people in a batch that was undone. */
    static void forget(Workspace workspace, String batch) throws IOException {
        Files.deleteIfExists(workspace.persons(batch));
        Files.deleteIfExists(workspace.quarantine(batch));
    }

    static List<Path> find(Workspace workspace, List<Receipt> receipts) throws IOException {
        Set<String> batches = receipts.stream().map(Receipt::batch).collect(Collectors.toSet());
        Set<String> active =
                receipts.stream().filter(Receipt::active).map(Receipt::batch).collect(Collectors.toSet());
        List<Path> leftovers = new ArrayList<>(entries(workspace.staging()).stream()
                .filter(entry -> entry.getFileName().toString().startsWith("import-"))
                .toList());
        for (FactKind kind : FactKind.values()) {
            Path folder = workspace.root().resolve("facts").resolve(kind.table());
            entries(folder).stream()
                    .filter(entry -> !batches.contains(entry.getFileName().toString()))
                    .forEach(leftovers::add);
        }
        for (Path folder :
                List.of(workspace.root().resolve("persons"), workspace.root().resolve("quarantine"))) {
            entries(folder).stream()
                    .filter(entry ->
                            !active.contains(entry.getFileName().toString().replaceFirst("\\.(parquet|csv)$", "")))
                    .forEach(leftovers::add);
        }
        return leftovers;
    }

    private static List<Path> entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
