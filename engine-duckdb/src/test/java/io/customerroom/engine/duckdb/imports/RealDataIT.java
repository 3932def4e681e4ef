package io.customerroom.engine.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.imports.ImportRequest;
import io.customerroom.ledger.imports.ImportRoom;
import io.customerroom.ledger.imports.Progress;
import io.customerroom.ledger.imports.database.DatabaseImports;
import io.customerroom.ledger.imports.database.DatabaseRequest;
import io.customerroom.ledger.imports.events.EventInbox;
import io.customerroom.ledger.imports.mapping.MappingYaml;
import io.customerroom.testkit.servers.PostgresServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/** Expected figures were computed independently of this code. */
class RealDataIT {

    @TempDir
    Path folder;

    @Test
    void onlineRetailAddsUpWithAndWithoutDuplicates() {
        Path file = RealData.file("online-retail/online_retail.csv.gz");
        String mapping = RealData.mapping("online-retail.yaml");
        String figures = """
                SELECT count(*), sum(amount), sum(CASE WHEN customer IS NOT NULL THEN amount END),
                    count(CASE WHEN customer IS NULL THEN 1 END), count(DISTINCT customer)
                FROM purchase
                """;
        try (ImportRoom room = new ImportRoom(folder)) {
            Receipt all = load(room, file, mapping);
            assertThat(all.counts().read()).isEqualTo(541_909);
            assertThat(all.counts().kept()).isEqualTo(541_909);
            assertThat(room.ask(figures)).isEqualTo("541909 9747747.934000 8300065.814000 135080 4372\n");
            assertThat(room.ask("SELECT line_kind, count(*) FROM purchase GROUP BY line_kind ORDER BY line_kind"))
                    .isEqualTo("adjustment 3\ncancellation 9288\nreturn 1336\nsale 531282\n");
            room.imports.undo("1", ImportRoom.ANA);
            Receipt once = load(room, file, mapping.replace("duplicates: keep", "duplicates: drop"));
            assertThat(once.counts().read()).isEqualTo(541_909);
            assertThat(once.counts().setAside()).hasToString("{DUPLICATE_ROW=5268}");
            assertThat(room.ask(figures))
                    .startsWith("536641 9726006.954000 8278519.424000 ")
                    .endsWith(" 4372\n");
        }
    }

    @Test
    void superstoreEqualsItsTwinInWindows1252() {
        String facts = "SELECT * EXCLUDE (batch, recorded_at) FROM purchase ORDER BY line";
        try (ImportRoom room = new ImportRoom(folder)) {
            Receipt receipt =
                    room.load(ImportRequest.of(RealData.file("superstore/superstore.csv.gz"), FactKind.PURCHASE)
                            .from("superstore"));
            assertThat(receipt.counts().kept()).isEqualTo(9_994);
            String facts1 = room.ask(facts);
            assertThat(room.ask("SELECT sum(amount), sum(amount - cost), count(DISTINCT customer) FROM purchase"))
                    .isEqualTo("2297200.860300 286397.021700 793\n");
            room.imports.undo("1", ImportRoom.ANA);
            Receipt twin = room.load(
                    ImportRequest.of(RealData.file("superstore/superstore_DERIVED_cp1252.csv.gz"), FactKind.PURCHASE)
                            .from("superstore"));
            assertThat(twin.file().notes()).contains("read as Windows-1252, since it is not UTF-8");
            assertThat(room.ask(facts)).isEqualTo(facts1);
        }
    }

    @Test
    void ticketsMayHaveManyRowsAndTheLastOneCounts() {
        try (ImportRoom room = new ImportRoom(folder)) {
            load(room, RealData.file("incident-servicenow/incident_event_log.csv.gz"), """
                    fact: ticket
                    nulls: ["?"]
                    columns:
                      ticket: number
                      customer: caller_id
                      issue: category
                      opened: {from: opened_at, format: d/M/yyyy H:mm}
                      closed: {from: closed_at, format: d/M/yyyy H:mm}
                    """);
            assertThat(room.ask("SELECT count(*) FROM ticket")).isEqualTo("20769\n");
        }
    }

    /** As text, workbook, Parquet, JSON Lines, rows of a database and events of a program. All rows, and 100,000 in the workbook, with {@code -Dlong}. */
    @Test
    void onlineRetailIsTheSameInEveryFormat() throws IOException {
        int rows = Boolean.getBoolean("long") ? Integer.MAX_VALUE : 3_000;
        int sheetRows = Math.min(rows, 100_000);
        Path file = RealData.file("online-retail/online_retail.csv.gz");
        String mapping = RealData.mapping("online-retail.yaml");
        try (ImportRoom room = new ImportRoom(folder)) {
            String part = "SELECT * FROM read_csv('%s') LIMIT %d".formatted(file, rows);
            write(room, "(%s) TO '%s' (FORMAT csv, HEADER)", part, "part.csv");
            write(room, "(%s) TO '%s' (FORMAT parquet)", part, "part.parquet");
            write(room, "(%s) TO '%s' (FORMAT json)", part, "part.jsonl");
            sheet(room, part + " LIMIT " + sheetRows, folder.resolve("part.xlsx"));
            String text = content(room, "part.csv", mapping, Long.MAX_VALUE);
            assertThat(text).doesNotStartWith("0 ");
            assertThat(content(room, "part.parquet", mapping, Long.MAX_VALUE)).isEqualTo(text);
            assertThat(content(room, "part.jsonl", mapping, Long.MAX_VALUE)).isEqualTo(text);
            assertThat(fromDatabase(room, mapping)).as("database").isEqualTo(text);
            assertThat(fromEvents(room, mapping)).as("events").isEqualTo(text);
            assertThat(content(room, "part.xlsx", mapping, Long.MAX_VALUE))
                    .isEqualTo(content(room, "part.csv", mapping, sheetRows));
        }
    }

