package io.customerroom.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.engine.SqlMacros;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbEngineTest {

    private static final String ENDLESS =
            "SELECT COUNT(*) FROM range(10000000) a, range(10000000) b WHERE a.range * b.range = 7";

    @TempDir
    Path folder;

    private DuckDbEngine engine;
    private Session session;

    @BeforeEach
    void start() {
        engine = DuckDbEngine.start(new DuckDbSettings(256, 1, folder.resolve("spill"), Duration.ofSeconds(60)));
        session = engine.open();
    }

    @AfterEach
    void stop() {
        session.close();
        engine.close();
    }

    @Test
    void valuesArriveInTheirPlainTypes() {
        Rows rows = session.query("""
                SELECT SUM(n) AS hugeint, CAST(1.50 AS DECIMAL(18, 6)) AS money, DATE '2011-03-01' AS day,
                       TIMESTAMP '2011-03-01 23:30:00' AS moment, 'x' AS word, 0.5::DOUBLE AS ratio, TRUE AS yes, NULL AS nothing,
                       CAST('170141183460469231731687303715884105727' AS HUGEINT) AS large
                FROM (VALUES (1), (2)) t (n)
                """, Map.of());

        assertThat(rows.rows())
                .containsExactly(Arrays.asList(
                        3L,
                        new BigDecimal("1.500000"),
                        LocalDate.of(2011, 3, 1),
                        Instant.parse("2011-03-01T23:30:00Z"),
                        "x",
                        0.5,
                        true,
                        null,
                        new BigDecimal("170141183460469231731687303715884105727")));
        assertThat(rows.columns().get(3)).isEqualTo(new Rows.Column("moment", Instant.class));
    }

    @Test
    void parametersAreBoundByNameButNotInsideLiterals() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("day", LocalDate.of(2011, 12, 9));
        parameters.put("moment", Instant.parse("2011-12-09T08:00:00Z"));
        parameters.put("money", new BigDecimal("2.5"));
        parameters.put("text", "it's");
        parameters.put("none", null);

        Rows rows = session.query(
                "SELECT CAST(:day AS DATE), CAST(:moment AS TIMESTAMP), :money * 2, :text, ':text', :none -- :unknown\n",
                parameters);

        assertThat(rows.rows())
                .containsExactly(Arrays.asList(
                        LocalDate.of(2011, 12, 9),
                        Instant.parse("2011-12-09T08:00:00Z"),
                        new BigDecimal("5.0"),
                        "it's",
                        ":text",
                        null));
    }

    @Test
    void anUnknownParameterIsNamed() {
        assertThatThrownBy(() -> session.query("SELECT :since", Map.of("through", 1)))
                .isInstanceOf(Failure.class)
                .hasMessage("Line 1: there is no parameter :since.");
    }

    @Test
    void whatWasWrittenIsReadBackUnderItsName() {
        Path file = folder.resolve("it's one.parquet");

        long written = session.write("SELECT 7 AS n WHERE 1 = :one", Map.of("one", 1), file);
        session.table("sevens", List.of(file, file));

        assertThat(written).isEqualTo(1);
        assertThat(session.query("SELECT SUM(n) FROM sevens", Map.of()).rows()).containsExactly(List.of(14L));
        assertThatThrownBy(() -> session.write("SELECT 7 AS n", Map.of(), file))
                .hasFieldOrPropertyWithValue("code", "FILE_EXISTS");
    }

    @Test
    void tablesOfOneSessionAreInvisibleToOthers() {
        session.execute("CREATE TABLE mine AS SELECT 1 AS n", Map.of());

        try (Session other = engine.open()) {
            assertThatThrownBy(() -> other.query("SELECT * FROM mine", Map.of()))
                    .hasFieldOrPropertyWithValue("code", "QUERY_FAILED");
        }
    }

    @Test
    void aFailingTextLeavesTheSessionUsable() {
        assertThatThrownBy(() -> session.query("SELECT nonsense", Map.of())).isInstanceOf(Failure.class);
        assertThat(session.query("SELECT 1", Map.of()).rows()).containsExactly(List.of(1L));
    }

    @Test
    void executeAnswersTheRowsItTouched() {
        session.execute("CREATE TABLE t (n INTEGER)", Map.of());

        assertThat(session.execute("INSERT INTO t VALUES (:a), (:b)", Map.of("a", 1, "b", 2)))
                .isEqualTo(2);
    }

    @Test
    void aCancelledTextSaysSo() {
        CompletableFuture<Rows> answer = CompletableFuture.supplyAsync(() -> session.query(ENDLESS, Map.of()));
        while (!answer.isDone()) {
            session.cancel();
            Thread.onSpinWait();
        }
        assertThatThrownBy(answer::join).cause().hasFieldOrPropertyWithValue("code", "QUERY_CANCELLED");
    }

    @Test
    void aTextThatTakesTooLongIsStopped() {
        try (DuckDbEngine hasty =
                        DuckDbEngine.start(new DuckDbSettings(256, 1, folder.resolve("hasty"), Duration.ofSeconds(1)));
                Session other = hasty.open()) {
            assertThatThrownBy(() -> other.query(ENDLESS, Map.of()))
                    .hasFieldOrPropertyWithValue("code", "QUERY_TIMEOUT")
                    .hasFieldOrPropertyWithValue("kind", Failure.Kind.RESOURCES);
        }
    }

    @Test
    void tooLittleMemorySaysSo() {
        try (DuckDbEngine small =
                        DuckDbEngine.start(new DuckDbSettings(64, 1, folder.resolve("small"), Duration.ofSeconds(60)));
                Session other = small.open()) {
            assertThatThrownBy(() -> other.query(
                            "SELECT LENGTH(STRING_AGG(REPEAT('x', 1000), '')) FROM range(1000000)", Map.of()))
                    .hasFieldOrPropertyWithValue("code", "OUT_OF_MEMORY");
        }
    }

    @Test
    void macrosSpeakDuckDb() {
        String sql = SqlMacros.render("""
                SELECT ca_days(DATE '2011-12-31', DATE '2012-01-02'), ca_add_days(DATE '2012-02-28', 1 + 1),
                       ca_month(DATE '2012-02-29'), ca_midx(DATE '2012-01-01') - ca_midx(DATE '2011-12-31'), ca_floordiv(7, 2),
                       'ca_month(x)', ca_month(ca_add_days(DATE '2011-12-31', 1))
                """, engine.dialect());

        assertThat(session.query(sql, Map.of()).rows())
                .containsExactly(List.of(
                        2L,
                        LocalDate.of(2012, 3, 1),
                        LocalDate.of(2012, 2, 1),
                        1L,
                        3L,
                        "ca_month(x)",
                        LocalDate.of(2012, 1, 1)));
    }

    @Test
    void spillsIntoTheGivenFolderOnly() {
        assertThat(Files.isDirectory(folder.resolve("spill"))).isTrue();
        assertThat(session.query("SELECT current_setting('temp_directory')", Map.of())
                        .rows())
                .containsExactly(List.of(folder.resolve("spill").toString()));
    }

    @Test
    void settingsRefuseWhatCannotWork() {
        assertThatThrownBy(() -> new DuckDbSettings(10, 1, folder, Duration.ofSeconds(1)))
                .hasMessageContaining("memoryMegabytes");
        assertThatThrownBy(() -> new DuckDbSettings(64, 0, folder, Duration.ofSeconds(1)))
                .hasMessageContaining("threads");
        assertThatThrownBy(() -> new DuckDbSettings(64, 1, folder, Duration.ZERO))
                .hasMessageContaining("timeout");
    }
}
