package io.customerroom.ledger.imports.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One object per line. A line that is none spoils no other; empty lines are passed over. */
final class JsonLines implements JsonFiles.Objects {

    private final InputStream in;
    private final Limits limits;
    private final JsonObjects objects;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int at;
    private int limit;
    private long number;
    private byte[] current = new byte[0];

    JsonLines(InputStream in, Limits limits) {
        this.in = in;
        this.limits = limits;
        this.objects = new JsonObjects(limits);
    }

    @Override
    public JsonObjects.@Nullable Read next() throws IOException {
        while (read()) {
            current = line.toByteArray();
            if (!blank(current)) {
                return objects.line(current, 0, current.length);
            }
        }
        return null;
    }

    @Override
    public String raw() {
        return new String(current, StandardCharsets.UTF_8).strip();
    }

    private boolean read() throws IOException {
        line.reset();
        number++;
        boolean any = false;
        while (true) {
            if (at == limit) {
                at = 0;
                limit = Math.max(0, in.read(buffer));
                if (limit == 0) {
                    return any;
                }
            }
            any = true;
            int end = at;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, at, end - at);
            if (line.size() > limits.recordBytes()) {
                throw Rejection.recordTooLong(number, limits);
            }
            at = Math.min(limit, end + 1);
            if (end < limit) {
                return true;
            }
        }
    }

    private static boolean blank(byte[] bytes) {
        for (byte one : bytes) {
            if (one != ' ' && one != '\t' && one != '\r') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
