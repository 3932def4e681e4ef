package io.customerroom.ledger.build;

import io.customerroom.kernel.Failure;
import io.customerroom.kernel.FileTrouble;
import io.customerroom.ledger.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The folders of builds: made in staging, forced to disk, moved at once; one maker at a time, in all processes. */
final class BuildFiles {

    private static final ReentrantLock IN_PROCESS = new ReentrantLock();

    private static final String PASSING = "passing-";

    private final Workspace workspace;

    BuildFiles(Workspace workspace) {
        this.workspace = workspace;
    }

    <T> T alone(Supplier<T> work) {
        IN_PROCESS.lock();
        try {
            Files.createDirectories(workspace.staging());
            Path lock = workspace.staging().resolve("build.lock");
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = channel.lock()) {
                return work.get();
            }
        } catch (IOException e) {
            throw unwritable(e);
        } finally {
            IN_PROCESS.unlock();
        }
    }

    /** An empty folder in staging; what an earlier, interrupted try left there is removed. */
    Path stage(String id) {
        Path folder = workspace.staging().resolve("build-" + id);
        try {
            remove(folder);
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    void publish(Path staged, String id, Making making) {
        Path folder = workspace.ledger(id);
        try {
            making.write(staged);
            for (Path file : children(staged)) {
                if (String.valueOf(file.getFileName()).startsWith(PASSING)) {
                    Files.delete(file);
                } else {
                    force(file);
                }
            }
            force(staged);
            Files.createDirectories(workspace.ledgers());
            remove(folder);
            Files.move(staged, folder, StandardCopyOption.ATOMIC_MOVE);
            force(workspace.ledgers());
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    List<String> leftovers(Set<String> kept) {
        try {
            return unnamed(kept).stream()
                    .map(folder -> workspace.root().relativize(folder).toString())
                    .toList();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Removes every build's folder that is not kept, and what crashes left in staging. */
    void sweep(Set<String> kept) {
        try {
            for (Path folder : unnamed(kept)) {
                remove(folder);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private List<Path> unnamed(Set<String> kept) throws IOException {
        List<Path> unnamed = new ArrayList<>();
        for (Path folder : children(workspace.ledgers())) {
            if (!kept.contains(String.valueOf(folder.getFileName()))) {
                unnamed.add(folder);
            }
        }
        for (Path folder : children(workspace.staging())) {
            if (String.valueOf(folder.getFileName()).startsWith("build-")) {
                unnamed.add(folder);
            }
        }
        return unnamed;
    }

    /** A file that only the making of a build needs; it is not published. */
    static Path passing(Path staged, String table) {
        return staged.resolve(PASSING + table + ".parquet");
    }

    static boolean complete(Path folder) {
        return LedgerTables.all().stream()
                .filter(table -> !table.equals("conversion")) // earlier programs wrote none, and had nothing to convert
                .filter(table -> !table.equals(LedgerTables.BUYING_MOVE)) // told from the purchases where there is none
                .noneMatch(table -> TableFiles.of(folder, table).isEmpty());
    }

    private static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Failure unwritable(IOException e) {
        return Failure.resources(
                "LEDGER_UNWRITABLE",
                "The ledger could not be written into %s (%s)."
                        .formatted(workspace.root().getFileName(), FileTrouble.in(e, workspace.root())),
                "Check rights and free space of the workspace.");
    }
}
