package io.customerroom.ledger.imports.staging;

import io.customerroom.ledger.imports.source.Row;
import io.customerroom.state.Hash;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A short name for a whole row: 128 bits of SHA-256. */
final class Fingerprint {

    private static final int BYTES = 16;

    private Fingerprint() {}

    /** Of all cells as they were read. */
    static String of(Row row, MessageDigest digest) {
        for (int i = 0; i < row.size(); i++) {
            digest.update(row.bytes(), row.from(i), row.to(i) - row.from(i));
            digest.update(StagedWriter.SEPARATOR);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    /** Of all inputs of a fact, for kinds that have no id of their own. */
    static String of(TypedRow row) {
        MessageDigest digest = Hash.sha256();
        ByteBuffer number = ByteBuffer.allocate(Long.BYTES);
        for (int i = 0; i < row.has.length; i++) {
            if (row.has[i]) {
                digest.update((byte) i);
                byte[] text = row.bytes[i];
                if (text != null) {
                    digest.update(text, row.from[i], row.to[i] - row.from[i]);
                } else {
                    digest.update(number.putLong(0, row.value[i]).array());
                }
                digest.update(StagedWriter.SEPARATOR);
            }
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }
}
