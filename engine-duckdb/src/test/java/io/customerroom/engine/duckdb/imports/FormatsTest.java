package io.customerroom.engine.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.imports.ImportRequest;
import io.customerroom.ledger.imports.ImportRoom;
import io.customerroom.ledger.imports.Parts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same purchases as text, Parquet, JSON Lines, a list in JSON, and packed. */
class FormatsTest {

    private static final String FACTS =
            "SELECT * EXCLUDE (batch, recorded_at) FROM purchase WHERE source = '%s' ORDER BY line";

    private static final String CSV = """
            order,line,customer.id,placed,amount,product
            o1,1,17850,2026-01-05T09:30:00Z,10.250000,tea
            o1,2,17850,2026-01-05T09:30:00Z,-3.5,"mug, blue"
            o2,1,,2026-01-06T23:59:59.25Z,0.1,
            """;
    private static final String LINES = """
            {"order": "o1", "line": 1, "customer": {"id": 17850}, "placed": "2026-01-05T09:30:00Z", "amount": 10.25, "product": "tea"}

            {"order":"o1","line":2,"product":"mug, blue","customer":{"id":17850,"tags":["a",1]},"placed":"2026-01-05T10:30:00+01:00","amount":-3.5}
            {"order":"o2","line":1,"customer":null,"placed":"2026-01-06T23:59:59.250Z","amount":1e-1,"product":null}
            """;
    private static final String MAPPING = """
            fact: purchase
            source: %s
            columns: {order: order, line: line, customer: customer.id, date: placed, amount: amount, product: product}
            """;

    @TempDir
    static Path folder;

    private static ImportRoom room;
    private static String expected;

    @BeforeAll
    static void asText() {
        room = new ImportRoom(folder);
        room.load(MAPPING.formatted("text"), "text.csv", CSV);
        expected = facts("text");
        assertThat(expected.lines()).hasSize(3);
    }

    @AfterAll
    static void close() {
        room.close();
    }

    private static String facts(String source) {
        return room.ask(FACTS.formatted(source)).replace(" " + source + " ", " text ");
    }

    @Test
    void jsonLinesGiveTheSameFacts() throws IOException {
        assertThat(load("lines", "lines.jsonl", LINES.getBytes(StandardCharsets.UTF_8))
                        .counts()
                        .kept())
                .isEqualTo(3);
        assertThat(facts("lines")).isEqualTo(expected);
        assertThat(load("packed", "lines.jsonl.gz", gzip("\uFEFF" + LINES))
                        .counts()
                        .read())
                .isEqualTo(3);
        assertThat(facts("packed")).isEqualTo(expected);
    }

    @Test
    void aListInJsonGivesTheSameFacts() {
        String list = "[" + LINES.strip().replaceAll("\n+", ",\n  ") + "]";
        assertThat(load("list", "list.json", list.getBytes(StandardCharsets.UTF_8))
                        .counts()
                        .kept())
                .isEqualTo(3);
        assertThat(facts("list")).isEqualTo(expected);
    }

    @Test
    void parquetGivesTheSameFactsFromTypesAndNestedColumns() throws IOException {
        Path file = parquet("typed.parquet", """
                SELECT * FROM (VALUES
                    ('o1', 1::TINYINT, {'id': 17850::BIGINT}, TIMESTAMPTZ '2026-01-05 10:30:00+01', 10.25::DECIMAL(9,2), 'tea'::BLOB, ['x']),
                    ('o1', 2, {'id': 17850}, TIMESTAMPTZ '2026-01-05 09:30:00+00', -3.5, 'mug, blue'::BLOB, NULL),
                    ('o2', 1, NULL, TIMESTAMPTZ '2026-01-06 23:59:59.25+00', 0.1, NULL, [])
                ) AS t("order", line, customer, placed, amount, product, tags)
                """);
        assertThat(load("parquet", "typed.parquet", Files.readAllBytes(file))
                        .counts()
                        .kept())
                .isEqualTo(3);
        assertThat(facts("parquet")).isEqualTo(expected);
    }

