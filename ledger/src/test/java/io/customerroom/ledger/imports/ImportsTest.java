package io.customerroom.ledger.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.customerroom.engine.duckdb.DuckDbEngine;
import io.customerroom.engine.duckdb.DuckDbSettings;
import io.customerroom.engine.duckdb.imports.DuckDbPersonFiles;
import io.customerroom.engine.duckdb.imports.DuckDbStager;
import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Feed;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.facts.Receipts;
import io.customerroom.ledger.facts.ReceivedFacts;
import io.customerroom.ledger.imports.mapping.MappingYaml;
import io.customerroom.ledger.imports.source.Limits;
import io.customerroom.ledger.persons.Persons;
import io.customerroom.ledger.workspace.CompanySettings;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.state.StateStore;
import io.customerroom.state.TestPlace;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a file to a batch and back, with the real engine and store. */
class ImportsTest {

    private static final Authorship ANA = new Authorship("ana", "cli", "because", "r1");
    private static final Instant NOW = Instant.parse("2026-06-04T08:00:00Z");
    private static final String HEAD = "order,customer,date,amount\n";

    @TempDir
    Path folder;

    private Workspace workspace;
    private DuckDbEngine engine;
    private StateStore store;
    private Receipts receipts;
    private Imports imports;

    @BeforeEach
    void open() throws IOException {
        workspace = new Workspace(folder.resolve("room"));
        Files.createDirectories(workspace.root());
        Files.writeString(workspace.settings(), "company:\n  name: Test\n");
        engine = DuckDbEngine.start(new DuckDbSettings(512, 1, folder.resolve("spill"), Duration.ofMinutes(5)));
        store = StateStore.open(
                TestPlace.at(workspace.state(), List.of("db/migration/ledger")),
                Clock.fixed(NOW, ZoneOffset.UTC),
                List.of("db/migration/ledger"));
        receipts = new Receipts(store);
        imports = imports(Limits.standard());
    }

    @AfterEach
    void close() {
        store.close();
        engine.close();
    }

    @Test
    void anImportLeavesFactsAReceiptAndAQuarantine() {
        Receipt receipt = load(HEAD + "1,anna,2026-01-05,10\n1,anna,2026-01-07,5\n2,ben,never,1\n");
        assertThat(receipt.batch()).isEqualTo("b0001-purchase");
        assertThat(receipt.source()).isEqualTo("main");
        assertThat(receipt.counts()).isEqualTo(new Receipt.Counts(3, 2, new TreeMap<>(Map.of("DATE_UNREADABLE", 1L))));
        assertThat(receipt.span().orElseThrow().firstOn()).isEqualTo("2026-01-05");
        assertThat(receipt.span().orElseThrow().lastOn()).isEqualTo("2026-01-07");
        assertThat(receipt.importedAt()).isEqualTo(NOW);
        assertThat(receipt.author()).isEqualTo("ana");
        assertThat(workspace.facts("purchase", receipt.batch())).exists();
        assertThat(imports.quarantine("1").orElseThrow()).content().contains("2,ben,never,1");
        assertThat(ask("SELECT order_id, amount FROM purchase ORDER BY line")).isEqualTo("1 10.000000\n1 5.000000");
        assertThat(staging()).isEmpty();
    }

    @Test
    void theSameFileAgainChangesNothing() {
        String text = HEAD + "1,anna,2026-01-05,10\n";
        Receipt first = load(text);
        ImportResult again = imports.run(request("rows.csv", text), ANA, Progress.NONE);
        assertThat(again.again()).isTrue();
        assertThat(again.receipt()).isEqualTo(first);
        assertThat(imports.batches()).hasSize(1);
    }

    @Test
    void whatWasUndoneCanBeImportedAgainAsAnotherBatch() {
        String text = HEAD + "1,anna,2026-01-05,10\n";
        load(text);
        Receipt undone = imports.undo("b1", ANA);
        assertThat(undone.active()).isFalse();
        assertThat(undone.withdrawal().orElseThrow().author()).isEqualTo("ana");
        assertThat(undone.withdrawal().orElseThrow().reason()).isEqualTo("because");
        assertThat(imports.undo("1", ANA)).isEqualTo(undone);
        assertThat(ask("SELECT count(*) FROM purchase")).isEqualTo("0");
        assertThat(load(text).batch()).isEqualTo("b0002-purchase");
        assertThat(ask("SELECT count(*) FROM purchase")).isEqualTo("1");
    }

