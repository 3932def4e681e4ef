package io.customerroom.acceptance.kills;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.acceptance.support.Child;
import io.customerroom.acceptance.support.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code kill -9} at a random moment of import, undo, build, backup, the making of all tables, and a single write: afterwards the doctor
 * finds nothing, the workspace is as it was before the verb or as it is after it, what was answered is there, and the verb runs again.
 */
@TestInstance(Lifecycle.PER_CLASS)
class KilledVerbsIT {

    private static final int KILLS = Boolean.getBoolean("long") ? 190 : 9;
    private static final int CUSTOMERS = 2_000;

    private Path folder = Path.of("");
    private Path workspace = Path.of("");
    private Path january = Path.of("");
    private Path february = Path.of("");
    private String withJanuary = "";
    private String withBoth = "";
    private final Map<String, Long> usualMillis = new HashMap<>();

    /** One kill: which verb, and at which share of its usual time. The seed is in the test's name. */
    record Kill(long seed, String verb, double moment) {}

    static List<Kill> kills() {
        String[] verbs = {"import", "undo", "build", "backup", "migration", "account"};
        return LongStream.rangeClosed(1, KILLS)
                .mapToObj(seed -> new Kill(seed, verbs[(int) (seed % verbs.length)], Moments.of(seed)))
                .toList();
    }

    @BeforeAll
    void twoMonthsOfPurchases(@TempDir Path fresh) throws IOException {
        folder = fresh;
        workspace = folder.resolve("room");
        january = purchases("january", 1);
        february = purchases("february", 2);
        Typed.well(folder, "init", workspace.toString());
        Typed.well(workspace, "import", january.toString(), "--as", "purchase");
        withJanuary = figures();
        time("import", "import", february.toString(), "--as", "purchase");
        time("build", "build");
        withBoth = figures();
        assertThat(withBoth).isNotEqualTo(withJanuary);
        time("undo", "undo", batchOf("february"));
        assertThat(figures()).isEqualTo(withJanuary);
    }

    /** What the verb takes undisturbed, so that kills are spread over the whole of it. */
    private void time(String verb, String... words) {
        long begun = System.nanoTime();
        try (Child child = Child.start(workspace, words)) {
            assertThat(child.waitFor(120)).isTrue();
            assertThat(child.ended().exitCode()).as(child.ended().err()).isZero();
        }
        usualMillis.put(verb, (System.nanoTime() - begun) / 1_000_000);
    }

    @ParameterizedTest
    @MethodSource("kills")
    void leavesTheWorkspaceBeforeOrAfterTheVerb(Kill kill) {
        String[] words = prepared(kill);
        Path where = kill.verb().equals("migration") ? withoutTables(kill) : workspace;
        long usual = usualMillis.getOrDefault(kill.verb(), usualMillis.getOrDefault("build", 0L));
        long moment = (long) (usual * kill.moment());
        String answered;
        try (Child child = Child.start(where, words)) {
            child.waitForMillis(moment);
            child.kill();
            answered = child.outSoFar();
        }
        Typed doctor = Typed.in(where, "doctor");
        assertThat(doctor.exitCode()).as(doctor.out() + doctor.err()).isZero();
        if (!List.of("import", "undo", "build").contains(kill.verb())) {
            KillReport.add(kill.seed(), kill.verb(), moment, judged(kill, answered));
            return;
        }
        String figures = figures();
        assertThat(figures).isIn(withJanuary, withBoth);
        again(kill.verb());
        KillReport.add(kill.seed(), kill.verb(), moment, figures.equals(withBoth) ? "both months" : "January");
    }

