package io.customerroom.room.people;

import java.time.Instant;
import java.util.List;

/**
 * A provider's notice that somebody signed out there, after it was checked.
 *
 * @param notice the provider's own id of it: counts once
 * @param until when it ends by itself, so that it need not be remembered longer
 * @param accounts whose sessions here end with it, in order
 * @param sessions how many
 */
public record SignedOutThere(String issuer, String notice, Instant until, List<String> accounts, int sessions) {

    public SignedOutThere {
        if (issuer.isBlank() || notice.isBlank()) {
            throw new IllegalArgumentException("a notice has an issuer and an id");
        }
        accounts = accounts.stream().sorted().distinct().toList();
    }

    /** Without the provider's words. */
    @Override
    public String toString() {
        return "SignedOutThere" + accounts;
    }
}
