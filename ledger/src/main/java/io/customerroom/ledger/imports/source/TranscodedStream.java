package io.customerroom.ledger.imports.source;

import io.customerroom.kernel.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text of another encoding as UTF-8. */
final class TranscodedStream extends InputStream {

    private final InputStream in;
    private final Reader reader;
    private final Charset encoding;
    private final String name;
    private final char[] chars = new char[1 << 14];
    private byte[] bytes = new byte[0];
    private int at;
    private int held;

    TranscodedStream(InputStream in, Charset encoding, String name) {
        this.in = in;
        this.encoding = encoding;
        this.name = name;
        this.reader = new InputStreamReader(
                in,
                encoding.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (at == bytes.length) {
            if (!decode()) {
                return -1;
            }
        }
        int count = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, target, offset, count);
        at += count;
        return count;
    }

    /** A high surrogate at the end of what was read waits for its other half. */
    private boolean decode() throws IOException {
        int read;
        try {
            read = reader.read(chars, held, chars.length - held);
        } catch (CharacterCodingException e) {
            throw Failure.yours(
                    "ENCODING_WRONG",
                    "'%s' is not %s.".formatted(name, encoding.name()),
                    "Correct 'encoding' in the mapping, or leave it out to have it found.");
        }
        if (read < 0) {
            if (held == 0) {
                return false;
            }
            bytes = new String(chars, 0, held).getBytes(StandardCharsets.UTF_8);
            held = 0;
            at = 0;
            return true;
        }
        int count = held + read;
        int keep = count > 0 && Character.isHighSurrogate(chars[count - 1]) ? 1 : 0;
        bytes = new String(chars, 0, count - keep).getBytes(StandardCharsets.UTF_8);
        at = 0;
        if (keep == 1) {
            chars[0] = chars[count - 1];
        }
        held = keep;
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
