package io.customerroom.room.retention;

import io.customerroom.kernel.Failure;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A class of data that tells of people and may be kept for a stated number of days. Without a rule it is kept for good. */
public enum KeptClass {
    WORDS(
            "What customers wrote",
            "texts of tickets and answers",
            "the day of the ticket or answer",
            "the text is removed; the ticket, its issue and its score stay",
            730),
    NAMES(
            "Names, addresses, ids",
            "people whom a source calls something",
            "the last day on which something happened with the customer; a contract in force keeps the name",
            "ids, names, e-mail, telephone and address are removed; the figures go on under the opaque key",
            1_095),
    SET_ASIDE(
            "Rows set aside",
            "rows of files that could not be read",
            "the day of the import",
            "what the rows said is removed; line and reason stay, and the receipt says how many there were",
            90),
    CALL_NOTES(
            "Notes of calls",
            "what was noted when leavers were called",
            "the day of the call",
            "the note is removed; reason, issue and outcome stay",
            365),
    VISITS(
            "Notes about best customers",
            "why somebody was chosen, plans, what visits were for and what was said",
            "the day it was written",
            "the words are removed; who met whom, and when, stays",
            730),
    CASES(
            "Notes of customers' cases",
            "reasons and steps",
            "the day it was written",
            "the words are removed; steps and approvals stay",
            1_825),
    ARTEFACTS(
            "Letters, pictures, recordings",
            "what customers said and sent",
            "the day it was hung",
            "file and words are erased; that it hung there, and its fingerprint, stay",
            1_095),
    LINKS(
            "Links to sign in",
            "invitations and resets",
            "the day the link ended",
            "the row is removed; the trail says that there was one",
            90);

    private final String title;
    private final String holds;
    private final String since;
    private final String end;
    private final int suggestedDays;

    KeptClass(String title, String holds, String since, String end, int suggestedDays) {
        this.title = title;
        this.holds = holds;
        this.since = since;
        this.end = end;
        this.suggestedDays = suggestedDays;
    }

    /** The word of the command line and of the store: {@code call-notes}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return title;
    }

    /** What is counted. */
    public String holds() {
        return holds;
    }

    /** From when the days are counted. */
    public String since() {
        return since;
    }

    /** What happens when they are over. */
    public String end() {
        return end;
    }

    /** What many companies can defend; holds only where somebody states it. */
    public int suggestedDays() {
        return suggestedDays;
    }

    public static KeptClass of(String id) {
        return Arrays.stream(values())
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Failure.yours(
                        "CLASS_UNKNOWN",
                        "There is no class '%s'.".formatted(id),
                        "There are "
                                + Arrays.stream(values()).map(KeptClass::id).collect(Collectors.joining(", "))
                                + "."));
    }
}
