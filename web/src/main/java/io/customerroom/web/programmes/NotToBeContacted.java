package io.customerroom.web.programmes;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CustomerId;
import io.customerroom.ledger.persons.CallBook;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.work.QueryDesk;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Leaves those who asked not to be contacted out of lists that somebody may work through, by what the customer facts say at this moment. */
@Component
public final class NotToBeContacted {

    private final ObjectProvider<CallBook> book;
    private final ObjectProvider<Clock> clock;
    private final QueryDesk desk;
    private final CompanyFace company;

    NotToBeContacted(ObjectProvider<CallBook> book, ObjectProvider<Clock> clock, QueryDesk desk, CompanyFace company) {
        this.book = book;
        this.clock = clock;
        this.desk = desk;
        this.company = company;
    }

    /**
     * A list without them.
     *
     * @param out how many are left out
     */
    record Left<T>(List<T> others, long out) {

        Left {
            others = List.copyOf(others);
        }

        /** How many are left out; empty where nobody is. */
        String sentence() {
            return out == 0 ? "" : leftOut(out);
        }
    }

    /** What a programme says of those who are not in its audience. */
    public static String leftOut(long customers) {
        return "%s who asked not to be contacted left out".formatted(Numbers.counted(customers, "customer"));
    }

    /** In their order. Keys that were joined with another customer's since count as that customer. */
    <T> Left<T> leave(List<T> all, Function<T, CustomerId> customer) {
        Set<CustomerId> barred = of(all.stream().map(customer).collect(Collectors.toCollection(TreeSet::new)));
        List<T> others = all.stream()
                .filter(one -> !barred.contains(customer.apply(one)))
                .toList();
        return new Left<>(others, all.size() - others.size());
    }

    /** Those of them who asked. */
    Set<CustomerId> of(Set<CustomerId> customers) {
        CallBook known = book.getIfAvailable();
        if (known == null || customers.isEmpty()) {
            return Set.of();
        }
        Clock now = clock.getIfAvailable(Clock::systemUTC);
        Clocks today =
                new Clocks(LocalDate.ofInstant(now.instant(), company.calendar().zone()), now.instant());
        return desk.ask(() -> {
            Set<CustomerId> barred = known.doNotCall(today);
            if (barred.isEmpty()) {
                return Set.of();
            }
            Map<CustomerId, CustomerId> names = known.today(customers, today);
            Set<CustomerId> asked = new HashSet<>();
            for (CustomerId customer : customers) {
                if (barred.contains(names.getOrDefault(customer, customer))) {
                    asked.add(customer);
                }
            }
            return asked;
        });
    }
}