    @Test
    void aBatchNobodyHasIsRefused() {
        assertThat(catchThrowableOfType(Failure.class, () -> imports.undo("b7", ANA))
                        .nextStep())
                .contains("Nothing was imported");
        load(HEAD + "1,anna,2026-01-05,10\n");
        assertThat(catchThrowableOfType(Failure.class, () -> imports.undo("b7", ANA))
                        .code())
                .isEqualTo("BATCH_UNKNOWN");
    }

    @Test
    void aLaterVersionOfAKeyReplacesTheEarlier() {
        load("order,line,customer,date,amount\n1,1,anna,2026-01-05,10\n1,2,anna,2026-01-05,20\n");
        load("order,line,customer,date,amount\n1,2,anna,2026-01-05,21\n");
        assertThat(ask("SELECT line_id, amount FROM purchase ORDER BY line_id")).isEqualTo("1 10.000000\n2 21.000000");
        imports.undo("2", ANA);
        assertThat(ask("SELECT line_id, amount FROM purchase ORDER BY line_id")).isEqualTo("1 10.000000\n2 20.000000");
    }

    @Test
    void linesWithoutANumberAreCountedInsideTheirOrder() {
        load(HEAD + "1,anna,2026-01-05,10\n2,anna,2026-01-05,20\n1,anna,2026-01-05,30\n");
        assertThat(ask("SELECT order_id, line_id, amount FROM purchase ORDER BY line"))
                .isEqualTo("1 1 10.000000\n2 1 20.000000\n1 2 30.000000");
    }

    @Test
    void aSnapshotReplacesItsSourceAndACumulativeFileItsDays() {
        String columns = "line,order,customer,date,amount\n";
        run(request("a.csv", columns + "1,1,anna,2026-01-05,1\n1,2,anna,2026-02-05,2\n"));
        run(request("b.csv", columns + "1,3,anna,2026-02-01,3\n1,4,anna,2026-02-28,4\n")
                .with(Feed.CUMULATIVE));
        assertThat(ask("SELECT order_id FROM purchase ORDER BY order_id")).isEqualTo("1\n3\n4");
        run(request("c.csv", columns + "1,5,anna,2026-03-01,5\n").with(Feed.SNAPSHOT));
        assertThat(ask("SELECT order_id FROM purchase ORDER BY order_id")).isEqualTo("5");
        run(request("d.csv", columns + "1,5,anna,2026-03-01,5\n").from("other"));
        assertThat(ask("SELECT source FROM purchase ORDER BY source")).isEqualTo("main\nother");
    }

    @Test
    void rowsAlikeCountOnceWhereTheMappingSaysSo() {
        String text = HEAD + "1,anna,2026-01-05,10\n1,anna,2026-01-05,10\n2,anna,2026-01-05,10\n";
        var mapping = MappingYaml.read(
                "fact: purchase\nduplicates: drop\ncolumns: {order: order, customer: customer, date: date, amount: amount}",
                "m.yaml",
                Optional.empty());
        Receipt receipt = run(request("rows.csv", text).with(mapping));
        assertThat(receipt.counts()).isEqualTo(new Receipt.Counts(3, 2, new TreeMap<>(Map.of("DUPLICATE_ROW", 1L))));
        assertThat(imports.quarantine("1").orElseThrow()).content().contains("row 2,DUPLICATE_ROW");
    }

    @Test
    void customersWithSeveralIdsAreOneUntilTheyAreUnlinked() {
        load(HEAD + "1,anna,2026-01-05,10\n2,a17,2026-01-05,20\n");
        run(request(FactKind.CROSSWALK, "links.csv", "customer,other\nanna,a17\n"));
        assertThat(ask("SELECT count(DISTINCT customer) FROM purchase")).isEqualTo("1");
        run(request(FactKind.CROSSWALK, "unlink.csv", "customer,other,linked\na17,anna,no\n"));
        assertThat(ask("SELECT count(DISTINCT customer) FROM purchase")).isEqualTo("2");
    }

    @Test
    void whatIsNotUtf8IsReadAsWindows1252AndSaysSo() {
        Receipt receipt = run(request(
                FactKind.PURCHASE,
                "rows.csv",
                (HEAD + "1,J\u00fcrgen,2026-01-05,10\n").getBytes(Charset.forName("windows-1252"))));
        assertThat(receipt.file().notes()).containsExactly("read as Windows-1252, since it is not UTF-8");
        assertThat(receipt.counts().kept()).isEqualTo(1);
    }

