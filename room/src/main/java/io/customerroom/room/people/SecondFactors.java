package io.customerroom.room.people;

import io.customerroom.kernel.Authorship;
import java.util.List;
import java.util.Set;

/**
 * A second proof beside the password: a code of six digits from an authenticator, each usable once, or one of ten recovery codes. Wrong codes count like wrong
 * passwords, and nobody is told which of the two was wrong.
 */
public interface SecondFactors {

    /** Recovery codes that are made at a time. */
    int RECOVERY_CODES = 10;

    /** Whether an account is asked for a code. */
    boolean on(String account);

    /** Begins to set one up and answers the secret, in base 32, to type or carry into an authenticator. Nothing is asked for until it is confirmed. */
    String begin(Authorship by, String account);

    /**
     * Sets it up, with the code that the authenticator shows, and ends all sessions. Answers the recovery codes, once. Refused: a wrong code, nothing begun, one that is set up already.
     */
    List<String> confirm(Authorship by, String account, String code);

    /** Makes new recovery codes and answers them, once; those from before are dead, used or not. Refused: nothing is set up. */
    List<String> renew(Authorship by, String account);

    /** Recovery codes that have not been used; 0 where nothing is set up. */
    int recoveryCodesLeft(String account);

    /** Takes it away: an administrator of somebody who lost it, or its person. Refused to a person whose role has to have one. */
    void remove(Authorship by, String account);

    /** Roles that may do nothing without one. */
    Set<Role> required();

    /** Says that a role has to have one, or need not. Whoever has none sets one up at the next sign-in, before anything else. */
    void require(Authorship by, Role role, boolean required);

    /** Accounts whose authenticator's secret the key of this room does not open, in order: recovery codes alone let them in. */
    List<String> unopened();

    /** Seals the secrets that an earlier version kept readable; nothing to do is nothing done. */
    void sealAll(Authorship by);
}
