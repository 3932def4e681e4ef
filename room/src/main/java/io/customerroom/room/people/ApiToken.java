package io.customerroom.room.people;

import io.customerroom.kernel.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A key with which a program acts for a person, on JSON addresses alone. It never reaches further than its person does, today and later. The store
 * keeps its hash.
 *
 * @param id names it in lists and in the trail; no secret
 * @param name what its person calls it
 * @param expiresAt from then on it opens nothing
 * @param lastUsedAt when it was first used on the last day it was used
 * @param endedAt since when it is revoked
 */
public record ApiToken(
        String id,
        String account,
        String name,
        Reach reach,
        Instant madeAt,
        Instant expiresAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> endedAt) {

    /** What every token begins with, so that one in a file that was published by mistake is found. */
    public static final String PREFIX = "crt_";

    public static final Duration LONGEST = Duration.ofDays(366);

    /** How much of what its person may do. */
    public enum Reach {
        /** Walls, meetings, promises, definitions: no rows. */
        WALLS(EnumSet.of(Right.READ_WALLS)),
        /** Walls and the rows behind them; names where the person may read them. */
        ROWS(EnumSet.of(Right.READ_WALLS, Right.READ_ROWS, Right.READ_NAMES)),
        /** Bringing data in, and nothing else. */
        IMPORT(EnumSet.of(Right.READ_RECEIPTS, Right.IMPORT)),
        /** Everything the person may do. */
        ALL(EnumSet.allOf(Right.class));

        @SuppressWarnings("ImmutableEnumChecker") // Set.copyOf cannot be changed
        private final Set<Right> rights;

        Reach(Set<Right> rights) {
            this.rights = Set.copyOf(rights);
        }

        /** The rights of the role that a token of this reach carries. */
        public Set<Right> of(Role role) {
            Set<Right> carried = EnumSet.noneOf(Right.class);
            role.rights().stream().filter(rights::contains).forEach(carried::add);
            return Set.copyOf(carried);
        }

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Reach of(String id) {
            return Arrays.stream(values())
                    .filter(reach -> reach.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> Failure.yours(
                            "REACH_UNKNOWN",
                            "A token cannot reach '%s'.".formatted(id),
                            "Use walls, rows, import or all."));
        }
    }

    public boolean usableAt(Instant moment) {
        return endedAt.isEmpty() && moment.isBefore(expiresAt);
    }

    /** A token as it is handed out, once: its text is not stored and cannot be shown again. */
    public record Issued(ApiToken token, String text) {

        @Override
        public String toString() {
            return "Issued[" + token.id() + "]";
        }
    }
}
