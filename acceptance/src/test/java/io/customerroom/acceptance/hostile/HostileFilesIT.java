package io.customerroom.acceptance.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.customerroom.acceptance.hostile.HostileFile.Answer;
import io.customerroom.acceptance.support.Typed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every hostile file ends in a clear refusal or in rows set aside; never in a stack trace, a hang or half a batch. */
@TestInstance(Lifecycle.PER_CLASS)
class HostileFilesIT {

    private Path folder = Path.of("");
    private Path workspace = Path.of("");

    @BeforeAll
    void aWorkspace(@TempDir Path fresh) {
        folder = fresh;
        workspace = folder.resolve("room");
        Typed.well(folder, "init", workspace.toString());
    }

    static List<HostileFile> files() {
        return HostileFiles.all();
    }

    @Test
    void thereAreAtLeastFortyOfThem() {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(40);
    }

    @ParameterizedTest
    @MethodSource("files")
    void isRefusedClearlyOrSetAside(HostileFile hostile) {
        Path file = hostile.in(folder);
        List<Path> before = batchFiles();
        Typed typed = assertTimeoutPreemptively(
                Duration.ofSeconds(90),
                () -> Typed.in(workspace, "import", file.toString(), "--as", "purchase", "--source", hostile.name()));
        typed.showsNoInsides();
        switch (hostile.answer()) {
            case Answer.Refused(String mention) -> {
                assertThat(typed.exitCode()).as(typed.err()).isEqualTo(2);
                assertThat(typed.err()).contains(mention).containsPattern("\\[[A-Z_]+]");
                assertThat(batchFiles()).isEqualTo(before);
            }
            case Answer.Kept(long read, long setAside) -> {
                assertThat(typed.exitCode()).as(typed.err()).isZero();
                assertThat(typed.out() + typed.err())
                        .containsPattern("\\b%d rows? read = %d kept \\+ %d set aside"
                                .formatted(read, read - setAside, setAside));
            }
        }
        assertThat(files(workspace.resolve("staging"))).isEmpty();
        assertThat(folder.resolveSibling("climbed.txt")).doesNotExist();
    }

    private List<Path> batchFiles() {
        return Stream.of("facts", "persons", "quarantine")
                .flatMap(place -> files(workspace.resolve(place)).stream())
                .toList();
    }

    private static List<Path> files(Path place) {
        if (!Files.exists(place)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(place)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
