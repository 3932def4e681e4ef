package io.customerroom.app.cli;

import io.customerroom.app.workbench.RoomAddress;
import io.customerroom.app.workbench.Workbench;
import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.metrics.RowScope;
import io.customerroom.ledger.workspace.CompanySettings;
import io.customerroom.room.people.Account;
import io.customerroom.room.people.ApiTokens;
import io.customerroom.room.people.OneTimeLink;
import io.customerroom.room.people.People;
import io.customerroom.room.people.Role;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The accounts. Nobody's password is ever typed here: a one-time link lets its person choose one. */
@Command(name = "user", description = "Opens, changes and lists accounts.", mixinStandardHelpOptions = true)
final class UserVerb implements Runnable {

    private static final String NAME = "What is typed to sign in.";
    private static final String ROLE =
            "administrator, facilitator, leader, contact-owner, front-line, viewer, data-admin or auditor.";
    private static final String SEGMENT = "Only customers of this segment; may be given several times.";
    private static final String SITE = "Only customers of this site; may be given several times.";
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
                    String displayName,
            @Option(names = "--segment", paramLabel = "SEGMENT", description = SEGMENT) List<String> segments,
            @Option(names = "--site", paramLabel = "SITE", description = SITE) List<String> sites) {
        RowScope scope = scope(segments, sites);
        with("", (people, by) -> {
            OneTimeLink.Issued link =
                    people.invite(by, name, displayName.isBlank() ? name : displayName, Role.of(role), scope);
            print(link);
        });
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Keeps an account to the customers of segments and sites, and ends its sessions.")
    void scope(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Option(names = "--segment", paramLabel = "SEGMENT", description = SEGMENT) List<String> segments,
            @Option(names = "--site", paramLabel = "SITE", description = SITE) List<String> sites,
            @Option(names = "--everything", description = "Lets it see all customers again.") boolean everything,
            @Option(names = "--reason", paramLabel = "WHY", description = REASON, defaultValue = "") String reason) {
        RowScope scope = scope(segments, sites);
        if (everything == scope.restricted()) {
            throw Failure.yours(
                    "SCOPE_MISSING",
                    "It is not clear which rows '%s' may see.".formatted(name),
                    "Use --segment and --site, several times if need be, or --everything alone.");
        }
        with(reason, (people, by) -> {
            Account account = people.narrow(by, name, scope);
            room().console()
                    .say("%s sees the rows of %s."
                            .formatted(account.name(), account.scope().words()));
        });
    }

    private static RowScope scope(@Nullable List<String> segments, @Nullable List<String> sites) {
        return RowScope.of(segments == null ? List.of() : segments, sites == null ? List.of() : sites);
    }

    @Command(mixinStandardHelpOptions = true, description = "Ends every session of an account.")
    void sessions(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Option(names = "--reason", paramLabel = "WHY", description = REASON, defaultValue = "") String reason) {
        with(reason, (people, by) -> {
            people.endSessions(by, name);
            room().console().say("Every session of %s is ended.".formatted(name));
        });
    }

    @Command(
            name = "second-factor",
            mixinStandardHelpOptions = true,
            description = "Takes away the second factor of somebody who lost it.")
    void secondFactor(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Option(names = "--reason", required = true, paramLabel = "WHY", description = REASON) String reason) {
        try (Workbench bench = Workbench.open(room().workspace(), room().clock())) {
            bench.room().secondFactors().remove(room().author(reason), name);
            room().console().say("%s signs in without a second factor.".formatted(name));
        }
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Ends the link of an account with the OpenID provider, its sessions and tokens.")
    void unlink(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Option(names = "--reason", required = true, paramLabel = "WHY", description = REASON) String reason) {
        try (Workbench bench = Workbench.open(room().workspace(), room().clock())) {
            bench.room().identities().unlink(room().author(reason), name);
            room().console().say("%s cannot sign in at the provider any more.".formatted(name));
        }
    }

    @Command(mixinStandardHelpOptions = true, description = "Ends a lock after wrong passwords before its time.")
    void unlock(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Option(names = "--reason", paramLabel = "WHY", description = REASON, defaultValue = "") String reason) {
        with(reason, (people, by) -> {
            people.unlock(by, name);
            room().console().say("%s may try to sign in again.".formatted(name));
        });
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Lists the tokens of an account's programs, or revokes one.")
    void tokens(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Option(names = "--revoke", paramLabel = "TOKEN", description = "Its id.", defaultValue = "")
                    String revoked,
            @Option(names = "--reason", paramLabel = "WHY", description = REASON, defaultValue = "") String reason) {
        try (Workbench bench = Workbench.open(room().workspace(), room().clock())) {
            ApiTokens tokens = bench.room().tokens();
            if (!revoked.isEmpty()) {
                tokens.revoke(room().author(reason), name, revoked);
                room().console().say("%s opens nothing any more.".formatted(revoked));
                return;
            }
            TextTable table = new TextTable("token", "name", "reaches", "ends", "last used", "state");
            tokens.of(name)
                    .forEach(token -> table.add(
                            token.id(),
                            token.name(),
                            token.reach().id(),
                            token.expiresAt().toString(),
                            token.lastUsedAt().map(Instant::toString).orElse("never"),
                            token.usableAt(room().clock().instant()) ? "in use" : "ended"));
            table.print(room().console().out());
        }
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
            TextTable table = new TextTable("name", "display name", "role", "rows", "state");
            people.all()
                    .forEach(account -> table.add(
                            account.name(),
                            account.displayName(),
                            account.role().id(),
                            account.scope().words(),
                            state(account)));
            table.print(room().console().out());
        });
    }

    private String state(Account account) {
        if (account.closed()) {
            return "closed";
        }
        if (account.lockedAt(room().clock().instant())) {
            return "locked";
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
