package io.customerroom.ledger.imports.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {

    private static final byte[] TABLE = "id\n1\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void itsFilesLieUnderNamesOfOurOwnInTheOrderOfTheirs() throws IOException {
        Path zip =
                zip(Map.of("b/two.CSV", TABLE, "one.jsonl", TABLE, "__MACOSX/one.jsonl", TABLE, "b/.DS_Store", TABLE));
        assertThat(Archive.is(zip)).isTrue();
        List<Archive.Member> members = unpacked(zip);
        assertThat(members.stream().map(Archive.Member::name))
                .containsExactly("march.zip › b › two.CSV", "march.zip › one.jsonl");
        assertThat(members.stream().map(member -> member.file().getFileName().toString()))
                .containsExactly("0001.csv", "0002.jsonl");
        assertThat(members.getFirst().file()).hasBinaryContent(TABLE);
    }

    @Test
    void aWorkbookIsNoArchive() throws IOException {
        assertThat(Archive.is(zip(Map.of("xl/workbook.xml", TABLE)))).isFalse();
        assertThat(Archive.is(Files.write(folder.resolve("plain.csv"), TABLE))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../up.csv", "/root.csv", "a/../../b.csv", "C:\\x.csv", "C:x.csv", "a\nb.csv"})
    void aNameThatLeadsElsewhereIsRefusedAndLeavesNothing(String name) throws IOException {
        Path zip = zip(Map.of("good.csv", TABLE, name, TABLE));
        refused(zip, Limits.standard(), "ARCHIVE_UNSAFE");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).containsExactly(zip);
        }
    }

    @Test
    void whatUnpacksToAFloodIsRefused() throws IOException {
        Path zip = zip(Map.of("flood.csv", new byte[1 << 20]));
        refused(zip, new Limits(1 << 20, 1 << 21, 10, 100L << 20, 10, 1 << 16), "FILE_UNPACKS_TOO_LARGE");
        refused(zip, new Limits(1 << 20, 1 << 21, 10, 1 << 19, 1_000_000, 1L << 40), "FILE_UNPACKS_TOO_LARGE");
    }

    @Test
    void archivesInsideEmptyOnesAndDamagedOnesAreRefused() throws IOException {
        byte[] inner = Files.readAllBytes(zip(Map.of("a.csv", TABLE)));
        refused(zip(Map.of("inner.zip", inner)), Limits.standard(), "ARCHIVE_INSIDE_ARCHIVE");
        refused(zip(Map.of("a.gz", new byte[] {0x1f, (byte) 0x8b, 8})), Limits.standard(), "ARCHIVE_INSIDE_ARCHIVE");
        refused(zip(Map.of("empty/", new byte[0])), Limits.standard(), "FILE_EMPTY");
        Path cut = Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(inner, inner.length / 2));
        refused(cut, Limits.standard(), "FILE_TRUNCATED");
    }

    @Test
    void moreThanAThousandFilesAreRefused() throws IOException {
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 1001; i++) {
            many.put(i + ".csv", new byte[0]);
        }
        refused(zip(many), Limits.standard(), "ARCHIVE_TOO_MANY_FILES");
    }

    private void refused(Path zip, Limits limits, String code) {
        assertThatThrownBy(() -> Archive.unpack(zip, "march.zip", folder.resolve("out"), limits))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(code));
    }

    private List<Archive.Member> unpacked(Path zip) {
        return Archive.unpack(zip, "march.zip", folder.resolve("out"), Limits.standard());
    }

    private Path zip(Map<String, byte[]> files) throws IOException {
        Path zip = folder.resolve("march.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
                out.closeEntry();
            }
        }
        return zip;
    }
}
