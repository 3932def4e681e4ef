package io.customerroom.ledger.build;

import io.customerroom.engine.duckdb.DuckDbEngine;
import io.customerroom.engine.duckdb.DuckDbSettings;
import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.state.StateStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A workspace with an engine and a store, for tests that build. */
public final class LedgerFixture implements AutoCloseable {

    public static final Authorship TESTER = new Authorship("tester", "cli", "test", "r1");
    private static final CompanyCalendar CALENDAR =
            new CompanyCalendar(ZoneId.of("Europe/Berlin"), Month.JULY, DayOfWeek.MONDAY);

    public final Workspace workspace;
    public final DuckDbEngine engine;
    public final StateStore store;
    private final Clock clock = Clock.fixed(Instant.parse("2030-01-01T00:00:00Z"), ZoneOffset.UTC);

    public LedgerFixture(Path folder) {
        workspace = new Workspace(folder);
        engine = DuckDbEngine.start(
                new DuckDbSettings(512, 1, workspace.staging().resolve("spill"), Duration.ofMinutes(5)));
        store = StateStore.open(workspace.state(), clock, List.of(Builds.MIGRATIONS));
    }

    public Builds builds(FactSource facts) {
        return new Builds(workspace, store, engine, facts, CALENDAR, clock);
    }

    public Build build(FactSource facts) {
        return builds(facts).at(BuildRequest.standard(), TESTER);
    }

    /** States the activity rule of the workspace. */
    public LedgerFixture activity(String rule) {
        return definition(
                "activity", "name: activity\nversion: 1\nowner: cco\nreason: test\nvalid-from: 1900-01-01\n" + rule);
    }

    public LedgerFixture definition(String file, String text) {
        try {
            Files.createDirectories(workspace.definitions());
            Files.writeString(workspace.definitions().resolve(file + ".yaml"), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer as lines of values separated by blanks; money without trailing zeros, nothing as a dash. */
    public String ask(Build build, String sql) {
        try (Session session = engine.open()) {
            build.define(session, LedgerTables.all());
            return session.query(sql, Map.of()).rows().stream()
                    .map(row -> row.stream().map(LedgerFixture::show).collect(Collectors.joining(" ")))
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String show(@Nullable Object value) {
        return value instanceof BigDecimal money
                ? money.signum() == 0 ? "0" : money.stripTrailingZeros().toPlainString()
                : Objects.toString(value, "-");
    }

    @Override
    public void close() {
        store.close();
        engine.close();
    }
}
