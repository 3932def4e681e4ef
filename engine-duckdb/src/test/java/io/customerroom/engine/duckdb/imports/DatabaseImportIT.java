package io.customerroom.engine.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.imports.ImportRoom;
import io.customerroom.ledger.imports.Mending;
import io.customerroom.ledger.imports.Progress;
import io.customerroom.ledger.imports.database.DatabaseColumn;
import io.customerroom.ledger.imports.database.DatabaseImports;
import io.customerroom.ledger.imports.database.DatabaseReadings;
import io.customerroom.ledger.imports.database.DatabaseRequest;
import io.customerroom.ledger.imports.database.DatabaseRun;
import io.customerroom.ledger.imports.database.DatabaseSource;
import io.customerroom.ledger.imports.database.DatabaseSources;
import io.customerroom.ledger.imports.database.Rhythm;
import io.customerroom.ledger.imports.mapping.MappingYaml;
import io.customerroom.testkit.servers.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A shop's database, read as a whole, piece by piece, and not where it must not be. */
class DatabaseImportIT {

    private static final String FACTS =
            "SELECT * EXCLUDE (batch, recorded_at, source, line) FROM purchase WHERE source = '%s' ORDER BY key";

    @TempDir
    static Path folder;

    private static PostgresServer server;
    private static ImportRoom room;
    private static DatabaseImports databases;

    @BeforeAll
    static void start() throws IOException {
        server = PostgresServer.start();
        room = new ImportRoom(folder);
        Files.writeString(
                room.workspace.root().resolve("sources.yaml"),
                "databases: [\"127.0.0.1:%d\"]\n".formatted(server.port()));
        databases = new DatabaseImports(room.workspace, room.imports, room.store, Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            room.close();
            server.close();
        }
    }

    @BeforeEach
    void shop() {
        run("""
                DROP TABLE IF EXISTS orders;
                CREATE TABLE orders (
                    "order" text, line int, customer bigint, placed timestamptz, amount numeric(12, 2), product text,
                    updated_at timestamptz);
                INSERT INTO orders VALUES
                    ('o1', 1, 17850, '2026-01-05 10:30:00+01', 10.25, 'tea', '2026-01-05 12:00:00+00'),
                    ('o1', 2, 17850, '2026-01-05 09:30:00+00', -3.5, 'mug, "blue"', '2026-01-05 12:00:00+00'),
                    ('o2', 1, NULL, '2026-01-06 23:59:59.25+00', 0.1, NULL, '2026-01-06 12:00:00+00')
                """);
    }

    @Test
    void aTableGivesTheSameFactsAsItsExport() {
        room.load(mapping("export"), "export.csv", """
                order,line,customer,placed,amount,product,updated_at
                o1,1,17850,2026-01-05T09:30:00Z,10.25,tea,2026-01-05 12:00:00+00
                o1,2,17850,2026-01-05T09:30:00Z,-3.5,"mug, ""blue""\",2026-01-05 12:00:00+00
                o2,1,,2026-01-06T23:59:59.25Z,0.1,,2026-01-06 12:00:00+00
                """);
        Receipt receipt = read("table", Optional.empty(), "orders").orElseThrow();
        assertThat(receipt.counts().kept()).isEqualTo(3);
        assertThat(receipt.file().name()).isEqualTo("orders of postgres at 127.0.0.1:" + server.port());
        assertThat(room.ask(FACTS.formatted("table"))).isEqualTo(room.ask(FACTS.formatted("export")));
    }

    @Test
    void onlyWhatIsNewIsReadAndLateRowsAreNotMissed() {
        Optional<String> since = Optional.of("updated_at");
        assertThat(read("grows", since, "orders").orElseThrow().counts().read()).isEqualTo(3);
        Receipt again = read("grows", since, "orders").orElseThrow();
        assertThat(again.counts().read()).as("the last row, for the overlap").isEqualTo(1);
        run("""
                UPDATE orders SET amount = 11, updated_at = '2026-01-07 08:00:00+00' WHERE "order" = 'o1' AND line = 1;
                INSERT INTO orders VALUES ('o3', 1, 17851, '2026-01-06 10:00:00+00', 5, 'late', '2026-01-06 11:30:00+00')
                """);
        Receipt third = read("grows", since, "orders").orElseThrow();
        assertThat(third.counts().read()).isEqualTo(3);
        assertThat(third.file().notes())
                .anyMatch(note -> note.startsWith(
                        "read by updated_at from 2026-01-06 12:00:00+00, and a little before, up to 2026-01-07"));
        String facts = "SELECT order_id, line_id, amount FROM purchase WHERE source = 'grows' ORDER BY ALL";
        assertThat(room.ask(facts)).isEqualTo("o1 1 11.000000\no1 2 -3.500000\no2 1 0.100000\no3 1 5.000000\n");
        room.imports.undo(third.batch(), ImportRoom.ANA);
        assertThat(room.ask(facts)).startsWith("o1 1 10.250000\n");
        assertThat(read("grows", since, "orders").orElseThrow().counts().read())
                .as("what was undone is read again")
                .isEqualTo(3);
    }

