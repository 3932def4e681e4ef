package io.customerroom.app.cli;

import io.customerroom.app.workbench.RoomAddress;
import io.customerroom.app.workbench.Workbench;
import io.customerroom.kernel.Authorship;
import io.customerroom.ledger.workspace.CompanySettings;
import io.customerroom.room.people.Account;
import io.customerroom.room.people.OneTimeLink;
import io.customerroom.room.people.People;
import io.customerroom.room.people.Role;
import java.util.function.BiConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The accounts. Nobody's password is ever typed here: a one-time link lets its person choose one. */
@Command(name = "user", description = "Opens, changes and lists accounts.", mixinStandardHelpOptions = true)
final class UserVerb implements Runnable {

    private static final String NAME = "What is typed to sign in.";
    private static final String ROLE = "administrator, facilitator, leader, viewer or data-admin.";
    private static final String REASON = "Why, for the trail.";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the verb runs
    private CommandSpec spec;

    /** Without a further word: what there is. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Opens an account; prints the link through which its person chooses a password.")
    void add(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Option(names = "--role", required = true, paramLabel = "ROLE", description = ROLE) String role,
            @Option(names = "--display-name", paramLabel = "NAME", description = "What others read.", defaultValue = "")
                    String displayName) {
        with(
                "",
                (people, by) ->
                        print(people.invite(by, name, displayName.isBlank() ? name : displayName, Role.of(role))));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Withdraws the password; prints the link through which a new one is chosen.")
    void reset(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Option(names = "--reason", paramLabel = "WHY", description = REASON, defaultValue = "") String reason) {
        with(reason, (people, by) -> print(people.reset(by, name)));
    }

    @Command(mixinStandardHelpOptions = true, description = "Gives another role and ends the account's sessions.")
    void role(
            @Parameters(index = "0", paramLabel = "NAME", description = NAME) String name,
            @Parameters(index = "1", paramLabel = "ROLE", description = ROLE) String role,
            @Option(names = "--reason", paramLabel = "WHY", description = REASON, defaultValue = "") String reason) {
        with(reason, (people, by) -> {
            Account account = people.give(by, name, Role.of(role));
            room().console()
                    .say("%s is %s now."
                            .formatted(account.name(), account.role().words()));
        });
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Closes an account and ends its sessions. Its name stays taken.")
    void close(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Option(names = "--reason", required = true, paramLabel = "WHY", description = REASON) String reason) {
        with(reason, (people, by) -> {
            people.close(by, name);
            room().console().say("%s is closed.".formatted(name));
        });
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Opens a closed account again, with its role, and prints a link to choose a new password.")
    void reopen(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Option(names = "--reason", required = true, paramLabel = "WHY", description = REASON) String reason) {
        with(reason, (people, by) -> print(people.reopen(by, name)));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Notes where mail reaches an account; without an address it is forgotten.")
    void mail(
            @Parameters(index = "0", paramLabel = "NAME", description = NAME) String name,
            @Parameters(
                            index = "1",
                            paramLabel = "ADDRESS",
                            arity = "0..1",
                            defaultValue = "",
                            description = "For reminders.")
                    String address) {
        try (Workbench bench = Workbench.open(room().workspace(), room().clock())) {
            bench.room().reminders().address(room().author(""), name, address);
            room().console()
                    .say(
                            address.isEmpty()
                                    ? "%s has no mail address.".formatted(name)
                                    : "Noted for %s.".formatted(name));
        }
    }

    @Command(mixinStandardHelpOptions = true, description = "Lists the accounts.")
    void list() {
        with("", (people, by) -> {
            TextTable table = new TextTable("name", "display name", "role", "state");
            people.all()
                    .forEach(account -> table.add(
                            account.name(),
                            account.displayName(),
                            account.role().id(),
                            state(account)));
            table.print(room().console().out());
        });
    }

    private static String state(Account account) {
        if (account.closed()) {
            return "closed";
        }
        return account.passwordSet() ? "open" : "invited";
    }

    private void with(String reason, BiConsumer<People, Authorship> work) {
        try (Workbench bench = Workbench.open(room().workspace(), room().clock())) {
            work.accept(bench.room().people(), room().author(reason));
        }
    }

    private void print(OneTimeLink.Issued issued) {
        CompanySettings settings = CompanySettings.read(room().workspace());
        room().console().out().println(RoomAddress.of(settings.address(), settings.port()) + issued.path());
        room().console()
                .say("The link works once, for %d hours, while the server runs.".formatted(OneTimeLink.LIFE.toHours()));
    }

    private CustomerRoom room() {
        return (CustomerRoom) spec.root().userObject();
    }
}
