package io.customerroom.ledger.definitions;

import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which touches count, and how long one lasts. A touch counts only if it is personal, anticipated and relevant, and of a kind named here; a mass mail or an
 * invoice can never be named.
 *
 * @param days after a touch during which a customer needs no other, 1 to 3,650
 * @param kinds in lower case
 * @param judgedAfterDays so many days after a VIP was visited or came to an event it is judged: a success if the customer is still one, and worth no less than at
 *     the end of the month in which it was held; 1 to 3,650
 */
public record TouchDefinition(DefinitionCard card, int days, SortedSet<String> kinds, int judgedAfterDays)
        implements Definition {

    /** What holds where a definition does not say it. */
    public static final int JUDGED_AFTER_DAYS = 90;

    /** What is sent to everybody, or because it must be. */
    private static final Set<String> NEVER =
            Set.of("mass mail", "mailing", "newsletter", "mass e-mail", "invoice", "bill", "reminder", "statement");

    public TouchDefinition {
        if (days < 1 || days > 3_650) {
            throw new IllegalArgumentException("days must lie between 1 and 3650, but was " + days);
        }
        if (judgedAfterDays < 1 || judgedAfterDays > 3_650) {
            throw new IllegalArgumentException(
                    "judgedAfterDays must lie between 1 and 3650, but was " + judgedAfterDays);
        }
        kinds = Collections.unmodifiableSortedSet(new TreeSet<>(kinds));
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("kinds must name at least one");
        }
        for (String kind : kinds) {
            if (!mayCount(kind)) {
                throw new IllegalArgumentException("kinds must not name " + kind);
            }
        }
    }

    /** Whether touches of this kind may count at all. */
    public static boolean mayCount(String kind) {
        return kind.equals(kind.toLowerCase(Locale.ROOT)) && !NEVER.contains(kind);
    }
}
