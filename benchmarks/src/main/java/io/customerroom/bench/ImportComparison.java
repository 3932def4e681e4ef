package io.customerroom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The import verb beside one COPY: the same file, sorted Parquet out. Ours also checks, keys, keeps persons apart and writes a receipt. */
final class ImportComparison implements Comparison {

    @Override
    public String name() {
        return "import";
    }

    @Override
    public List<Line> measure(Yard yard) throws IOException, InterruptedException {
        Path file = yard.purchases();
        double[] ours = new double[yard.runs()];
        double[] beside = new double[yard.runs()];
        double peak = 0;
        for (int run = 0; run < yard.runs(); run++) {
            Path workspace = yard.workspace(run);
            Child.Cost cost = yard.room("import", file.toString(), "--as", "purchase", "--dir", workspace.toString());
            ours[run] = cost.cpuSeconds();
            peak = Math.max(peak, cost.peakMegabytes());
            Path sorted = yard.folder().resolve("hand-written.parquet");
            Files.deleteIfExists(sorted);
            beside[run] = yard.handWritten("import", file.toString(), sorted.toString())
                    .cpuSeconds();
        }
        return List.of(
                Line.ratio("CSV import, sorted", Median.of(ours), Median.of(beside), 1.5),
                Line.memory("import, peak resident", peak));
    }
}
