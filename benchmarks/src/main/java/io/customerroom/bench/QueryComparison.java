package io.customerroom.bench;

import com.sun.management.OperatingSystemMXBean;
import io.customerroom.app.workbench.Workbench;
import io.customerroom.kernel.Grain;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.metrics.Answer;
import io.customerroom.ledger.metrics.Catalogue;
import io.customerroom.ledger.metrics.MetricQuery;
import io.customerroom.ledger.metrics.Questions;
import io.customerroom.ledger.workspace.Workspace;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Metrics beside hand-written SQL that gives the same answer from the same build's files, in one process: what a question costs once
 * the server is up. Both answers are compared before they are timed.
 */
final class QueryComparison implements Comparison {

    /** Asked in blocks, because the system's clock for a process ticks a hundred times a second. */
    private static final int BLOCK = 10;

    private static final int SAMPLES = 9;

    private record Pair(String metric, Grain grain) {}

    private static final List<Pair> PAIRS =
            List.of(new Pair("customer-math", Grain.MONTH), new Pair("value-by-site", Grain.QUARTER));

    @Override
    public String name() {
        return "query";
    }

    @Override
    public List<Line> measure(Yard yard) throws IOException, InterruptedException {
        Workspace workspace = new Workspace(yard.workspaceWithLedger());
        try (Workbench bench = Workbench.open(workspace, Clock.systemUTC());
                Connection connection = HandWritten.connect(yard.folder())) {
            Build build = bench.builds().current().orElseThrow();
            Questions questions = new Questions(
                    Catalogue.load(workspace, bench.engine()),
                    bench.engine(),
                    bench.settings().calendar());
            List<Line> lines = new ArrayList<>();
            for (Pair pair : PAIRS) {
                lines.add(line(pair, questions, build, connection));
            }
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException("the hand-written side failed", e);
        }
    }

    private static Line line(Pair pair, Questions questions, Build build, Connection connection)
            throws IOException, SQLException {
        String sql = HandWritten.text(pair.metric() + ".sql", build.folder().toString(), "");
        MetricQuery query = MetricQuery.of(pair.metric(), pair.grain());
        requireEqual(pair, cells(questions.ask(build, query)), cells(connection, sql));
        double[] ours = new double[SAMPLES];
        double[] beside = new double[SAMPLES];
        for (int sample = 0; sample < SAMPLES; sample++) {
            double before = cpuSeconds();
            for (int i = 0; i < BLOCK; i++) {
                questions.ask(build, query);
            }
            double between = cpuSeconds();
            for (int i = 0; i < BLOCK; i++) {
                cells(connection, sql);
            }
            ours[sample] = (between - before) / BLOCK;
            beside[sample] = (cpuSeconds() - between) / BLOCK;
        }
        String what = "metric %s by %s".formatted(pair.metric(), pair.grain().id());
        return Line.ratio(what, Median.of(ours), Median.of(beside), 1.2);
    }

    private static void requireEqual(Pair pair, List<List<String>> ours, List<List<String>> beside) {
        if (!ours.equals(beside)) {
            throw new IllegalStateException(
                    "%s: the two sides differ, %s rows beside %s".formatted(pair.metric(), ours.size(), beside.size()));
        }
    }

    private static List<List<String>> cells(Answer answer) {
        return answer.rows().rows().stream()
                .map(row -> row.stream().map(QueryComparison::cell).toList())
                .toList();
    }

    private static List<List<String>> cells(Connection connection, String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            int columns = answer.getMetaData().getColumnCount();
            while (answer.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(cell(answer.getObject(column)));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** Numbers as their value, whatever type and scale they came in. */
    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number ->
                new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
            default -> value.toString();
        };
    }

    private static double cpuSeconds() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }
}
