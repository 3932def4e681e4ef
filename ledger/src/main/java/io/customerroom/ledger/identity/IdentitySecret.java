package io.customerroom.ledger.identity;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.workspace.Workspace;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;

/** The workspace's secret: 32 random bytes in {@code secret/identity.key}, readable by their owner only. Part of every backup. */
public final class IdentitySecret {

    private static final int BYTES = 32;

    private final byte[] bytes;

    private IdentitySecret(byte[] bytes) {
        this.bytes = bytes;
    }

    /** For tests and generated companies: a secret that is known. */
    public static IdentitySecret of(byte[] bytes) {
        return new IdentitySecret(bytes.clone());
    }

    /** Reads the secret, making it at first use. A damaged file is refused: with another secret every customer would be a new one. */
    public static IdentitySecret of(Workspace workspace) {
        Path file = workspace.identityKey();
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            byte[] bytes = HexFormat.of().parseHex(Files.readString(file).strip());
            if (bytes.length == BYTES) {
                return new IdentitySecret(bytes);
            }
        } catch (IllegalArgumentException e) {
            // not hexadecimal: answered below, together with a wrong length
        } catch (IOException e) {
            throw Failure.yours(
                    "IDENTITY_KEY_UNREADABLE",
                    "The file secret/identity.key cannot be read or made.",
                    "Check that the user who runs the program owns the folder 'secret'.");
        }
        throw Failure.yours(
                "IDENTITY_KEY_DAMAGED",
                "The file secret/identity.key is not the one this workspace was made with: it must hold 64 hexadecimal digits.",
                "Restore it from a backup; with another key no customer would be recognised.");
    }

    byte[] bytes() {
        return bytes.clone();
    }

    private static void create(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        Path folder = Objects.requireNonNull(file.getParent());
        Files.createDirectories(folder);
        if (posix) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        Path fresh = file.resolveSibling("identity.key." + Long.toHexString(new SecureRandom().nextLong()));
        try (FileChannel channel = FileChannel.open(
                fresh,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                posix ? attributes("rw-------") : new FileAttribute<?>[0])) {
            ByteBuffer text = ByteBuffer.wrap(
                    (HexFormat.of().formatHex(secret) + "\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
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
