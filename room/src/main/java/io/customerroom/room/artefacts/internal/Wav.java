package io.customerroom.room.artefacts.internal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** WAV files, rebuilt of what is needed to hear them: notes about author, place and device stay outside. */
final class Wav {

    private static final Set<String> HEARD = Set.of("fmt ", "fact", "data");
    private static final int HEADER = 12;

    private Wav() {}

    /** Refused: a file without format or sound, or one that ends early. */
    static byte[] rebuilt(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        ByteArrayOutputStream chunks = new ByteArrayOutputStream(bytes.length);
        boolean format = false;
        boolean sound = false;
        in.position(HEADER);
        while (in.remaining() >= 8) {
            byte[] name = new byte[4];
            in.get(name);
            String chunk = new String(name, StandardCharsets.ISO_8859_1);
            long length = Integer.toUnsignedLong(in.getInt());
            if (length > in.remaining()) {
                throw Magic.refused("The recording ends before its time.", "Send the file once more.");
            }
            if (HEARD.contains(chunk)) {
                format |= chunk.equals("fmt ");
                sound |= chunk.equals("data");
                chunks.writeBytes(name);
                chunks.writeBytes(number((int) length));
                chunks.write(bytes, in.position(), (int) length);
                chunks.write(new byte[1], 0, (int) (length & 1));
            }
            in.position((int) Math.min(in.position() + length + (length & 1), in.limit()));
        }
        if (!format || !sound) {
            throw Magic.refused("The file claims to be a WAV and holds no sound.", "Save the recording anew.");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(chunks.size() + HEADER);
        out.writeBytes("RIFF".getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(number(chunks.size() + 4));
        out.writeBytes("WAVE".getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(chunks.toByteArray());
        return out.toByteArray();
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }
}
