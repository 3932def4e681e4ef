package io.customerroom.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures the product beside hand-written SQL and bare programs, in one run on one machine, and prints the budget table. CPU seconds
 * are medians of interleaved runs. Exit 0 when every budget was held, 1 when one was missed, 2 for a wrong option.
 */
public final class Bench {

    private static final List<Comparison> ALL = List.of(
            new StartComparison(),
            new ImportComparison(),
            new BuildComparison(),
            new CostComparison(),
            new QueryComparison(),
            new ServerComparison(),
            new PackageComparison(),
            new PageComparison(),
            new LifetimeComparison(),
            new WorthComparison());

    private Bench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Options options;
        try {
            options = Options.read(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        System.exit(run(options) ? 0 : 1);
    }

    private static boolean run(Options options) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(options.folder(), "customer-room-bench");
        Yard yard = new Yard(
                options.root(), folder, options.rows(), options.customers(), options.runs(), options.pageSeconds());
        Report report = new Report(new PrintStream(System.out, true, StandardCharsets.UTF_8), options);
        try {
            List<Line> lines = new ArrayList<>();
            for (Comparison comparison : ALL) {
                if (options.wants(comparison.name())) {
                    for (Line line : comparison.measure(yard)) {
                        lines.add(line);
                        report.print(line);
                    }
                }
            }
            report.finish();
            return lines.stream().noneMatch(line -> line.verdict() == Line.Verdict.MISSED);
        } finally {
            if (!options.keep()) {
                yard.clear();
            }
        }
    }
}
