package io.customerroom.bench;

import io.customerroom.app.workbench.Workbench;
import io.customerroom.kernel.Grain;
import io.customerroom.kernel.Period;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.metrics.Catalogue;
import io.customerroom.ledger.metrics.MetricQuery;
import io.customerroom.ledger.metrics.Questions;
import io.customerroom.ledger.metrics.RowScope;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.walls.asset.AssetChapters;
import io.customerroom.walls.exhibit.Chapter;
import io.customerroom.walls.reading.LedgerReadings;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.walls.worth.Assumptions;
import io.customerroom.walls.worth.Equities;
import io.customerroom.walls.worth.Histories;
import io.customerroom.walls.worth.Worth;
import io.customerroom.walls.worth.WorthTable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What customers are worth, over the ledger of a simulated shop of so many customers: the states read from the ledger beside hand-written SQL that counts them, the chapter
 * the first time and again, the list of all customers made in the engine, and pages of it; and the most that the heap held. In this process, with the heap of a server.
 */
final class WorthComparison implements Comparison {

    private static final int HEAP = 512;

    @Override
    public String name() {
        return "worth";
    }

    @Override
    public List<Line> measure(Yard yard) throws IOException, InterruptedException {
        Workspace workspace = new Workspace(shop(yard));
        try (Workbench bench = Workbench.open(workspace, Clock.systemUTC());
                Connection connection = HandWritten.connect(yard.folder())) {
            Build build = bench.builds().current().orElseThrow();
            Questions questions = new Questions(
                    Catalogue.load(workspace, bench.engine()),
                    bench.engine(),
                    bench.settings().calendar());
            WallQuery query = new WallQuery(
                    WallQuery.latestComplete(bench.settings().calendar(), Grain.MONTH, build.clocks()),
                    Optional.empty(),
                    Optional.empty(),
                    build.clocks());
            LedgerReadings readings = new LedgerReadings(() -> questions, any -> Optional.of(build));
            List<Line> lines = new ArrayList<>();
            lines.add(states(readings, query, build, connection, yard));
            lines.add(moved(readings, query, bench));
            lines.addAll(chapter(readings, query, bench));
            lines.addAll(list(questions, readings, query, bench, build));
            lines.add(Line.atMost("most that the heap held of what lives long", tenured(), HEAP, "MB"));
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException("the hand-written side failed", e);
        }
    }

    private static Path shop(Yard yard) throws IOException, InterruptedException {
        Path workspace = yard.folder().resolve("workspace-shop");
        if (Files.exists(workspace)) {
            return workspace;
        }
        SimulatedShop shop = new SimulatedShop(yard.customers());
        Path people = yard.folder().resolve("people.csv");
        Path purchases = yard.folder().resolve("shop.csv");
        shop.people(people);
        shop.purchases(purchases);
        yard.room("init", workspace.toString());
        yard.room("import", people.toString(), "--as", "customer", "--dir", workspace.toString());
        yard.room("import", purchases.toString(), "--as", "purchase", "--dir", workspace.toString());
        yard.room("build", "--dir", workspace.toString());
        return workspace;
    }

    private static Line states(LedgerReadings readings, WallQuery query, Build build, Connection connection, Yard yard)
            throws IOException, SQLException {
        Period month = query.period();
        String sql = HandWritten.text(
                "purchase-states.sql", build.folder().toString(), month.endsOn().toString());
        double[] ours = new double[yard.runs()];
        double[] beside = new double[yard.runs()];
        long[] counted = new long[2];
        for (int run = 0; run < yard.runs(); run++) {
            counted[0] = 0;
            ours[run] = Cpu.seconds(() -> readings.each(
                    Histories.STATES, month, month, query, Map.of(), line -> counted[0] += line.count("customers")));
            beside[run] = Cpu.seconds(() -> counted[1] = customers(connection, sql));
        }
        if (counted[0] != counted[1]) {
            throw new IllegalStateException(
                    "the two sides differ: %d customers beside %d".formatted(counted[0], counted[1]));
        }
        return Line.ratio("states of %,d customers".formatted(counted[0]), Median.of(ours), Median.of(beside), 2)
                .told();
    }

