package io.customerroom.demo.truth;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * The planted truths, with the customers and numbers that show them. Whoever left has given notice within twelve months of what is counted,
 * where nothing else is said. Days called {@code until} are exclusive.
 *
 * @param papers every truth in words
 * @param linkedPersons have a contract and a card, and the crosswalk says so
 * @param unlinkedPersons have both, and the company does not know it: they count as two customers
 */
public record Truth(
        LocalDate firstDay,
        LocalDate lastDay,
        long seed,
        int persons,
        int linkedPersons,
        int unlinkedPersons,
        List<Paper> papers,
        Breach costly,
        Breach harmless,
        Breach confounded,
        List<Stratum> confoundedBySegment,
        String losingSegment,
        List<SegmentResult> segments,
        GrowthYear growth,
        QuantityYear quantity,
        Behaviour loyalty,
        Behaviour decoy,
        List<HarmfulRule> rules,
        Programme keeping,
        Programme idle,
        Convergence convergence,
        Conflict conflict,
        RunningBreach running,
        List<Counting> counting,
        MovedPromise promise,
        List<Befallen> befallen,
        Fall fall) {

    /**
     * A contact that fell below its floor.
     *
     * @param exposed ids of the customers who met the contact at the site meanwhile
     * @param shares of those, and of customers who met the contact at other sites in the same weeks
     */
    public record Breach(
            String contact,
            String measure,
            String site,
            LocalDate from,
            LocalDate until,
            int floor,
            Shares shares,
            List<String> exposed) {}

    /** The same shares inside one segment. */
    public record Stratum(String segment, Shares shares) {}

    /** Money in cents, over the whole history. */
    public record SegmentResult(
            String segment, long revenue, long costOfSales, long costToServe, long costToCommunicate) {

        public long contribution() {
            return revenue - costOfSales - costToServe - costToCommunicate;
        }
    }

    /** Persons with a contract on the eve and at the end of the plain growth year, and what their contracts were worth in a month. */
    public record GrowthYear(
            LocalDate from, LocalDate until, int opening, int closing, long openingCents, long closingCents) {}

    /**
     * The year of quantity without quality. The plan is the year before, and a twentieth on top.
     *
     * @param planned first contracts that were planned
     * @param gained first contracts begun
     * @param plannedCents what the planned customers were to be worth in a month
     * @param gainedCents what the gained ones were worth in their first month
     * @param shares of those who came in the year and of those who came at other times, who left within six months
     */
    public record QuantityYear(
            LocalDate from,
            LocalDate until,
            int planned,
            int gained,
            long plannedCents,
            long gainedCents,
            Shares shares) {}

    /**
     * Customers who came in a month, and the revenue of that month.
     *
     * @param cents of all of them
     * @param squares sum of the squares of each one's cents
     */
    public record Newcomers(int customers, double cents, double squares) {

        /** One more. */
        public Newcomers and(double more) {
            return new Newcomers(customers + 1, cents + more, squares + more * more);
        }
    }

    /** Something that customers under contract on the first day do, and who of them left within the plain growth year. */
    public record Behaviour(String name, Shares shares) {}

    /**
     * Something done for many customers, of whom a lot kept some out.
     *
     * @param until its last day
     * @param lot of those to whom it was offered and of those kept out, who were gone on the last day
     * @param takers the same of those who took it up and of those who did not: they chose themselves
     */
    public record Programme(String name, LocalDate from, LocalDate until, Shares lot, Shares takers) {}

    /**
     * A rule that customers complain about.
     *
     * @param shares of households that complained about it, and about no rule at all: who gave notice within ninety days
     */
    public record HarmfulRule(String issue, boolean harmful, Shares shares) {}

    /**
     * Three sources that point to one issue.
     *
     * @param tickets at the site, per month of the history
     * @param elsewhere tickets at the other three sites, per month of the history
     * @param scores mean of the survey's answers about the issue at the site, and elsewhere, in hundredths
     */
    public record Convergence(
            String issue,
            String stage,
            String site,
            YearMonth from,
            List<Integer> tickets,
            List<Integer> elsewhere,
            int score,
            int scoreElsewhere,
            String contact,
            String measure,
            LocalDate breachFrom) {}

    /** Two goals of one contact that cannot both be met: since the first is, the second is not. */
    public record Conflict(String contact, String site, LocalDate from, String metGoal, String missedGoal) {}

    /** A contact below its floor since that day and still when the history ends. */
    public record RunningBreach(String contact, String site, LocalDate from) {}

    /** New ones of a month: contracts begun, as sales counts, and persons who began their first. */
    public record Counting(YearMonth month, int contractsBegun, int firstContracts) {}

    /**
     * What befell contracts, of one kind.
     *
     * @param events in the whole history
     * @param contracts that it befell
     * @param begunLast of the events begun in the last month
     * @param lastingAtEnd of those that last on the last day, while their contract runs
     * @param cents paid back in the last month, or taken off a bill on the last day
     */
    public record Befallen(String kind, int events, int contracts, int begunLast, int lastingAtEnd, long cents) {}

    /** @param dates the first and the three it was moved to */
    public record MovedPromise(String about, String exhibit, List<LocalDate> dates) {}

    /**
     * A month in which customer equity falls, for one reason.
     *
     * @param segment whose bonus ended
     * @param month in which it did
     * @param concerned persons of the segment who had a card by then
     * @param skipped of them stayed out of the shops in that month alone
     * @param gone of them never came again
     */
    public record Fall(String segment, YearMonth month, int concerned, int skipped, int gone) {}

    /** The truth as one JSON object. */
    public String json() {
        return Json.of(this) + "\n";
    }
}
