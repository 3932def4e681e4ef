package io.customerroom.ledger.imports.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops a small file that unpacks to something huge. */
final class UnpackedStream extends FilterInputStream {

    private final long packedBytes;
    private final String name;
    private final Limits limits;
    private long unpacked;

    UnpackedStream(InputStream in, long packedBytes, String name, Limits limits) {
        super(in);
        this.packedBytes = packedBytes;
        this.name = name;
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        unpacked += Math.max(0, read);
        boolean swollen = unpacked > limits.ratioFromBytes() && unpacked / Math.max(1, packedBytes) > limits.ratio();
        if (swollen || unpacked > limits.unpackedBytes()) {
            throw Rejection.bomb(name);
        }
        return read;
    }
}