    @Test
    void aColumnOfNumbersMayGrowAsWell() {
        run("ALTER TABLE orders ADD id serial");
        assertThat(read("ids", Optional.of("id"), "orders")
                        .orElseThrow()
                        .counts()
                        .read())
                .isEqualTo(3);
        run("INSERT INTO orders VALUES ('o9', 1, 1, '2026-01-08', 1, 'x', NULL)");
        assertThat(read("ids", Optional.of("id"), "orders")
                        .orElseThrow()
                        .counts()
                        .read())
                .isEqualTo(2);
        assertThat(refused(request("SELECT * FROM orders", "product", server.url())))
                .isEqualTo("DATABASE_SINCE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DATABASE_QUERY  | DELETE FROM orders RETURNING *
            DATABASE_QUERY  | SELECT * FROM nothing_there
            DATABASE_WRITES | SELECT nextval('made')
            DATABASE_SLOW   | SELECT pg_sleep(30)
            """)
    void whatOnlyReadsAndEndsInTimeIsAnswered(String code, String query) {
        run("CREATE SEQUENCE IF NOT EXISTS made");
        assertThat(refused(request(query, "", server.url()))).isEqualTo(code);
    }

    /** Names of tables and columns are names, whatever stands in them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            orders"; DROP TABLE orders; -- | updated_at
            orders                         | updated_at" DESC; DROP TABLE orders; --
            orders WHERE true              | updated_at
            orders                         | (SELECT 1)
            orders" CROSS JOIN "pg_class   | updated_at
            """)
    void namesAreNoPieceOfTheQuery(String table, String since) {
        DatabaseRequest request = new DatabaseRequest(
                server.url(),
                Optional.of(table),
                Optional.empty(),
                Optional.of(since),
                Duration.ZERO,
                new DatabaseRequest.Login(PostgresServer.USER, PostgresServer.PASSWORD),
                Duration.ofSeconds(9));
        assertThat(refused(request)).isEqualTo("DATABASE_QUERY");
        assertThat(read("still", Optional.empty(), "orders")).isPresent();
    }

    @Test
    void hostsWithoutANameInTheSettingsAndWrongPasswordsAreRefusedWithoutALeak() {
        assertThat(refused(request("SELECT 1", "", server.url().replace("127.0.0.1", "localhost"))))
                .isEqualTo("DATABASE_NOT_NAMED");
        DatabaseRequest wrong = new DatabaseRequest(
                server.url(),
                Optional.of("orders"),
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO,
                new DatabaseRequest.Login(PostgresServer.USER, "wrong-secret"),
                Duration.ofMinutes(1));
        Failure failure = catchThrowableOfType(
                Failure.class, () -> databases.run(wrong, into("x"), ImportRoom.ANA, Progress.NONE));
        assertThat(failure.code()).isEqualTo("DATABASE_LOGIN");
        assertThat(failure.getMessage() + failure.nextStep()).doesNotContain("wrong-secret", PostgresServer.PASSWORD);
    }

    @Test
    void noSecretIsKeptInReceiptsOrInTheTrail() throws IOException {
        read("secret", Optional.of("updated_at"), "orders");
        Path copy = room.workspace.root().resolveSibling("secret-state.db");
        room.store.copyTo(copy);
        String all = new String(Files.readAllBytes(copy), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(all).contains("batch-imported");
        assertThat(all).doesNotContain(PostgresServer.PASSWORD);
    }

    /** Twenty thousand rows never lie in memory at once: each arrives before the next two thousand are fetched. */
    @Test
    void aLongAnswerIsHandedOverInPieces() {
        List<Long> told = new java.util.ArrayList<>();
        databases.run(
                request(
                        "SELECT 'o' || i AS \"order\", 1 AS line, 1 AS customer, DATE '2026-01-05' AS placed, 1 AS amount, 'x' AS product FROM generate_series(1, 20000) AS i",
                        "",
                        server.url()),
                into("long"),
                ImportRoom.ANA,
                (bytes, of, rows) -> told.add(rows));
        assertThat(told).contains(2_000L, 4_000L, 20_000L);
    }

    /** Stated once, it is read when its time has come, and only what is new; the rows set aside are mended like those of a file. */
    @Test
    void aSourceIsReadByItself() {
        Instant[] now = {Instant.parse("2026-06-01T08:00:00Z")};
        InstantSource moments = () -> now[0];
        Clock clock = moments.withZone(ZoneOffset.UTC);
        DatabaseSources sources = new DatabaseSources(
                room.workspace, room.store, name -> PostgresServer.PASSWORD, CompanyCalendar.utc(), clock);
        DatabaseReadings readings = new DatabaseReadings(sources, databases, room.store, clock);
        sources.add(
                ImportRoom.ANA,
                new DatabaseSource(
                        "itself",
                        new DatabaseSource.Door(
                                server.url(), PostgresServer.USER, Optional.of("CUSTOMER_ROOM_DB_PASSWORD")),
                        new DatabaseSource.Asked(Optional.of("orders"), Optional.empty()),
                        FactKind.PURCHASE,
                        mapping("x").replace("source: x\n", ""),
                        new DatabaseSource.Plan(Optional.of("updated_at"), Rhythm.HOUR, 0),
                        false),
                Optional.empty());
        assertThat(readings.trial(ImportRoom.ANA, "itself"))
                .filteredOn(DatabaseColumn::grows)
                .extracting(DatabaseColumn::name)
                .containsExactly("line", "customer", "placed", "amount", "updated_at");
        assertThat(readings.readWhatIsDue(ImportRoom.ANA)).as("not due yet").isEmpty();
        now[0] = sources.of("itself").standing().due().orElseThrow();
        assertThat(readings.readWhatIsDue(ImportRoom.ANA))
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.batch()).isPresent());
        assertThat(readings.readWhatIsDue(ImportRoom.ANA)).as("done").isEmpty();
        run("INSERT INTO orders VALUES ('o7', 1, 17851, '2026-01-07', 'NaN', 'x', '2026-01-07 12:00:00+00')");
        now[0] = now[0].plus(Duration.ofHours(1));
        String batch = readings.readWhatIsDue(ImportRoom.ANA).getFirst().batch().orElseThrow();
        assertThat(sources.of("itself").runs())
                .extracting(DatabaseRun::read)
                .as("the last row again, for the overlap")
                .containsExactly(2L, 3L);
        Mending mending = Mending.of(room.imports, batch);
        assertThat(mending.rows(0, 9)).hasSize(1);
        int amount = mending.header().indexOf("amount");
        mending.mend(Map.of(mending.rows(0, 9).getFirst().row(), Map.of(amount, "7")), ImportRoom.ANA);
        assertThat(room.ask("SELECT order_id, amount FROM purchase WHERE source = 'itself' ORDER BY ALL"))
                .isEqualTo("o1 -3.500000\no1 10.250000\no2 0.100000\no7 7.000000\n");
    }

