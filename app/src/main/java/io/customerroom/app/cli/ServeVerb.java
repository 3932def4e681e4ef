package io.customerroom.app.cli;

import io.customerroom.app.server.RoomServer;
import io.customerroom.app.server.ServingLock;
import io.customerroom.app.workbench.Workbench;
import io.customerroom.ledger.build.BuildRequest;
import io.customerroom.room.people.OneTimeLink;
import io.customerroom.room.people.People;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "serve", description = "Shows the walls and the room in a browser, until it is stopped.")
final class ServeVerb extends Verb {

    @Option(names = "--port", paramLabel = "N", description = "Instead of the port in customer-room.yaml; 0 takes any.")
    private Optional<Integer> port = Optional.empty();

    @Option(
            names = "--address",
            paramLabel = "HOST",
            description = "Instead of the address in customer-room.yaml; 0.0.0.0 listens at all of them, as a container"
                    + " needs.")
    private Optional<String> address = Optional.empty();

    @Override
    void perform() {
        OptionalInt wanted = Port.of(port);
        try (Workbench bench = Workbench.open(room().workspace(), room().clock())) {
            serve(this, bench, address, wanted, () -> {});
        }
    }

    /**
     * Serves until the process is asked to stop.
     *
     * @param meanwhile begun when pages are served, on a thread of its own; nobody waits for its end
     */
    static void serve(Verb verb, Workbench bench, OptionalInt port, Runnable meanwhile) {
        serve(verb, bench, Optional.empty(), port, meanwhile);
    }

    private static void serve(
            Verb verb, Workbench bench, Optional<String> address, OptionalInt port, Runnable meanwhile) {
        try (ServingLock lock = ServingLock.take(bench.workspace(), bench.store())) {
            tellIfTheClockIsBehind(verb, bench);
            serveAlone(verb, bench, address, port, meanwhile);
        }
    }

    /** Entries are in the order of their numbers, whatever their moments; days of promises are counted by the clock. */
    private static void tellIfTheClockIsBehind(Verb verb, Workbench bench) {
        bench.store()
                .trail()
                .newestMoment()
                .filter(newest -> newest.isAfter(bench.clock().instant()))
                .ifPresent(newest -> verb.console()
                        .say(
                                "The clock of this machine is behind the newest entry of the trail, of %s. Was it set back?"
                                        .formatted(newest)));
    }

    private static void serveAlone(
            Verb verb, Workbench bench, Optional<String> address, OptionalInt port, Runnable meanwhile) {
        if (!bench.receipts().active().isEmpty()) {
            bench.builds().at(BuildRequest.standard(), verb.room().author("serve"));
        }
        bench.finishErasures(); // that a crash cut short
        bench.room().secondFactors().sealAll(RoomServer.SCHEDULE);
        RoomServer server = RoomServer.start(bench, address, port);
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
