package io.customerroom.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Runs a command to its end and reports what the system charged for it, children of its own included. Needs {@code /proc}. */
final class Child {

    /** Clock ticks per second in {@code /proc}; 100 on every Linux that Java runs on. */
    private static final double TICKS = 100;

    private static final int POLL_MILLIS = 20;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    private Child() {}

    /**
     * What a command cost.
     *
     * @param cpuSeconds user and system time
     * @param peakMegabytes the largest resident size seen; the system keeps it, so only the last 20 ms can be missed
     * @param output standard output
     */
    record Cost(double cpuSeconds, double wallSeconds, double peakMegabytes, String output) {}

    static Cost run(List<String> command, Map<String, String> environment, Path log)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("bench", ".out");
        try {
            ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                    .redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            double before = childrenSeconds();
            long started = System.nanoTime();
            Process process = builder.start();
            AtomicLong peak = new AtomicLong();
            do {
                peak.accumulateAndGet(peakKilobytes(process.pid()), Math::max);
            } while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS));
            double wall = (System.nanoTime() - started) / 1e9;
            if (process.exitValue() != 0) {
                throw new IllegalStateException("exit " + process.exitValue() + " of " + String.join(" ", command)
                        + "; see " + log.getFileName());
            }
            return new Cost(childrenSeconds() - before, wall, peak.get() / 1024.0, Files.readString(out));
        } finally {
            Files.delete(out);
        }
    }

    /** The time of all children that ended, theirs included. */
    private static double childrenSeconds() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"), StandardCharsets.US_ASCII);
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[CHILDREN_USER]) + Long.parseLong(fields[CHILDREN_SYSTEM])) / TICKS;
    }

    static long peakKilobytes(long pid) {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0; // it ended while we looked
        }
    }
}
