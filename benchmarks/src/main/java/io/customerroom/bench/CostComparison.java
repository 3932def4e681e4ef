package io.customerroom.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The build verb under cost rules beside hand-written SQL that makes the same tables and books the same entries; the entries are compared. */
final class CostComparison implements Comparison {

    private static final String RULES = """
            name: cost-rules
            version: 2
            owner: bench
            reason: A delivery per order, a pick per line, a return per order and day.
            valid-from: 1900-01-01
            activities:
              delivery: {kind: serve, driver: orders, per-event: {1900-01-01: 4.50, 2025-01-01: 4.95}}
              picking: {kind: serve, driver: order-lines, per-event: 0.05}
              return: {kind: serve, driver: returns, minutes: 7, rate-per-hour: 30}
            """;

    /** Apart from the workspaces of the other comparisons, whose facts grow by days. */
    private static final int OWN = 50;

    /** What was booked: how many entries, and their sum. */
    private record Booked(long entries, BigDecimal amount) {}

    @Override
    public String name() {
        return "cost";
    }

    @Override
    public List<Line> measure(Yard yard) throws IOException, InterruptedException {
        Path facts = yard.folder().resolve("hand-written.parquet");
        if (Files.notExists(facts)) {
            yard.handWritten("import", yard.purchases().toString(), facts.toString());
        }
        double[] without = new double[yard.runs()];
        double[] ours = new double[yard.runs()];
        double[] tables = new double[yard.runs()];
        double[] entries = new double[yard.runs()];
        Booked booked = new Booked(0, BigDecimal.ZERO);
        for (int run = 0; run < yard.runs(); run++) {
            Path workspace = yard.workspace(OWN + run);
            yard.room("import", yard.purchases().toString(), "--as", "purchase", "--dir", workspace.toString());
            without[run] = yard.room("build", "--dir", workspace.toString()).cpuSeconds();
            Files.writeString(workspace.resolve("definitions/cost-rules-2.yaml"), RULES);
            ours[run] = yard.room("build", "--dir", workspace.toString()).cpuSeconds();
            Path out = Files.createDirectories(yard.folder().resolve("hand-written-costs-" + run));
            tables[run] =
                    yard.handWritten("build", facts.toString(), out.toString()).cpuSeconds();
            entries[run] =
                    yard.handWritten("costs", facts.toString(), out.toString()).cpuSeconds();
            booked = equal(booked(yard, newest(workspace)), booked(yard, out));
        }
        String what = String.format(Locale.ROOT, "ledger build with cost rules, %,d entries", booked.entries());
        double both = Median.of(tables) + Median.of(entries);
        return List.of(
                Line.ratio(what, Median.of(ours), both, 1.2),
                Line.ratio(
                                "what the rules add to a build",
                                Median.of(ours) - Median.of(without),
                                Median.of(entries),
                                1.2)
                        .told());
    }

    private static Booked equal(Booked ours, Booked beside) {
        if (ours.entries() != beside.entries() || ours.amount().compareTo(beside.amount()) != 0) {
            throw new IllegalStateException("the two sides booked %s beside %s".formatted(ours, beside));
        }
        return ours;
    }

    private static Booked booked(Yard yard, Path folder) {
        String sql = "SELECT COUNT(*), SUM(amount) FROM read_parquet('%s/cost_entry*.parquet')".formatted(folder);
        try (Connection connection = HandWritten.connect(yard.folder());
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return new Booked(answer.getLong(1), answer.getBigDecimal(2));
        } catch (SQLException e) {
            throw new IllegalStateException("the entries cannot be read", e);
        }
    }

    /** The folder of the last build. */
    private static Path newest(Path workspace) throws IOException {
        try (Stream<Path> builds = Files.list(workspace.resolve("ledger"))) {
            return builds.filter(Files::isDirectory)
                    .max(Comparator.comparingLong(folder -> folder.toFile().lastModified()))
                    .orElseThrow();
        }
    }
}
