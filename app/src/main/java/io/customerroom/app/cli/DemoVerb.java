package io.customerroom.app.cli;

import io.customerroom.app.demo.DemoRoom;
import io.customerroom.app.demo.DemoWorkspace;
import io.customerroom.app.workbench.Workbench;
import io.customerroom.demo.DemoCompany;
import io.customerroom.demo.DemoFile;
import io.customerroom.demo.DemoSettings;
import io.customerroom.kernel.Failure;
import io.customerroom.kernel.FileTrouble;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.build.BuildRequest;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Feed;
import io.customerroom.ledger.imports.ImportRequest;
import io.customerroom.ledger.imports.ImportResult;
import io.customerroom.ledger.imports.mapping.MappingYaml;
import io.customerroom.ledger.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = "Makes an invented company, imports its files, builds its ledger and serves the walls.",
        sortOptions = false)
final class DemoVerb extends Verb {

    /** Shares of the whole work, as measured with the usual company; the rest is the ledger. */
    private static final double INVENTING = 0.15;

    private static final double IMPORTING = 0.6;
    private static final int PACKED = 6;

    @Option(names = "--customers", paramLabel = "N", description = "Without it " + DemoSettings.CUSTOMERS + ".")
    private Optional<Integer> customers = Optional.empty();

    @Option(
            names = "--months",
            paramLabel = "M",
            description = "Without it " + DemoSettings.MONTHS + ", up to the end of last month.")
    private Optional<Integer> months = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Equal seeds give equal companies; without it " + DemoSettings.SEED + ".")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--port", paramLabel = "N", description = "Without it 8480; 0 takes any free one.")
    private Optional<Integer> port = Optional.empty();

    @Option(
            names = "--no-meetings",
            description = "Holds no meetings of the past: the room is as empty as yours will be.")
    private boolean noMeetings;

    @Option(names = "--no-serve", description = "Ends when the ledger is built.")
    private boolean noServe;

    @Override
    void perform() {
        OptionalInt wanted = Port.of(port);
        Workspace workspace = room().workspaceOr(Path.of("demo-workspace"));
        DemoWorkspace.Opened demo = DemoWorkspace.open(
                workspace,
                new DemoWorkspace.Wish(customers, months, seed),
                DemoSettings.standard(room().clock(), ZoneOffset.UTC));
        try (Workbench bench = Workbench.open(workspace, room().clock())) {
            if (!demo.filled()) {
                fill(bench, demo.settings());
                demo.imported();
            }
            Build build = bench.builds().at(BuildRequest.standard(), room().author("demo"));
            console()
                    .say("The ledger %s stands: %d identities hold."
                            .formatted(build.id(), build.identities().size()));
            if (noServe) {
                live(bench, demo);
                console().out().println(workspace.root());
                console().out().flush();
            } else {
                ServeVerb.serve(this, bench, wanted, () -> liveMeanwhile(bench, demo));
            }
        }
    }

    /** The walls are there first: whoever reads them need not wait for the meetings of the past. */
    private void liveMeanwhile(Workbench bench, DemoWorkspace.Opened demo) {
        try {
            live(bench, demo);
        } catch (Failure e) {
            console().say("The meetings of the past were not finished: " + e.sentence());
            console().say("Start the demo again; what is there stays.");
        }
    }

    private void live(Workbench bench, DemoWorkspace.Opened demo) {
        if (!noMeetings && !demo.lived()) {
            console()
                    .say(
                            "The meetings of the last three months are being held; each shows the walls as they were known then.");
            new DemoRoom(bench, demo.settings(), console()::say).live();
            demo.finished();
        }
    }

    private void fill(Workbench bench, DemoSettings settings) {
        Path folder = temporaryFolder();
        try {
            console()
                    .say("Inventing a company of %d customers and %d months …"
                            .formatted(settings.customers(), settings.months()));
            Remaining remaining = new Remaining(room().clock());
            List<DemoFile> files = invent(folder, settings, remaining);
            long all = files.stream().mapToLong(DemoVerb::weight).sum();
            long done = 0;
            int number = 0;
            for (DemoFile file : files) {
                number++;
                String label =
                        "%d/%d %s".formatted(number, files.size(), file.file().getFileName());
                ImportResult result = importOne(bench, file, label);
                done += weight(file);
                double share = INVENTING + IMPORTING * done / all;
                console()
                        .say("%s: %d rows%s"
                                .formatted(label, result.receipt().counts().kept(), remaining.after(share)));
            }
        } finally {
            delete(folder);
        }
    }

    private List<DemoFile> invent(Path folder, DemoSettings settings, Remaining remaining) {
        try (Progress progress = new Progress(console(), room().clock(), "Inventing")) {
            return DemoCompany.write(
                    folder,
                    settings,
                    share -> progress.reached(share, "all in all" + remaining.after(INVENTING * share)));
        }
    }

    /** How much work a file is, about: its bytes; those of a packed one count several times. */
    private static long weight(DemoFile file) {
        try {
            long bytes = Files.size(file.file());
            return file.file().toString().endsWith(".gz") ? bytes * PACKED : bytes;
        } catch (IOException e) {
            throw temporary(e);
        }
    }

    private ImportResult importOne(Workbench bench, DemoFile file, String label) {
        FactKind kind = FactKind.named(file.kind());
        String name = String.valueOf(file.file().getFileName());
        ImportRequest request = new ImportRequest(
                file.file(),
                name,
                kind,
                Optional.of(MappingYaml.read(read(file.mapping()), name, Optional.of(kind))),
                Optional.empty(),
                Optional.of(Feed.named(file.feed())));
        try (Progress progress = new Progress(console(), room().clock(), label)) {
            return bench.imports().run(request, room().author("demo"), progress::reached);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw temporary(e);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("customer-room-demo-");
        } catch (IOException e) {
            throw temporary(e);
        }
    }

    private static Failure temporary(IOException e) {
        return Failure.resources(
                "TEMPORARY_FOLDER",
                "The temporary folder cannot be used (%s)."
                        .formatted(FileTrouble.in(e, Path.of(System.getProperty("java.io.tmpdir", "")))),
                "Check its space and its rights, or name another with -Djava.io.tmpdir in CUSTOMER_ROOM_JAVA_OPTS.");
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            // The system clears its temporary folder.
        }
    }
}
