package io.customerroom.room.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A link that sets a password once. The store keeps only the token's hash.
 *
 * @param account whose password it sets; empty for the first administrator, who chooses a name
 */
public record OneTimeLink(Purpose purpose, Optional<String> account, Instant expiresAt) {

    /** How long a link can be used. */
    public static final Duration LIFE = Duration.ofDays(2);

    /** What the link is for. */
    public enum Purpose {
        /** Makes the first administrator. */
        ADMINISTRATOR,
        /** Lets an invited person choose a password. */
        INVITATION,
        /** Lets a person choose a new password. */
        RESET
    }

    /**
     * A link as it is handed out, once: the token is not stored and cannot be shown again.
     *
     * @param token 256 random bits, safe in an address
     */
    public record Issued(OneTimeLink link, String token) {

        /** The page that redeems it, without host. */
        public String path() {
            return "/welcome/" + token;
        }

        @Override
        public String toString() {
            return "Issued[" + link + "]";
        }
    }
}
