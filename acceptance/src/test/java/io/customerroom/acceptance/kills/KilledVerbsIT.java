package io.customerroom.acceptance.kills;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.acceptance.support.Child;
import io.customerroom.acceptance.support.Deleted;
import io.customerroom.acceptance.support.Rooms;
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
 * {@code kill -9} at a random moment of import, undo, build, backup, the making of all tables, the upgrade of an older state, and a single
 * write: afterwards the doctor finds nothing, the workspace is as it was before the verb or as it is after it, what was answered is there,
 * and the verb runs again.
 */
@TestInstance(Lifecycle.PER_CLASS)
class KilledVerbsIT {

    private static final boolean LONG = Boolean.getBoolean("long");
    private static final String[] VERBS = {"import", "undo", "build", "backup", "migration", "tables", "account"};
    private static final int KILLS = LONG ? 800 : VERBS.length;
    private static final int KILLS_PER_WORKSPACE = 50;
    private static final int CUSTOMERS = 1_000;

    private Path folder = Path.of("");
    private Path untouched = Path.of("");
    private Path workspace = Path.of("");
    private Path january = Path.of("");
    private Path february = Path.of("");
    private String withJanuary = "";
    private String withBoth = "";
    private Warm program = Warm.not();
    private final Map<String, Span> spans = new HashMap<>();

    /** One kill: of which verb. The seed says when, and is in the test's name. */
    record Kill(long seed, String verb) {}

    static List<Kill> kills() {
        return LongStream.rangeClosed(1, KILLS)
                .mapToObj(seed -> new Kill(seed, VERBS[(int) (seed % VERBS.length)]))
                .toList();
    }

    @BeforeAll
    void twoMonthsOfPurchases(@TempDir Path fresh) throws IOException {
        folder = fresh;
        untouched = folder.resolve("untouched");
        workspace = untouched;
        january = purchases("january", 1);
        february = purchases("february", 2);
        Typed.well(folder, "init", workspace.toString());
        Typed.well(workspace, "user", "add", "keeper", "--role", "viewer");
        if (LONG) {
            Path cache = folder.resolve("verbs.aot");
            ended(Child.start(workspace, Warm.learning(cache), "import", january.toString(), "--as", "purchase"));
            program = Warm.from(cache);
        } else {
            Typed.well(workspace, "import", january.toString(), "--as", "purchase");
        }
        withJanuary = figures();
        long idle = time("version");
        span(idle, "import", february.toString(), "--as", "purchase");
        span(idle, "build");
        withBoth = figures();
        assertThat(withBoth).isNotEqualTo(withJanuary);
        span(idle, "undo", batchOf("february"));
        assertThat(figures()).isEqualTo(withJanuary);
        Rooms.intoFolder(untouched);
        Rooms.copy(untouched, folder.resolve("room"));
        workspace = folder.resolve("room");
    }

    /** How long the verb is at work undisturbed, so that kills are spread over the whole of it. */
    private void span(long idle, String... words) {
        spans.put(words[0], new Span(idle, time(words)));
    }

    private long time(String... words) {
        long begun = System.nanoTime();
        ended(program.start(workspace, words));
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private static void ended(Child started) {
        try (Child child = started) {
            assertThat(child.waitFor(120)).isTrue();
            assertThat(child.ended().exitCode()).as(child.ended().err()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("kills")
    void leavesTheWorkspaceBeforeOrAfterTheVerb(Kill kill) throws IOException {
        if (kill.seed() % KILLS_PER_WORKSPACE == 0) {
            Rooms.remove(workspace);
            Rooms.copy(untouched, workspace);
        }
        String[] words = prepared(kill);
        Path where = place(kill);
        long moment = spans.getOrDefault(kill.verb(), spans.getOrDefault("build", new Span(0, 0)))
                .moment(kill.seed());
        String answered;
        try (Child child = program.start(where, words)) {
            child.waitForMillis(moment);
            child.kill();
            answered = child.outSoFar();
        }
        Typed doctor = Typed.in(where, "doctor");
        assertThat(doctor.exitCode()).as(doctor.out() + doctor.err()).isZero();
        KillReport.add(kill.seed(), kill.verb(), moment, judged(kill, where, answered));
    }

    /** What was found, after the verb ran again. */
    private String judged(Kill kill, Path where, String answered) throws IOException {
        return switch (kill.verb()) {
            case "backup" -> backedUp(kill, answered);
            case "account" -> added("person" + kill.seed(), answered);
            case "migration" -> {
                assertThat(Typed.well(where, "user", "list").out()).contains("keeper");
                assertThat(figures(where)).isEqualTo(withJanuary);
                Rooms.remove(where);
                yield "all tables and rows";
            }
            case "tables" -> {
                Typed.well(where, "batches");
                Rooms.remove(where);
                yield "all tables";
            }
            default -> {
                String figures = figures();
                assertThat(figures).isIn(withJanuary, withBoth);
                if (kill.verb().equals("import") && answered.contains("set aside")) {
                    assertThat(figures).as("what was answered is there").isEqualTo(withBoth);
                }
                again(kill.verb());
                yield figures.equals(withBoth) ? "both months" : "January";
            }
        };
    }

    private String backedUp(Kill kill, String answered) throws IOException {
        Path zip = zip(kill);
        boolean there = Files.exists(zip);
        assertThat(there || !answered.contains("The workspace is in"))
                .as("what was answered is there")
                .isTrue();
        if (!there) {
            Typed.well(workspace, "backup", zip.toString());
        }
        Path again = folder.resolve("again-" + kill.seed());
        Typed.well(folder, "restore", zip.toString(), "--dir", again.toString());
        Typed.well(again, "doctor", "--deep");
        Deleted.folder(again);
        Files.delete(zip);
        return there ? "a whole backup" : "no backup";
    }

    private String added(String name, String answered) {
        String list = Typed.well(workspace, "user", "list").out();
        boolean there = list.contains(name);
        assertThat(there || !answered.contains("http"))
                .as("what was answered is there")
                .isTrue();
        if (!there) {
            Typed.well(workspace, "user", "add", name, "--role", "viewer");
        }
        return there ? "the account" : "no account";
    }

    private Path zip(Kill kill) {
        return folder.resolve("backup-" + kill.seed() + ".zip");
    }

    /** Where the verb is killed: a workspace whose first verb makes every table, or those that an older program did not know, or the one of all others. */
    private Path place(Kill kill) throws IOException {
        Path fresh = folder.resolve("fresh-" + kill.seed());
        switch (kill.verb()) {
            case "tables" -> Typed.well(folder, "init", fresh.toString());
            case "migration" -> {
                Rooms.copy(untouched, fresh);
                OlderState.strip(fresh);
            }
            default -> {
                return workspace;
            }
        }
        return fresh;
    }

    /** Brings the workspace to where the verb has something to do. */
    private String[] prepared(Kill kill) {
        return switch (kill.verb()) {
            case "backup" -> new String[] {"backup", zip(kill).toString()};
            case "account" -> new String[] {"user", "add", "person" + kill.seed(), "--role", "viewer"};
            case "migration", "tables" -> new String[] {"batches"};
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
        return figures(workspace);
    }

    private static String figures(Path workspace) {
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
