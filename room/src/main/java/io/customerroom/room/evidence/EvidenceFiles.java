package io.customerroom.room.evidence;

import io.customerroom.kernel.Failure;
import io.customerroom.room.evidence.ExhibitSource.RowsBehind;
import io.customerroom.state.Hash;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The rows behind frozen readings: {@code <sha256 of the CSV>.csv.gz}. A file appears whole or not at all, and equal rows are one file.
 * A file no reading names is waste, never evidence.
 */
public final class EvidenceFiles {

    private static final String ENDING = ".csv.gz";

    private final Path evidence;
    private final Path staging;

    /** Both folders must lie on one disk; they are made when needed. */
    public EvidenceFiles(Path evidence, Path staging) {
        this.evidence = evidence;
        this.staging = staging;
    }

    /** Writes the rows, on disk when this returns, and answers their hash. */
    public String keep(RowsBehind rows) {
        try {
            Files.createDirectories(evidence);
            Files.createDirectories(staging);
            Path draft = staging.resolve("evidence-" + UUID.randomUUID() + ".csv.gz");
            try {
                String hash = write(rows, draft);
                Files.move(draft, file(hash), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                force(evidence);
                return hash;
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw Failure.resources(
                    "EVIDENCE_NOT_WRITTEN",
                    "The rows behind a reading could not be written to the folder 'evidence'.",
                    "Check room and rights on the workspace's disk, then freeze again; nothing was frozen.");
        }
    }

    /** Where the rows of a hash lie, whether or not they do. */
    public Path file(String hash) {
        return evidence.resolve(hash + ".csv.gz");
    }

    /** The hashes that files in the folder are named by, in order. */
    public List<String> kept() {
        if (!Files.isDirectory(evidence)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(evidence)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw Failure.resources(
                    "EVIDENCE_NOT_READ",
                    "The folder 'evidence' could not be read.",
                    "Check the rights of the workspace.");
        }
    }

    /**
     * Removes files that no reading names and that were written before a moment. A freeze writes its files first and names them
     * afterwards, so the moment must lie further back than any freeze takes.
     *
     * @return how many there were
     */
    public int sweep(Set<String> named, Instant before) {
        int swept = 0;
        for (String hash : kept()) {
            try {
                Path file = file(hash);
                if (!named.contains(hash)
                        && Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.delete(file);
                    swept++;
                }
            } catch (IOException e) {
                throw Failure.resources(
                        "EVIDENCE_NOT_SWEPT",
                        "A file in the folder 'evidence' could not be removed.",
                        "Check the rights of the workspace.");
            }
        }
        return swept;
    }

    /** Whether the rows are there and are what their name says. */
    public boolean holds(String hash) {
        Path file = file(hash);
        if (!Files.isRegularFile(file)) {
            return false;
        }
        MessageDigest digest = Hash.sha256();
        try (InputStream in = new DigestInputStream(new GZIPInputStream(Files.newInputStream(file)), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            return false; // a file that cannot be read to its end does not hold
        }
        return Hash.hex(digest).equals(hash);
    }

    private static String write(RowsBehind rows, Path draft) throws IOException {
        MessageDigest digest = Hash.sha256();
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            GZIPOutputStream zipped = new GZIPOutputStream(Channels.newOutputStream(channel));
            Writer csv = new BufferedWriter(
                    new OutputStreamWriter(new DigestOutputStream(zipped, digest), StandardCharsets.UTF_8));
            rows.writeTo(csv);
            csv.flush();
            zipped.finish();
            channel.force(true);
        }
        return Hash.hex(digest);
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
