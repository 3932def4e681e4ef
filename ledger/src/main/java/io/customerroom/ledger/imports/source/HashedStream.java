package io.customerroom.ledger.imports.source;

import io.customerroom.state.Hash;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/** Computes SHA-256 of what is read through it, and tells how far it is. */
final class HashedStream extends FilterInputStream {

    private final MessageDigest digest = Hash.sha256();
    private final LongConsumer bytesRead;
    private long total;
    private boolean ended;
    private long expectedAt = -1;
    private String expected = "";

    HashedStream(InputStream in, LongConsumer bytesRead) {
        super(in);
        this.bytesRead = bytesRead;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read > 0) {
            long before = expectedAt - total;
            if (before > 0 && before <= read) {
                digest.update(bytes, offset, (int) before);
                compare();
                digest.update(bytes, offset + (int) before, read - (int) before);
            } else {
                digest.update(bytes, offset, read);
            }
            total += read;
            bytesRead.accept(total);
        }
        ended |= read < 0;
        return read;
    }

    /** Bytes read so far. */
    long total() {
        return total;
    }

    /** Of what was read so far. */
    String hashSoFar() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Java's own SHA-256 can be copied", e);
        }
    }

    /** From here on refuses a file whose first bytes are others. */
    void expect(long bytes, String hash) {
        expectedAt = bytes;
        expected = hash;
        if (bytes < total) {
            throw new OtherBytes();
        }
        if (bytes == total) {
            compare();
        }
    }

    private void compare() {
        if (!hashSoFar().equals(expected)) {
            throw new OtherBytes();
        }
    }

    /** Of the whole file: reads to its end first. A stream around this one may have closed it at its end already. */
    String hash() {
        try {
            byte[] rest = new byte[1 << 16];
            while (!ended) {
                read(rest, 0, rest.length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
