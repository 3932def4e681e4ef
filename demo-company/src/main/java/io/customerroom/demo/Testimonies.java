package io.customerroom.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What customers of the demo company say for it, to be told to others. Consent to one of them has run out before the reader comes: it hangs nowhere until it is
 * asked for again. Each is brought on a day of its own.
 */
final class Testimonies {

    /** How long the consent that has run out held from the meeting after it. */
    private static final int CAMPAIGN_DAYS = 28;

    private Testimonies() {}

    /** Brought before the second meeting; consent to the first ends with a campaign, before the third. */
    static List<Act> early(LocalDate second, String keeper) {
        return List.of(
                said(
                        second.minusDays(5),
                        keeper,
                        "The summer without a cable",
                        "We moved in on a Friday and were connected on Saturday. Our neighbours still wait for theirs.",
                        "card in the shop at Altmühle",
                        "print",
                        "the customer, on the card, for the summer campaign",
                        Optional.of(second.plusDays(CAMPAIGN_DAYS))),
                said(
                        second.minusDays(4),
                        keeper,
                        "Somebody who knows our shop",
                        "When I call, somebody answers who knows our shop. That is why I told the baker next door.",
                        "visit of the account manager",
                        "print",
                        "the customer, in writing",
                        Optional.empty()));
    }

    /** Brought before the third meeting. */
    static List<Act> late(LocalDate third, String keeper) {
        return List.of(
                said(
                        third.minusDays(5),
                        keeper,
                        "Three moves, one number",
                        "Three moves in six years, and I kept my number each time. I would not know whom else to recommend.",
                        "letter to the head office",
                        "print",
                        "the customer, by letter, for two years",
                        Optional.of(third.plusYears(2))),
                said(
                        third.minusDays(4),
                        keeper,
                        "My daughter is with you too",
                        "My daughter took you because I did, and neither of us has called the hotline since.",
                        "survey of recommendation",
                        "room",
                        "the customer, in the survey",
                        Optional.empty()));
    }

    private static Act.Hung said(
            LocalDate day,
            String keeper,
            String title,
            String words,
            String source,
            String reach,
            String giver,
            Optional<LocalDate> until) {
        return new Act.Hung(
                day,
                keeper,
                "testimony",
                "exhibit",
                "referral-asset",
                title,
                words,
                source,
                reach,
                giver,
                until,
                Optional.empty());
    }
}
