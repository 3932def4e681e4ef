package io.customerroom.testkit.oracle;

import io.customerroom.testkit.company.Contract;
import io.customerroom.testkit.company.Customer;
import io.customerroom.testkit.company.Purchase;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Segment, site and channel of a customer: as the customer list says, else as the latest purchase or contract says. */
record Traits(
        @Nullable String segment,
        @Nullable String site,
        @Nullable String channel) {

    static Traits of(List<Customer> customers, List<Purchase> purchases, List<Contract> contracts) {
        @Nullable Customer told = null;
        for (Customer customer : customers) {
            if (told == null || !customer.recordedAt().isBefore(told.recordedAt())) {
                told = customer;
            }
        }
        if (told != null) {
            return new Traits(told.segment(), told.site(), told.channel());
        }
        Traits latest = new Traits(null, null, null);
        Instant when = Instant.MIN;
        for (Purchase purchase : purchases) {
            if (purchase.at().isAfter(when)) {
                when = purchase.at();
                latest = new Traits(null, purchase.site(), purchase.channel());
            }
        }
        for (Contract contract : contracts) {
            if (contract.at().isAfter(when)) {
                when = contract.at();
                latest = new Traits(null, contract.site(), contract.channel());
            }
        }
        return latest;
    }
}