    @Test
    void aPreviewAndADryRunTellWhatWouldBeSetAsideAndKeepNothing() {
        String text = HEAD + "1,anna,2026-01-05,10\n2,ben,never,1\n";
        Preview preview = imports.preview(request("rows.csv", text));
        assertThat(preview.header()).containsExactly("order", "customer", "date", "amount");
        assertThat(preview.rows()).hasSize(2);
        assertThat(preview.yaml()).contains("fact: purchase").contains("date: {from: date, format: iso}");
        assertThat(preview.setAside()).isEqualTo(Map.of("DATE_UNREADABLE", 1L));
        assertThat(preview.problems()).singleElement().asString().startsWith("row 2: 'date' is 'never'");
        Preview dryRun = imports.dryRun(request("rows.csv", text), Progress.NONE);
        assertThat(dryRun.read()).isEqualTo(2);
        assertThat(dryRun.setAside()).isEqualTo(Map.of("DATE_UNREADABLE", 1L));
        assertThat(dryRun.problems()).singleElement().asString().contains("2,ben,never,1");
        assertThat(imports.batches()).isEmpty();
        assertThat(staging()).isEmpty();
    }

    @Test
    void mendedRowsJoinTheirBatch() throws IOException {
        load(HEAD + "1,anna,2026-01-05,10\n1,ben,never,1\n");
        Path mended = folder.resolve("mended.csv");
        Files.writeString(
                mended, Files.readString(imports.quarantine("1").orElseThrow()).replace(",never,", ",2026-01-06,"));
        ImportResult result = imports.retry("1", mended, "mended.csv", ANA, Progress.NONE);
        assertThat(result.receipt().counts().kept()).isEqualTo(1);
        assertThat(result.receipt().feed()).isEqualTo(Feed.DELTA);
        assertThat(ask("SELECT sum(amount) FROM purchase")).isEqualTo("11.000000");
    }

    @Test
    void aFileThatIsRefusedLeavesNothing() {
        for (String text : List.of(HEAD, HEAD + "1,\"anna,2026-01-05,10\n", "a,b\n1,2\n", "\n\n")) {
            Failure failure = catchThrowableOfType(Failure.class, () -> load(text));
            assertThat(failure.kind()).isEqualTo(Failure.Kind.YOURS);
        }
        assertThat(imports.batches()).isEmpty();
        assertThat(staging()).isEmpty();
        assertThat(imports.sweep()).isZero();
    }

    @Test
    void limitsOfTheReaderHoldForImports() {
        Imports strict = imports(new Limits(100, 100, 3, 1 << 20, 100, 1 << 20));
        Failure failure = catchThrowableOfType(
                Failure.class, () -> strict.run(request("rows.csv", HEAD + "1,a,2026-01-05,1\n"), ANA, Progress.NONE));
        assertThat(failure.code()).isEqualTo("TOO_MANY_COLUMNS");
    }

    @Test
    void whatAKilledImportLeftIsSweptAwayAndWhatHasAReceiptStays() throws IOException {
        Receipt kept = load(HEAD + "1,anna,2026-01-05,10\n2,ben,never,1\n");
        Files.createDirectories(workspace.staging().resolve("import-dead"));
        Files.writeString(workspace.staging().resolve("import-dead").resolve("facts.staged"), "x");
        Files.createDirectories(workspace.facts("purchase", "b0002-purchase").getParent());
        Files.writeString(workspace.facts("purchase", "b0002-purchase"), "half");
        Files.writeString(workspace.persons("b0002-purchase"), "half");
        Files.writeString(workspace.quarantine("b0002-purchase"), "half");
        assertThat(imports.sweep()).isEqualTo(4);
        assertThat(imports.sweep()).isZero();
        assertThat(workspace.facts("purchase", kept.batch())).exists();
        assertThat(workspace.persons(kept.batch())).exists();
        assertThat(workspace.quarantine(kept.batch())).exists();
    }

