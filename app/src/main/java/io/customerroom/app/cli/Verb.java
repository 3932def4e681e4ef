package io.customerroom.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One verb. It answers an exit code, and fails with a {@link io.customerroom.kernel.Failure} that carries another. */
abstract class Verb implements Callable<Integer> {

    static final int DONE = 0;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the verb runs
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows what this verb does and takes.")
    private boolean help;

    abstract void perform();

    @Override
    public final Integer call() {
        perform();
        return DONE;
    }

    final CustomerRoom room() {
        return (CustomerRoom) spec.root().userObject();
    }

    final Console console() {
        return room().console();
    }
}
