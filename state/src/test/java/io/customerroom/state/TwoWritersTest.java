package io.customerroom.state;

import static io.customerroom.state.StateStoreTest.ANA;
import static io.customerroom.state.StateStoreTest.EXAMPLE;
import static io.customerroom.state.StateStoreTest.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line and the server write the same file: here as two processes, and as two stores in one. */
class TwoWritersTest {

    private static final int EACH = 40;

    @TempDir
    Path folder;

    @Test
    void twoProcessesWriteOneChain() throws Exception {
        Path file = TestPlace.at(folder.resolve("room.db"), EXAMPLE);
        Process other = start(file, "other");
        try (StateStore store = StateStore.open(file, NOON, EXAMPLE)) {
            writeMany(store, "mine");
            assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(other.exitValue()).isZero();
            assertThat(store.trail().verify())
                    .isInstanceOfSatisfying(
                            Trail.Verification.Whole.class,
                            whole -> assertThat(whole.entries()).isEqualTo(2 * EACH));
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void aReaderSeesTheStoreWhileAnotherWrites() {
        Path file = TestPlace.at(folder.resolve("room.db"), EXAMPLE);
        try (StateStore one = StateStore.open(file, NOON, EXAMPLE);
                StateStore two = StateStore.open(file, NOON, EXAMPLE)) {
            one.write(ANA, writing -> {
                writing.record("thing-done", "a", Map.of());
                assertThat(two.trail().entries(TrailFilter.everything(), 10)).isEmpty();
                return "a";
            });
            assertThat(two.trail().entries(TrailFilter.everything(), 10)).hasSize(1);
        }
    }

    /** The other process. */
    public static void main(String... arguments) {
        try (StateStore store = StateStore.open(Path.of(arguments[0]), NOON, EXAMPLE)) {
            writeMany(store, arguments[1]);
        }
    }

    private static void writeMany(StateStore store, String name) {
        for (int i = 0; i < EACH; i++) {
            int number = i;
            store.write(ANA, writing -> {
                writing.record("thing-done", name + number, Map.of("number", number));
                return name;
            });
        }
    }

    private static Process start(Path file, String name) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TwoWritersTest.class.getName(),
                        file.toString(),
                        name)
                .inheritIO()
                .start();
    }
}
