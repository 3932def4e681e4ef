package io.customerroom.app.cli;

import io.customerroom.app.init.NewWorkspace;
import io.customerroom.ledger.workspace.Workspace;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "init",
        description = "Makes a new workspace: settings, journey, definitions and spreadsheet templates.",
        sortOptions = false)
final class InitVerb extends Verb {

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "A new or empty folder; without it that of --dir.")
    private Path target = Path.of("");

    @Option(names = "--name", paramLabel = "NAME", description = "The company's name, as the walls show it.")
    private String name = "My company";

    @Option(names = "--zone", paramLabel = "ZONE", description = "Its time zone; default ${DEFAULT-VALUE}.")
    private String zone = "UTC";

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            description = "Its reporting currency; default ${DEFAULT-VALUE}.")
    private String currency = "EUR";

    @Override
    void perform() {
        Workspace workspace = target.toString().isEmpty() ? room().workspace() : new Workspace(room().resolve(target));
        NewWorkspace.make(workspace, name, zone, currency);
        console().say("""
                %s is ready. Next:
                  1. Fill the spreadsheets in %s, or take files of your own.
                  2. ./customer-room import FILE --as FACT --dir %s    (customer, purchase, contract, ticket, operation, …)
                  3. ./customer-room serve --dir %s""".formatted(workspace.root(), workspace.templates(), workspace.root(), workspace.root()));
    }
}
