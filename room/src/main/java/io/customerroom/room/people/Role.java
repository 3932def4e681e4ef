package io.customerroom.room.people;

import static io.customerroom.room.people.Right.ANSWER;
import static io.customerroom.room.people.Right.CARE;
import static io.customerroom.room.people.Right.HOLD_MEETINGS;
import static io.customerroom.room.people.Right.IMPORT;
import static io.customerroom.room.people.Right.MANAGE_PEOPLE;
import static io.customerroom.room.people.Right.READ_NAMES;
import static io.customerroom.room.people.Right.READ_RECEIPTS;
import static io.customerroom.room.people.Right.READ_ROWS;
import static io.customerroom.room.people.Right.READ_TRAIL;
import static io.customerroom.room.people.Right.READ_WALLS;
import static io.customerroom.room.people.Right.SIGN;

import io.customerroom.kernel.Failure;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What an account is in the room, and so what it may do. */
public enum Role {
    /** Runs the installation: may do everything, and alone gives roles. */
    ADMINISTRATOR(Right.values()),
    /** Prepares and runs the meetings: the chief customer officer. */
    FACILITATOR(READ_WALLS, READ_ROWS, READ_NAMES, CARE, ANSWER, SIGN, HOLD_MEETINGS, READ_TRAIL),
    /** Answers for an operation and owns promises. */
    LEADER(READ_WALLS, READ_ROWS, READ_NAMES, CARE, ANSWER, SIGN),
    /** Manages a priority contact: answers and promises for it, and signs nothing for the company. */
    CONTACT_OWNER(READ_WALLS, READ_ROWS, READ_NAMES, CARE, ANSWER),
    /** Serves customers: knows who matters today, and notes what was done. */
    FRONT_LINE(READ_WALLS, READ_ROWS, READ_NAMES, CARE),
    /** Reads. */
    VIEWER(READ_WALLS, READ_ROWS),
    /** Loads data. */
    DATA_ADMIN(READ_WALLS, READ_ROWS, READ_NAMES, READ_RECEIPTS, IMPORT),
    /** Looks at what was done and on which evidence; changes nothing and reads no names. */
    AUDITOR(READ_WALLS, READ_ROWS, READ_RECEIPTS, READ_TRAIL);

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

    /** Whether accounts of this role can be kept to some segments and sites: not where whole files, all accounts or the trail are in hand. */
    public boolean canBeScoped() {
        return !may(IMPORT) && !may(MANAGE_PEOPLE) && !may(READ_TRAIL);
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
                        "Use "
                                + Arrays.stream(values())
                                        .map(Role::id)
                                        .collect(Collectors.joining(", "))
                                        .replaceFirst(", (?=[^,]*$)", " or ")
                                + "."));
    }
}
