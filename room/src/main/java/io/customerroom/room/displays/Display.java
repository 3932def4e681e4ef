package io.customerroom.room.displays;

import java.time.Instant;
import java.util.Optional;

/**
 * A screen that may show the room: walls and promises, read-only, without anybody's session.
 *
 * @param id {@code s1}, {@code s2}, … in the order of issuing
 * @param name where it hangs
 * @param revocation when it was ended, if it was
 */
public record Display(String id, String name, Instant at, String by, Optional<Revocation> revocation) {

    /** The end of a display. */
    public record Revocation(Instant at, String by) {}

    /**
     * A display as it is handed out, once: the token is not stored and cannot be shown again.
     *
     * @param token 256 random bits, safe in an address
     */
    public record Issued(Display display, String token) {

        /** The page it shows, without host. */
        public String path() {
            return "/display/" + token;
        }

        @Override
        public String toString() {
            return "Issued[" + display + "]";
        }
    }
}
