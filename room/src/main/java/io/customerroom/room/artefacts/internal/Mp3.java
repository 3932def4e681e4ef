package io.customerroom.room.artefacts.internal;

import java.util.Arrays;

/** MP3 files: whether frames follow each other, and the file without its tags, which name people and places. */
final class Mp3 {

    private static final int HEADER = 10;
    private static final int TAIL = 128;

    /** Kilobits per second of MPEG 1 layer III and of MPEG 2 layer III, by index (ISO 11172-3 §2.4.2.3, ISO 13818-3 §2.4.2.3). */
    private static final int[] RATES_1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0};

    private static final int[] RATES_2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0};
    private static final int[] HERTZ_1 = {44_100, 48_000, 32_000, 0};

    private Mp3() {}

    /** Whether two frames of layer III stand here, one after the other. */
    static boolean frames(byte[] bytes, int at) {
        int first = length(bytes, at);
        return first > 0 && length(bytes, at + first) > 0;
    }

    /** Without ID3 before and after the sound. Refused: a file whose tags are followed by no sound. */
    static byte[] withoutTags(byte[] bytes) {
        int from = 0;
        while (Magic.at(bytes, from, "ID3") && bytes.length >= from + HEADER) {
            int size = 0;
            for (int i = 6; i < HEADER; i++) {
                size = size << 7 | bytes[from + i] & 0x7f;
            }
            from += HEADER + size;
        }
        int to = bytes.length >= TAIL && Magic.at(bytes, bytes.length - TAIL, "TAG")
                ? bytes.length - TAIL
                : bytes.length;
        if (from >= to || !frames(bytes, from)) {
            throw Magic.refused("The file claims to be an MP3 and holds no sound.", "Save the recording anew.");
        }
        return Arrays.copyOfRange(bytes, from, to);
    }

    /** Bytes of the frame of layer III that begins here; 0 where none does. */
    private static int length(byte[] bytes, int at) {
        if (at < 0 || bytes.length < at + 4 || (bytes[at] & 0xff) != 0xff || (bytes[at + 1] & 0xe6) != 0xe2) {
            return 0;
        }
        int version = bytes[at + 1] >> 3 & 3; // 3 = MPEG 1, 2 = MPEG 2, 0 = MPEG 2.5
        boolean first = version == 3;
        int rate = (first ? RATES_1 : RATES_2)[bytes[at + 2] >> 4 & 15];
        int hertz = HERTZ_1[bytes[at + 2] >> 2 & 3] / (first ? 1 : version == 2 ? 2 : 4);
        if (version == 1 || rate == 0 || hertz == 0) {
            return 0;
        }
        int padding = bytes[at + 2] >> 1 & 1;
        return (first ? 144 : 72) * rate * 1000 / hertz + padding;
    }
}
