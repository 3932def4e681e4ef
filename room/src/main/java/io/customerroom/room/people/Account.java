package io.customerroom.room.people;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.metrics.RowScope;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Somebody who may sign in, or might once.
 *
 * @param name what is typed to sign in; stays taken when the account is closed
 * @param displayName what others read
 * @param scope whose rows the account sees; figures it sees whole
 * @param passwordSet false until the one-time link was used
 * @param linked whether its person can prove at a provider who they are
 * @param owesSecondFactor whether it has a password, its role has to have a second factor and it has none: it may do nothing but set one up
 * @param epoch grows whenever all sessions of the account have to end
 * @param lockedUntil until when signing in is refused after repeated failures
 */
public record Account(
        String name,
        String displayName,
        Role role,
        RowScope scope,
        boolean passwordSet,
        boolean linked,
        boolean owesSecondFactor,
        int epoch,
        Optional<Instant> lockedUntil,
        Optional<Closure> closure) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.-]{1,39}");

    /** The end of an account: who ended it, when and why. */
    public record Closure(Instant at, String by, String reason) {}

    public boolean closed() {
        return closure.isPresent();
    }

    public boolean lockedAt(Instant moment) {
        return lockedUntil.filter(moment::isBefore).isPresent();
    }

    /** Whether this could be a name to sign in with. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Answers the name, or refuses one that could be mistaken, typed wrongly or break a line. */
    public static String checkedName(String name) {
        if (!isName(name)) {
            throw Failure.yours(
                    "ACCOUNT_NAME_MALFORMED",
                    "This is not a name to sign in with.",
                    "Use 2 to 40 lower-case letters a-z, digits, points and hyphens, and begin with a letter.");
        }
        return name;
    }

    /** Answers the display name without outer blanks, or refuses an empty, long or broken one. */
    public static String checkedDisplayName(String displayName) {
        String shown = displayName.strip();
        if (shown.isEmpty() || shown.length() > 80 || shown.codePoints().anyMatch(Character::isISOControl)) {
            throw Failure.yours(
                    "DISPLAY_NAME_MALFORMED",
                    "This is not a name to show to others.",
                    "Use 1 to 80 characters on one line.");
        }
        return shown;
    }
}
