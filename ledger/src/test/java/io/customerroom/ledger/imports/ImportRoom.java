package io.customerroom.ledger.imports;

import io.customerroom.engine.duckdb.DuckDbEngine;
import io.customerroom.engine.duckdb.DuckDbSettings;
import io.customerroom.engine.duckdb.imports.DuckDbStager;
import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Clocks;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.FactsInForce;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.facts.Receipts;
import io.customerroom.ledger.identity.CustomerKeys;
import io.customerroom.ledger.identity.IdentitySecret;
import io.customerroom.ledger.imports.mapping.MappingYaml;
import io.customerroom.ledger.imports.plain.PlainStager;
import io.customerroom.ledger.workspace.CompanySettings;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.state.StateStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A workspace with real stores, and a clock that moves one hour per import. */
public final class ImportRoom implements AutoCloseable {

    public static final Authorship ANA = new Authorship("ana", "cli", "", "r1");
    public static final Clocks ALL = new Clocks(LocalDate.of(2200, 1, 1), Instant.parse("2200-01-01T00:00:00Z"));

    private final Path folder;
    private Instant now = Instant.parse("2026-06-01T08:00:00Z");

    public final Workspace workspace;
    public final DuckDbEngine engine;
    public final StateStore store;
    public final Receipts receipts;
    public final Imports imports;
    private final Clock clock;

    public ImportRoom(Path folder) {
        this(folder, "");
    }

    public ImportRoom(Path folder, String settings) {
        this.folder = folder;
        workspace = new Workspace(folder.resolve("room"));
        write(workspace.settings(), settings);
        engine = DuckDbEngine.start(new DuckDbSettings(512, 2, folder.resolve("spill"), Duration.ofMinutes(5)));
        store = StateStore.open(workspace.state(), Clock.systemUTC(), List.of("db/migration/ledger"));
        receipts = new Receipts(store);
        clock = new MovingClock();
        imports = imports(new DuckDbStager(engine));
    }

    /** Imports of this room that make their batches in another way. */
    public Imports imports(PlainStager stager) {
        return new Imports(workspace, CompanySettings.read(workspace), store, stager, clock);
    }

    public Path file(String name, String text) {
        Path file = folder.resolve("in").resolve(name);
        write(file, text);
        return file;
    }

    public Path file(String name, byte[] bytes) {
        Path file = folder.resolve("in").resolve(name);
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public Receipt load(FactKind kind, String name, String text) {
        return load(ImportRequest.of(file(name, text), kind));
    }

    public Receipt load(String mapping, String name, String text) {
        var read = MappingYaml.read(mapping, "test.yaml", Optional.empty());
        return load(ImportRequest.of(file(name, text), read.fact()).with(read));
    }

    public Receipt load(ImportRequest request) {
        return imports.run(request, ANA, Progress.NONE).receipt();
    }

    public Rows query(String sql) {
        return query(sql, ALL);
    }

    public Rows query(String sql, Clocks clocks) {
        try (Session session = engine.open()) {
            new FactsInForce(workspace).define(session, clocks, receipts.all());
            return session.query(sql, Map.of());
        }
    }

    /** Rows as text: values between blanks, rows between line ends, what is missing a dash. */
    public String ask(String sql) {
        return ask(sql, ALL);
    }

    public String ask(String sql, Clocks clocks) {
        StringBuilder text = new StringBuilder();
        for (List<Object> row : query(sql, clocks).rows()) {
            for (int i = 0; i < row.size(); i++) {
                Object value = row.get(i);
                text.append(i == 0 ? "" : " ").append(value == null ? "-" : value);
            }
            text.append('\n');
        }
        return text.toString();
    }

    public long key(String space, String id) {
        return new CustomerKeys(IdentitySecret.of(workspace)).key(space, id).value();
    }

    @Override
    public void close() {
        engine.close();
        store.close();
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private final class MovingClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return InstantSource.fixed(now).withZone(zone);
        }

        @Override
        public Instant instant() {
            now = now.plus(Duration.ofHours(1));
            return now;
        }
    }
}
