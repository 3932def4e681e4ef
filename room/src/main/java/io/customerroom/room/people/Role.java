package io.customerroom.room.people;

import static io.customerroom.room.people.Right.ANSWER;
import static io.customerroom.room.people.Right.HOLD_MEETINGS;
import static io.customerroom.room.people.Right.IMPORT;
import static io.customerroom.room.people.Right.MANAGE_PEOPLE;
import static io.customerroom.room.people.Right.READ_NAMES;
import static io.customerroom.room.people.Right.READ_TRAIL;
import static io.customerroom.room.people.Right.READ_WALLS;

import io.customerroom.kernel.Failure;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** What an account is in the room, and so what it may do. */
public enum Role {
    /** Runs the installation: may do everything, and alone gives roles. */
    ADMINISTRATOR(READ_WALLS, READ_NAMES, ANSWER, HOLD_MEETINGS, IMPORT, READ_TRAIL, MANAGE_PEOPLE),
    /** Prepares and runs the meetings: the chief customer officer. */
    FACILITATOR(READ_WALLS, READ_NAMES, ANSWER, HOLD_MEETINGS, READ_TRAIL),
    /** Answers for an operation and owns promises. */
    LEADER(READ_WALLS, READ_NAMES, ANSWER),
    /** Reads. */
    VIEWER(READ_WALLS),
    /** Loads data. */
    DATA_ADMIN(READ_WALLS, READ_NAMES, IMPORT);

    @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed
    private final Set<Right> rights;

    Role(Right... rights) {
        this.rights = Set.of(rights);
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }

    public Set<Right> rights() {
        return rights;
    }

    /** The word on the command line and in the store: {@code data-admin}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The word for people: {@code data admin}. */
    public String words() {
        return id().replace('-', ' ');
    }

    public static Role of(String id) {
        return Arrays.stream(values())
                .filter(role -> role.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Failure.yours(
                        "ROLE_UNKNOWN",
                        "There is no role '%s'.".formatted(id),
                        "Use administrator, facilitator, leader, viewer or data-admin."));
    }
}
