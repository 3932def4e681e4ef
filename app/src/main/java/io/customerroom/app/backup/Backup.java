package io.customerroom.app.backup;

import io.customerroom.kernel.Failure;
import io.customerroom.kernel.FileTrouble;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.state.Hash;
import io.customerroom.state.StateStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * One zip file that holds a workspace as it was at one moment. The store is copied first: every file it speaks of was written before,
 * and is never changed, save the person tables. Work in progress and logs stay behind. The secret is inside: guard the file like the workspace.
 * A state that lies on a server is in the zip as a SQLite file, so that a backup restores anywhere. The last entry holds the SHA-256 and the
 * length of every other one.
 */
public final class Backup {

    static final String MARK = "customer-room-backup";
    static final String FORMAT = "2";
    static final String SUMS = "customer-room-backup.sums";

    /** What belongs to a workspace, beside the store. */
    static final List<String> FOLDERS = List.of(
            "definitions",
            "metrics",
            "mappings",
            "templates",
            "fonts",
            "secret",
            "facts",
            "persons",
            "quarantine",
            "ledger",
            "evidence",
            "artefacts");

    static final List<String> FILES = List.of(
            "customer-room.yaml",
            "journey.yaml",
            "sources.yaml",
            "events.yaml",
            "folders.yaml",
            "identity.yaml",
            "sign-in.yaml");
    /** Open the second factors and the passwords of databases in the store: a backup that is found must not make codes, nor read databases. */
    private static final Set<Path> LEFT_OUT =
            Set.of(Path.of("secret", "second-factors.key"), Path.of("secret", "databases.key"));

    static final String STATE = "state/customer-room.db";

    private static final Set<String> PACKED = Set.of(".parquet", ".gz", ".xlsx");

    private Backup() {}

    /** Refused: a file that exists. */
    public static void write(Workspace workspace, StateStore store, Path zip) {
        if (Files.exists(zip)) {
            throw Failure.yours("FILE_EXISTS", "%s exists already.".formatted(zip), "Name a new file.");
        }
        Path partial = zip.resolveSibling(zip.getFileName() + ".partial");
        try {
            writeTo(workspace, store, partial);
            Files.move(partial, zip, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Failure.resources(
                    "BACKUP_NOT_WRITTEN",
                    "%s could not be written (%s).".formatted(zip, FileTrouble.of(e, zip)),
                    "Check the space on the disk and the rights of the folder.");
        } finally {
            deleteIfThere(partial);
        }
    }

    private static void writeTo(Workspace workspace, StateStore store, Path zip) throws IOException {
        Path folder = Files.createDirectories(workspace.staging());
        Path state = folder.resolve("backup-" + zip.getFileName() + ".db");
        Files.deleteIfExists(state);
        try (OutputStream stream = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(stream)) {
            store.copyTo(state);
            out.putNextEntry(new ZipEntry(MARK));
            out.write(FORMAT.getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
            StringBuilder sums = new StringBuilder();
            add(out, STATE, state, sums);
            for (String name : FILES) {
                if (Files.exists(workspace.root().resolve(name))) {
                    add(out, name, workspace.root().resolve(name), sums);
                }
            }
            for (String name : FOLDERS) {
                addFolder(out, workspace.root(), workspace.root().resolve(name), sums);
            }
            out.putNextEntry(new ZipEntry(SUMS));
            out.write(sums.toString().getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        } finally {
            deleteIfThere(state);
        }
    }

    private static void addFolder(ZipOutputStream out, Path root, Path folder, StringBuilder sums) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> LEFT_OUT.stream().noneMatch(file::endsWith))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            add(out, root.relativize(file).toString().replace('\\', '/'), file, sums);
        }
    }

    private static void add(ZipOutputStream out, String name, Path file, StringBuilder sums) throws IOException {
        // What is packed already is not packed again, only stored with the least effort.
        out.setLevel(PACKED.stream().anyMatch(name::endsWith) ? Deflater.NO_COMPRESSION : Deflater.DEFAULT_COMPRESSION);
        try (InputStream in = Files.newInputStream(file)) {
            out.putNextEntry(new ZipEntry(name));
            MessageDigest digest = Hash.sha256();
            long bytes = new DigestInputStream(in, digest).transferTo(out);
            out.closeEntry();
            sums.append(Hash.hex(digest))
                    .append(' ')
                    .append(bytes)
                    .append(' ')
                    .append(name)
                    .append('\n');
        } catch (NoSuchFileException e) {
            // An older build that was swept meanwhile: it can be built again.
            if (!name.startsWith("ledger/")) {
                throw e;
            }
        }
    }

    private static void deleteIfThere(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // A leftover in staging does not exist; doctor sweeps it.
        }
    }
}
