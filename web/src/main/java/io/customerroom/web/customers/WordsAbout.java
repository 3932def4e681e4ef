package io.customerroom.web.customers;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CustomerId;
import io.customerroom.ledger.persons.CallBook;
import io.customerroom.ledger.persons.TextMask;
import io.customerroom.web.CompanyFace;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What people write about one customer, without what the customer is called and without what reaches or charges them: notes and reasons stand in the
 * store and in the trail under the opaque key. Whoever writes need not be allowed to read the name.
 */
@Component
public final class WordsAbout {

    private final ObjectProvider<CallBook> book;
    private final ObjectProvider<Clock> clock;
    private final CompanyFace company;

    WordsAbout(ObjectProvider<CallBook> book, ObjectProvider<Clock> clock, CompanyFace company) {
        this.book = book;
        this.clock = clock;
        this.company = company;
    }

    /** The words, masked. */
    public String masked(CustomerId customer, String words) {
        return words.isBlank() ? words : TextMask.mask(words, names(customer));
    }

    private List<String> names(CustomerId customer) {
        CallBook known = book.getIfAvailable();
        if (known == null) {
            return List.of();
        }
        Instant now = clock.getIfAvailable(Clock::systemUTC).instant();
        LocalDate today = LocalDate.ofInstant(now, company.calendar().zone());
        CallBook.Entry entry =
                known.entries(Set.of(customer), new Clocks(today, now)).get(customer);
        return entry == null ? List.of() : entry.names();
    }
}
