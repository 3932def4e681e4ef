package io.customerroom.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Something that somebody did in the demo company's room. Accounts, exhibits, levels and directions are written as the room writes them.
 */
public sealed interface Act {

    /** When, in the company's calendar. */
    LocalDate day();

    /** Somebody is invited; nobody but them can choose their password. */
    record Invited(LocalDate day, String account, String name, String role) implements Act {}

    /**
     * A meeting is held in front of walls that show what had happened by the day {@code through}.
     *
     * @param title names it in later acts
     */
    record Met(LocalDate day, String title, LocalDate through) implements Act {}

    /** A meeting that is still to come. */
    record Planned(LocalDate day, String title) implements Act {}

    /** @param substitute who came instead; empty where the person came, or nobody did */
    record Attended(LocalDate day, String meeting, String account, boolean present, String substitute) implements Act {}

    /** The three questions about an exhibit. */
    record Answered(LocalDate day, String meeting, String exhibit, String account, String why, String when, String how)
            implements Act {}

    /**
     * @param pledge names the promise in later acts
     * @param figure of the exhibit that the level is about; empty for the exhibit as a whole
     */
    record Promised(
            LocalDate day,
            String pledge,
            String meeting,
            String exhibit,
            String figure,
            String owner,
            int level,
            String unit,
            String direction,
            LocalDate due,
            String words)
            implements Act {}

    /**
     * A goal is stated: what the sales plan says of a month.
     *
     * @param figure {@code gained} or {@code gained-value}
     * @param level customers, or whole units of the currency
     */
    record Budgeted(LocalDate day, String account, String figure, YearMonth month, long level, String reason)
            implements Act {}

    /**
     * Somebody remarks on a series.
     *
     * @param series an exhibit of wall 1
     * @param about the day that is meant
     */
    record Remarked(LocalDate day, String account, String series, LocalDate about, String words) implements Act {}

    /** The date of a promise slips. */
    record Moved(LocalDate day, String pledge, String owner, LocalDate to, String reason) implements Act {}

    record Kept(LocalDate day, String pledge, String owner, String evidence) implements Act {}

    record Broken(LocalDate day, String pledge, String owner, String evidence) implements Act {}

    /**
     * What a customer said or sent is hung beside something.
     *
     * @param title names it in later acts
     * @param giver who consented, on the day before
     * @param until the last day of the consent; empty where it holds until it is withdrawn
     */
    record Hung(
            LocalDate day,
            String account,
            String kind,
            String about,
            String name,
            String title,
            String words,
            String source,
            String reach,
            String giver,
            Optional<LocalDate> until,
            Optional<Drawn> picture)
            implements Act {

        Hung(
                LocalDate day,
                String account,
                String kind,
                String about,
                String name,
                String title,
                String words,
                String source,
                String reach,
                String giver,
                Optional<Drawn> picture) {
            this(day, account, kind, about, name, title, words, source, reach, giver, Optional.empty(), picture);
        }
    }

    /** A customer withdraws the consent to something that was hung. */
    record TakenDown(LocalDate day, String account, String title, String reason) implements Act {}

    /**
     * A leader sets a level for the volume of an issue.
     *
     * @param most tickets a month
     * @param calm months in a row within the level that stop the clock
     */
    record Aimed(LocalDate day, String issue, String account, long most, int calm, String reason) implements Act {}

    /**
     * A leader chooses one of the customers who were best a year before, and still are, as a VIP, writes the plan, and hosts them.
     *
     * @param place among them, as they stood then, from 1
     * @param expected money a year, in the company's currency
     * @param held the day of the visit
     */
    record Cared(
            LocalDate day,
            int place,
            String account,
            String reason,
            String keeps,
            String step,
            LocalDate due,
            int expected,
            LocalDate held,
            String purpose)
            implements Act {}

    /**
     * A programme for many customers begins; who is in it, {@link DemoCompany#launched} tells by its name.
     *
     * @param audience in words
     * @param costEach whole units of the currency for each customer to whom it is offered
     * @param ends the last day
     */
    record Launches(
            LocalDate day,
            String account,
            String name,
            String kind,
            String audience,
            LocalDate starts,
            LocalDate ends,
            int costEach)
            implements Act {}

    /** Somebody answers for an issue from now on. */
    record Entrusted(LocalDate day, String issue, String account, String owner, String team) implements Act {}

    /**
     * Something is done about one of the customers who cost most.
     *
     * @param place 1 is whoever cost more than anybody else over the twelve months to {@code through}
     * @param step {@code open}, a treatment ({@code fix-price}, …), {@code approve} or {@code done}
     * @param lookOn of a treatment: when to look at the result
     */
    record Handled(
            LocalDate day, int place, LocalDate through, String account, String step, LocalDate lookOn, String reason)
            implements Act {}

    /**
     * Leavers are drawn for leaders to call.
     *
     * @param through the last day of the month whose leavers are drawn
     */
    record Drew(LocalDate day, LocalDate through, List<String> executives) implements Act {
        public Drew {
            executives = List.copyOf(executives);
        }
    }

    /**
     * A leader calls one of those drawn.
     *
     * @param through of the draw
     * @param place among the leader's own, from 1
     * @param outcome {@code reached}, {@code not-reached} or {@code declined}
     * @param saved {@code yes}, {@code no}, or empty where it was not spoken of
     */
    record Called(
            LocalDate day,
            LocalDate through,
            String executive,
            int place,
            String outcome,
            String notes,
            String reason,
            String issue,
            String saved)
            implements Act {}

    /** @param state {@code planned}, {@code at-work}, {@code done} or {@code dropped} */
    record Wrote(LocalDate day, String issue, String account, String words, String doer, LocalDate since, String state)
            implements Act {}
}
