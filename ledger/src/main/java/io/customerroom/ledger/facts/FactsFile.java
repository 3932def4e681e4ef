package io.customerroom.ledger.facts;

import io.customerroom.state.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;

/**
 * What the facts of a batch are on disk.
 *
 * @param contentHash SHA-256 of the bytes
 */
public record FactsFile(long bytes, String contentHash) {

    /** Reads the whole file. */
    public static FactsFile of(Path file) throws IOException {
        MessageDigest digest = Hash.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            long bytes = in.transferTo(OutputStream.nullOutputStream());
            return new FactsFile(bytes, Hash.hex(digest));
        }
    }
}
