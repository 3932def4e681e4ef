package io.customerroom.state;

import static io.customerroom.state.StateStoreTest.ANA;
import static io.customerroom.state.StateStoreTest.EXAMPLE;
import static io.customerroom.state.StateStoreTest.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.customerroom.state.Trail.Verification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An exported trail of 1,000 entries, and what may be done to it. */
class TrailFileTest {

    private static final int ENTRIES = 1_000;

    private static byte[] file = {};
    private static String head = "";

    @BeforeAll
    static void export(@TempDir Path folder) throws IOException {
        try (StateStore store = StateStore.open(TestPlace.at(folder.resolve("room.db"), EXAMPLE), NOON, EXAMPLE)) {
            store.write(ANA, writing -> {
                for (int i = 1; i <= ENTRIES; i++) {
                    writing.record("promise-moved", "p" + i, Map.of("from", "2026-07-31", "words", "é \"" + i + "\n"));
                }
                return "";
            });
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Verification.Whole written = TrailFile.write(store.trail(), out);
            assertThat(store.trail().verify()).isEqualTo(written);
            file = out.toByteArray();
            head = written.head();
        }
    }

    @Test
    void theFileIsReadBackAsItWasWritten() throws IOException {
        assertThat(check(file)).isEqualTo(new Verification.Whole(ENTRIES, head));
        assertThat(new String(file, StandardCharsets.UTF_8).lines().findFirst().orElseThrow())
                .startsWith(
                        "{\"actor\":\"ana\",\"details\":{\"from\":\"2026-07-31\",\"words\":\"é \\\"1\\n\"},\"event\":")
                .contains("\"moment\":\"2026-06-04T12:00:00.000000Z\",\"number\":1,\"reason\":\"because\"");
    }

    /** Every byte of every line, with the lines before it as they were: what follows cannot make the change good. */
    @Test
    void everySingleByteChangeIsFound() {
        List<byte[]> lines = lines();
        IntStream.range(0, lines.size()).parallel().forEach(i -> {
            byte[] line = lines.get(i).clone();
            String former = i == 0 ? TrailEntry.BEGINNING : hash(lines.get(i - 1));
            for (int at = 0; at < line.length; at++) {
                line[at] ^= (byte) (1 << (at % 7));
                if (TrailFile.after(i, former).next(line).isEmpty()) {
                    fail("byte %d of line %d was changed unseen", at, i + 1);
                }
                line[at] = lines.get(i)[at];
            }
            assertThat(TrailFile.after(i, former).next(line)).isEmpty();
        });
    }

    @Test
    void somethingAddedToAnEntryIsFound() throws IOException {
        List<byte[]> lines = lines();
        String more = new String(lines.getFirst(), StandardCharsets.UTF_8).replace("\"}\n", "\",\"zeal\":1}\n");
        lines.set(0, more.getBytes(StandardCharsets.UTF_8));
        assertThat(check(joined(lines))).isEqualTo(new Verification.Broken(1, "entry 1 is not as it was written"));
    }

    @Test
    void aChangedByteIsFoundInTheWholeFileToo() throws IOException {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        for (int i = 0; i < 20; i++) {
            int at = random.nextInt(file.length);
            byte[] changed = file.clone();
            changed[at] = changed[at] == '\n' ? (byte) ' ' : (byte) '\n';
            assertThat(check(changed)).as("byte %d", at).isInstanceOf(Verification.Broken.class);
        }
    }

    @Test
    void removedMovedAndDoubledLinesAreFound() throws IOException {
        assertThat(check(without(500))).isEqualTo(new Verification.Broken(501, "entry 501 is missing"));
        assertThat(check(without(0))).isEqualTo(new Verification.Broken(1, "entry 1 is missing"));
        List<byte[]> moved = lines();
        moved.add(10, moved.remove(20));
        assertThat(check(joined(moved))).isInstanceOf(Verification.Broken.class);
        List<byte[]> doubled = lines();
        doubled.add(7, doubled.get(7));
        assertThat(check(joined(doubled))).isInstanceOf(Verification.Broken.class);
        List<byte[]> longer = lines();
        longer.add(longer.getLast());
        assertThat(check(joined(longer)))
                .isEqualTo(new Verification.Broken(ENTRIES + 1, "something follows the last line"));
    }

    @Test
    void aFileThatIsCutOffIsFoundWhereverItEnds() throws IOException {
        for (int length : List.of(0, 1, file.length / 2, file.length - 2, file.length - 1)) {
            assertThat(check(Arrays.copyOf(file, length))).isInstanceOf(Verification.Broken.class);
        }
    }

    @Test
    void entriesCutOffBehindAForgedLastLineAreFoundByTheNotedHead() throws IOException {
        List<byte[]> lines = lines();
        List<byte[]> forged = new ArrayList<>(lines.subList(0, ENTRIES - 1));
        String last = hash(forged.getLast());
        forged.add("{\"entries\":999,\"head\":\"%s\"}\n".formatted(last).getBytes(StandardCharsets.UTF_8));
        assertThat(TrailFile.check(new ByteArrayInputStream(joined(forged)), Optional.empty()))
                .isInstanceOf(Verification.Whole.class);
        assertThat(check(joined(forged)))
                .isEqualTo(new Verification.Broken(999, "the newest hash is not the one that was noted"));
    }

    private static Verification check(byte[] bytes) throws IOException {
        return TrailFile.check(new ByteArrayInputStream(bytes), Optional.of(head));
    }

    private static byte[] without(int index) {
        List<byte[]> lines = lines();
        lines.remove(index);
        return joined(lines);
    }

    private static List<byte[]> lines() {
        List<byte[]> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < file.length; i++) {
            if (file[i] == '\n') {
                lines.add(Arrays.copyOfRange(file, from, i + 1));
                from = i + 1;
            }
        }
        return lines;
    }

    private static byte[] joined(List<byte[]> lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        lines.forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static String hash(byte[] line) {
        String text = new String(line, StandardCharsets.UTF_8);
        int at = text.indexOf("\"hash\":\"") + 8;
        return text.substring(at, at + 64);
    }
}
