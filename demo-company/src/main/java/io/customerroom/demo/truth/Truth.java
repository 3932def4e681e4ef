package io.customerroom.demo.truth;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The planted truths, with the customers and numbers that show them.
 *
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
        Breach costly,
        Breach harmless,
        String losingSegment,
        List<SegmentResult> segments,
        QuantityMonth quantity,
        GrowingIssue growing,
        RunningBreach running) {

    /**
     * A contact that fell below its floor.
     *
     * @param until exclusive
     * @param exposed ids of the customers who met the contact at the site meanwhile
     * @param exposedNoticed how many of them gave notice afterwards, up to the last day
     * @param comparable customers who met the contact at other sites in the same weeks
     */
    public record Breach(
            String contact,
            String measure,
            String site,
            LocalDate from,
            LocalDate until,
            int floor,
            List<String> exposed,
            int exposedNoticed,
            int comparable,
            int comparableNoticed) {}

    /** Money in cents, over the whole history. */
    public record SegmentResult(
            String segment, long revenue, long costOfSales, long costToServe, long costToCommunicate) {

        public long contribution() {
            return revenue - costOfSales - costToServe - costToCommunicate;
        }
    }

    /** First contracts begun in the month and in the others, and how many gave notice within six months. */
    public record QuantityMonth(
            YearMonth month, int gained, int noticedSoon, int otherMonths, int otherGained, int otherNoticedSoon) {}

    /** @param tickets per month of the history */
    public record GrowingIssue(String issue, YearMonth from, List<Integer> tickets) {}

    /** A contact below its floor since that day and still when the history ends. */
    public record RunningBreach(String contact, String site, LocalDate from) {}

    /** The truth as one JSON object. */
    public String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("firstDay", firstDay);
        all.put("lastDay", lastDay);
        all.put("seed", seed);
        all.put("persons", persons);
        all.put("linkedPersons", linkedPersons);
        all.put("unlinkedPersons", unlinkedPersons);
        all.put("breachThatCostsCustomers", breach(costly));
        all.put("breachThatCostsNone", breach(harmless));
        all.put("losingSegment", losingSegment);
        all.put("segments", segments.stream().map(Truth::segment).toList());
        all.put("quantityWithoutQuality", quantityMonth());
        all.put("growingIssue", growingIssue());
        all.put("breachStillRunning", runningBreach());
        return Json.of(all) + "\n";
    }

    private Map<String, Object> runningBreach() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("contact", running.contact());
        map.put("site", running.site());
        map.put("from", running.from());
        return map;
    }

    private static Map<String, Object> breach(Breach breach) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("contact", breach.contact());
        map.put("measure", breach.measure());
        map.put("site", breach.site());
        map.put("from", breach.from());
        map.put("until", breach.until());
        map.put("floor", breach.floor());
        map.put("exposedNoticed", breach.exposedNoticed());
        map.put("comparable", breach.comparable());
        map.put("comparableNoticed", breach.comparableNoticed());
        map.put("exposed", breach.exposed());
        return map;
    }

    private static Map<String, Object> segment(SegmentResult result) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("segment", result.segment());
        map.put("revenueCents", result.revenue());
        map.put("costOfSalesCents", result.costOfSales());
        map.put("costToServeCents", result.costToServe());
        map.put("costToCommunicateCents", result.costToCommunicate());
        map.put("contributionCents", result.contribution());
        return map;
    }

    private Map<String, Object> quantityMonth() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("month", quantity.month());
        map.put("gained", quantity.gained());
        map.put("noticedWithinSixMonths", quantity.noticedSoon());
        map.put("otherMonths", quantity.otherMonths());
        map.put("otherGained", quantity.otherGained());
        map.put("otherNoticedWithinSixMonths", quantity.otherNoticedSoon());
        return map;
    }

    private Map<String, Object> growingIssue() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("issue", growing.issue());
        map.put("from", growing.from());
        map.put("ticketsPerMonth", growing.tickets());
        return map;
    }
}
