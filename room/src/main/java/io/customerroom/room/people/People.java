package io.customerroom.room.people;

import io.customerroom.kernel.Authorship;
import io.customerroom.ledger.metrics.RowScope;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The accounts of the room. There is no default account and no default password: the first comes through a one-time link. */
public interface People {

    /** Failures in a row after which an account is locked. */
    int FAILURES_ALLOWED = 5;

    /** How long it stays locked the first time; each further lock without a success between lasts twice as long. */
    Duration LOCKED_FOR = Duration.ofMinutes(15);

    /** The longest lock: it ends by itself, since anybody who knows a name can bring it about. */
    Duration LOCKED_AT_MOST = Duration.ofHours(8);

    /** Every account, the closed ones last, by name. */
    List<Account> all();

    Optional<Account> find(String name);

    /** Whether an open administrator with a password exists. */
    boolean administered();

    /** A link that makes the first administrator; refused once there is one. Links issued before cease to work. */
    OneTimeLink.Issued administratorLink(Authorship by);

    /** Opens an account without password and answers the link through which its person chooses one. Refused if the name is taken. */
    default OneTimeLink.Issued invite(Authorship by, String name, String displayName, Role role) {
        return invite(by, name, displayName, role, RowScope.everything());
    }

    /** The same, kept to the customers of a scope from the beginning. Refused as {@link #narrow}. */
    OneTimeLink.Issued invite(Authorship by, String name, String displayName, Role role, RowScope scope);

    /** Withdraws the password, ends all sessions and tokens, and answers the link through which the person chooses a new one. */
    OneTimeLink.Issued reset(Authorship by, String name);

    /** The link behind a token, if it can still be used. */
    Optional<OneTimeLink> link(String token);

    /**
     * Uses a link: sets the password and, for the first administrator, makes the account. A link works once.
     *
     * @param name used only where the link names nobody, like {@code displayName}
     */
    Account redeem(Authorship by, String token, String name, String displayName, String password);

    /** Tries a password. Failures are counted and recorded; enough of them lock the account for a while. */
    default SignIn signIn(Authorship by, String name, String password) {
        return signIn(by, name, password, "");
    }

    /** The same with the code of an account that has a second factor. A wrong code is told and counted like a wrong password. */
    default SignIn signIn(Authorship by, String name, String password, String code) {
        return signIn(by, name, password, code, EnumSet.allOf(Role.class));
    }

    /** @param whose roles whose people sign in with passwords; the right password of another is told and counted like a wrong one */
    SignIn signIn(Authorship by, String name, String password, String code, Set<Role> whose);

    /** Lets a signed-in person prove again who they are. Tried, counted and recorded like signing in. */
    SignIn confirm(Authorship by, String name, String password, String code);

    /** Ends every session of an account. */
    Account endSessions(Authorship by, String name);

    /**
     * Sets another password and ends every session. Refused: a wrong former one, which counts as a failure to sign in, and a password that {@link PasswordPolicy} objects
     * to.
     */
    void changePassword(Authorship by, String name, String former, String password);

    /** Notes that nobody may try to sign in from a network for a while: the network, not the machine. */
    void noteLockedNetwork(Authorship by, String network, Instant until);

    /** Gives another role and ends the account's sessions. Refused if no administrator would remain. */
    Account give(Authorship by, String name, Role role);

    /**
     * Keeps an account to the customers of some segments and sites, and ends its sessions. Refused for roles that handle whole files or all accounts, and
     * for words that cannot be a segment or site.
     */
    Account narrow(Authorship by, String name, RowScope scope);

    /** Ends a lock after repeated failures before its time. */
    Account unlock(Authorship by, String name);

    /** Closes an account with the reason in {@code by}, ends its sessions and tokens. Refused if no administrator would remain. */
    Account close(Authorship by, String name);

    /**
     * Opens a closed account again, with the role it had and the reason in {@code by}, and answers the link through which its person
     * chooses a new password. Refused if it is open. That it was closed, by whom and why stays in the trail.
     */
    OneTimeLink.Issued reopen(Authorship by, String name);
}
