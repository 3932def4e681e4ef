package io.customerroom.ledger.imports;

import io.customerroom.ledger.imports.mapping.Mapping;
import io.customerroom.ledger.imports.mapping.MappingText;
import io.customerroom.ledger.imports.staging.Checkpoint;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.state.Hash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The import of a large file while it is at work, and after it was stopped or killed: a folder in staging with the rows that were read and how
 * far that was. It counts for nothing. The same file, unchanged, with the same mapping goes on from there; there is at most one, and an erasure
 * removes it.
 */
public final class Unfinished implements Checkpoint.Keeper {

    private static final String NAME = "unfinished-";
    private static final String FILE = "checkpoint.json";

    private final Path folder;
    private final long everyRows;
    private Optional<Checkpoint> last;
    private Optional<Checkpoint> wentOn;
    private long keptAt;

    private Unfinished(Path folder, long everyRows, Optional<Checkpoint> last) {
        this.folder = folder;
        this.everyRows = everyRows;
        this.last = last;
        this.wentOn = last;
        this.keptAt = last.map(Checkpoint::read).orElse(0L);
    }

    /** @param erased who must not come back: rows that were read before somebody was erased are read again */
    static Unfinished of(Workspace workspace, ImportRequest request, Mapping mapping, Set<Long> erased, LargeFiles rule)
            throws IOException {
        Path file = request.file().toAbsolutePath();
        String what = String.join(
                "\n",
                request.fact().table(),
                String.valueOf(request.source()),
                String.valueOf(request.feed()),
                MappingText.of(mapping),
                file.toString(),
                Long.toString(Files.size(file)),
                Files.getLastModifiedTime(file).toString(),
                erased.stream().sorted().toList().toString());
        Path names = workspace
                .root()
                .resolve("names.txt"); // rows that were read before they were masked by it are read again
        String masked = Files.exists(names) ? Files.readString(names) : "";
        Path folder =
                workspace.staging().resolve(NAME + Hash.of(what + "\n" + masked).substring(0, 16));
        for (Path other : all(workspace)) {
            if (!other.equals(folder)) {
                Durable.deleteTree(other);
            }
        }
        Optional<Checkpoint> last = read(folder);
        if (last.isEmpty()) {
            Durable.deleteTree(folder);
            Files.createDirectories(folder);
        }
        return new Unfinished(folder, rule.everyRows(), last);
    }

    /** Removes whatever was begun and not finished. */
    public static void forget(Workspace workspace) throws IOException {
        for (Path folder : all(workspace)) {
            Durable.deleteTree(folder);
        }
    }

    private static List<Path> all(Workspace workspace) throws IOException {
        if (!Files.isDirectory(workspace.staging())) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(workspace.staging())) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(NAME))
                    .sorted()
                    .toList();
        }
    }

    private static Optional<Checkpoint> read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Checkpoint.of(Files.readString(file, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // half written by a machine that lost power: the rows are read again
        }
    }

    Path folder() {
        return folder;
    }

    @Override
    public Optional<Checkpoint> last() {
        return last;
    }

    @Override
    public boolean due(long read) {
        return read - keptAt >= everyRows;
    }

    @Override
    public void keep(Checkpoint checkpoint) throws IOException {
        for (String staged : List.of("facts.staged", "persons.staged", "quarantine.csv")) {
            Durable.force(folder.resolve(staged));
        }
        Path next = folder.resolve(FILE + ".next");
        Files.writeString(next, checkpoint.text(), StandardCharsets.UTF_8);
        Durable.force(next);
        Files.move(next, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        last = Optional.of(checkpoint);
        keptAt = checkpoint.read();
    }

    /** Begins again: what was kept is of another file. */
    void anew() throws IOException {
        Durable.deleteTree(folder);
        Files.createDirectories(folder);
        last = Optional.empty();
        wentOn = Optional.empty();
        keptAt = 0;
    }

    /** What the receipt says where an import went on. */
    Optional<String> note() {
        return wentOn.map(checkpoint ->
                "went on behind row %d, where an import of the same file had stopped".formatted(checkpoint.read()));
    }
}
