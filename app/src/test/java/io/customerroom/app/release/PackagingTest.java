package io.customerroom.app.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagingTest {

    private static final Path PACKAGING =
            Objects.requireNonNull(Path.of("").toAbsolutePath().getParent()).resolve("packaging");

    @TempDir
    private Path folder;

    @Test
    void theServiceMayWriteToItsWorkspaceOnly() throws IOException {
        assertThat(Files.readAllLines(PACKAGING.resolve("customer-room.service")))
                .contains(
                        "DynamicUser=yes",
                        "StateDirectory=customer-room",
                        "StateDirectoryMode=0700",
                        "ProtectSystem=strict",
                        "ProtectHome=yes",
                        "PrivateTmp=yes",
                        "NoNewPrivileges=yes",
                        "CapabilityBoundingSet=",
                        "ExecStart=/opt/customer-room/customer-room serve --dir /var/lib/customer-room")
                // the just-in-time compiler writes code: this line would keep Java from starting
                .noneMatch(line -> line.startsWith("MemoryDenyWriteExecute"))
                .noneMatch(line -> line.contains("--address"));
    }

    @Test
    void theImageRunsAsNobodySpecialAndKeepsDataInAVolume() throws IOException {
        List<String> lines = Files.readAllLines(PACKAGING.resolve("Dockerfile"));
        assertThat(lines)
                .contains(
                        "USER customer-room",
                        "VOLUME /var/lib/customer-room",
                        "COPY --chown=root:root . /opt/customer-room");
        assertThat(lines.indexOf("USER customer-room")).isGreaterThan(indexOf(lines, "RUN "));
        assertThat(lines).anyMatch(line -> line.startsWith("ENTRYPOINT [\"/bin/sh\"") && line.contains("exec "));
        assertThat(lines).noneMatch(line -> line.startsWith("ENV ") || line.startsWith("ADD "));
    }

    @Test
    void aPackageIsNotMadeFromAPackage() {
        assertThatThrownBy(() -> new SourceTree(folder)).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.code()).isEqualTo("NOT_A_SOURCE_TREE");
            assertThat(failure).hasMessageContaining("pom.xml is not in " + folder);
        });
    }

    @Test
    void rightsAndTimesAreKept() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("room"));
        Path plain = Files.writeString(inside.resolve("NOTES.md"), "plain");
        Path program = Files.writeString(inside.resolve("run"), "program");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Instant moment = Instant.parse("2026-03-29T01:30:02Z");
        for (Path file : List.of(plain, program)) {
            Files.setLastModifiedTime(file, FileTime.from(moment));
        }
        Path zip = folder.resolve("room.zip");
        Zipping.write(inside, zip);
        try (ZipFile read = ZipFile.builder().setPath(zip).get()) {
            ZipArchiveEntry run = read.getEntry("room/run");
            assertThat(run.getUnixMode() & 0777).isEqualTo(0755);
            assertThat(run.getLastModifiedTime().toInstant()).isEqualTo(moment);
            assertThat(read.getEntry("room/NOTES.md").getUnixMode() & 0777).isEqualTo(0644);
        }
    }

    @Test
    void checksumsAreWrittenAsTheUsualToolReadsThem() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "abc");
        // FIPS 180-2, appendix B.1
        assertThat(Checksums.of(folder, List.of(file)))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a\n");
    }

    @Test
    void aPlatformIsNamedAsPeopleNameIt() {
        assertThat(Platform.of("Linux", "amd64")).hasToString("linux-x64");
        assertThat(Platform.of("Mac OS X", "aarch64")).hasToString("macos-arm64");
        assertThat(Platform.of("Windows 11", "amd64")).hasToString("windows-x64");
    }

    private static int indexOf(List<String> lines, String beginning) {
        return lines.stream()
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .map(lines::indexOf)
                .orElseThrow();
    }
}
