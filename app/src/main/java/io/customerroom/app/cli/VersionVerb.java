package io.customerroom.app.cli;

import picocli.CommandLine.Command;

@Command(name = "version", description = "Prints the version.")
final class VersionVerb extends Verb {

    @Override
    void perform() {
        console().out().println("customer-room " + Version.current());
    }
}
