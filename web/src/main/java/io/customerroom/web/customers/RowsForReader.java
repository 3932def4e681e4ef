package io.customerroom.web.customers;

import io.customerroom.kernel.CustomerId;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.metrics.RowScope;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.security.SignedIn;
import io.customerroom.web.walls.Views;
import io.customerroom.web.work.QueryDesk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Keeps what is listed to the customers that whoever asks may see. Ask on the thread of the request: elsewhere nobody asks, and nobody sees nothing. Lists that come
 * from the ledger are narrowed by the engine ({@link LedgerRows}); this is for lists that people made, which are kept beside it.
 */
@Component
public final class RowsForReader {

    private final ObjectProvider<LedgerRows> ledger;
    private final ObjectProvider<Views> views;
    private final QueryDesk desk;

    RowsForReader(ObjectProvider<LedgerRows> ledger, ObjectProvider<Views> views, QueryDesk desk) {
        this.ledger = ledger;
        this.views = views;
        this.desk = desk;
    }

    /** Whose rows the asker of this request may see. */
    public static RowScope scope() {
        return SignedIn.now().map(SignedIn::rows).orElse(RowScope.nobody());
    }

    /** What a page says beneath a list that leaves rows out; empty where none are. */
    public static String sentence(long outside) {
        return outside == 0
                ? ""
                : "%s outside your scope %s counted, not shown."
                        .formatted(outside == 1 ? "1 row" : outside + " rows", outside == 1 ? "is" : "are");
    }

    /**
     * A list of which some is not shown.
     *
     * @param outside how many are left out
     */
    public record Kept<T>(List<T> shown, long outside) {

        public Kept {
            shown = List.copyOf(shown);
        }

        public String sentence() {
            return RowsForReader.sentence(outside);
        }
    }

    /** Those whose customer the asker may see, in their order. */
    public <T> Kept<T> of(List<T> all, Function<T, CustomerId> customer) {
        if (!scope().restricted()) {
            return new Kept<>(all, 0);
        }
        Set<CustomerId> seen = seen(new HashSet<>(all.stream().map(customer).toList()));
        List<T> shown =
                all.stream().filter(it -> seen.contains(customer.apply(it))).toList();
        return new Kept<>(shown, all.size() - shown.size());
    }

    /** Rows of a list that the engine could not narrow; a row of nobody known is left out. */
    public Kept<List<@Nullable Object>> of(Rows rows) {
        int at = rows.columns().stream().map(Rows.Column::name).toList().indexOf("customer");
        if (at < 0 || !scope().restricted()) {
            return new Kept<>(rows.rows(), 0);
        }
        Set<CustomerId> named = new HashSet<>();
        rows.rows().forEach(row -> customer(row, at, named));
        Set<CustomerId> seen = seen(named);
        List<List<@Nullable Object>> shown = new ArrayList<>();
        for (List<@Nullable Object> row : rows.rows()) {
            Set<CustomerId> own = new HashSet<>();
            customer(row, at, own);
            if (!own.isEmpty() && seen.containsAll(own)) {
                shown.add(row);
            }
        }
        return new Kept<>(shown, rows.size() - shown.size());
    }

    private static void customer(List<@Nullable Object> row, int at, Collection<CustomerId> found) {
        if (row.get(at) instanceof Long key && key > 0) {
            found.add(new CustomerId(key));
        }
    }

    /** Whether the asker may see one customer. */
    public boolean sees(CustomerId customer) {
        return seen(Set.of(customer)).contains(customer);
    }

    /** Of these, whom the asker may see. */
    public Set<CustomerId> seen(Set<CustomerId> customers) {
        RowScope scope = scope();
        if (!scope.restricted()) {
            return customers;
        }
        if (scope.empty() || customers.isEmpty() || ledger.getIfAvailable() == null) {
            return Set.of();
        }
        WallQuery now = views.getObject().of(Map.of());
        return desk.ask(() -> ledger.getObject().within(customers, now, scope));
    }
}
