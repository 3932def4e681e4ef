package io.customerroom.app.cli;

import io.customerroom.kernel.Authorship;
import io.customerroom.ledger.persons.NameList;
import io.customerroom.ledger.persons.TextMask;
import io.customerroom.ledger.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code customer-room} itself: what all verbs share, and the verbs. */
@Command(
        name = "customer-room",
        description = "Turns the data a company already has into one customer ledger, three walls and one forum.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "VERB",
        subcommands = {
            DemoVerb.class,
            InitVerb.class,
            ImportVerb.class,
            BatchesVerb.class,
            UndoVerb.class,
            QuarantineVerb.class,
            BuildVerb.class,
            MetricsVerb.class,
            DefinitionsVerb.class,
            ShowVerb.class,
            ExplainVerb.class,
            ExportVerb.class,
            PersonVerb.class,
            EraseVerb.class,
            RetainVerb.class,
            DoctorVerb.class,
            BackupVerb.class,
            RestoreVerb.class,
            StateVerb.class,
            ServeVerb.class,
            UserVerb.class,
            RemindersVerb.class,
            PackageVerb.class,
            VersionVerb.class,
            CommandLine.HelpCommand.class
        })
public final class CustomerRoom implements Runnable {

    private final Console console;
    private final Clock clock;
    private final Path currentFolder;
    private final String request = UUID.randomUUID().toString();
    private final Failures failures = new Failures(this);

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The workspace; without it the current folder.")
    private Optional<Path> folder = Optional.empty();

    public CustomerRoom(Console console, Clock clock, Path currentFolder) {
        this.console = console;
        this.clock = clock;
        this.currentFolder = currentFolder;
    }

    /** Runs one verb and answers its exit code: 0 done, 1 our fault, 2 the asker's, 3 not enough memory, disk or time. */
    public int run(String... arguments) {
        int exitCode = execute(arguments);
        console.out().flush();
        console.err().flush();
        return exitCode;
    }

    private int execute(String... arguments) {
        try {
            return commandLine().execute(arguments);
        } catch (OutOfMemoryError | StackOverflowError e) {
            // picocli hands on exceptions only; these two still deserve a sentence and an exit code
            return failures.report(e);
        }
    }

    CommandLine commandLine() {
        return new CommandLine(this)
                .setOut(console.out())
                .setErr(console.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(failures::refuse)
                .setExecutionExceptionHandler(failures::report);
    }

    /** Without a verb: what there is. */
    @Override
    public void run() {
        commandLine().usage(console.out());
    }

    Console console() {
        return console;
    }

    Clock clock() {
        return clock;
    }

    /** A path as the asker wrote it, seen from the current folder. */
    Path resolve(Path path) {
        return currentFolder.resolve(path).toAbsolutePath().normalize();
    }

    /** Who a verb acts for, with a reason for the trail, which keeps it for good: so it is masked. */
    Authorship author(String reason) {
        return new Authorship("command line", "cli", TextMask.mask(reason, NameList.ofCompany(workspace())), request);
    }

    /** The folder of {@code --dir}; whether it is a workspace is for the verb to ask. */
    Workspace workspace() {
        return workspaceOr(Path.of(""));
    }

    Workspace workspaceOr(Path usual) {
        return new Workspace(resolve(folder.orElse(usual)));
    }

    /** To be appended to a command that is suggested next. */
    String dirOption() {
        return folder.map(path -> " --dir " + path).orElse("");
    }
}
