package io.customerroom.ledger.identity;

import io.customerroom.kernel.CustomerId;
import io.customerroom.state.Hash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Derives a customer's opaque key: the first 60 bits of SHA-256 over secret, id space and id. The same in every order of import, and in
 * every source that uses the same id space. Not for use by several threads.
 */
public final class CustomerKeys {

    private static final byte SEPARATOR = 0x1f;

    private final MessageDigest digest;
    private final byte[] secret;

    public CustomerKeys(IdentitySecret secret) {
        this.secret = secret.bytes();
        this.digest = Hash.sha256();
    }

    /** The key of an id, which is trimmed first. An empty id is refused. */
    public CustomerId key(String space, String id) {
        byte[] bytes = trimmed(id).getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0) {
            throw new IllegalArgumentException("id must not be empty");
        }
        return new CustomerId(key(space.getBytes(StandardCharsets.UTF_8), bytes, 0, bytes.length));
    }

    /** Without blanks, control characters and no-break spaces at its ends: what the reader of files cuts off, and nothing else. */
    public static String trimmed(String id) {
        int from = 0;
        int to = id.length();
        while (from < to && outside(id.charAt(from))) {
            from++;
        }
        while (to > from && outside(id.charAt(to - 1))) {
            to--;
        }
        return id.substring(from, to);
    }

    private static boolean outside(char character) {
        return character <= ' ' || character == '\u00a0';
    }

    /** The key of the id in these UTF-8 bytes, already trimmed. */
    public long key(byte[] space, byte[] id, int from, int to) {
        digest.update(secret);
        digest.update(SEPARATOR);
        digest.update(space);
        digest.update(SEPARATOR);
        digest.update(id, from, to - from);
        byte[] hash = digest.digest();
        long first = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            first = first << Byte.SIZE | hash[i] & 0xff;
        }
        long key = first >>> 4; // 60 bits: 15 hexadecimal digits
        return key == 0 ? 1 : key;
    }

    /** Where an id written as a number ends: {@code 17850.0} ends as {@code 17850}; what is no such number stays. */
    public static int withoutIdleDecimals(byte[] bytes, int from, int to) {
        int end = to;
        while (end > from && bytes[end - 1] == '0') {
            end--;
        }
        if (end == to || end - 2 < from || bytes[end - 1] != '.') {
            return to;
        }
        for (int i = from; i < end - 1; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return to;
            }
        }
        return end - 1;
    }
}
