package io.customerroom.testkit.company;

import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * All the facts of one company as they were recorded, corrections included.
 *
 * @param zone turns an instant into the company's day
 * @param fiscalYearStart first month of the fiscal year
 */
public record Company(
        ZoneId zone,
        Month fiscalYearStart,
        List<Customer> customers,
        List<Purchase> purchases,
        List<Contract> contracts,
        List<Ticket> tickets,
        List<Feedback> feedback,
        List<Operation> operations,
        List<Departure> departures,
        List<Referral> referrals,
        List<Cost> costs,
        List<Link> links) {

    /** A company of buyers and contracts only. */
    public static Company of(ZoneId zone, Month fiscalYearStart, List<Purchase> purchases, List<Contract> contracts) {
        return new Company(
                zone,
                fiscalYearStart,
                List.of(),
                purchases,
                contracts,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** The same facts under another fiscal year. */
    public Company withFiscalYear(Month start) {
        return new Company(
                zone,
                start,
                customers,
                purchases,
                contracts,
                tickets,
                feedback,
                operations,
                departures,
                referrals,
                costs,
                links);
    }

    /** Every fact, kind by kind, in the order they were written down. */
    public List<Fact> facts() {
        return Stream.of(
                        customers,
                        purchases,
                        contracts,
                        tickets,
                        feedback,
                        operations,
                        departures,
                        referrals,
                        costs,
                        links)
                .flatMap(List::stream)
                .map(Fact.class::cast)
                .toList();
    }
}
