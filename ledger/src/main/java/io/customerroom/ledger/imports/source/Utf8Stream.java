package io.customerroom.ledger.imports.source;

import io.customerroom.kernel.Failure;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Lets UTF-8 pass and stops at the first byte that is not. */
final class Utf8Stream extends FilterInputStream {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;

    private final String name;
    private final boolean stated;
    private long position;
    /** Bytes that must follow in the current character, and the bounds of the next of them. */
    private int expected;

    private int low = 0x80;
    private int high = 0xbf;

    /**
     * @param stated whether the mapping says it is UTF-8; then a wrong byte is the user's to mend, else another encoding is tried
     */
    Utf8Stream(InputStream in, String name, boolean stated) {
        super(in);
        this.name = name;
        this.stated = stated;
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
            check(bytes, offset, offset + read);
            position += read;
        } else if (read < 0 && expected > 0) {
            throw wrong(position);
        }
        return read;
    }

    private void check(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (expected == 0) {
                while (at + Long.BYTES <= to && ((long) EIGHT.get(bytes, at) & HIGH_BITS) == 0) {
                    at += Long.BYTES;
                }
                if (at == to) {
                    return;
                }
            }
            if (!accept(bytes[at] & 0xff)) {
                throw wrong(position + at - from);
            }
            at++;
        }
    }

    /** Table 3-7 of the Unicode standard: no overlong forms, no surrogates, nothing beyond U+10FFFF. */
    private boolean accept(int next) {
        if (expected > 0) {
            boolean fine = next >= low && next <= high;
            expected--;
            low = 0x80;
            high = 0xbf;
            return fine;
        }
        if (next < 0x80) {
            return true;
        }
        if (next < 0xc2 || next > 0xf4) {
            return false;
        }
        expected = next < 0xe0 ? 1 : next < 0xf0 ? 2 : 3;
        low = next == 0xe0 ? 0xa0 : next == 0xf0 ? 0x90 : 0x80;
        high = next == 0xed ? 0x9f : next == 0xf4 ? 0x8f : 0xbf;
        return true;
    }

    private RuntimeException wrong(long byteOffset) {
        return stated
                ? Failure.yours(
                        "ENCODING_WRONG",
                        "'%s' is not UTF-8, as the mapping says: byte %d does not fit.".formatted(name, byteOffset + 1),
                        "Correct 'encoding' in the mapping, or leave it out to have it found.")
                : new NotUtf8();
    }
}
