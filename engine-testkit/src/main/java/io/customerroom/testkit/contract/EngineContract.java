package io.customerroom.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.engine.SqlMacros;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a session behaves, whatever engine answers. Texts are in the portable subset. */
public abstract class EngineContract {

    private static final String DIGITS = "(VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9))";

    @TempDir
    Path folder;

    private Engine engine;
    private Session session;

    /** A fresh engine that may use the folder for what it spills. */
    protected abstract Engine start(Path folder);

    /** What this engine cannot do, with reasons. */
    protected List<Gap> gaps() {
        return List.of();
    }

    @BeforeEach
    void open() {
        engine = start(folder.resolve("engine"));
        session = engine.open();
    }

    @AfterEach
    void close() {
        session.close();
        engine.close();
    }

    @Test
    void integersOfEveryWidthAreLong() {
        assertThat(
                        only(
                                "SELECT CAST(7 AS INTEGER) AS a, CAST(7 AS BIGINT) AS b, COUNT(*) AS c, SUM(n) AS d FROM (VALUES (3), (4)) t (n)"))
                .containsExactly(7L, 7L, 2L, 7L);
    }

    @Test
    void daysMomentsWordsAndSwitchesHaveOneTypeEach() {
        assertThat(only("SELECT DATE '2024-02-29' AS a, TIMESTAMP '2024-10-27 00:30:00' AS b, 'Çağ' AS c, 1 = 1 AS d"))
                .containsExactly(LocalDate.of(2024, 2, 29), Instant.parse("2024-10-27T00:30:00Z"), "Çağ", true);
    }

    @Test
    void columnsKeepTheirNamesAndKindsWhenThereIsNoRow() {
        Rows rows = query("SELECT 1 AS n, 'x' AS word WHERE 1 = 0");

        assertThat(rows.rows()).isEmpty();
        assertThat(rows.columns())
                .containsExactly(new Rows.Column("n", Long.class), new Rows.Column("word", String.class));
    }

    @Test
    void parametersAreBoundAndNeverRead() {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("text", "'; DROP TABLE t; --");
        parameters.put("day", LocalDate.of(2024, 2, 29));
        parameters.put("at", Instant.parse("2024-10-27T00:30:00Z"));
        parameters.put("money", new BigDecimal("166.6666666667"));
        parameters.put("none", null);

        Rows rows = session.query(
                "SELECT CAST(:text AS VARCHAR), CAST(:day AS DATE), CAST(:at AS TIMESTAMP), CAST(:money AS DECIMAL(28, 10)), CAST(:none AS BIGINT), ':text'",
                parameters);

        assertThat(rows.rows())
                .containsExactly(Arrays.asList(
                        "'; DROP TABLE t; --",
                        LocalDate.of(2024, 2, 29),
                        Instant.parse("2024-10-27T00:30:00Z"),
                        new BigDecimal("166.6666666667"),
                        null,
                        ":text"));
    }

    @Test
    void aMissingParameterIsTheAskersFault() {
        assertThatThrownBy(() -> query("SELECT :nobody"))
                .isInstanceOf(Failure.class)
                .hasFieldOrPropertyWithValue("kind", Failure.Kind.YOURS);
    }

    @Test
    void decimalsAreExact() {
        new Gaps(gaps()).check(Feature.EXACT_DECIMALS, () -> {
            session.execute("CREATE TABLE money (amount DECIMAL(28, 10))", Map.of());
            for (int i = 0; i < 3; i++) {
                session.execute(
                        "INSERT INTO money VALUES (:amount)", Map.of("amount", new BigDecimal("666.6666666667")));
            }
            session.execute(
                    "INSERT INTO money VALUES (:amount)",
                    Map.of("amount", new BigDecimal("-1000000000000000.0000000001")));

            assertThat(only("SELECT CAST(SUM(amount) AS DECIMAL(38, 10)) AS total FROM money"))
                    .containsExactly(new BigDecimal("-999999999998000.0000000000"));
        });
    }

    @Test
    void aThirdIsNotInvented() {
        assertThat(only("SELECT CAST(0.1 AS DECIMAL(18, 6)) + CAST(0.2 AS DECIMAL(18, 6)) AS n"))
                .containsExactly(new BigDecimal("0.300000"));
    }

    @Test
    void nullsStandWhereTheTextPutsThem() {
        String values = "SELECT n FROM (VALUES (2), (CAST(NULL AS INTEGER)), (1)) t (n) ORDER BY n ";

        assertThat(query(values + "NULLS FIRST").rows())
                .extracting(List::getFirst)
                .containsExactly(null, 1L, 2L);
        assertThat(query(values + "NULLS LAST").rows())
                .extracting(List::getFirst)
                .containsExactly(1L, 2L, null);
        assertThat(query(values + "DESC NULLS LAST").rows())
                .extracting(List::getFirst)
                .containsExactly(2L, 1L, null);
    }

    @Test
    void wordsAreOrderedByTheirBytes() {
        assertThat(query("SELECT w FROM (VALUES ('b'), ('B'), ('a'), ('ä'), ('I'), ('ı')) t (w) ORDER BY w")
                        .rows())
                .extracting(List::getFirst)
                .containsExactly("B", "I", "a", "b", "ä", "ı");
    }