    /** Thirteen month's ends from one count and the moves of a year, beside a count at each. */
    private static Line moved(LedgerReadings readings, WallQuery query, Workbench bench) {
        Period last = query.period();
        List<Period> months =
                bench.settings().calendar().periods(Grain.MONTH, last.startsOn().minusMonths(12), last.lastDay());
        double ours = Cpu.seconds(() -> count(readings, Histories.STATES, last, last, query)
                + count(readings, "state-moves", months.get(1), last, query));
        double beside = Cpu.seconds(() -> months.stream()
                .mapToLong(month -> count(readings, Histories.STATES, month, month, query))
                .sum());
        return Line.ratio("states at 13 month's ends, moved beside counted anew", ours, beside, 1)
                .told();
    }

    private static long count(LedgerReadings readings, String metric, Period from, Period to, WallQuery query) {
        long[] customers = new long[1];
        readings.each(metric, from, to, query, Map.of(), line -> customers[0] += line.count("customers"));
        return customers[0];
    }

    private static long customers(Connection connection, String sql) {
        long customers = 0;
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            while (answer.next()) {
                customers += answer.getLong(6);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the hand-written side failed", e);
        }
        return customers;
    }

    private static List<Line> chapter(LedgerReadings readings, WallQuery query, Workbench bench) {
        AssetChapters chapters = new AssetChapters(
                readings, bench.settings().calendar(), bench.settings().currency());
        Chapter worth = chapters.all().stream()
                .filter(chapter -> chapter.id().equals("worth"))
                .findFirst()
                .orElseThrow();
        double first = Cpu.seconds(() -> chapters.compose(worth, query));
        double again = Cpu.seconds(() -> chapters.compose(worth, query));
        return List.of(
                Line.seconds("chapter of worth, first time", first, 60).told(),
                Line.seconds("the same where its models were fitted before", again, 60)
                        .told());
    }

    private static List<Line> list(
            Questions questions, LedgerReadings readings, WallQuery query, Workbench bench, Build build) {
        Histories histories = new Histories(readings, bench.settings().calendar(), Assumptions.USUAL);
        Worth worth = histories.of(query).worth();
        if (!(worth instanceof Worth.Valued valued)) {
            throw new IllegalStateException("no model values the simulated shop");
        }
        WorthTable[] made = new WorthTable[1];
        double making = Cpu.seconds(() -> made[0] = WorthTable.of(
                questions.keep(
                        build,
                        MetricQuery.of(Equities.MOVES, Grain.MONTH)
                                .in(query.period())
                                .rowsBehind(0)),
                valued.basis(),
                query.period().lastDay(),
                2));
        try (WorthTable table = made[0]) {
            WorthTable.Part all = part(Optional.empty());
            WorthTable.Part office = part(Optional.of("office"));
            return List.of(
                    Line.seconds("list of all with their worth, made in the engine", making, 30)
                            .told(),
                    Line.seconds("a page from its middle, with intervals", page(table, all, valued, query), 0.5)
                            .told(),
                    Line.seconds("a page of one segment", page(table, office, valued, query), 1)
                            .told(),
                    Line.seconds(
                                    "worth by month of the first purchase",
                                    Cpu.seconds(() -> table.members(WorthTable.By.COHORT)),
                                    0.5)
                            .told());
        }
    }

    private static double page(WorthTable table, WorthTable.Part part, Worth.Valued valued, WallQuery query) {
        return Cpu.seconds(() -> {
            long half = table.sum(part, RowScope.everything()).customers() / 2;
            List<WorthTable.Line> lines = table.lines(part, RowScope.everything(), 100, half);
            return valued.basis()
                    .of(
                            lines.stream().map(WorthTable.Line::state).toList(),
                            query.period().lastDay());
        });
    }

    private static WorthTable.Part part(Optional<String> segment) {
        return new WorthTable.Part(
                Optional.empty(),
                Optional.empty(),
                0.5,
                Optional.empty(),
                Optional.empty(),
                WorthTable.By.SEGMENT,
                segment);
    }

    private static double tenured() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool ->
                        pool.getName().contains("Tenured") || pool.getName().contains("Old"))
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed() >> 20)
                .max()
                .orElse(0);
    }
}
