package io.customerroom.engine.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.imports.ImportRequest;
import io.customerroom.ledger.imports.ImportRoom;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each file is refused with a code, or its bad rows are set aside; never half a batch. */
class HostileFileIT {

    private static final String HEAD = "order,customer,date,amount\n";
    private static final String GOOD = "o1,anna,2026-01-05,10\n";

    @TempDir
    Path folder;

    private ImportRoom room;

    @BeforeEach
    void open() {
        room = new ImportRoom(folder);
    }

    @AfterEach
    void nothingHalfDone() throws IOException {
        assertThat(room.imports.sweep()).isZero();
        try (Stream<Path> staging =
                Files.exists(room.workspace.staging()) ? Files.list(room.workspace.staging()) : Stream.empty()) {
            assertThat(staging).isEmpty();
        }
        room.close();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            FILE_EMPTY,                ''
            FILE_WITHOUT_ROWS,         'order,customer,date,amount\n'
            HEADER_MISSING,            '\n\n\n'
            MAPPING_DOES_NOT_FIT,      'order,customer,date,date,amount\no1,anna,2026-01-05,2026-01-05,1\n'
            QUOTE_NEVER_CLOSED,        'order,customer,date,amount\no1,"anna,2026-01-05,1\n'
            FORMAT_NOT_PROVEN,         'order,customer,date,amount\no1,anna,1/2/2026,1\n'
            FORMAT_NOT_PROVEN,         'order,customer,date,amount\no1,anna,2026-01-05,"1,234"\n'
            FORMAT_NOT_PROVEN,         'order,customer,date,amount\no1,anna,43831,1\n'
            FILE_NOT_SUPPORTED,        '%PDF-1.7 order,customer,date,amount\n'
            PARQUET_DAMAGED,           'PAR1order,customer,date,amount\n'
            """)
    void aTextThatIsNoTableIsRefused(String code, String text) {
        refused(code, text.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aTruncatedArchiveIsRefused() throws IOException {
        byte[] packed = gzip(HEAD + GOOD.repeat(50_000));
        refused("FILE_TRUNCATED", Arrays.copyOf(packed, packed.length - 20));
    }

    @Test
    void aSmallFileThatUnpacksToAFloodIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(HEAD.getBytes(StandardCharsets.UTF_8));
            byte[] rows = GOOD.repeat(40_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 90; i++) {
                out.write(rows);
            }
        }
        refused("FILE_UNPACKS_TOO_LARGE", bytes.toByteArray());
    }

    @Test
    void aHundredThousandColumnsAreRefused() {
        refused("TOO_MANY_COLUMNS", "a,".repeat(100_000).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aFieldOfFiftyMegabytesIsRefusedQuotedOrNot() {
        String field = "x".repeat(50_000_000);
        refused("ROW_TOO_LONG", (HEAD + "o1," + field + ",2026-01-05,1\n").getBytes(StandardCharsets.UTF_8));
        refused("CELL_TOO_LONG", (HEAD + "o1,\"" + field + "\",2026-01-05,1\n").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void workbooksThatAreNoneAreRefused() throws IOException {
        refused("FILE_NOT_SUPPORTED", zip("notes.txt", "hello"));
        refused(
                "WORKBOOK_UNSAFE",
                zip("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hosts\">]><x>&e;</x>"));
        refused("WORKBOOK_DAMAGED", zip("xl/workbook.xml", "<workbook>"));
        refused("FILE_TRUNCATED", Arrays.copyOf(zip("xl/workbook.xml", "<workbook/>"), 60));
        refused("FILE_UNPACKS_TOO_LARGE", zip("xl/workbook.xml", " ".repeat(80 << 20)));
        refused("FILE_NOT_SUPPORTED", new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1, 2, 3, 4});
    }

    @Test
    void nulBytesAndRaggedRowsAreSetAside() {
        assertThat(load(HEAD + GOOD + "o2,an\0na,2026-01-05,1\no3,ben\no4,ben,2026-01-05,1,2,3\n")
                        .counts()
                        .setAside())
                .hasToString("{NUL_BYTE=1, RAGGED_ROW=2}");
    }

    @Test
    void lineEndsMayBeMixed() {
        assertThat(
                        load("order,customer,date,amount\r\no1,anna,2026-01-05,1\no2,anna,2026-01-05,1\ro3,anna,2026-01-05,1\r\n\r\n")
                                .counts()
                                .kept())
                .isEqualTo(3);
    }

    @Test
    void aByteOrderMarkMayStandThereTwice() {
        assertThat(load("\ufeff\ufeff" + HEAD + GOOD).counts().kept()).isEqualTo(1);
    }

    @Test
    void utf16IsReadWithAndWithoutMark() {
        for (String name : new String[] {"UTF-16", "UTF-16LE", "UTF-16BE"}) {
            byte[] bytes = (HEAD + GOOD.replace("anna", "änna")).getBytes(Charset.forName(name));
            assertThat(load(bytes).counts().kept()).as(name).isEqualTo(1);
        }
        assertThat(room.ask("SELECT DISTINCT customer FROM purchase")).isEqualTo(room.key("customer", "änna") + "\n");
    }

    @Test
    void formulasStayText() {
        load("order,customer,date,amount,product\no1,anna,2026-01-05,1,\"=HYPERLINK(\"\"http://x\"\")\"\n");
        assertThat(room.ask("SELECT product FROM purchase")).isEqualTo("=HYPERLINK(\"http://x\")\n");
    }

    @Test
    void namesLeadNowhere() {
        Path file = room.file("rows.csv", HEAD + GOOD);
        Receipt receipt = room.load(new ImportRequest(
                file,
                "../../../etc/..\\evil/../x.csv",
                FactKind.PURCHASE,
                java.util.Optional.empty(),
                java.util.Optional.of("../../up"),
                java.util.Optional.empty()));
        assertThat(receipt.batch()).isEqualTo("b0001-purchase-up");
        assertThat(receipt.file().name()).isEqualTo("x.csv");
        assertThat(room.workspace.facts("purchase", receipt.batch())).exists();
    }

    @Test
    void datesManglesBySpreadsheetsAreSetAside() {
        assertThat(load(HEAD + GOOD + "o2,anna,43831,1\no3,anna,########,1\no4,anna,1899-12-30,1\n")
                        .counts()
                        .setAside())
                .hasToString("{DATE_UNREADABLE=3}");
    }

    @Test
    void delimitersHiddenInCellsChangeNothing() {
        load("order;customer;date;amount;product\no1;anna;2026-01-05;1;\"a;b\u001fc\"\"d\"\"\n\te\"\n");
        assertThat(room.ask("SELECT product FROM purchase")).isEqualTo("a;b c\"d\"  e\n");
    }

    private void refused(String code, byte[] bytes) {
        Failure failure = catchThrowableOfType(Failure.class, () -> load(bytes));
        assertThat(failure).isNotNull();
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.kind()).isEqualTo(Failure.Kind.YOURS);
        assertThat(failure.nextStep()).isNotBlank();
        assertThat(room.imports.batches()).isEmpty();
    }

    private Receipt load(String text) {
        return load(text.getBytes(StandardCharsets.UTF_8));
    }

    private Receipt load(byte[] bytes) {
        return room.load(ImportRequest.of(room.file("rows.csv", bytes), FactKind.PURCHASE));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String entry, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry(entry));
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
