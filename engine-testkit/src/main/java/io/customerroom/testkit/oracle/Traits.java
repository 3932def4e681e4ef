package io.customerroom.testkit.oracle;

import io.customerroom.testkit.company.Contract;
import io.customerroom.testkit.company.Customer;
import io.customerroom.testkit.company.Purchase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Segment, site and channel of a customer, each for itself: as the customer list says, else as the latest purchase or contract says. */
record Traits(
        @Nullable String segment,
        @Nullable String site,
        @Nullable String channel) {

    static Traits of(List<Customer> customers, List<Purchase> purchases, List<Contract> contracts) {
        List<Said> segments = new ArrayList<>();
        List<Said> sites = new ArrayList<>();
        List<Said> channels = new ArrayList<>();
        for (Customer customer : customers) {
            say(segments, true, customer.recordedAt(), customer.segment());
            say(sites, true, customer.recordedAt(), customer.site());
            say(channels, true, customer.recordedAt(), customer.channel());
        }
        for (Purchase purchase : purchases) {
            say(sites, false, purchase.at(), purchase.site());
            say(channels, false, purchase.at(), purchase.channel());
        }
        for (Contract contract : contracts) {
            say(sites, false, contract.at(), contract.site());
            say(channels, false, contract.at(), contract.channel());
        }
        return new Traits(best(segments), best(sites), best(channels));
    }

    private record Said(boolean byCustomerList, Instant when, String word) {}

    private static void say(List<Said> all, boolean byCustomerList, Instant when, @Nullable String word) {
        if (word != null) {
            all.add(new Said(byCustomerList, when, word));
        }
    }

    /** Of two said at the same moment the one that comes first in the alphabet. */
    private static @Nullable String best(List<Said> all) {
        return all.stream()
                .max(Comparator.comparing(Said::byCustomerList)
                        .thenComparing(Said::when)
                        .thenComparing(Said::word, Comparator.reverseOrder()))
                .map(Said::word)
                .orElse(null);
    }
}
