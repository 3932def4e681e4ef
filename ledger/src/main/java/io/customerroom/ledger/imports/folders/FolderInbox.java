package io.customerroom.ledger.imports.folders;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.imports.Backoff;
import io.customerroom.ledger.imports.ImportRequest;
import io.customerroom.ledger.imports.Imports;
import io.customerroom.ledger.imports.Parts;
import io.customerroom.ledger.imports.Progress;
import io.customerroom.ledger.imports.mapping.Mapping;
import io.customerroom.ledger.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Imports what other systems put into folders. A file is taken when it has not changed between two looks and for {@link #QUIET}; afterwards it is moved into
 * {@code processed/}, or into {@code failed/} with the reason beside it. Where memory, disk or a lock was short, it stays and is tried again, later each
 * time. A file whose import was not followed by its move is answered with its receipt the next time: no file counts twice. For one thread.
 */
public final class FolderInbox {

    /** How long a file has to rest. */
    public static final Duration QUIET = Duration.ofSeconds(30);

    private static final String REASON = ".reason.txt";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Workspace workspace;
    private final Imports imports;
    private final Clock clock;
    private final Map<Path, Seen> seen = new HashMap<>();
    private final Map<Path, Retry> retries = new ConcurrentHashMap<>();

    private record Seen(long size, Instant changed) {}

    private record Retry(int tries, Instant notBefore, String why) {}

    public FolderInbox(Workspace workspace, Imports imports, Clock clock) {
        this.workspace = workspace;
        this.imports = imports;
        this.clock = clock;
    }

    /**
     * What became of a file.
     *
     * @param file its name
     * @param batches its receipts; empty where it was not imported
     * @param failure why not
     * @param again when it is tried once more; empty where it lies in {@code failed/}
     */
    public record Outcome(String file, List<String> batches, Optional<Failure> failure, Optional<Instant> again) {}

    /**
     * A watched folder as it is now.
     *
     * @param there whether it can be looked into
     * @param processed how many files were taken from it and still lie there
     */
    public record Standing(
            WatchedFolder folder, boolean there, List<Waiting> waiting, List<Refused> refused, long processed) {}

    /**
     * A file that waits: for its rest, or to be tried again.
     *
     * @param tries that failed
     * @param again when it is tried once more
     * @param why it failed; empty where it was not tried yet
     */
    public record Waiting(String file, int tries, Optional<Instant> again, String why) {}

    /** A file in {@code failed/}, with the reason beside it. */
    public record Refused(String file, String reason) {}

    /** Every folder that is named, in the order of the settings. For any thread; takes no file. */
    public List<Standing> standing() {
        return WatchedFolder.of(workspace).stream().map(this::standing).toList();
    }

    private Standing standing(WatchedFolder watched) {
        List<Waiting> waiting = files(watched.folder()).stream()
                .filter(watched::means)
                .map(file -> Optional.ofNullable(retries.get(file))
                        .map(retry -> new Waiting(
                                String.valueOf(file.getFileName()),
                                retry.tries(),
                                Optional.of(retry.notBefore()),
                                retry.why()))
                        .orElseGet(() -> new Waiting(String.valueOf(file.getFileName()), 0, Optional.empty(), "")))
                .toList();
        List<Refused> refused = files(watched.folder().resolve("failed")).stream()
                .filter(file -> !String.valueOf(file.getFileName()).endsWith(REASON))
                .map(file -> new Refused(String.valueOf(file.getFileName()), reason(file)))
                .toList();
        return new Standing(
                watched,
                Files.isDirectory(watched.folder()),
                waiting,
                refused,
                files(watched.folder().resolve("processed")).size());
    }

    private static String reason(Path file) {
        try {
            return Files.readString(file.resolveSibling(file.getFileName() + REASON))
                    .strip();
        } catch (IOException e) {
            return ""; // somebody took the reason away, or wrote it in another encoding
        }
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of(); // the next look of the watch says what is wrong with the folder
        }
    }

    /** Looks into every folder once. */
    public List<Outcome> look(Authorship by) {
        List<Outcome> outcomes = new ArrayList<>();
        for (WatchedFolder watched : WatchedFolder.of(workspace)) {
            for (Path file : ripe(watched)) {
                outcomes.add(take(watched, file, by));
            }
        }
        return outcomes;
    }

    /** Files at rest, the oldest first: a later one corrects an earlier one. */
    private List<Path> ripe(WatchedFolder watched) {
        if (!Files.isDirectory(watched.folder())) {
            return List.of();
        }
        Instant now = clock.instant();
        Map<Path, Seen> ripe = new HashMap<>();
        try (Stream<Path> files = Files.list(watched.folder())) {
            for (Path file : files.filter(one -> Files.isRegularFile(one, LinkOption.NOFOLLOW_LINKS))
                    .filter(watched::means)
                    .toList()) {
                Seen state = new Seen(
                        Files.size(file), Files.getLastModifiedTime(file).toInstant());
                boolean atRest = state.equals(seen.put(file, state))
                        && !state.changed().plus(QUIET).isAfter(now);
                Retry retry = retries.get(file);
                if (atRest && (retry == null || !retry.notBefore().isAfter(now))) {
                    ripe.put(file, state);
                }
            }
        } catch (IOException e) {
            throw Failure.yours(
                    "FOLDER_UNREADABLE",
                    "A folder of folders.yaml cannot be read.",
                    "Check its rights, and those of its files.");
        }
        return ripe.entrySet().stream()
                .sorted(Map.Entry.<Path, Seen>comparingByValue(Comparator.comparing(Seen::changed))
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Outcome take(WatchedFolder watched, Path file, Authorship by) {
        String name = String.valueOf(file.getFileName());
        try {
            List<String> batches = imported(watched, file, by);
            move(file, "processed");
            forget(file);
            return new Outcome(name, batches, Optional.empty(), Optional.empty());
        } catch (Failure e) {
            int tries = Optional.ofNullable(retries.get(file)).map(Retry::tries).orElse(0) + 1;
            Optional<Instant> again = Backoff.after(tries)
                    .filter(pause -> e.kind() == Failure.Kind.RESOURCES)
                    .map(clock.instant()::plus);
            if (again.isPresent()) {
                retries.put(file, new Retry(tries, again.get(), e.sentence()));
                return new Outcome(name, List.of(), Optional.of(e), again);
            }
            setAside(file, e);
            forget(file);
            return new Outcome(name, List.of(), Optional.of(e), Optional.empty());
        }
    }

    private List<String> imported(WatchedFolder watched, Path file, Authorship by) {
        Mapping mapping = watched.read(workspace);
        ImportRequest request = new ImportRequest(
                file,
                String.valueOf(file.getFileName()),
                mapping.fact(),
                Optional.of(mapping),
                Optional.empty(),
                watched.feed());
        List<String> batches = new ArrayList<>();
        try (Parts parts = Parts.of(request)) {
            if (parts.requests().size() > 1) {
                parts.requests().forEach(imports::preview); // each has to fit before the first is imported
            }
            for (ImportRequest part : parts.requests()) {
                batches.add(imports.run(part, by, Progress.NONE).receipt().batch());
            }
        }
        return batches;
    }

    private void forget(Path file) {
        seen.remove(file);
        retries.remove(file);
    }

    private void setAside(Path file, Failure why) {
        Path moved = move(file, "failed");
        try {
            Files.writeString(moved.resolveSibling(moved.getFileName() + REASON), why.sentence() + "\n");
        } catch (IOException e) {
            throw notMoved();
        }
    }

    /** A name that is there already gets the time before it. */
    private Path move(Path file, String folder) {
        try {
            Path into = Files.createDirectories(file.resolveSibling(folder));
            String name = String.valueOf(file.getFileName());
            Path target = into.resolve(name);
            if (Files.exists(target)) {
                target = into.resolve(STAMP.format(clock.instant()) + "-" + name);
            }
            return Files.move(file, target);
        } catch (IOException e) {
            throw notMoved();
        }
    }

    private static Failure notMoved() {
        return Failure.resources(
                "FILE_NOT_MOVED",
                "A file was read but could not be moved away; it is looked at again.",
                "Give the program the right to write into the folder.");
    }
}
