package io.customerroom.app.backup;

import io.customerroom.kernel.Failure;
import io.customerroom.kernel.FileTrouble;
import io.customerroom.ledger.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Makes a workspace from a backup. It appears as a whole or not at all. Every file is compared with the length and the hash that the backup
 * noted; backups of the first format noted none. The state is a SQLite file, wherever it was.
 */
public final class Restore {

    private Restore() {}

    /** A backup packs at most this many times; what promises more is no backup of ours. */
    private static final long MOST_PACKED = 1_000;

    /** Refused: a file that is no backup of ours, and a target folder that holds anything. */
    public static void read(Path zip, Workspace target) {
        requireEmpty(target.root());
        Path partial = target.root().resolveSibling(target.root().getFileName() + ".restoring");
        try (ZipFile file = new ZipFile(zip.toFile())) {
            String format = requireBackup(file, zip);
            Map<String, BackupSums.Sum> sums = format.equals("1") ? Map.of() : BackupSums.read(file, zip);
            deleteTree(partial); // of a restore that was killed
            Files.createDirectories(partial);
            requireRoom(sums, zip, partial);
            Set<String> seen = new HashSet<>();
            for (ZipEntry entry : Collections.list(file.entries())) {
                String name = entry.getName();
                if (!name.equals(Backup.MARK) && !name.equals(Backup.SUMS)) {
                    unpack(file, entry, partial, zip, Optional.ofNullable(sums.get(name)), format);
                    seen.add(name);
                }
            }
            if (!seen.containsAll(sums.keySet())) {
                throw damaged(zip);
            }
            Files.deleteIfExists(target.root());
            Files.move(partial, target.root(), StandardCopyOption.ATOMIC_MOVE);
        } catch (ZipException e) {
            throw Files.exists(partial) ? damaged(zip) : noBackup(zip);
        } catch (IOException e) {
            throw Failure.resources(
                    "RESTORE_FAILED",
                    "%s could not be restored to %s (%s)."
                            .formatted(zip, target.root(), FileTrouble.of(e, Files.isRegularFile(zip) ? partial : zip)),
                    "Check that the file exists, the space on the disk and the rights of the folder.");
        } finally {
            deleteTree(partial);
        }
    }

    private static void requireEmpty(Path folder) {
        try (Stream<Path> inside = Files.exists(folder) ? Files.list(folder) : Stream.of()) {
            if (inside.findAny().isPresent()) {
                throw Failure.yours(
                        "FOLDER_NOT_EMPTY",
                        "%s is not empty.".formatted(folder),
                        "Restore into a new folder: ./customer-room restore FILE --dir NEW.");
            }
        } catch (IOException e) {
            throw Failure.yours(
                    "FOLDER_NOT_EMPTY", "%s is not a folder.".formatted(folder), "Name a new folder with --dir.");
        }
    }

    private static void requireRoom(Map<String, BackupSums.Sum> sums, Path zip, Path folder) throws IOException {
        long bytes = sums.values().stream().mapToLong(BackupSums.Sum::bytes).sum();
        if (bytes / MOST_PACKED > Files.size(zip)) {
            throw noBackup(zip);
        }
        long free = Files.getFileStore(folder).getUsableSpace();
        if (bytes > free) {
            throw Failure.resources(
                    "DISK_FULL",
                    "The backup holds %d MB, and %d MB are free.".formatted(bytes >> 20, free >> 20),
                    "Free some space, or restore elsewhere.");
        }
    }

    private static String requireBackup(ZipFile file, Path zip) throws IOException {
        ZipEntry mark = file.getEntry(Backup.MARK);
        if (mark == null) {
            throw noBackup(zip);
        }
        try (InputStream stream = file.getInputStream(mark)) {
            String format = new String(stream.readNBytes(20), StandardCharsets.UTF_8);
            if (!format.equals("1") && !format.equals(Backup.FORMAT)) {
                throw Failure.yours(
                        "BACKUP_TOO_NEW",
                        "%s was written by a newer version.".formatted(zip),
                        "Restore it with the version that wrote it.");
            }
            return format;
        }
    }

    private static void unpack(
            ZipFile file, ZipEntry entry, Path folder, Path zip, Optional<BackupSums.Sum> sum, String format)
            throws IOException {
        Path place = folder.resolve(entry.getName()).normalize();
        if (!place.startsWith(folder) || !belongs(entry.getName())) {
            throw noBackup(zip);
        }
        if (sum.isEmpty() && !format.equals("1")) {
            throw damaged(zip);
        }
        Files.createDirectories(place.getParent());
        try (InputStream stream = file.getInputStream(entry)) {
            if (sum.isEmpty()) {
                Files.copy(stream, place);
            } else if (!sum.get().copied(stream, place)) {
                throw damaged(zip);
            }
        }
        if (entry.getName().startsWith("secret/")
                && FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static boolean belongs(String name) {
        return name.equals(Backup.STATE)
                || Backup.FILES.contains(name)
                || Backup.FOLDERS.stream().anyMatch(folder -> name.startsWith(folder + "/"));
    }

    static Failure damaged(Path zip) {
        return Failure.yours(
                "BACKUP_DAMAGED",
                "%s is damaged: its files are not what was backed up.".formatted(zip),
                "Use another copy of it, or another backup.");
    }

    private static Failure noBackup(Path zip) {
        return Failure.yours(
                "NO_BACKUP",
                "%s is not a backup of a customer room.".formatted(zip),
                "Name a file that './customer-room backup' wrote.");
    }

    private static void deleteTree(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            // What remains is named *.restoring and counts for nothing.
        }
    }
}
