package io.customerroom.web.customers;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CustomerId;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.persons.Names;
import io.customerroom.ledger.persons.Names.Called;
import io.customerroom.room.people.Right;
import io.customerroom.web.work.QueryDesk;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Looks up what customers are called, for accounts that may read it, of those within their scope. For all others there are no names. */
@Component
public final class NamesForReader {

    private final ObjectProvider<Names> names;
    private final ObjectProvider<RowsForReader> readers;
    private final QueryDesk desk;

    NamesForReader(ObjectProvider<Names> names, ObjectProvider<RowsForReader> readers, QueryDesk desk) {
        this.readers = readers;
        this.names = names;
        this.desk = desk;
    }

    /** Of the customers in a page of rows. */
    public Map<CustomerId, Called> in(Rows page, Clocks clocks) {
        int at = page.columns().stream().map(Rows.Column::name).toList().indexOf("customer");
        Set<CustomerId> customers = new TreeSet<>();
        if (at >= 0) {
            for (List<@Nullable Object> row : page.rows()) {
                if (row.get(at) instanceof Long key && key > 0) {
                    customers.add(new CustomerId(key));
                }
            }
        }
        return of(customers, clocks);
    }

    /** Of these customers; at most {@link Names#MOST}. */
    public Map<CustomerId, Called> of(Set<CustomerId> customers, Clocks clocks) {
        Set<CustomerId> seen = allowed() ? readers.getObject().seen(customers) : Set.of();
        return seen.isEmpty() ? Map.of() : desk.ask(() -> names.getObject().of(seen, clocks));
    }

    public static boolean allowed() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null
                && who.getAuthorities().stream()
                        .anyMatch(authority -> Right.READ_NAMES.name().equals(authority.getAuthority()));
    }
}
