package io.customerroom.room.people;

import io.customerroom.kernel.Authorship;
import java.util.Optional;

/**
 * Accounts whose people prove who they are at an OpenID provider. An account is recognised by the provider's own word for the person, never by a name or a mail address:
 * those may be given to somebody else.
 */
public interface Identities {

    /**
     * Somebody whom the provider vouches for.
     *
     * @param name proposed for a new account
     * @param displayName proposed for a new account
     */
    record Arrival(Identity identity, String name, String displayName, Standing standing) {

        @Override
        public String toString() {
            return "Arrival[" + standing + "]";
        }
    }

    /** What became of an arrival. */
    sealed interface Outcome {

        record Accepted(Account account) implements Outcome {}

        /** No account is linked with the person, and none is made for newcomers. */
        record NotInvited() implements Outcome {}

        /** None of the person's groups opens the room. Sessions and tokens of an account that was linked are ended. */
        record WithoutGroup() implements Outcome {}

        record Closed() implements Outcome {}

        /** A newcomer's name is somebody else's here, or is no name. */
        record NameTaken() implements Outcome {}
    }

    /** Who the account is at its provider. */
    Optional<Identity> of(String account);

    /**
     * Lets somebody in whom a provider vouches for, and gives the role and scope that groups decide. A lock after wrong passwords does not hold here. Refused if the room would
     * lose its last administrator.
     *
     * @param newcomers whether an account is made for who has none
     */
    Outcome arrive(Authorship by, Arrival arrival, boolean newcomers);

    /** Notes that a signed-in person proved at the provider who they are; refused as {@code IDENTITY_OTHER} where it was somebody else. */
    void confirm(Authorship by, String account, Identity identity);

    /** Notes that somebody signed out at the provider, and whose sessions end here. Refused as {@code NOTICE_TOLD}: a notice that was told before. */
    void signedOut(Authorship by, SignedOutThere told);

    /**
     * Links the account of a one-time link, which is used up by it, and ends its sessions.
     * Refused: a spent link, one for the first administrator, an identity that is linked already.
     */
    Account linkByInvitation(Authorship by, String token, Identity identity);

    /** Links an account. Refused: an identity or account that is linked already. */
    Account link(Authorship by, String account, Identity identity);

    /** Ends the link, every session and every token. Refused: to its person, where the account has no password; the room's last administrator. */
    Account unlink(Authorship by, String account);
}
