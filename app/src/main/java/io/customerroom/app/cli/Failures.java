package io.customerroom.app.cli;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.workspace.NearWord;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever went wrong into one sentence, a next step and an exit code. Nobody is shown a stack trace. */
final class Failures {

    private final CustomerRoom room;

    Failures(CustomerRoom room) {
        this.room = room;
    }

    /** What the asker wrote does not fit the verb. */
    int refuse(ParameterException wrong, String[] arguments) {
        Failure failure = wrong instanceof UnmatchedArgumentException unmatched
                ? unknown(unmatched)
                : Failure.yours("ARGUMENT_REFUSED", sentence(wrong), helpFor(wrong.getCommandLine()));
        return tell(failure);
    }

    int report(Exception wrong, CommandLine verb, ParseResult parsed) {
        return report(wrong);
    }

    int report(Throwable wrong) {
        return tell(
                switch (wrong) {
                    case Failure failure -> failure;
                    case OutOfMemoryError tooMuch ->
                        Failure.resources(
                                "MEMORY_SHORT",
                                "This did not fit into the memory of the Java program.",
                                "Allow more with CUSTOMER_ROOM_JAVA_OPTS='--enable-native-access=ALL-UNNAMED -Xmx2g'.");
                    default ->
                        Failure.ours(
                                "FAULT",
                                "Something broke that should not (%s)."
                                        .formatted(wrong.getClass().getSimpleName()),
                                wrong);
                });
    }

    private int tell(Failure failure) {
        room.console().out().flush();
        room.console().say(failure.sentence());
        if (failure.kind() == Failure.Kind.OURS) {
            FaultLog.keep(room, failure);
        }
        return failure.kind().exitCode();
    }

    private static Failure unknown(UnmatchedArgumentException unmatched) {
        CommandLine verb = unmatched.getCommandLine();
        String written = unmatched.getUnmatched().getFirst();
        if (written.startsWith("-")) {
            String option = written.replaceFirst("=.*", "");
            return Failure.yours(
                    "OPTION_UNKNOWN",
                    "There is no option '%s'. %s".formatted(option, NearWord.hint(option, optionsOf(verb))),
                    helpFor(verb));
        }
        List<String> verbs = List.copyOf(verb.getSubcommands().keySet());
        return verbs.isEmpty()
                ? Failure.yours("ARGUMENT_UNKNOWN", "'%s' is one word too many.".formatted(written), helpFor(verb))
                : Failure.yours(
                        "VERB_UNKNOWN",
                        "There is no verb '%s'. %s".formatted(written, NearWord.hint(written, verbs)),
                        helpFor(verb));
    }

    private static List<String> optionsOf(CommandLine verb) {
        return verb.getCommandSpec().options().stream()
                .flatMap(option -> Stream.of(option.names()))
                .filter(name -> name.startsWith("--"))
                .toList();
    }

    private static String sentence(ParameterException wrong) {
        String message = String.valueOf(wrong.getMessage());
        String plain = message.replaceFirst("' is not an int$", "' is not a whole number of at most 9 digits")
                .replaceFirst("' is not a long$", "' is not a whole number of at most 18 digits");
        return plain.endsWith(".") ? plain : plain + ".";
    }

    private static String helpFor(CommandLine verb) {
        CommandSpec spec = verb.getCommandSpec();
        return "See './%s --help'.".formatted(spec.qualifiedName(" "));
    }
}
