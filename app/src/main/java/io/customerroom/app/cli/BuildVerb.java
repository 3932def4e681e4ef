package io.customerroom.app.cli;

import io.customerroom.app.server.RoomServer;
import io.customerroom.app.workbench.Workbench;
import io.customerroom.kernel.Authorship;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.build.BuildRequest;
import io.customerroom.ledger.persons.LateNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "build", description = "Builds the customer ledger and checks its identities.")
final class BuildVerb extends Verb {

    @Mixin
    private ClockOptions clocks = new ClockOptions();

    @Option(names = "--unasked", hidden = true, description = "The server's schedule asks, and not a person.")
    private boolean unasked;

    @Option(names = "--asked-by", hidden = true, description = "The account that asked a page of the server for it.")
    private String askedBy = "";

    @Override
    void perform() {
        try (Workbench bench = Workbench.open(room().workspace(), room().clock())) {
            BuildRequest request = clocks.request(bench.settings().calendar().zone());
            LateNames late = new LateNames(bench.workspace(), bench.store(), bench.engine());
            long before = late.hidden();
            Build build = bench.builds().at(request, author());
            console()
                    .out()
                    .println("%s through %s, known %s, %s: %d identities hold"
                            .formatted(
                                    build.id(),
                                    build.clocks().through(),
                                    build.clocks().known(),
                                    build.definitions(),
                                    build.identities().size()));
            console().err().println(bench.builds().making(build));
            long hidden = late.hidden() - before;
            if (hidden > 0) {
                console().err().println("%d kept texts hide names now that came in after them".formatted(hidden));
            }
        }
    }

    private Authorship author() {
        if (!askedBy.isEmpty()) {
            return new Authorship(askedBy, "web", "", "");
        }
        return unasked ? RoomServer.SCHEDULE : room().author("");
    }
}
