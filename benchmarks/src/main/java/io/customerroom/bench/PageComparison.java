package io.customerroom.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Fifty people who look at a wall every second while the command line imports into the same workspace. Times are measured by the
 * visitors on the loopback, so they hold the server's whole time and the queue before it. They share one session: checking fifty
 * passwords, slow on purpose, would be measured otherwise. The import is repeated, each time as another source, until the seconds are
 * over; meanwhile the server builds new ledgers and prepares their walls.
 */
final class PageComparison implements Comparison {

    private static final int USERS = 50;
    private static final int MILLIS_BETWEEN = 1_000;
    private static final double P99_MILLIS = 200;
    private static final double KILOBYTES = 300;
    private static final String PASSWORD = "fifty people look at three walls";
    private static final List<String> WALLS = List.of("/walls/1", "/walls/2", "/walls/3");

    @Override
    public String name() {
        return "page";
    }

    @Override
    public List<Line> measure(Yard yard) throws IOException, InterruptedException {
        Path workspace = yard.workspaceWithLedger();
        manyAsOnePerson(workspace.resolve("customer-room.yaml"));
        String link = yard.room("user", "add", "bench", "--role", "viewer", "--dir", workspace.toString())
                .output();
        String path = link.strip()
                .lines()
                .filter(line -> line.contains("/welcome/"))
                .findFirst()
                .orElseThrow();
        List<String> serve = yard.roomCommand("serve", "--port", "0", "--dir", workspace.toString());
        try (Served served = Served.start(serve, yard.environment(), yard.log())) {
            Visitor visitor = new Visitor(served.address());
            visitor.welcome(path.substring(path.indexOf("/welcome/")), PASSWORD);
            visitor.signIn("bench", PASSWORD);
            double heaviest = 0;
            for (String wall : WALLS) {
                heaviest = Math.max(heaviest, visitor.weight(wall) / 1024.0);
            }
            return lines(yard, workspace, visitor, heaviest, served);
        }
    }

    /** Fifty people who share a session ask more often than one person may. */
    private static void manyAsOnePerson(Path settings) throws IOException {
        String text = Files.readString(settings);
        Files.writeString(settings, text.replaceFirst("requests-per-minute: [0-9]+", "requests-per-minute: 1000000"));
    }

    private static List<Line> lines(Yard yard, Path workspace, Visitor visitor, double heaviest, Served served)
            throws IOException, InterruptedException {
        Path more = yard.folder().resolve("more.csv");
        BigPurchases.years(yard.rows(), yard.customers()).again().write(more);
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger errors = new AtomicInteger();
        List<Double> millis = new ArrayList<>();
        long seconds;
        int imports = 0;
        try (ExecutorService users = Executors.newFixedThreadPool(USERS)) {
            List<Future<List<Double>>> looks = new ArrayList<>();
            for (int user = 0; user < USERS; user++) {
                int offset = user * MILLIS_BETWEEN / USERS;
                looks.add(users.submit(() -> look(visitor, offset, over, errors)));
            }
            long started = System.nanoTime();
            try {
                // a source of its own each time: the same rows of one source would be known already
                do {
                    imports++;
                    String source = "again-" + imports;
                    yard.room(
                            "import",
                            more.toString(),
                            "--as",
                            "purchase",
                            "--source",
                            source,
                            "--dir",
                            workspace.toString());
                    seconds = (System.nanoTime() - started) / 1_000_000_000;
                } while (seconds < yard.pageSeconds());
            } finally {
                over.set(true);
            }
            for (Future<List<Double>> look : looks) {
                millis.addAll(look.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a visitor failed", e.getCause());
        }
        Collections.sort(millis);
        String what = String.format(
                Locale.ROOT,
                "wall page, %d users, while importing (n = %d, load %.1f)",
                USERS,
                millis.size(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        return List.of(
                Line.atMost(what + ", p99", at(millis, 0.99), P99_MILLIS, "ms"),
                Line.atMost("the same, p50", at(millis, 0.5), P99_MILLIS, "ms").told(),
                Line.atMost("the same, errors", errors.get(), 0, "of " + millis.size()),
                new Line(
                        "rows imported meanwhile",
                        String.format(Locale.ROOT, "%,d", imports * yard.rows()),
                        "",
                        String.format(Locale.ROOT, "%d imports in %d s", imports, seconds),
                        "",
                        Line.Verdict.TOLD),
                Line.atMost("heaviest wall page with its assets", heaviest, KILOBYTES, "KB"),
                Line.memory("server, peak resident", served.peakMegabytes()));
    }

    private static List<Double> look(Visitor visitor, int offset, AtomicBoolean over, AtomicInteger errors)
            throws IOException, InterruptedException {
        List<Double> millis = new ArrayList<>();
        long next = System.nanoTime() + offset * 1_000_000L;
        for (int look = 0; !over.get(); look++) {
            Thread.sleep(Math.max(0, (next - System.nanoTime()) / 1_000_000));
            next += MILLIS_BETWEEN * 1_000_000L;
            long started = System.nanoTime();
            if (!answered(visitor, WALLS.get(look % WALLS.size()))) {
                errors.incrementAndGet();
            }
            millis.add((System.nanoTime() - started) / 1e6);
        }
        return millis;
    }

    private static boolean answered(Visitor visitor, String wall) throws IOException, InterruptedException {
        try {
            return visitor.page(wall).statusCode() == 200;
        } catch (HttpTimeoutException late) {
            return false;
        }
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get(Math.min(sorted.size() - 1, (int) (share * sorted.size())));
    }
}
