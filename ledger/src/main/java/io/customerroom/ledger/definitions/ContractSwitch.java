package io.customerroom.ledger.definitions;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A question about contracts that systems answer differently. The first choice is what holds where a definition says nothing: by it an event of a contract
 * moves nothing, so that a version written before the question was known goes on meaning what it meant.
 */
public enum ContractSwitch {
    /** Until when a contract counts: its end, or the day of the notice. */
    BOOKED("booked", Kind.CHOICE, "end", "notice"),
    /** What becomes of customers who came and went within one period. */
    SAME_PERIOD("same-period", Kind.CHOICE, "ignored", "counted"),
    /** A return later than so many days after the last end is new business; any: every return is a reactivation. */
    REACTIVATION_DAYS("reactivation-days", Kind.DAYS, "any"),
    /**
     * Refunds stand beside; or lower the value until the end of their month; or, each month's share of them, over the span that they are for; or end a
     * contract that is paid for a year and given up.
     */
    REFUNDS("refunds", Kind.CHOICE, "beside", "month", "span", "yearly-end"),
    /** Discounts stand beside; or are taken off while they last; or only those for longer than a month; or only those without an end. */
    DISCOUNTS("discounts", Kind.CHOICE, "beside", "always", "repeated", "lasting"),
    /** A paused contract counts on; or is there and worth nothing; or is lost, and its return a reactivation; or stands apart from loss and return. */
    PAUSES("pauses", Kind.CHOICE, "unchanged", "zero", "lost", "apart"),
    /** A contract that has not been paid for so many days is lost until it is paid; never: it counts until it ends. */
    DUNNING_DAYS("dunning-days", Kind.DAYS, "never"),
    /** Whoever pays after having been lost for it is a reactivation, or resumes. */
    RECOVERED("recovered", Kind.CHOICE, "reactivation", "resumption"),
    /** The first day from which every end of a contract is told; any: the first end there is. */
    RECORDS_FROM("records-from", Kind.DAY, "any");

    private static final int MOST_DAYS = 36_500;

    private enum Kind {
        CHOICE,
        DAYS,
        DAY
    }

    private final String key;
    private final Kind kind;
    private final List<String> words;

    ContractSwitch(String key, Kind kind, String... words) {
        this.key = key;
        this.kind = kind;
        this.words = List.of(words);
    }

    /** Its name in a definition's file: {@code same-period}. */
    public String key() {
        return key;
    }

    /** The parameter of metrics that it settles: {@code same_period}. */
    public String parameter() {
        return key.replace('-', '_');
    }

    /** What holds where nothing is said. */
    public String usual() {
        return words.getFirst();
    }

    /** The words it may say; one that counts days or names one may say such a number or day as well. */
    public List<String> words() {
        return words;
    }

    /** What would be accepted, for people: {@code end or notice}. */
    public String accepted() {
        return switch (kind) {
            case CHOICE ->
                words.size() == 2
                        ? String.join(" or ", words)
                        : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
            case DAYS -> words.getFirst() + ", or a number of days from 0 to " + MOST_DAYS;
            case DAY -> words.getFirst() + ", or a date such as 2026-01-31";
        };
    }

    /** Whether this is something it may say. */
    public boolean allows(String value) {
        return words.contains(value)
                || switch (kind) {
                    case CHOICE -> false;
                    case DAYS -> value.matches("\\d{1,5}") && Integer.parseInt(value) <= MOST_DAYS;
                    case DAY -> day(value);
                };
    }

    private static boolean day(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeParseException _) {
            return false;
        }
    }

    /** The switch that settles this parameter, if one does. */
    public static Optional<ContractSwitch> ofParameter(String parameter) {
        return Arrays.stream(values())
                .filter(it -> it.parameter().equals(parameter))
                .findFirst();
    }
}
