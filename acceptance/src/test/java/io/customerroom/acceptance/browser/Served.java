package io.customerroom.acceptance.browser;

import io.customerroom.app.server.RoomServer;
import io.customerroom.app.workbench.Workbench;
import io.customerroom.kernel.Authorship;
import io.customerroom.ledger.metrics.RowScope;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.room.people.ApiToken;
import io.customerroom.room.people.Identity;
import io.customerroom.room.people.Passwords;
import io.customerroom.room.people.People;
import io.customerroom.room.people.Role;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * The program's own server over a workspace, on a port of its own, until it is closed. Its passwords are cheap to try; those of the
 * servers that are started as processes are not.
 */
public final class Served implements AutoCloseable {

    private static final Authorship BY = new Authorship("command line", "cli", "acceptance", "acceptance");

    private final Workbench bench;
    private final RoomServer server;

    private Served(Workbench bench, RoomServer server) {
        this.bench = bench;
        this.server = server;
    }

    public static Served from(Path workspace, Clock clock) {
        return from(workspace, clock, 0);
    }

    /** The same on a port that is known, as after a restart. */
    public static Served from(Path workspace, Clock clock, int port) {
        Workbench bench = Workbench.open(new Workspace(workspace), clock, Passwords.cheap());
        return new Served(bench, RoomServer.start(bench, OptionalInt.of(port)));
    }

    public String address() {
        return server.address();
    }

    public int port() {
        return server.port();
    }

    /** Path of the link that the first start prints. */
    public String administratorLink() {
        return bench.room().people().administratorLink(BY).path();
    }

    /** Path of the link for a new account. */
    public String invite(String name, Role role) {
        return bench.room().people().invite(BY, name, name, role).path();
    }

    /** Lets somebody in who has chosen a password already. */
    public void settle(String name, String displayName, Role role, String password) {
        People people = bench.room().people();
        people.redeem(BY, people.invite(BY, name, displayName, role).token(), name, displayName, password);
    }

    /** Lets an account sign in through a provider, as a subject of its own name. */
    public void link(String account) {
        bench.room().identities().link(BY, account, new Identity("https://provider.example.org", account));
    }

    /** Keeps an account to the rows of some customers. */
    public void narrow(String name, RowScope scope) {
        bench.room().people().narrow(BY, name, scope);
    }

    /** The text of a token with which a program acts for an account. */
    public String token(String account, ApiToken.Reach reach) {
        return bench.room()
                .tokens()
                .make(BY, account, "acceptance", reach, Duration.ofDays(1))
                .text();
    }

    /** Path of a display's page. */
    public String display(String name) {
        return bench.room().displays().issue(BY, name).path();
    }

    @Override
    public void close() {
        server.close();
        bench.close();
    }
}