    @Test
    void sumsOfNothingAreNullAndCountsAreZero() {
        session.execute("CREATE TABLE empty_purchase (amount DECIMAL(18, 6), customer BIGINT)", Map.of());

        assertThat(
                        only(
                                "SELECT COUNT(*) AS a, COUNT(customer) AS b, SUM(amount) AS c, COALESCE(SUM(amount), 0) AS d FROM empty_purchase"))
                .satisfies(row -> assertThat(row.subList(0, 3)).isEqualTo(Arrays.asList(0L, 0L, null)))
                .satisfies(row -> assertThat((BigDecimal) row.get(3)).isEqualByComparingTo("0"));
    }

    @Test
    void aFailingTextLeavesTheSessionUsable() {
        session.execute("CREATE TABLE kept (n INTEGER)", Map.of());

        assertThatThrownBy(() -> query("SELECT nonsense FROM nowhere")).isInstanceOf(Failure.class);

        assertThat(only("SELECT COUNT(*) AS n FROM kept")).containsExactly(0L);
    }

    @Test
    void sessionsDoNotSeeEachOthersTables() {
        session.execute("CREATE TABLE mine (n INTEGER)", Map.of());

        try (Session other = engine.open()) {
            assertThatThrownBy(() -> other.query("SELECT n FROM mine", Map.of()))
                    .isInstanceOf(Failure.class);
        }
    }

    @Test
    void whatIsWrittenIsReadBackWithItsTypes() {
        new Gaps(gaps()).check(Feature.WRITE_PARQUET, () -> {
            Path one = folder.resolve("it's one.parquet");
            Path two = folder.resolve("two.parquet");
            String row =
                    "SELECT CAST(:n AS BIGINT) AS n, DATE '2024-02-29' AS on_day, CAST(1.5 AS DECIMAL(18, 6)) AS amount";

            assertThat(session.write(row, Map.of("n", 1L), one)).isEqualTo(1);
            assertThat(session.write(row, Map.of("n", 2L), two)).isEqualTo(1);
            session.table("two_files", List.of(one, two));

            assertThat(query("SELECT n, on_day, amount FROM two_files ORDER BY n")
                            .rows())
                    .containsExactly(
                            List.of(1L, LocalDate.of(2024, 2, 29), new BigDecimal("1.500000")),
                            List.of(2L, LocalDate.of(2024, 2, 29), new BigDecimal("1.500000")));
            assertThatThrownBy(() -> session.write(row, Map.of("n", 3L), one)).isInstanceOf(Failure.class);
        });
    }

    @Test
    void aFileWithoutRowsIsATableWithoutRows() {
        Path none = folder.resolve("none.parquet");

        assertThat(session.write("SELECT 1 AS n WHERE 1 = 0", Map.of(), none, Map.of("It's", "a \"note\": 'x', :n")))
                .isZero();
        session.table("nothing", List.of(none));

        assertThat(only("SELECT COUNT(*) AS n FROM nothing")).containsExactly(0L);
    }

    @Test
    void macrosCountDaysAndMonthsAlike() {
        String sql = SqlMacros.render("""
                SELECT ca_days(DATE '2024-02-28', DATE '2024-03-01') AS leap, ca_add_days(DATE '2024-02-28', 1) AS leap_day,
                       ca_add_days(DATE '2024-03-01', -1) AS back, ca_month(DATE '2024-02-29') AS month_of,
                       ca_midx(DATE '2025-01-01') - ca_midx(DATE '2024-12-31') AS months, ca_floordiv(7, 2) AS half,
                       ca_floordiv(3 + 4, 1 + 1) AS half_of_a_sum
                """, engine.dialect());

        assertThat(only(sql))
                .containsExactly(
                        2L, LocalDate.of(2024, 2, 29), LocalDate.of(2024, 2, 29), LocalDate.of(2024, 2, 1), 1L, 3L, 3L);
    }

    @Test
    void aRunningTextCanBeCancelledAndTheSessionLivesOn() {
        new Gaps(gaps()).check(Feature.CANCEL, () -> {
            CompletableFuture<Rows> answer = CompletableFuture.supplyAsync(() -> query(endless()));
            while (!answer.isDone()) {
                session.cancel();
                Thread.onSpinWait();
            }
            assertThatThrownBy(answer::join).cause().hasFieldOrPropertyWithValue("code", "QUERY_CANCELLED");
            assertThat(only("SELECT 1 AS n")).containsExactly(1L);
        });
    }

    @Test
    void everyGapIsDeclaredOnceWithAReason() {
        assertThat(gaps()).doesNotHaveDuplicates().extracting(Gap::feature).doesNotHaveDuplicates();
    }

    /** A sum over a million million rows. */
    private static String endless() {
        StringBuilder sql = new StringBuilder("SELECT COUNT(*) AS n FROM " + DIGITS + " d0 (n)");
        StringBuilder sum = new StringBuilder("d0.n");
        for (int i = 1; i < 12; i++) {
            sql.append(" CROSS JOIN ").append(DIGITS).append(" d").append(i).append(" (n)");
            sum.append(" * d").append(i).append(".n + ").append(i);
        }
        return sql + " WHERE " + sum + " = 7";
    }

    private Rows query(String sql) {
        return session.query(sql, Map.of());
    }

    private List<@Nullable Object> only(String sql) {
        List<List<@Nullable Object>> rows = query(sql).rows();
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }
}
