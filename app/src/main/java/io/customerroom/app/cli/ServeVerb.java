package io.customerroom.app.cli;

import io.customerroom.app.server.RoomServer;
import io.customerroom.app.workbench.Workbench;
import io.customerroom.ledger.build.BuildRequest;
import io.customerroom.room.people.OneTimeLink;
import io.customerroom.room.people.People;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "serve", description = "Shows the walls and the room in a browser, until it is stopped.")
final class ServeVerb extends Verb {

    @Option(names = "--port", paramLabel = "N", description = "Instead of the port in customer-room.yaml; 0 takes any.")
    private int port = -1;

    @Override
    void perform() {
        try (Workbench bench = Workbench.open(room().workspace(), room().clock())) {
            serve(this, bench, port < 0 ? OptionalInt.empty() : OptionalInt.of(port));
        }
    }

    /** Serves until the process is asked to stop. */
    static void serve(Verb verb, Workbench bench, OptionalInt port) {
        serve(verb, bench, port, () -> {});
    }

    /** @param meanwhile begun when pages are served, on a thread of its own; nobody waits for its end */
    static void serve(Verb verb, Workbench bench, OptionalInt port, Runnable meanwhile) {
        if (!bench.receipts().active().isEmpty()) {
            bench.builds().at(BuildRequest.standard(), verb.room().author("serve"));
        }
        bench.finishErasures(); // that a crash cut short
        RoomServer server = RoomServer.start(bench, port);
        CountDownLatch stopped = new CountDownLatch(1);
        Thread stopping = new Thread(
                () -> {
                    server.close();
                    bench.close();
                    stopped.countDown();
                },
                "stopping");
        Runtime.getRuntime().addShutdownHook(stopping);
        Console console = verb.console();
        console.out().println("Customer Room is at " + server.address() + "/");
        People people = bench.room().people();
        if (!people.administered()) {
            OneTimeLink.Issued link = people.administratorLink(verb.room().author("first start"));
            console.out().println("Become its administrator, once: " + server.address() + link.path());
        }
        console.out().flush();
        Thread.ofPlatform().name("meanwhile").daemon(true).start(meanwhile);
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            server.close();
        }
    }
}