    /** The rows as a table of a server, in the order in which they were written. */
    private String fromDatabase(ImportRoom room, String mapping) throws IOException {
        try (PostgresServer server = PostgresServer.start();
                Reader csv = Files.newBufferedReader(folder.resolve("part.csv"))) {
            try (Connection connection =
                            DriverManager.getConnection(server.url(), PostgresServer.USER, PostgresServer.PASSWORD);
                    Statement statement = connection.createStatement()) {
                statement.execute("""
                        CREATE TABLE retail ("InvoiceNo" text, "StockCode" text, "Description" text, "Quantity" int, "InvoiceDate" timestamp,
                            "UnitPrice" numeric, "CustomerID" text, "Country" text, n serial)""");
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn("""
                                COPY retail ("InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID",
                                    "Country") FROM STDIN (FORMAT csv, HEADER)""", csv);
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
            Files.writeString(
                    room.workspace.root().resolve("sources.yaml"),
                    "databases: [\"127.0.0.1:%d\"]\n".formatted(server.port()));
            var read = MappingYaml.read(mapping, "mapping.yaml", Optional.empty());
            Receipt receipt = new DatabaseImports(room.workspace, room.imports, room.store, Clock.systemUTC())
                    .run(
                            new DatabaseRequest(
                                    server.url(),
                                    Optional.empty(),
                                    Optional.of("SELECT * FROM retail ORDER BY n"),
                                    Optional.empty(),
                                    Duration.ZERO,
                                    new DatabaseRequest.Login(PostgresServer.USER, PostgresServer.PASSWORD),
                                    Duration.ofMinutes(30)),
                            new DatabaseImports.Into(
                                    read.fact(), Optional.of(read), Optional.empty(), Optional.empty()),
                            ImportRoom.ANA,
                            Progress.NONE)
                    .result()
                    .orElseThrow()
                    .receipt();
            return content(room, receipt, Long.MAX_VALUE);
        }
    }

    /** Each row as a track event, a thousand in a request. */
    private String fromEvents(ImportRoom room, String mapping) throws IOException {
        Files.createDirectories(room.workspace.mappings());
        Files.writeString(
                room.workspace.mappings().resolve("retail.yaml"),
                mapping.replaceAll(
                        "(from: |: )(InvoiceNo|CustomerID|InvoiceDate|StockCode|Quantity|UnitPrice|Country)",
                        "$1properties.$2"));
        Files.writeString(
                room.workspace.root().resolve("events.yaml"),
                "rules: [{type: track, event: Sold, mapping: retail.yaml}]\n");
        EventInbox inbox = new EventInbox(room.workspace, room.imports, room.store, Clock.systemUTC());
        List<String> batch = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(folder.resolve("part.jsonl"))) {
            int n = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                batch.add(
                        "{\"messageId\": \"r%d\", \"type\": \"track\", \"event\": \"Sold\", \"anonymousId\": \"till\", \"properties\": %s}"
                                .formatted(++n, line));
                if (batch.size() == 1_000) {
                    send(inbox, batch);
                }
            }
        }
        send(inbox, batch);
        List<Receipt> receipts = inbox.drain(ImportRoom.ANA).receipts();
        assertThat(receipts).hasSize(1);
        return content(room, receipts.getFirst(), Long.MAX_VALUE);
    }

    private static void send(EventInbox inbox, List<String> events) {
        if (!events.isEmpty()) {
            String body = "{\"batch\": [" + String.join(",", events) + "]}";
            assertThat(inbox.receive(ImportRoom.ANA, body.getBytes(StandardCharsets.UTF_8)))
                    .extracting(EventInbox.Answer::result)
                    .containsOnly(EventInbox.Result.ACCEPTED);
            events.clear();
        }
    }

    private void write(ImportRoom room, String copy, String part, String name) {
        try (Session session = room.engine.open()) {
            session.execute("COPY " + copy.formatted(part, folder.resolve(name)), Map.of());
        }
    }

    private static void sheet(ImportRoom room, String part, Path file) throws IOException {
        try (Session session = room.engine.open();
                OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("retail");
            Rows rows = session.query(part.replaceFirst(" LIMIT \\d+", ""), Map.of());
            for (int column = 0; column < rows.columns().size(); column++) {
                sheet.value(0, column, rows.columns().get(column).name());
                for (int row = 0; row < rows.size(); row++) {
                    Object value = rows.rows().get(row).get(column);
                    if (value instanceof Number number) {
                        sheet.value(row + 1, column, number);
                    } else if (value != null) {
                        sheet.value(row + 1, column, value.toString());
                    }
                }
            }
        }
    }

    /** How many facts, and one number for all they say, up to a line. */
    private String content(ImportRoom room, String name, String mapping, long lines) {
        return content(room, load(room, folder.resolve(name), mapping), lines);
    }

    private static String content(ImportRoom room, Receipt receipt, long lines) {
        String content = room.ask("""
                SELECT count(*), sum(CAST(hash(fact) AS HUGEINT))
                FROM (SELECT * EXCLUDE (batch, recorded_at) FROM purchase WHERE line <= %d) AS fact
                """.formatted(lines));
        room.imports.undo(receipt.batch(), ImportRoom.ANA);
        return content;
    }

    private static Receipt load(ImportRoom room, Path file, String mapping) {
        var read = MappingYaml.read(mapping, "mapping.yaml", Optional.empty());
        return room.load(ImportRequest.of(file, read.fact()).with(read));
    }
}