    @Test
    void aFaultyLineIsSetAsideWithItsPlaceAndSpoilsNoOther() throws IOException {
        String text = LINES + """
                {"order": "o3", "line": 1, "customer": {"id": 1}, "placed": "2026-01-07", "amount": 1
                [1, 2]
                {"order": "o4", "order": "o5", "placed": "2026-01-07", "amount": 1}
                {"order": "o6", "line": 1, "placed": "2026-01-07", "amount": "nine"}
                {"order": "o7", "line": 1, "placed": "2026-01-07", "amount": 7, "late": true}
                """;
        Receipt receipt = load("faulty", "faulty.jsonl", text.getBytes(StandardCharsets.UTF_8));
        assertThat(receipt.counts().setAside()).hasToString("{LINE_UNREADABLE=3, NUMBER_UNREADABLE=1}");
        assertThat(receipt.counts().read()).isEqualTo(8);
        assertThat(receipt.counts().kept()).isEqualTo(4);
        assertThat(Files.readString(room.workspace.quarantine(receipt.batch())))
                .contains("row 4,LINE_UNREADABLE,the line is no valid JSON from character ")
                .contains("row 5,LINE_UNREADABLE,the line is no JSON object in braces,\"[1, 2]\"")
                .contains("row 7,NUMBER_UNREADABLE,\"'amount' is 'nine', which is no number\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JSON_NOT_LINES|{\n \"order\": 1\n}",
                "JSON_DAMAGED|[{\"order\": 1}, {\"order\":",
                "HEADER_MISSING|{}\n{}\n"
            })
    void jsonThatIsNoTableIsRefused(String caseOf) {
        String[] parts = caseOf.split("\\|", 2);
        refused(parts[0], "broken.json", parts[1].getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aDamagedParquetFileIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(parquet("whole.parquet", "SELECT i AS a FROM range(1000) t(i)"));
        refused("PARQUET_DAMAGED", "cut.parquet", java.util.Arrays.copyOf(whole, whole.length - 9));
        byte[] broken = whole.clone();
        for (int i = 4; i < whole.length / 2; i++) {
            broken[i] = (byte) 0xff;
        }
        assertThat(refusal("broken.parquet", broken)).isIn("PARQUET_DAMAGED", "MAPPING_DOES_NOT_FIT");
    }

    /** The four bytes before the last four say how long the footer is. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 5_000_000, Integer.MAX_VALUE, -1, Integer.MIN_VALUE})
    void aParquetFileThatLiesAboutItsFooterIsRefused(int length) throws IOException {
        byte[] file = Files.readAllBytes(parquet("footer.parquet", "SELECT i AS a FROM range(1000) t(i)"));
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(file.length - 8, length);
        refused("PARQUET_DAMAGED", "footer" + length + ".parquet", file);
    }

    /** A column that never changes takes no room: ten million rows of it in a few kilobytes. */
    @Test
    void aParquetFileThatUnpacksToAFloodIsRefused() throws IOException {
        Path file = parquet("flood.parquet", """
                SELECT 'o1' AS "order", 'anna' AS customer, DATE '2026-01-05' AS date, 1 AS amount, repeat('x', 8000) AS product
                FROM range(9000)
                """);
        assertThat(Files.size(file)).isLessThan(20_000);
        refused("FILE_UNPACKS_TOO_LARGE", "flood.parquet", Files.readAllBytes(file));
    }

    @Test
    void anArchiveIsImportedTableByTable() throws IOException {
        byte[] zip = zip(Map.of(
                "2026/a.csv",
                CSV.substring(0, CSV.indexOf("o2,1")),
                "2026/b.jsonl",
                LINES.lines().skip(3).findFirst().orElseThrow() + "\n",
                "__MACOSX/._a.csv",
                "\0"));
        try (Parts parts = Parts.of(request("zip", room.file("orders.zip", zip)))) {
            assertThat(parts.requests())
                    .extracting(ImportRequest::name)
                    .containsExactly("orders.zip › 2026 › a.csv", "orders.zip › 2026 › b.jsonl");
            parts.requests().forEach(room::load);
            Path unpacked = parts.requests().getFirst().file();
            parts.close();
            assertThat(unpacked).doesNotExist();
        }
        assertThat(room.ask("SELECT order_id, line_id, amount FROM purchase WHERE source = 'zip' ORDER BY ALL"))
                .isEqualTo("o1 1 10.250000\no1 2 -3.500000\no2 1 0.100000\n");
        assertThat(room.imports.batches())
                .extracting(receipt -> receipt.file().name())
                .contains("orders.zip › 2026 › a.csv");
    }

    @Test
    void archivesThatLeadAstrayAreRefused() throws IOException {
        refusedArchive("ARCHIVE_UNSAFE", zip(Map.of("../../etc/passwd.csv", CSV)));
        refusedArchive("ARCHIVE_UNSAFE", zip(Map.of("/etc/passwd.csv", CSV)));
        refusedArchive("ARCHIVE_UNSAFE", zip(Map.of("C:\\a.csv", CSV)));
        refusedArchive("ARCHIVE_INSIDE_ARCHIVE", zip(Map.of("a.csv", CSV), "b.zip", zip(Map.of("c.csv", CSV))));
        refusedArchive("ARCHIVE_INSIDE_ARCHIVE", zip(Map.of(), "b.csv", gzip(CSV)));
        refusedArchive("FILE_EMPTY", zip(Map.of("__MACOSX/._a.csv", "x")));
        refusedArchive("FILE_UNPACKS_TOO_LARGE", zip(Map.of(), "a.csv", new byte[80 << 20]));
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(many)) {
            for (int i = 0; i < 1_001; i++) {
                out.putNextEntry(new ZipEntry(i + ".csv"));
            }
        }
        refusedArchive("ARCHIVE_TOO_MANY_FILES", many.toByteArray());
    }

