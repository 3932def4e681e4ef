package io.customerroom.ledger.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.customerroom.engine.duckdb.imports.DuckDbPersonFiles;
import io.customerroom.engine.duckdb.imports.DuckDbStager;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.persons.Persons;
import io.customerroom.ledger.workspace.CompanySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A file of 40,000 rows, of which some thousand cannot be facts, in the part of a file of gigabytes. */
@TestInstance(Lifecycle.PER_CLASS)
class StoppedImportTest {

    private static final FileTime WRITTEN = FileTime.from(Instant.parse("2026-05-31T08:00:00Z"));

    private static final int ROWS = 40_000;
    private static final String FACTS =
            "SELECT count(*), sum(CAST(hash(key, customer, occurred_at, amount, currency, line) AS HUGEINT)) FROM purchase";

    private ImportRoom room;
    private Imports imports;
    private Path file;
    private String facts;
    private String quarantine;

    @TempDir
    private static Path folder;

    @BeforeAll
    void oneWhoWasNotStopped() throws IOException {
        room = new ImportRoom(folder.resolve("stopped"));
        imports = new Imports(
                room.workspace,
                CompanySettings.read(room.workspace),
                room.store,
                new DuckDbStager(room.engine),
                Clock.fixed(Instant.parse("2026-06-01T08:00:00Z"), ZoneOffset.UTC),
                new LargeFiles(1 << 20, 1 << 14));
        file = room.file("sales.csv", rows("17.50"));
        Receipt whole = room.load(ImportRequest.of(file, FactKind.PURCHASE));
        facts = room.ask(FACTS);
        quarantine = Files.readString(room.imports.quarantine(whole.batch()).orElseThrow());
        room.imports.undo(whole.batch(), ImportRoom.ANA);
    }

    @BeforeEach
    void theFileAsItWas() throws IOException {
        Files.writeString(file, rows("17.50"));
        Files.setLastModifiedTime(file, WRITTEN);
    }

    @AfterEach
    void nothingCounts() {
        room.receipts.active().forEach(receipt -> room.imports.undo(receipt.batch(), ImportRoom.ANA));
    }

    @AfterAll
    void close() {
        room.close();
    }

    @Test
    void whatWasStoppedLeavesNothingThatCountsAndGoesOnWhereItWas() throws IOException {
        Failure stopped = stoppedAt(30_000);
        assertThat(stopped.code()).isEqualTo("IMPORT_STOPPED");
        assertThat(stopped.nextStep()).isEqualTo("Import the same file again: it goes on behind row 32768.");
        assertThat(room.ask("SELECT count(*) FROM purchase")).isEqualTo("0\n");
        assertThat(room.receipts.active()).isEmpty();
        long[] least = {Long.MAX_VALUE};
        Receipt receipt = run((bytes, of, rows) -> least[0] = rows == 0 ? least[0] : Math.min(least[0], rows));
        assertThat(least[0]).as("rows before those that were read again").isEqualTo(32_768);
        assertThat(receipt.file().notes())
                .contains("went on behind row 32768, where an import of the same file had stopped");
        same(receipt);
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void whatIsStoppedTwiceGoesOnTwice() throws IOException {
        stoppedAt(10_000);
        stoppedAt(30_000);
        same(run(Progress.NONE));
    }

    @Test
    void aFileThatChangedIsReadFromItsFirstRow() throws IOException {
        stoppedAt(30_000);
        Files.writeString(file, rows("18.50"));
        Files.setLastModifiedTime(
                file, WRITTEN); // as many bytes at the same moment: only what was read tells them apart
        Receipt receipt = run(Progress.NONE);
        assertThat(receipt.file().notes()).noneMatch(note -> note.startsWith("went on"));
        assertThat(room.ask(FACTS)).isNotEqualTo(facts);
        assertThat(room.ask("SELECT count(*) FROM purchase WHERE amount = 18.5"))
                .isNotEqualTo("0\n");
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void anotherFileRemovesWhatWasBegun() throws IOException {
        stoppedAt(30_000);
        assertThat(unfinished()).hasSize(1);
        Path other = room.file("other.csv", rows("19.50"));
        imports.run(ImportRequest.of(other, FactKind.PURCHASE), ImportRoom.ANA, Progress.NONE);
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void anErasureRemovesWhatWasBegun() throws IOException {
        stoppedAt(30_000);
        new Persons(room.workspace, room.store, new DuckDbPersonFiles(room.engine))
                .erase("customer", "in-no-file", ImportRoom.ANA);
        assertThat(unfinished()).isEmpty();
    }

    private void same(Receipt receipt) throws IOException {
        assertThat(room.ask(FACTS)).isEqualTo(facts);
        assertThat(receipt.counts().read()).isEqualTo(ROWS);
        assertThat(Files.readString(imports.quarantine(receipt.batch()).orElseThrow()))
                .isEqualTo(quarantine);
    }

    private Failure stoppedAt(long row) {
        Failure failure = catchThrowableOfType(
                Failure.class,
                () -> run((bytes, of, rows) -> {
                    if (rows >= row) {
                        throw new Stopped();
                    }
                }));
        assertThat(failure).isNotNull();
        return failure;
    }

    private Receipt run(Progress progress) {
        return imports.run(ImportRequest.of(file, FactKind.PURCHASE), ImportRoom.ANA, progress)
                .receipt();
    }

    private List<Path> unfinished() throws IOException {
        try (Stream<Path> staging = Files.list(room.workspace.staging())) {
            return staging.filter(path -> path.getFileName().toString().startsWith("unfinished"))
                    .toList();
        }
    }

    private static String rows(String amount) {
        StringBuilder text = new StringBuilder("order,customer,date,amount,product\n");
        for (int row = 1; row <= ROWS; row++) {
            text.append("o%d,c%d,2026-0%d-05,%s,\"a \"\"long\"\" name\nin two lines\"\n"
                    .formatted(row, row % 997, 1 + row % 5, row % 37 == 0 ? "ten" : amount));
        }
        return text.toString();
    }
}