    @Test
    void whoeverIsErasedLeavesThePersonTablesAndTheQuarantines() throws IOException {
        Receipt receipt = run(
                request(
                        FactKind.CUSTOMER_FACT,
                        "people.csv",
                        "customer,name,since\nanna-17,Anna Berg,2026-01-05\nk18,Ben Tal,2026-01-05\nanna-17,Anna Berg,never\nk18,Ben Tal,never\n"));
        byte[] facts = Files.readAllBytes(workspace.facts("customer", receipt.batch()));
        Persons persons = new Persons(workspace, store, new DuckDbPersonFiles(engine));
        persons.erase("customer", " anna-17 ", ANA);
        persons.finish();
        assertThat(imports.quarantine("1").orElseThrow())
                .content()
                .contains("Ben Tal")
                .doesNotContain("Anna", "anna-17");
        assertThat(new String(Files.readAllBytes(workspace.persons(receipt.batch())), StandardCharsets.ISO_8859_1))
                .doesNotContain("Anna", "anna-17");
        assertThat(Files.readAllBytes(workspace.facts("customer", receipt.batch())))
                .isEqualTo(facts);
        assertThat(receipts.erased()).hasSize(1);
        Receipt later = run(request(
                FactKind.CUSTOMER_FACT,
                "again.csv",
                "customer,name,since\nanna-17,Anna Berg,2026-01-06\nk19,Carla,2026-01-06\n"));
        assertThat(new String(Files.readAllBytes(workspace.persons(later.batch())), StandardCharsets.ISO_8859_1))
                .contains("Carla")
                .doesNotContain("Anna");
    }

    @Test
    void whatWasReceivedIsToldByBothClocks() {
        var mapping = MappingYaml.read(
                "fact: purchase\nknown: 10 days\ncolumns: {order: order, customer: customer, date: date, amount: amount}",
                "m.yaml",
                Optional.empty());
        run(request("rows.csv", HEAD + "1,,2026-01-05,10\n2,,2026-03-01,10\n3,,2027-01-01,1\n")
                .with(mapping));
        ReceivedFacts facts = new ReceivedFacts(workspace, receipts, engine, ZoneId.of("Pacific/Chatham"));
        assertThat(facts.latestKnown()).contains(NOW);
        assertThat(facts.latestDay(NOW)).contains(LocalDate.of(2026, 3, 1));
        assertThat(facts.latestDay(Instant.parse("2026-01-20T00:00:00Z"))).contains(LocalDate.of(2026, 1, 5));
        assertThat(facts.latestDay(Instant.parse("2026-01-10T00:00:00Z"))).isEmpty();
        assertThat(facts.receipts(NOW)).singleElement().asString().startsWith("b0001-purchase ");
        assertThat(facts.receipts(Instant.parse("2026-01-10T00:00:00Z"))).isEmpty();
    }

    @Test
    void progressIsToldWithBytesAndRows() {
        List<Long> reached = new ArrayList<>();
        String text = HEAD + "1,anna,2026-01-05,10\n".repeat(20_000);
        imports.run(request("rows.csv", text), ANA, (bytes, of, rows) -> reached.add(bytes * 100 / of));
        assertThat(reached).isSorted().last().isEqualTo(100L);
    }

    private Imports imports(Limits limits) {
        return new Imports(
                workspace,
                CompanySettings.read(workspace),
                store,
                new DuckDbStager(engine),
                Clock.fixed(NOW, ZoneOffset.UTC),
                limits);
    }

    private Receipt load(String text) {
        return run(request("rows.csv", text));
    }

    private Receipt run(ImportRequest request) {
        return imports.run(request, ANA, Progress.NONE).receipt();
    }

    private ImportRequest request(String name, String text) {
        return request(FactKind.PURCHASE, name, text);
    }

    private ImportRequest request(FactKind kind, String name, String text) {
        return request(kind, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private ImportRequest request(FactKind kind, String name, byte[] bytes) {
        try {
            Path in = Files.createDirectories(folder.resolve("in"));
            return ImportRequest.of(Files.write(in.resolve(name), bytes), kind);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<Path> staging() {
        if (!Files.exists(workspace.staging())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(workspace.staging())) {
            return files.toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String ask(String sql) {
        try (Session session = engine.open()) {
            new ReceivedFacts(workspace, receipts, engine, ZoneOffset.UTC)
                    .define(session, new Clocks(LocalDate.of(2200, 1, 1), Instant.parse("2200-01-01T00:00:00Z")));
            return session.query(sql, Map.of()).rows().stream()
                    .map(row -> row.stream().map(String::valueOf).collect(Collectors.joining(" ")))
                    .collect(Collectors.joining("\n"));
        }
    }
}
