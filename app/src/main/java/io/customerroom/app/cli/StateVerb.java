package io.customerroom.app.cli;

import io.customerroom.app.server.ServingLock;
import io.customerroom.app.workbench.Workbench;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.state.StateMove;
import io.customerroom.state.StateServer;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Where accounts, meetings, promises, receipts and the trail are kept. */
@Command(
        name = "state",
        description = "Says where accounts, meetings, promises and the trail are kept: a file or a PostgreSQL server.",
        mixinStandardHelpOptions = true,
        subcommands = StateVerb.Move.class)
final class StateVerb extends Verb {

    @Override
    void perform() {
        Workspace workspace = room().workspace().require();
        console()
                .out()
                .println(StateMove.place(workspace.state())
                        .map(StateServer::shown)
                        .orElse("state/" + workspace.state().getFileName()));
    }

    /** Moves it. */
    @Command(
            name = "move",
            description =
                    "Moves the state, with its whole trail, to a server or back to a file. Stop the server of the room"
                            + " first.",
            sortOptions = false)
    static final class Move extends Verb {

        @Option(
                names = "--to",
                required = true,
                paramLabel = "PLACE",
                description = "jdbc:postgresql://HOST:PORT/DATABASE, without user and password; or file.")
        private String to = "";

        @Option(names = "--user", paramLabel = "USER", description = "Who signs in to the server.")
        private String user = "";

        @Option(
                names = "--password-file",
                paramLabel = "FILE",
                description = "Holds the password; without it the environment variable " + StateServer.VARIABLE + ".")
        private String passwordFile = "";

        @Override
        void perform() {
            Workspace workspace = room().workspace().require();
            Optional<StateServer> target = to.equals("file") ? Optional.empty() : Optional.of(server());
            try (ServingLock lock = ServingLock.take(workspace)) {
                long entries = StateMove.run(
                        workspace.state(), target, room().clock(), Workbench.MIGRATIONS, room().author("state move"));
                console()
                        .say("The state is at %s, with a trail of %d entries.%s"
                                .formatted(
                                        target.map(StateServer::shown)
                                                .orElse("state/"
                                                        + workspace.state().getFileName()),
                                        entries,
                                        target.isPresent()
                                                ? " The old file is state/%s.moved; remove it when all is well."
                                                        .formatted(workspace
                                                                .state()
                                                                .getFileName())
                                                : " What is on the server is not used any more."));
            }
        }

        private StateServer server() {
            String file = passwordFile.isEmpty()
                    ? ""
                    : room().resolve(Path.of(passwordFile)).toString();
            return new StateServer(to, user, file);
        }
    }
}
