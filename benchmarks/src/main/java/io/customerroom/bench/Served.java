package io.customerroom.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own, from its first instruction until it has printed its address. */
final class Served implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("http://[^\\s/]+:\\d+");
    private static final double TICKS = 100;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final long PATIENCE_SECONDS = 20;

    private final Process process;
    private final URI address;
    private final double startSeconds;

    private Served(Process process, URI address, double startSeconds) {
        this.process = process;
        this.address = address;
        this.startSeconds = startSeconds;
    }

    static Served start(List<String> command, Map<String, String> environment, Path log) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                Thread.startVirtualThread(() -> drain(output));
                return new Served(process, URI.create(address.group()), cpuSeconds(process.pid()));
            }
        }
        throw new IllegalStateException("no address from " + String.join(" ", command) + "; see " + log.getFileName());
    }

    /** A server that nobody listens to stops at its next line once the pipe is full. */
    private static void drain(BufferedReader output) {
        try (output) {
            output.transferTo(Writer.nullWriter());
        } catch (IOException ended) {
            // the server is gone, and what it had to say with it
        }
    }

    URI address() {
        return address;
    }

    /** CPU time until the address was printed. */
    double startSeconds() {
        return startSeconds;
    }

    double peakMegabytes() {
        return Child.peakKilobytes(process.pid()) / 1024.0;
    }

    private static double cpuSeconds(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.UTF_8);
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) / TICKS;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
