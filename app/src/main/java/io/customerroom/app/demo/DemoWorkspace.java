package io.customerroom.app.demo;

import io.customerroom.app.init.NewWorkspace;
import io.customerroom.demo.DemoCompany;
import io.customerroom.demo.DemoSettings;
import io.customerroom.kernel.Failure;
import io.customerroom.kernel.FileTrouble;
import io.customerroom.ledger.workspace.StrictYaml;
import io.customerroom.ledger.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * The folder of a demo company. Beside a workspace's files it holds {@code demo.yaml}: what the company was made with, and how far
 * it has come. A demo that was interrupted is finished; importing the same files again changes nothing.
 */
public final class DemoWorkspace {

    private static final String COMPANY = "Tidewater Net & Phone";
    private static final String JOURNEY = """
            # The journey of the demo company's customers.
            stages:
              - Choose
              - Get connected
              - Use
              - Pay
              - Change or leave
            """;

    private final Workspace workspace;

    private DemoWorkspace(Workspace workspace) {
        this.workspace = workspace;
    }

    /** What the asker said; the rest is as usual, or as the folder has it. */
    public record Wish(Optional<Integer> customers, Optional<Integer> months, Optional<Long> seed) {

        DemoSettings over(DemoSettings usual) {
            try {
                return new DemoSettings(
                        customers.orElse(usual.customers()),
                        months.orElse(usual.months()),
                        seed.orElse(usual.seed()),
                        usual.lastDay());
            } catch (IllegalArgumentException e) {
                throw Failure.yours(
                        "DEMO_SIZE",
                        "There is no demo of that size: %s.".formatted(e.getMessage()),
                        "Choose other numbers, or leave them out.");
            }
        }
    }

    /**
     * Opens the demo in the folder, or lays out a new one.
     *
     * @param usual what holds where neither the wish nor the folder says otherwise
     * @throws Failure if the folder holds something else, or a demo made with other numbers
     */
    public static Opened open(Workspace workspace, Wish wish, DemoSettings usual) {
        DemoWorkspace demo = new DemoWorkspace(workspace);
        if (!Files.exists(demo.note())) {
            DemoSettings settings = wish.over(usual);
            NewWorkspace.make(workspace, COMPANY, "UTC", "EUR");
            demo.write(workspace.journey(), JOURNEY);
            DemoCompany.writeDefinitions(workspace.definitions());
            DemoCompany.writeMetrics(workspace.metrics());
            demo.note(settings, Stage.BEGUN);
            return new Opened(demo, settings, Stage.BEGUN);
        }
        Opened there = demo.read();
        if (!wish.over(there.settings()).equals(there.settings())) {
            throw Failure.yours(
                    "DEMO_DIFFERS",
                    "%s holds a demo of %d customers, %d months and seed %d."
                            .formatted(
                                    workspace.root(),
                                    there.settings().customers(),
                                    there.settings().months(),
                                    there.settings().seed()),
                    "Name a new folder with --dir, or ask for the same numbers.");
        }
        return there;
    }

    /**
     * A demo and what it is made with.
     *
     * @param stage how far it had come before
     */
    public record Opened(DemoWorkspace demo, DemoSettings settings, Stage stage) {

        /** Everything was imported before. */
        public boolean filled() {
            return stage != Stage.BEGUN;
        }

        /** The meetings of the past were held before. */
        public boolean lived() {
            return stage == Stage.LIVED_IN;
        }

        /** Remembers that everything is in. */
        public void imported() {
            demo.note(settings, Stage.IMPORTED);
        }

        /** Remembers that the meetings of the past were held. */
        public void finished() {
            demo.note(settings, Stage.LIVED_IN);
        }
    }

    /** How far a demo has come. */
    public enum Stage {
        BEGUN,
        IMPORTED,
        LIVED_IN;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Stage of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** What the demo in the folder was made with; empty where there is none. */
    public static Optional<DemoSettings> settings(Workspace workspace) {
        DemoWorkspace demo = new DemoWorkspace(workspace);
        return Files.exists(demo.note()) ? Optional.of(demo.read().settings()) : Optional.empty();
    }

    private Path note() {
        return workspace.root().resolve("demo.yaml");
    }

    private Opened read() {
        StrictYaml yaml = StrictYaml.read(note());
        StrictYaml.Section root = yaml.root();
        DemoSettings settings = new DemoSettings(
                root.value("customers", Integer::valueOf, "a number").orElse(DemoSettings.CUSTOMERS),
                root.value("months", Integer::valueOf, "a number").orElse(DemoSettings.MONTHS),
                root.value("seed", Long::valueOf, "a number").orElse(DemoSettings.SEED),
                root.value("last-day", LocalDate::parse, "a date").orElse(LocalDate.EPOCH));
        Stage stage =
                root.value("stage", Stage::of, "begun, imported or lived-in").orElse(Stage.BEGUN);
        yaml.finish();
        return new Opened(this, settings, stage);
    }

    private void note(DemoSettings settings, Stage stage) {
        write(note(), """
                # This workspace holds an invented company. Made by './customer-room demo'.
                customers: %d
                months: %d
                seed: %d
                last-day: %s
                stage: %s
                """.formatted(
                        settings.customers(), settings.months(), settings.seed(), settings.lastDay(), stage.word()));
    }

    private void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw Failure.resources(
                    "WORKSPACE_NOT_WRITTEN",
                    "%s could not be written (%s).".formatted(file, FileTrouble.of(e, file)),
                    "Check the space on the disk and the rights of the folder.");
        }
    }
}
