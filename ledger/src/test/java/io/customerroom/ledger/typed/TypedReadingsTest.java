package io.customerroom.ledger.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.engine.duckdb.DuckDbEngine;
import io.customerroom.engine.duckdb.DuckDbSettings;
import io.customerroom.engine.duckdb.imports.DuckDbStager;
import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.facts.Receipts;
import io.customerroom.ledger.facts.ReceivedFacts;
import io.customerroom.ledger.imports.Imports;
import io.customerroom.ledger.typed.MeasuredSeries.CarriedRule;
import io.customerroom.ledger.workspace.CompanySettings;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.state.StateStore;
import io.customerroom.state.TestPlace;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Typed readings walk the way of every file, over the real engine and store. */
@TestInstance(Lifecycle.PER_CLASS)
class TypedReadingsTest {

    private static final Authorship LEO = new Authorship("leo", "web", "", "r1");
    private static final Authorship MISREAD = new Authorship("leo", "web", "misread", "r2");
    private static final Instant JUNE = Instant.parse("2026-06-04T08:00:00Z");
    private static final MeasuredSeries QUEUE = new MeasuredSeries(
            "counter",
            "queue",
            "north",
            "rescue",
            "use",
            "Ada",
            "people",
            Optional.of(new CarriedRule("at-most", new BigDecimal("6"), true, 1, 2)));

    @TempDir
    private static Path folder;

    private DuckDbEngine engine;
    private Workspace workspace;
    private StateStore store;
    private Instant now = JUNE;
    private int rooms;

    @BeforeAll
    void start() {
        engine = DuckDbEngine.start(new DuckDbSettings(512, 1, folder.resolve("spill"), Duration.ofMinutes(5)));
    }

    @AfterAll
    void close() {
        store.close();
        engine.close();
    }

    @BeforeEach
    void anEmptyRoom() throws IOException {
        if (rooms++ > 0) {
            store.close();
        }
        now = JUNE;
        workspace = new Workspace(folder.resolve("room-" + rooms));
        Files.createDirectories(workspace.root());
        Files.writeString(workspace.settings(), "company:\n  name: Test\n");
        store = StateStore.open(
                TestPlace.at(workspace.state(), List.of("db/migration/ledger")),
                Clock.systemUTC(),
                List.of("db/migration/ledger"));
    }

    @Test
    void aTypedReadingIsAFactWithItsAuthorOnTheReceipt() {
        Receipt receipt = typed().enter(LEO, QUEUE, List.of(reading("2026-05-04", "5.5", 12)));
        assertThat(receipt.author()).isEqualTo("leo");
        assertThat(typed().of("counter")).extracting(TypedBatch::author).containsExactly("leo");
        assertThat(receipt.batch()).isEqualTo("b0001-operation-typed");
        assertThat(receipt.counts().read()).isEqualTo(receipt.counts().kept()).isEqualTo(1);
        assertThat(inForce(JUNE))
                .isEqualTo(
                        "counter rescue use Ada queue people at-most 6.000000 true 1 2 north 2026-05-04 5.500000 12 b0001-operation-typed");
    }

    @Test
    void aDayTypedAgainIsALaterVersionAndTheEarlierStaysReadable() {
        typed().enter(LEO, QUEUE, List.of(reading("2026-05-04", "5", 1), reading("2026-05-11", "7", 1)));
        now = JUNE.plusSeconds(60);
        typed().enter(LEO, QUEUE, List.of(reading("2026-05-04", "6", 1)));
        assertThat(values(now)).isEqualTo("6.000000 7.000000");
        assertThat(values(JUNE)).as("as known before the correction").isEqualTo("5.000000 7.000000");
        now = JUNE.plusSeconds(120);
        typed().enter(LEO, QUEUE, List.of(reading("2026-05-04", "5", 1)));
        assertThat(values(now)).as("typed back to what it was").isEqualTo("5.000000 7.000000");
        assertThat(typed().of("counter"))
                .extracting(batch -> batch.readings().getFirst().value().intValue())
                .containsExactly(5, 6, 5);
        assertThat(typed().of("another")).isEmpty();
    }

