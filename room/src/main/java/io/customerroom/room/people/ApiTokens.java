package io.customerroom.room.people;

import io.customerroom.kernel.Authorship;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The keys with which programs act for people. */
public interface ApiTokens {

    /** The tokens of an account, newest first, ended ones included. */
    List<ApiToken> of(String account);

    /**
     * Makes one. Refused: a name that is empty, long or broken; a life of no days or more than {@link ApiToken#LONGEST}; a reach that the person's role has
     * no right for; more than twenty that are in use.
     */
    ApiToken.Issued make(Authorship by, String account, String name, ApiToken.Reach reach, Duration life);

    /** Ends one. Asking twice changes nothing. Refused where the account has no such token. */
    ApiToken revoke(Authorship by, String account, String id);

    /** Who acts with this text, as they are now: empty for unknown, expired and revoked tokens and for closed accounts. Notes that it was used. */
    Optional<Bearer> bearer(String text);

    /** A person and the token that speaks for them. */
    record Bearer(Account account, ApiToken token) {}
}
