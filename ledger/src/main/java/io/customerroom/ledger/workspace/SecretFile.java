package io.customerroom.ledger.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A file of the workspace's folder {@code secret}: 32 random bytes as hexadecimal digits, readable by their owner only. */
public final class SecretFile {

    private static final int BYTES = 32;

    private final Path file;

    public SecretFile(Path file) {
        this.file = file;
    }

    public boolean exists() {
        return Files.exists(file);
    }

    /** The bytes; empty where the file holds something else. */
    public Optional<byte[]> read() throws IOException {
        try {
            byte[] bytes = HexFormat.of().parseHex(Files.readString(file).strip());
            return Optional.of(bytes).filter(it -> it.length == BYTES);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Makes it, unless another process was first: theirs counts then. */
    public void create() throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        Path folder = Objects.requireNonNull(file.getParent());
        Files.createDirectories(folder);
        if (posix) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        Path fresh = file.resolveSibling(file.getFileName() + "." + Long.toHexString(new SecureRandom().nextLong()));
        try (FileChannel channel = FileChannel.open(
                fresh,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                posix ? attributes("rw-------") : new FileAttribute<?>[0])) {
            ByteBuffer text =
                    ByteBuffer.wrap((HexFormat.of().formatHex(secret) + "\n").getBytes(StandardCharsets.US_ASCII));
            while (text.hasRemaining()) {
                channel.write(text);
            }
            channel.force(true);
        }
        try {
            Files.createLink(file, fresh); // fails if another process was first; a move would replace its secret
        } catch (FileAlreadyExistsException otherWasFirst) {
            // theirs counts
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static FileAttribute<?>[] attributes(String permissions) {
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }
}