    private static Optional<Receipt> read(String source, Optional<String> since, String table) {
        DatabaseRequest request = new DatabaseRequest(
                server.url(),
                Optional.of(table),
                Optional.empty(),
                since,
                Duration.ofHours(1),
                new DatabaseRequest.Login(PostgresServer.USER, PostgresServer.PASSWORD),
                Duration.ofMinutes(1));
        return databases
                .run(request, into(source), ImportRoom.ANA, Progress.NONE)
                .result()
                .map(io.customerroom.ledger.imports.ImportResult::receipt);
    }

    private static DatabaseRequest request(String query, String since, String url) {
        return new DatabaseRequest(
                url,
                Optional.empty(),
                Optional.of(query),
                Optional.of(since).filter(column -> !column.isEmpty()),
                Duration.ZERO,
                new DatabaseRequest.Login(PostgresServer.USER, PostgresServer.PASSWORD),
                Duration.ofSeconds(2));
    }

    private static String refused(DatabaseRequest request) {
        return catchThrowableOfType(
                        Failure.class, () -> databases.run(request, into("refused"), ImportRoom.ANA, Progress.NONE))
                .code();
    }

    private static DatabaseImports.Into into(String source) {
        return new DatabaseImports.Into(
                FactKind.PURCHASE,
                Optional.of(MappingYaml.read(mapping(source), "mapping.yaml", Optional.empty())),
                Optional.empty(),
                Optional.empty());
    }

    private static String mapping(String source) {
        return """
                fact: purchase
                source: %s
                columns: {order: order, line: line, customer: customer, date: {from: placed, format: iso}, amount: amount, product: product}
                """.formatted(source);
    }

    private static void run(String sql) {
        try (Connection connection =
                        DriverManager.getConnection(server.url(), PostgresServer.USER, PostgresServer.PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
