package io.customerroom.ledger.imports.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.customerroom.kernel.Failure;
import io.customerroom.state.Hash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceFileTest {

    private static final SourceFile.Reading FOUND_OUT =
            new SourceFile.Reading(Optional.empty(), Optional.empty(), Optional.empty(), 1);
    private static final String TABLE = "id,name\n1,Zoë\n2,Jürgen €\n";
    private static final List<List<String>> ROWS =
            List.of(List.of("id", "name"), List.of("1", "Zoë"), List.of("2", "Jürgen €"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(textBlock = """
            UTF-8,    ''
            UTF-8,    '\ufeff'
            UTF-8,    '\ufeff\ufeff'
            UTF-16LE, '\ufeff'
            UTF-16BE, '\ufeff'
            UTF-16LE, ''
            UTF-16BE, ''
            """)
    void unicodeIsFoundOutWithAndWithoutMarks(String encoding, String marks) {
        assertThat(read((marks + TABLE).getBytes(Charset.forName(encoding)), FOUND_OUT))
                .isEqualTo(ROWS);
    }

    @Test
    void whatWasFoundOutIsToldAsANote() {
        assertThat(notes(("\ufeff" + TABLE).getBytes(StandardCharsets.UTF_16LE)))
                .containsExactly("read as UTF-16 (little endian)");
        assertThat(notes(TABLE.getBytes(StandardCharsets.UTF_16BE))).containsExactly("read as UTF-16 (big endian)");
        assertThat(notes(("\ufeff\ufeff" + TABLE).getBytes(StandardCharsets.UTF_8)))
                .containsExactly("passed over 2 byte order marks");
        assertThat(notes(TABLE.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void windows1252IsReadWhereItIsStatedAndNoticedWhereItIsNot() {
        byte[] bytes = TABLE.getBytes(Charset.forName("windows-1252"));
        assertThat(read(bytes, stated("windows-1252"))).isEqualTo(ROWS);
        assertThatThrownBy(() -> read(bytes, FOUND_OUT)).isInstanceOf(NotUtf8.class);
    }

    @Test
    void aCharacterOfTwoSurrogatesSurvivesEveryPlaceInUtf16() {
        for (int shift = 0; shift < 3; shift++) {
            String text = "x".repeat((1 << 14) - 2 + shift) + "😀";
            assertThat(read(("id\n" + text).getBytes(StandardCharsets.UTF_16LE), stated("UTF-16LE")))
                    .containsExactly(List.of("id"), List.of(text));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            61 0a c3 28        | a lone leading byte
            61 0a 80           | a lone following byte
            61 0a c0 af        | an overlong slash
            61 0a e0 80 af     | another overlong slash
            61 0a ed a0 80     | a surrogate
            61 0a f4 90 80 80  | beyond the last character
            61 0a f5 80 80 80  | far beyond it
            61 0a e2 82        | cut off at the end
            """)
    void bytesThatAreNoUtf8AreNoticed(String hex, String what) {
        byte[] bytes = java.util.HexFormat.ofDelimiter(" ").parseHex(hex);
        assertThatThrownBy(() -> read(bytes, FOUND_OUT)).as(what).isInstanceOf(NotUtf8.class);
        Failure failure = refused(bytes, stated("UTF-8"));
        assertThat(failure.code()).as(what).isEqualTo("ENCODING_WRONG");
        assertThat(failure.getMessage()).as(what).contains("byte ");
    }

    @Test
    void aWrongByteIsNamedByItsPlace() {
        byte[] bytes = "id\n1\n\u00e4\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refused(bytes, stated("UTF-8")).getMessage()).contains("byte 7 ");
    }

    @Test
    void allOfUnicodeIsUtf8() {
        StringBuilder text = new StringBuilder("a\n");
        for (int point : new int[] {0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x3ffff, 0x10ffff}) {
            text.appendCodePoint(point);
        }
        assertThat(read(text.toString().getBytes(StandardCharsets.UTF_8), FOUND_OUT))
                .containsExactly(List.of("a"), List.of(text.substring(2)));
    }

    @Test
    void utf16ThatEndsInHalfACharacterIsRefused() {
        byte[] bytes = TABLE.getBytes(StandardCharsets.UTF_16LE);
        assertThat(refused(Arrays.copyOf(bytes, bytes.length - 1), FOUND_OUT).code())
                .isEqualTo("ENCODING_WRONG");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            comma     ~ a,b;c\\n1,2;3\\n4,5;6          ~ 2
            semicolon ~ a;b,c;d\\n1;2,5;3\\n4;5,5;6    ~ 3
            tab       ~ a\\tb\\n1,5\\t2               ~ 2
            pipe      ~ a|b|c\\n1|2|3                 ~ 3
            semicolon ~ a;"b,,,,"\\n1;"x\\ny"          ~ 2
            none      ~ a                             ~ 1
            """)
    void theDelimiterIsTheOneThatMakesTheRowsAlike(String delimiter, String text, int columns) {
        List<List<String>> rows = read(
                text.strip().replace("\\n", "\n").replace("\\t", "\t").getBytes(StandardCharsets.UTF_8), FOUND_OUT);
        assertThat(rows).as(delimiter).allSatisfy(row -> assertThat(row).hasSize(columns));
    }

    @Test
    void aStatedDelimiterCounts() {
        assertThat(read(
                        "a;b,c\n1;2,3\n".getBytes(StandardCharsets.UTF_8),
                        new SourceFile.Reading(Optional.empty(), Optional.of(','), Optional.empty(), 1)))
                .containsExactly(List.of("a;b", "c"), List.of("1;2", "3"));
    }

    @Test
    void theHeaderMayStandFurtherDown() {
        byte[] bytes = "Report of May\nprinted 2026-06-01\nid;name\n1;anna\n".getBytes(StandardCharsets.UTF_8);
        assertThat(read(bytes, headerIn(3))).containsExactly(List.of("id", "name"), List.of("1", "anna"));
        assertThat(refused(bytes, headerIn(6)).code()).isEqualTo("HEADER_MISSING");
    }

    @Test
    void aPackedFileIsReadLikeAPlainOneAndHashedAsItLies() throws IOException {
        byte[] packed = gzip(TABLE);
        assertThat(read(packed, FOUND_OUT)).isEqualTo(ROWS);
        try (OpenedFile opened = file(packed).open(FOUND_OUT, bytes -> {})) {
            assertThat(opened.contentHash())
                    .isEqualTo(java.util.HexFormat.of().formatHex(Hash.sha256().digest(packed)));
        }
    }

    @Test
    void aPackedFileThatEndsEarlyIsRefused() throws IOException {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder("id\n");
        for (int i = 0; i < 5_000; i++) {
            text.append(random.nextLong()).append('\n');
        }
        byte[] packed = gzip(text.toString());
        for (int missing : new int[] {1, 8, 1_000, packed.length / 2}) {
            assertThat(refused(Arrays.copyOf(packed, packed.length - missing), FOUND_OUT)
                            .code())
                    .as("%d bytes missing", missing)
                    .isEqualTo("FILE_TRUNCATED");
        }
    }

    @Test
    void aPackedFileThatSwellsBeyondItsLimitsIsRefused() throws IOException {
        byte[] packed = gzip("id\n" + "1\n".repeat(100_000));
        assertThat(refused(packed, new Limits(100, 100, 5, 50_000, 1_000, 1 << 20))
                        .code())
                .isEqualTo("FILE_UNPACKS_TOO_LARGE");
        assertThat(refused(packed, new Limits(100, 100, 5, 1 << 30, 10, 100_000))
                        .code())
                .isEqualTo("FILE_UNPACKS_TOO_LARGE");
        assertThat(read(packed, FOUND_OUT)).hasSize(100_001);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''          | FILE_EMPTY
            %PDF-1.4    | FILE_NOT_SUPPORTED
            """)
    void whatIsNoTableIsRefusedByItsFirstBytes(String start, String code) {
        Failure failure = catchThrowableOfType(Failure.class, () -> file(start.getBytes(StandardCharsets.US_ASCII)));
        assertThat(failure.code()).isEqualTo(code);
    }

    @Test
    void parquetIsRefusedWhereNoEngineIsAtHand() {
        SourceFile parquet = file("PAR1".getBytes(StandardCharsets.US_ASCII));
        assertThat(catchThrowableOfType(Failure.class, () -> parquet.open(FOUND_OUT, bytes -> {}))
                        .code())
                .isEqualTo("FILE_NOT_SUPPORTED");
    }

    @Test
    void oldWorkbooksAndFoldersAreRefused() {
        assertThat(catchThrowableOfType(
                                Failure.class, () -> file(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0}))
                        .nextStep())
                .contains(".xlsx");
        assertThat(catchThrowableOfType(Failure.class, () -> SourceFile.of(folder, "folder.csv", Limits.standard()))
                        .code())
                .isEqualTo("FILE_MISSING");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rows.csv",
                "../../etc/rows.csv",
                "C:\\Users\\Ana\\rows.csv",
                "/elsewhere/rows.csv",
                "a/../rows.csv",
                "ro\u0000ws.csv"
            })
    void ofANameOnlyTheLastPartCounts(String name) throws IOException {
        Path file = Files.writeString(folder.resolve("x"), "a\n");
        assertThat(SourceFile.of(file, name, Limits.standard()).name()).isEqualTo("rows.csv");
    }

    @Test
    void aNameThatIsNoneIsReplacedAndALongOneCut() throws IOException {
        Path file = Files.writeString(folder.resolve("x"), "a\n");
        for (String name : new String[] {"", "..", ".", "a/", "\n"}) {
            assertThat(SourceFile.of(file, name, Limits.standard()).name()).isEqualTo("file");
        }
        assertThat(SourceFile.of(file, "ä".repeat(300), Limits.standard()).name())
                .isEqualTo("ä".repeat(50) + "…");
    }

    @Test
    void progressReachesTheLengthOfTheFile() {
        byte[] bytes = TABLE.repeat(1_000).getBytes(StandardCharsets.UTF_8);
        List<Long> reached = new ArrayList<>();
        try (OpenedFile opened = file(bytes).open(FOUND_OUT, reached::add)) {
            Row row = new Row();
            while (opened.next(row)) {}
        }
        assertThat(reached).isSorted().last().isEqualTo((long) bytes.length);
    }

    private static SourceFile.Reading stated(String encoding) {
        return new SourceFile.Reading(Optional.of(Charset.forName(encoding)), Optional.empty(), Optional.empty(), 1);
    }

    private static SourceFile.Reading headerIn(int row) {
        return new SourceFile.Reading(Optional.empty(), Optional.empty(), Optional.empty(), row);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private Failure refused(byte[] bytes, SourceFile.Reading reading) {
        Failure failure = catchThrowableOfType(Failure.class, () -> read(bytes, reading));
        assertThat(failure).isNotNull();
        return failure;
    }

    private Failure refused(byte[] bytes, Limits limits) {
        Failure failure = catchThrowableOfType(Failure.class, () -> read(bytes, FOUND_OUT, limits));
        assertThat(failure).isNotNull();
        return failure;
    }

    private List<String> notes(byte[] bytes) {
        try (OpenedFile opened = file(bytes).open(FOUND_OUT, read -> {})) {
            return opened.notes();
        }
    }

    private List<List<String>> read(byte[] bytes, SourceFile.Reading reading) {
        return read(bytes, reading, Limits.standard());
    }

    private List<List<String>> read(byte[] bytes, SourceFile.Reading reading, Limits limits) {
        List<List<String>> all = new ArrayList<>();
        try (OpenedFile opened = file(bytes, limits).open(reading, read -> {})) {
            Row row = new Row();
            while (opened.next(row)) {
                all.add(row.texts());
            }
        }
        return all;
    }

    private SourceFile file(byte[] bytes) {
        return file(bytes, Limits.standard());
    }

    private SourceFile file(byte[] bytes, Limits limits) {
        try {
            return SourceFile.of(Files.write(folder.resolve("rows.csv"), bytes), "rows.csv", limits);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