    private static void refusedArchive(String code, byte[] zip) {
        ImportRequest request = request("bad", room.file("bad.zip", zip));
        assertThat(catchThrowableOfType(Failure.class, () -> Parts.of(request).close())
                        .code())
                .isEqualTo(code);
    }

    private static Receipt load(String source, String name, byte[] bytes) {
        return room.load(request(source, room.file(name, bytes)));
    }

    private static ImportRequest request(String source, Path file) {
        var mapping = io.customerroom.ledger.imports.mapping.MappingYaml.read(
                MAPPING.formatted(source), "mapping.yaml", java.util.Optional.empty());
        return ImportRequest.of(file, FactKind.PURCHASE).with(mapping);
    }

    private static void refused(String code, String name, byte[] bytes) {
        assertThat(refusal(name, bytes)).isEqualTo(code);
    }

    private static String refusal(String name, byte[] bytes) {
        Path file = room.file(name, bytes);
        return catchThrowableOfType(Failure.class, () -> room.load(ImportRequest.of(file, FactKind.PURCHASE)))
                .code();
    }

    private static Path parquet(String name, String sql) throws IOException {
        Path file = folder.resolve(name);
        Files.deleteIfExists(file);
        try (Session session = room.engine.open()) {
            session.write(sql, Map.of(), file);
        }
        return file;
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(Map<String, String> texts, Object... more) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                out.putNextEntry(new ZipEntry(text.getKey()));
                out.write(text.getValue().getBytes(StandardCharsets.UTF_8));
            }
            if (more.length > 0) {
                out.putNextEntry(new ZipEntry((String) more[0]));
                out.write((byte[]) more[1]);
            }
        }
        return bytes.toByteArray();
    }
}
