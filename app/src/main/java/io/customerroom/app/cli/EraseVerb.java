package io.customerroom.app.cli;

import io.customerroom.app.export.OutFile;
import io.customerroom.app.workbench.Workbench;
import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.persons.Erasure;
import io.customerroom.ledger.persons.ErasureRegister;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "erase",
        description = "Takes a person's name, ids, addresses and words out of the workspace; published numbers stay."
                + " No later import brings them back.",
        sortOptions = false)
final class EraseVerb extends Verb {

    @Parameters(paramLabel = "ID", arity = "0..1", description = "What a source calls the customer.")
    private String id = "";

    @Mixin
    private IdSpace ids = new IdSpace();

    @Option(
            names = "--reason",
            paramLabel = "WHY",
            description = "For the trail, which keeps it: without the person's name.")
    private String reason = "";

    @Option(
            names = "--register",
            paramLabel = "FILE",
            description = "Writes who was erased, as opaque keys, to be kept apart from backups.")
    private Optional<Path> register = Optional.empty();

    @Option(
            names = "--again",
            paramLabel = "FILE",
            description = "After an old backup was restored: erases everybody whom a file of --register names.")
    private Optional<Path> again = Optional.empty();

    @Option(names = "--force", description = "With --register: replaces the file.")
    private boolean force;

    @Override
    void perform() {
        if (register.isPresent() || again.isPresent()) {
            again.ifPresent(this::again);
            register.ifPresent(this::write);
            return;
        }
        if (id.isBlank() || reason.isBlank()) {
            throw Failure.yours(
                    "ERASURE_INCOMPLETE",
                    "An erasure needs an id and a reason.",
                    "Name both: erase ID --reason \"request of 3 May\".");
        }
        try (Workbench bench = Workbench.open(room().workspace(), room().clock())) {
            CustomerId customer = ids.customer(bench.workspace(), id);
            SortedSet<CustomerId> same = bench.facts().sameCustomer(customer);
            Set<String> called = new TreeSet<>(bench.persons().called(same));
            called.add(id);
            if (bench.events().waiting() > 0) {
                bench.events()
                        .drain(room().author("before an erasure")); // what waits for its import tells of people too
            }
            bench.events().forget(room().author("before an erasure"), called); // what could not be imported
            Erasure erasure = bench.persons().erase(same, room().author(reason));
            int artefacts = bench.artefacts().eraseOf(room().author(reason), same);
            int words = bench.retention().eraseOf(room().author(reason), same);
            boolean folded = bench.store().fold(); // what waited and was imported before stands in the log as well
            console().out().println("%s is erased, known by %s".formatted(same.first(), ids(erasure.keys())));
            console()
                    .out()
                    .println("%d person tables and %d rows set aside named them"
                            .formatted(erasure.personTables(), erasure.quarantinedRows()));
            if (artefacts > 0) {
                console()
                        .out()
                        .println(
                                artefacts == 1
                                        ? "1 artefact was from them"
                                        : "%d artefacts were from them".formatted(artefacts));
            }
            if (words > 0) {
                console()
                        .out()
                        .println(words == 1 ? "1 note spoke of them" : "%d notes spoke of them".formatted(words));
            }
            if (!folded) {
                console()
                        .say(
                                "Somebody reads the state just now, so its log still holds former words. Erase again in a moment.");
            }
            console().say(next(erasure, artefacts + words));
        }
    }

    private void write(Path file) {
        try (Workbench bench = Workbench.open(room().workspace(), room().clock())) {
            ErasureRegister erased = bench.erasureRegister();
            new OutFile(room().resolve(file), force).write(beside -> {
                Files.writeString(beside, erased.text());
                return erased;
            });
            console()
                    .out()
                    .println("%d keys are written.".formatted(erased.erased().size()));
            console().say("Keep the file apart from the backups, and write it anew after each erasure.");
        }
    }

    private void again(Path file) {
        try (Workbench bench = Workbench.open(room().workspace(), room().clock())) {
            int fresh = bench.eraseAgain(
                    Files.readString(room().resolve(file)),
                    room().author(reason.isBlank() ? "erased again after a backup was restored" : reason));
            console().out().println("%d keys were not erased here, and are now.".formatted(fresh));
        } catch (IOException e) {
            throw Failure.yours(
                    "NO_REGISTER",
                    "The list of erased persons cannot be read.",
                    "Name a file that './customer-room erase --register FILE' wrote.");
        }
    }

    private static String ids(int count) {
        return count == 1 ? "1 id" : count + " ids";
    }

    private static String next(Erasure erasure, int others) {
        return erasure.personTables() + erasure.quarantinedRows() + others == 0
                ? "Nothing here named them. Check the id and --ids if you expected a name."
                : "No figure has changed. The files they came in, and backups made before, lie outside this workspace.";
    }
}