    @Test
    void takingBackBringsTheEarlierVersionIntoForceAgain() {
        typed().enter(LEO, QUEUE, List.of(reading("2026-05-04", "5", 1)));
        now = JUNE.plusSeconds(60);
        Receipt second = typed().enter(LEO, QUEUE, List.of(reading("2026-05-04", "50", 1)));
        assertThatThrownBy(() -> typed().takeBack(LEO, second.batch())).hasMessageContaining("needs a reason");
        typed().takeBack(MISREAD, second.batch());
        assertThat(values(now)).isEqualTo("5.000000");
        assertThat(typed().of("counter")
                        .getFirst()
                        .receipt()
                        .withdrawal()
                        .orElseThrow()
                        .reason())
                .isEqualTo("misread");
        assertThatThrownBy(() -> typed().takeBack(MISREAD, "b0009-purchase")).hasMessageContaining("no batch");
    }

    @Test
    void whatCannotBeAReadingIsRefusedBeforeAnythingIsWritten() {
        refused("has not come yet", reading("2026-06-05", "5", 1));
        refused("typed twice", reading("2026-05-04", "5", 1), reading("2026-05-04", "6", 1));
        refused("0 readings");
        assertThatThrownBy(() -> reading("2026-05-04", "1.1234567", 1)).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> reading("2026-05-04", "1", 0)).isInstanceOf(Failure.class);
        assertThat(new Receipts(store).all()).isEmpty();
    }

    @Test
    void namesAreKeptAsTheyWereTyped() {
        MeasuredSeries odd = new MeasuredSeries("=cmd()", "NULL, \"quoted\"", "", "", "", "", "", Optional.empty());
        typed().enter(LEO, odd, List.of(reading("2026-05-04", "-1.5", 1)));
        assertThat(typed().of("=cmd()")).singleElement().satisfies(batch -> {
            assertThat(batch.measure()).isEqualTo("NULL, \"quoted\"");
            assertThat(batch.site()).isEmpty();
            assertThat(batch.readings().getFirst().value()).isEqualByComparingTo("-1.5");
        });
    }

    @Test
    void todayIsTheCompanysDay() {
        now = Instant.parse("2026-06-04T20:00:00Z");
        assertThat(typed(ZoneId.of("Pacific/Chatham")).enter(LEO, QUEUE, List.of(reading("2026-06-05", "5", 1))))
                .isNotNull();
    }

    private void refused(String words, TypedReading... readings) {
        assertThatThrownBy(() -> typed().enter(LEO, QUEUE, List.of(readings))).hasMessageContaining(words);
    }

    private static TypedReading reading(String day, String value, long n) {
        return new TypedReading(LocalDate.parse(day), new BigDecimal(value), n);
    }

    private TypedReadings typed() {
        return typed(ZoneOffset.UTC);
    }

    private TypedReadings typed(ZoneId zone) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new TypedReadings(
                workspace,
                new Imports(workspace, CompanySettings.read(workspace), store, new DuckDbStager(engine), clock),
                engine,
                clock,
                zone);
    }

    private String values(Instant known) {
        return ask("SELECT value FROM operation ORDER BY occurred_on", known).replace('\n', ' ');
    }

    private String inForce(Instant known) {
        return ask(
                "SELECT contact, contact_kind, stage, owner, measure, unit, direction, standard, strict, min_n, run_length, site,"
                        + " occurred_on, value, n, batch FROM operation",
                known);
    }

    private String ask(String sql, Instant known) {
        try (Session session = engine.open()) {
            new ReceivedFacts(workspace, new Receipts(store), engine, ZoneOffset.UTC)
                    .define(session, new Clocks(LocalDate.of(2200, 1, 1), known));
            return session.query(sql, Map.of()).rows().stream()
                    .map(row -> row.stream().map(String::valueOf).collect(Collectors.joining(" ")))
                    .collect(Collectors.joining("\n"));
        }
    }
}
