package io.customerroom.ledger.identity;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.workspace.SecretFile;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.state.Hash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** The workspace's secret: 32 random bytes in {@code secret/identity.key}, readable by their owner only. Part of every backup. */
public final class IdentitySecret {

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
        SecretFile file = new SecretFile(workspace.identityKey());
        try {
            if (!file.exists()) {
                file.create();
            }
            Optional<byte[]> bytes = file.read();
            if (bytes.isPresent()) {
                return new IdentitySecret(bytes.get());
            }
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

    /** Tells rooms apart without telling the secret: keys of one mean nothing in another. */
    public String fingerprint() {
        MessageDigest digest = Hash.sha256();
        digest.update("customer-room-fingerprint".getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
        return Hash.hex(digest).substring(0, 32);
    }

    byte[] bytes() {
        return bytes.clone();
    }
}
