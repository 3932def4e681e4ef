package io.customerroom.ledger.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.engine.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildsTest {

    @TempDir
    Path folder;

    private LedgerFixture ledger;
    private final StagedFacts facts =
            new StagedFacts().purchase(1, "2026-01-15", "10").purchase(1, "2026-03-15", "20");

    @BeforeEach
    void open() {
        ledger = new LedgerFixture(folder);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void theSameInputsAreTheSameBuild() {
        Build first = ledger.build(facts);

        assertThat(ledger.build(facts)).isEqualTo(first);
        assertThat(ledger.builds(facts).all()).containsExactly(first);
        assertThat(ledger.builds(facts).current()).contains(first);
        assertThat(first.id()).matches("[0-9a-f]{12}");
        assertThat(first.clocks().through()).isEqualTo(LocalDate.of(2026, 3, 15));
        assertThat(first.definitions()).isEqualTo("activity@1,value@1");
        assertThat(first.identities())
                .contains(
                        new Build.IdentityResult("revenue", "30.0000000000", "30.0000000000"),
                        new Build.IdentityResult("flow", "7", "7"));
    }

    @Test
    void anEditedDefinitionIsAnotherBuild() {
        Build first = ledger.build(facts);
        ledger.activity("lapse-days: 30");
        Build second = ledger.build(facts);

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(ledger.builds(facts).current()).contains(second);
    }

    @Test
    void anEarlierClockDoesNotMoveTheWalls() {
        Build standard = ledger.build(facts);
        Build earlier = ledger.builds(facts)
                .at(
                        new BuildRequest(Optional.of(LocalDate.of(2026, 1, 31)), Optional.empty(), List.of()),
                        LedgerFixture.TESTER);

        assertThat(ledger.ask(earlier, "SELECT SUM(amount) FROM purchase")).isEqualTo("10");
        assertThat(ledger.builds(facts).current()).contains(standard);
    }

    @Test
    void knowledgeLaterThanTheNewestReceiptChangesNothing() {
        Build standard = ledger.build(facts);
        Build later = ledger.builds(facts)
                .at(
                        new BuildRequest(
                                Optional.empty(), Optional.of(Instant.parse("2040-01-01T00:00:00Z")), List.of()),
                        LedgerFixture.TESTER);

        assertThat(later).isEqualTo(standard);
    }

    @Test
    void goingBackToEarlierFactsMakesTheirBuildCurrentAgain() {
        Build before = ledger.build(facts);
        Build after = ledger.build(new StagedFacts().purchase(2, "2026-03-15", "1"));
        Build undone = ledger.build(facts);

        assertThat(undone).isEqualTo(before).isNotEqualTo(after);
        assertThat(ledger.builds(facts).current()).contains(before);
    }

    @Test
    void onlyAFewOldBuildsAreKeptAndNeverTheCurrentOne() throws IOException {
        Build standard = ledger.build(facts);
        for (int day = 1; day <= 9; day++) {
            ledger.builds(facts)
                    .at(
                            new BuildRequest(Optional.of(LocalDate.of(2026, 2, day)), Optional.empty(), List.of()),
                            LedgerFixture.TESTER);
        }
        try (Stream<Path> folders = Files.list(ledger.workspace.ledgers())) {
            assertThat(folders.map(path -> path.getFileName().toString()))
                    .contains(standard.id())
                    .hasSizeBetween(6, 8)
                    .hasSameSizeAs(ledger.builds(facts).all());
        }
        assertThat(ledger.builds(facts).findings()).isEmpty();
    }

    @Test
    void whatACrashLeftBehindIsSwept() throws IOException {
        Build standard = ledger.build(facts);
        Files.createDirectories(ledger.workspace.ledger("0123456789ab"));
        Files.createDirectories(ledger.workspace.staging().resolve("build-0123456789ab"));
        ledger.builds(facts).sweep();

        assertThat(ledger.workspace.ledger("0123456789ab")).doesNotExist();
        assertThat(ledger.workspace.staging().resolve("build-0123456789ab")).doesNotExist();
        assertThat(standard.folder()).isDirectory();
    }

    @Test
    void aBuildThatLostAFileIsMadeAgain() throws IOException {
        Build standard = ledger.build(facts);
        Files.delete(standard.folder().resolve("spell.parquet"));

        assertThat(ledger.builds(facts).findings())
                .containsExactly("Build %s misses its table spell.".formatted(standard.id()));
        ledger.builds(facts)
                .at(
                        new BuildRequest(Optional.of(LocalDate.of(2026, 3, 15)), Optional.empty(), List.of()),
                        LedgerFixture.TESTER);
        assertThat(ledger.builds(facts).findings()).isEmpty();
    }

    @Test
    void anEmptyWorkspaceHasAnEmptyLedgerThroughToday() {
        Build empty = ledger.build(new StagedFacts());

        assertThat(empty.clocks().through()).isEqualTo(LocalDate.of(2030, 1, 1));
        assertThat(ledger.ask(empty, "SELECT COUNT(*) FROM customer_period")).isEqualTo("0");
        assertThat(ledger.ask(empty, "SELECT COUNT(*) FROM calendar")).isEqualTo("0");
    }

    @Test
    void aLedgerThatDoesNotAddUpIsNotRecorded() {
        StagedFacts odd = new StagedFacts() {
            @Override
            public void define(Session session, Clocks clocks) {
                super.define(session, clocks);
                session.execute("UPDATE purchase SET occurred_on = DATE '2026-05-01'", Map.of());
            }
        };
        odd.purchase(1, "2026-01-15", "10");

        assertThatThrownBy(() -> ledger.build(odd))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("LEDGER_DOES_NOT_RECONCILE"))
                .hasMessageContaining("'revenue': 10.0000000000 against 0");
        assertThat(ledger.builds(odd).all()).isEmpty();
    }
}
