package io.customerroom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The build verb beside hand-written SQL that makes the same tables, row for row; then a day more. */
final class BuildComparison implements Comparison {

    private static final double DAY_SHARE = 0.01;

    @Override
    public String name() {
        return "build";
    }

    @Override
    public List<Line> measure(Yard yard) throws IOException, InterruptedException {
        Path facts = handWrittenFacts(yard);
        double[] ours = new double[yard.runs()];
        double[] beside = new double[yard.runs()];
        double peak = 0;
        for (int run = 0; run < yard.runs(); run++) {
            Path workspace = yard.workspace(run);
            if (Files.notExists(workspace.resolve("facts/purchase"))) {
                yard.room("import", yard.purchases().toString(), "--as", "purchase", "--dir", workspace.toString());
            }
            Child.Cost cost = yard.room("build", "--dir", workspace.toString());
            ours[run] = cost.cpuSeconds();
            peak = Math.max(peak, cost.peakMegabytes());
            Path out = Files.createDirectories(yard.folder().resolve("hand-written-" + run));
            beside[run] =
                    yard.handWritten("build", facts.toString(), out.toString()).cpuSeconds();
        }
        return List.of(
                Line.ratio("ledger build", Median.of(ours), Median.of(beside), 1.2),
                Line.memory("build, peak resident", peak),
                day(yard, Median.of(ours), 1, "a day that begins a year (1 % of rows) / full build"),
                day(yard, Median.of(ours), 2, "an ordinary day (1 % of rows) / full build"));
    }

    /** Import of one day's file is the import's budget; here counts what the build makes of it. */
    private static Line day(Yard yard, double full, int number, String what) throws IOException, InterruptedException {
        Path file = yard.folder().resolve("day-" + number + ".csv");
        BigPurchases.day((long) (yard.rows() * DAY_SHARE), yard.customers(), number)
                .write(file);
        double[] more = new double[yard.runs()];
        for (int run = 0; run < yard.runs(); run++) {
            String workspace = yard.workspace(run).toString();
            yard.room("import", file.toString(), "--as", "purchase", "--dir", workspace);
            more[run] = yard.room("build", "--dir", workspace).cpuSeconds();
        }
        return Line.ratio("build after " + what, Median.of(more), full, 0.05);
    }

    private static Path handWrittenFacts(Yard yard) throws IOException, InterruptedException {
        Path facts = yard.folder().resolve("hand-written.parquet");
        if (Files.notExists(facts)) {
            yard.handWritten("import", yard.purchases().toString(), facts.toString());
        }
        return facts;
    }
}
