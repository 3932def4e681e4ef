package io.customerroom.ledger.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.ledger.metrics.Metric.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortableSubsetTest {

    private static List<String> check(String sql) {
        List<String> findings = new ArrayList<>();
        PortableSubset.check(new SqlText("m.sql", 12, sql), Set.of("grain", "through"), findings);
        return findings;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SELECT period FROM {calendar} QUALIFY 1 = 1 ORDER BY period | QUALIFY is outside the portable subset",
                "SELECT period FROM (PIVOT {calendar} ON grain) p ORDER BY period | PIVOT is outside",
                "SELECT period, COUNT(*) FROM {calendar} GROUP BY ALL ORDER BY period | BY ALL is outside the portable subset: list the columns.",
                "SELECT revenue / orders FROM {customer_period} ORDER BY period | '/' needs CAST(… AS DOUBLE) / NULLIF(…, 0).",
                "SELECT CAST(revenue AS DOUBLE) / orders FROM {customer_period} ORDER BY period | '/' needs CAST(",
                "SELECT AVG(revenue) FROM {customer_period} ORDER BY period | AVG( is outside the portable subset: divide sums",
                "SELECT ROUND(revenue, 2) FROM {customer_period} ORDER BY period | ROUND( is outside the portable subset: round once",
                "SELECT quantile_cont(revenue, 0.5) FROM {customer_period} ORDER BY period | quantile_cont( is outside",
                "SELECT \"period\" FROM {calendar} ORDER BY period | is a quoted name; some engines read it as text.",
                "SELECT `period` FROM {calendar} ORDER BY period | is a quoted name",
                "SELECT 'a\\n' FROM {calendar} ORDER BY period | a backslash inside a literal",
                "SELECT ends_on - starts_on FROM {calendar} ORDER BY period | date work goes through ca_add_days and ca_days.",
                "SELECT :through + 1 FROM {calendar} ORDER BY period | date work goes through",
                "SELECT starts_on + INTERVAL '1' DAY FROM {calendar} ORDER BY period | INTERVAL is outside the portable subset: use ca_add_days.",
                "SELECT date_trunc('month', starts_on) FROM {calendar} ORDER BY period | date_trunc( is outside",
                "SELECT revenue FROM {customer_period} ORDER BY revenue | an ORDER BY item needs NULLS FIRST or NULLS LAST.",
                "SELECT ROW_NUMBER() OVER (ORDER BY revenue DESC) FROM {customer_period} ORDER BY period | an ORDER BY item needs NULLS",
                "SELECT period FROM {calendar} | the answer needs an ORDER BY",
                "SELECT period FROM calendar ORDER BY period | the table calendar must be written {calendar}.",
                "SELECT c.period FROM {calendar} c, {spell} s ORDER BY c.period | tables are joined with JOIN",
                "SELECT period FROM {secret} ORDER BY period | there is no table {secret}.",
                "SELECT :since FROM {calendar} ORDER BY period | there is no parameter :since; known are [grain, through].",
                "SELECT period FROM {calendar} ORDER BY period; DROP TABLE x | a text is one SELECT, without semicolon.",
                "DELETE FROM {calendar} ORDER BY period | a text is one SELECT (or WITH … SELECT).",
                "SELECT period::VARCHAR FROM {calendar} ORDER BY period | '::' is outside the portable subset: use CAST.",
                "SELECT 7 // 2 FROM {calendar} ORDER BY period | '//' is outside the portable subset: use ca_floordiv.",
                "SELECT 7 % 2 FROM {calendar} ORDER BY period | '%' is outside",
                "SELECT period FROM {calendar} ORDER BY period LIMIT 5 | LIMIT is outside the portable subset: the reader decides",
                "SELECT period FROM read_parquet('x') ORDER BY period | read_parquet( is outside the portable subset"
            })
    void whatEnginesReadDifferentlyIsRefused(String sql, String finding) {
        assertThat(check(sql))
                .anySatisfy(found -> assertThat(found).startsWith("m.sql:12: ").contains(finding));
    }

    @Test
    void theLineIsTheFilesLine() {
        assertThat(check("SELECT period\nFROM {calendar}\nWHERE ILIKE = 1\nORDER BY period"))
                .containsExactly("m.sql:14: ILIKE is outside the portable subset: compare LOWER(…).");
    }

    @Test
    void literalsAndCommentsMaySayAnything() {
        assertThat(
                        check(
                                "SELECT 'QUALIFY 7 / 2; \"x\"' AS said -- AVG(x) / y; FROM secret\nFROM {calendar} ORDER BY period"))
                .isEmpty();
    }

    @Test
    void thePortableSubsetIsEnoughToWorkWith() {
        assertThat(check("""
                                WITH spent AS (
                                    SELECT p.period, p.customer, SUM(p.revenue) AS revenue, CAST(SUM(p.orders) AS DOUBLE) / NULLIF(COUNT(*), 0) AS share,
                                           ROW_NUMBER() OVER (PARTITION BY p.period ORDER BY SUM(p.revenue) DESC NULLS LAST, p.customer NULLS LAST) AS place,
                                           SUM(p.lost) OVER (ORDER BY p.starts_on ROWS UNBOUNDED PRECEDING) AS so_far
                                    FROM {customer_period} p
                                    WHERE p.grain = :grain AND p.starts_on <= ca_add_days(:through, -1) AND p.state IN ('gained', 'lost')
                                      AND p.site IS DISTINCT FROM p.channel
                                    GROUP BY p.period, p.customer
                                )
                                SELECT s.period, COUNT(*) FILTER (WHERE s.place = 1) AS first, COUNT(DISTINCT s.customer) AS customers, -1 AS minus
                                FROM spent s
                                JOIN (SELECT period FROM {calendar}) c ON c.period = s.period
                                GROUP BY s.period
                                ORDER BY s.period, COALESCE(s.period, 'x') NULLS FIRST
                                """)).isEmpty();
    }
}
