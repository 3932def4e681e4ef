package io.customerroom.ledger.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.engine.duckdb.DuckDbEngine;
import io.customerroom.engine.duckdb.DuckDbSettings;
import io.customerroom.engine.duckdb.imports.DuckDbStager;
import io.customerroom.kernel.Authorship;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.imports.ImportRequest;
import io.customerroom.ledger.imports.Imports;
import io.customerroom.ledger.imports.Progress;
import io.customerroom.ledger.persons.CallBook.SourceId;
import io.customerroom.ledger.typed.TypedLinks.Pair;
import io.customerroom.ledger.workspace.CompanySettings;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.state.StateStore;
import io.customerroom.state.TestPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Typed touches walk the way of every file, over the real engine and store. */
class TypedTouchesTest {

    private static final Authorship LEO = new Authorship("leo", "web", "", "r1");
    private static final Authorship MISTAKEN = new Authorship("leo", "web", "it was another customer", "r2");
    private static final Clock JUNE = Clock.fixed(Instant.parse("2026-06-04T08:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 4);

    @TempDir
    private Path folder;

    private DuckDbEngine engine;
    private StateStore store;
    private Workspace workspace;
    private Imports imports;
    private TypedTouches touches;

    @BeforeEach
    void aRoomWithOneCustomer() throws IOException {
        engine = DuckDbEngine.start(new DuckDbSettings(256, 1, folder.resolve("spill"), Duration.ofMinutes(5)));
        workspace = new Workspace(folder.resolve("room"));
        Files.createDirectories(workspace.root());
        Files.writeString(workspace.settings(), "company:\n  name: Test\n");
        store = StateStore.open(
                TestPlace.at(workspace.state(), List.of("db/migration/ledger")),
                Clock.systemUTC(),
                List.of("db/migration/ledger"));
        imports = new Imports(workspace, CompanySettings.read(workspace), store, new DuckDbStager(engine), JUNE);
        Path customers =
                Files.writeString(folder.resolve("customers.csv"), "customer,name\nC-1,Ada Brand\nC-2,A. Brand\n");
        imports.run(ImportRequest.of(customers, FactKind.CUSTOMER_FACT), LEO, Progress.NONE);
        touches = new TypedTouches(workspace, imports, engine, JUNE, ZoneOffset.UTC);
    }

    @AfterEach
    void close() {
        store.close();
        engine.close();
    }

    @Test
    void aTypedTouchIsABatchWithItsAuthorUntilItIsTakenBackForAReason() {
        Receipt receipt = touches.enter(LEO, " C-1 ", "call", TODAY);

        assertThat(receipt.author()).isEqualTo("leo");
        assertThat(receipt.counts().kept()).isEqualTo(1);
        assertThat(TypedTouches.typed(receipt)).isTrue();
        assertThat(touches.batches()).extracting(Receipt::batch).containsExactly(receipt.batch());
        assertThatThrownBy(() -> touches.takeBack(LEO, receipt.batch()))
                .hasFieldOrPropertyWithValue("code", "REASON_MISSING");
        touches.takeBack(MISTAKEN, receipt.batch());
        assertThat(touches.batches().getFirst().active()).isFalse();
        assertThatThrownBy(() -> touches.takeBack(MISTAKEN, "b0001-customer-main"))
                .hasFieldOrPropertyWithValue("code", "BATCH_NOT_TYPED");
    }

    @Test
    void massMailADayToComeAndAnUnknownIdAreRefused() {
        assertThatThrownBy(() -> touches.enter(LEO, "C-1", "newsletter", TODAY))
                .hasFieldOrPropertyWithValue("code", "TOUCH_NEVER_COUNTS");
        assertThatThrownBy(() -> touches.enter(LEO, "C-1", "call", TODAY.plusDays(1)))
                .hasFieldOrPropertyWithValue("code", "DAY_AHEAD");
        assertThatThrownBy(() -> touches.enter(LEO, "C-9", "call", TODAY))
                .hasFieldOrPropertyWithValue("code", "CUSTOMER_UNKNOWN");
        assertThat(touches.batches()).isEmpty();
    }

    @Test
    void idsAreLinkedOnlyWhereFilesHaveToldOfThem() {
        TypedLinks links = new TypedLinks(imports, new KnownIds(workspace, imports, engine), JUNE);
        SourceId ada = new SourceId("customer", "C-1");
        assertThatThrownBy(() ->
                        links.enter(LEO, List.of(new Pair(ada, new SourceId("customer", "C-9"))), true, "typed"))
                .hasFieldOrPropertyWithValue("code", "CUSTOMER_UNKNOWN");
        assertThatThrownBy(() -> links.enter(
                        LEO, List.of(new Pair(new SourceId("shop", "C-1"), new SourceId("shop", "C-2"))), true, ""))
                .hasFieldOrPropertyWithValue("code", "CUSTOMER_UNKNOWN");
        assertThat(links.batches()).isEmpty();

        links.enter(LEO, List.of(new Pair(ada, new SourceId("customer", "C-2"))), true, "typed");
        assertThat(links.batches()).hasSize(1);
    }
}
