package io.customerroom.room.schedules;

import io.customerroom.ledger.facts.FactKind;
import java.util.Set;

/**
 * What a kind of fact feeds.
 *
 * @param plural what its rows are called
 * @param walls on which its figures hang
 * @param figures that rest on it, as a sentence names them
 */
public record Feeding(String plural, Set<Integer> walls, String figures) {

    public static Feeding of(FactKind kind) {
        return switch (kind) {
            case CUSTOMER_FACT -> new Feeding("customers", Set.of(1), "segments, sites and channels on wall 1");
            case PURCHASE ->
                new Feeding("purchases", Set.of(1), "customers in and out, sales and contribution on wall 1");
            case CONTRACT -> new Feeding("contracts", Set.of(1), "customers in and out and recurring value on wall 1");
            case CONTRACT_EVENT ->
                new Feeding(
                        "contract events",
                        Set.of(1),
                        "refunds, discounts, pauses and unpaid bills in recurring value on wall 1");
            case TICKET -> new Feeding("tickets", Set.of(2), "issues and their volume on wall 2");
            case FEEDBACK -> new Feeding("feedback", Set.of(2, 3), "what customers say on walls 2 and 3");
            case OPERATION -> new Feeding("readings", Set.of(3), "priority contacts and their standards on wall 3");
            case DEPARTURE -> new Feeding("departures", Set.of(1), "reasons for leaving on wall 1");
            case REFERRAL -> new Feeding("referrals", Set.of(1), "recommenders and those they brought on wall 1");
            case COST -> new Feeding("costs", Set.of(1), "contribution and profitability on wall 1");
            case INVESTMENT -> new Feeding("investments", Set.of(1), "the return on winning customers on wall 1");
            case TOUCH -> new Feeding("touches", Set.of(1), "the list of best customers to call on wall 1");
            case RATE -> new Feeding("rates", Set.of(1), "amounts in other currencies on wall 1");
            case CROSSWALK -> new Feeding("links between ids", Set.of(1, 2, 3), "figures that count customers");
        };
    }
}
