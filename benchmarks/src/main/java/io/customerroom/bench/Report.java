package io.customerroom.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints line by line, so that a long run shows what it has, and keeps a copy under {@code docs/reports}. */
final class Report {

    private static final String FORMAT = "%-52s %10s %10s %10s %12s  %s";

    private final PrintStream out;
    private final Options options;
    private final List<String> printed = new ArrayList<>();

    Report(PrintStream out, Options options) throws IOException {
        this.out = out;
        this.options = options;
        say(machine());
        say(String.format(
                Locale.ROOT,
                "%,d purchase lines, %,d customers, medians of %d interleaved runs, CPU seconds unless another unit is given",
                options.rows(),
                options.customers(),
                options.runs()));
        say(String.format(Locale.ROOT, FORMAT, "what", "ours", "beside", "measured", "budget", ""));
    }

    void print(Line line) {
        String verdict =
                switch (line.verdict()) {
                    case HELD -> "held";
                    case MISSED -> "MISSED";
                    case TOLD -> "";
                };
        say(String.format(
                Locale.ROOT, FORMAT, line.what(), line.ours(), line.beside(), line.measured(), line.bound(), verdict));
    }

    /** Only a whole run is worth keeping. */
    void finish() throws IOException {
        if (options.only().isEmpty()) {
            Path folder = Files.createDirectories(options.root().resolve("docs").resolve("reports"));
            Files.write(folder.resolve("bench-" + options.rows() + ".txt"), printed);
        }
    }

    private void say(String text) {
        out.println(text);
        printed.add(text.stripTrailing());
    }

    private static String machine() throws IOException {
        Path processors = Path.of("/proc/cpuinfo");
        String model = Files.exists(processors)
                ? Files.readAllLines(processors).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse("unknown processor")
                : "unknown processor";
        Path load = Path.of("/proc/loadavg");
        String busy = Files.exists(load) ? ", load " + Files.readString(load).split(" ")[0] : "";
        return "%d × %s, Java %s, %s%s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        model,
                        System.getProperty("java.version"),
                        System.getProperty("os.name"),
                        busy);
    }
}
