package io.customerroom.state;

import static io.customerroom.state.StateStoreTest.ANA;
import static io.customerroom.state.StateStoreTest.EXAMPLE;
import static io.customerroom.state.StateStoreTest.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.customerroom.kernel.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A disk of two megabytes of its own, which only root can make. */
@DisabledIf("io.customerroom.state.TestPlace#isServer")
class DiskTest {

    @TempDir
    Path folder;

    private Path disk;
    private Path file;

    @BeforeEach
    void mount() throws IOException {
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                command("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString()),
                "only root can make a small disk");
        file = disk.resolve("state").resolve("room.db");
    }

    @AfterEach
    void unmount() {
        command("umount", disk.toString());
    }

    @Test
    void aFullDiskRefusesTheWriteAndLosesNothing() throws IOException {
        try (StateStore store = StateStore.open(file, NOON, EXAMPLE)) {
            write(store, "kept");
            Path ballast = fill();
            assertThatThrownBy(() -> write(store, "x".repeat(500_000))).satisfies(DiskTest::saysDiskFull);
            assertThat(store.trail().entries(TrailFilter.everything(), 10)).hasSize(1);
            Files.delete(ballast);
            write(store, "after");
            assertThat(store.trail().entries(TrailFilter.everything(), 10)).hasSize(2);
            assertThat(store.trail().verify()).isInstanceOf(Trail.Verification.Whole.class);
        }
    }

    @Test
    void aDiskThatIsReadOnlyIsNamed() {
        try (StateStore store = StateStore.open(file, NOON, EXAMPLE)) {
            write(store, "kept");
        }
        assertThat(command("mount", "-o", "remount,ro", disk.toString())).isTrue();
        assertThatThrownBy(() -> {
                    try (StateStore store = StateStore.open(file, NOON, EXAMPLE)) {
                        write(store, "lost");
                    }
                })
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("STATE_NOT_WRITABLE"));
        assertThat(command("mount", "-o", "remount,rw", disk.toString())).isTrue();
        try (StateStore store = StateStore.open(file, NOON, EXAMPLE)) {
            assertThat(store.trail().entries(TrailFilter.everything(), 10)).hasSize(1);
        }
    }

    private static void saysDiskFull(Throwable thrown) {
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("STATE_DISK_FULL"));
    }

    private Path fill() throws IOException {
        Path ballast = disk.resolve("ballast");
        long free = Files.getFileStore(disk).getUsableSpace();
        return Files.write(ballast, new byte[Math.toIntExact(free)]);
    }

    private static void write(StateStore store, String words) {
        store.write(ANA, writing -> {
            writing.handle().execute("INSERT INTO note (words) VALUES (?)", words);
            writing.record("note-written", "note", Map.of("length", words.length()));
            return words;
        });
    }

    static boolean command(String... words) {
        try {
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false; // there is no such command here
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