    /** Of a verb that changes no figure: what was found, after it ran again. */
    private String judged(Kill kill, String answered) {
        return switch (kill.verb()) {
            case "backup" -> {
                boolean there = Files.exists(zip(kill));
                if (!there) {
                    Typed.well(workspace, "backup", zip(kill).toString());
                }
                String again = folder.resolve("again-" + kill.seed()).toString();
                Typed.well(folder, "restore", zip(kill).toString(), "--dir", again);
                Typed.well(Path.of(again), "doctor", "--deep");
                yield there ? "a whole backup" : "no backup";
            }
            case "account" -> {
                String name = "person" + kill.seed();
                boolean there = Typed.well(workspace, "user", "list").out().contains(name);
                assertThat(there || !answered.contains("http"))
                        .as("what was answered is there")
                        .isTrue();
                if (!there) {
                    Typed.well(workspace, "user", "add", name, "--role", "viewer");
                }
                yield there ? "the account" : "no account";
            }
            default -> "all tables";
        };
    }

    private Path zip(Kill kill) {
        return folder.resolve("backup-" + kill.seed() + ".zip");
    }

    /** A workspace whose first verb makes every table. */
    private Path withoutTables(Kill kill) {
        Path fresh = folder.resolve("fresh-" + kill.seed());
        Typed.well(folder, "init", fresh.toString());
        return fresh;
    }

    /** Brings the workspace to where the verb has something to do. */
    private String[] prepared(Kill kill) {
        return switch (kill.verb()) {
            case "backup" -> new String[] {"backup", zip(kill).toString()};
            case "account" -> new String[] {"user", "add", "person" + kill.seed(), "--role", "viewer"};
            case "migration" -> new String[] {"batches"};
            case "import" -> {
                if (present("february")) {
                    Typed.well(workspace, "undo", batchOf("february"));
                }
                yield new String[] {"import", february.toString(), "--as", "purchase"};
            }
            case "undo" -> {
                Typed.well(workspace, "import", february.toString(), "--as", "purchase");
                yield new String[] {"undo", batchOf("february")};
            }
            default -> {
                if (present("february")) {
                    Typed.well(workspace, "undo", batchOf("february"));
                } else {
                    Typed.well(workspace, "import", february.toString(), "--as", "purchase");
                }
                yield new String[] {"build"};
            }
        };
    }

    private void again(String verb) {
        switch (verb) {
            case "import" -> {
                Typed.well(workspace, "import", february.toString(), "--as", "purchase");
                assertThat(figures()).isEqualTo(withBoth);
            }
            case "undo" -> {
                if (present("february")) {
                    Typed.well(workspace, "undo", batchOf("february"));
                }
                assertThat(figures()).isEqualTo(withJanuary);
            }
            default -> {
                Typed.well(workspace, "build");
                assertThat(figures()).isEqualTo(present("february") ? withBoth : withJanuary);
            }
        }
    }

    private String figures() {
        return Typed.well(
                                workspace,
                                "show",
                                "customer-math",
                                "--by",
                                "month",
                                "--through",
                                "2026-03-31",
                                "--format",
                                "csv")
                        .out()
                + Typed.well(
                                workspace,
                                "show",
                                "revenue",
                                "--by",
                                "month",
                                "--through",
                                "2026-03-31",
                                "--format",
                                "csv")
                        .out();
    }

    private boolean present(String file) {
        return batches().anyMatch(line -> line.contains(file + ".csv") && !line.contains("undone"));
    }

    private String batchOf(String file) {
        return batches()
                .filter(line -> line.contains(file + ".csv") && !line.contains("undone"))
                .map(line -> line.strip().split("\\s+")[0])
                .findFirst()
                .orElseThrow();
    }

    private Stream<String> batches() {
        return Typed.well(workspace, "batches").out().lines();
    }

    private Path purchases(String name, int month) throws IOException {
        Path file = folder.resolve(name + ".csv");
        List<String> lines = IntStream.rangeClosed(1, CUSTOMERS * 10)
                .mapToObj(line -> String.format(
                        Locale.ROOT,
                        "%s-%d,%d,2026-%02d-%02d,%d.%02d",
                        name,
                        line,
                        1 + line * 7 % (CUSTOMERS + month * 100),
                        month,
                        1 + line % 28,
                        1 + line % 90,
                        line % 100))
                .toList();
        Files.writeString(file, "order,customer,date,amount\n" + String.join("\n", lines) + "\n");
        return file;
    }
}
