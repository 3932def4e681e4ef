package io.customerroom.room.artefacts.internal;

import io.customerroom.kernel.Failure;
import io.customerroom.state.Hash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The files of artefacts, named by the SHA-256 of what they hold and by nothing that anybody typed. A file appears whole or not at all, and
 * equal files are one. A file that no artefact names is waste.
 */
final class ArtefactFiles {

    private static final String HASH = "[0-9a-f]{64}";

    private final Path folder;
    private final Path staging;

    /** Both folders must lie on one disk; they are made when needed. */
    ArtefactFiles(Path folder, Path staging) {
        this.folder = folder;
        this.staging = staging;
    }

    static String hash(byte[] bytes) {
        MessageDigest digest = Hash.sha256();
        digest.update(bytes);
        return Hash.hex(digest);
    }

    /** On disk when this returns; answers the hash. */
    String keep(byte[] bytes) {
        String hash = hash(bytes);
        try {
            Files.createDirectories(folder);
            Files.createDirectories(staging);
            Path draft = staging.resolve("artefact-" + UUID.randomUUID());
            try {
                write(draft, bytes);
                Files.move(draft, file(hash), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                force(folder);
                return hash;
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw Failure.resources(
                    "ARTEFACT_NOT_WRITTEN",
                    "The file could not be written to the folder 'artefacts'.",
                    "Check room and rights on the workspace's disk, then hang it again; nothing was hung.");
        }
    }

    private static void write(Path draft, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Where the file of a hash lies, whether or not it does. Nothing but a hash leads anywhere. */
    Path file(String hash) {
        if (!hash.matches(HASH)) {
            throw new IllegalArgumentException("hash must be a SHA-256 in hexadecimal");
        }
        return folder.resolve(hash);
    }

    /** Whether the file is there and is what its name says. */
    boolean holds(String hash) {
        try {
            return Files.isRegularFile(file(hash))
                    && hash(Files.readAllBytes(file(hash))).equals(hash);
        } catch (IOException e) {
            return false; // a file that cannot be read to its end does not hold
        }
    }

    boolean has(String hash) {
        return Files.isRegularFile(file(hash));
    }

    /** The hashes that files in the folder are named by, in order. */
    List<String> kept() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.matches(HASH))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw Failure.resources(
                    "ARTEFACTS_NOT_READ",
                    "The folder 'artefacts' could not be read.",
                    "Check the rights of the workspace.");
        }
    }

    /** Removes a file; answers whether it was there. */
    boolean remove(String hash) {
        try {
            return Files.deleteIfExists(file(hash));
        } catch (IOException e) {
            throw notRemoved();
        }
    }

    /** Removes files that nothing names and that were written before a moment; answers how many. */
    int sweep(Set<String> named, Instant before) {
        int swept = 0;
        for (String hash : kept()) {
            try {
                if (!named.contains(hash)
                        && Files.getLastModifiedTime(file(hash)).toInstant().isBefore(before)) {
                    Files.delete(file(hash));
                    swept++;
                }
            } catch (IOException e) {
                throw notRemoved();
            }
        }
        return swept;
    }

    private static Failure notRemoved() {
        return Failure.resources(
                "ARTEFACT_NOT_REMOVED",
                "A file in the folder 'artefacts' could not be removed.",
                "Check the rights of the workspace, then run ./customer-room doctor --repair.");
    }
}
