package io.customerroom.web.customers;

import io.customerroom.ledger.definitions.Definitions;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.metrics.RowScope;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.walls.reading.Readings;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.walls.worth.Assumptions;
import io.customerroom.walls.worth.Equities;
import io.customerroom.walls.worth.Histories;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.LedgerStatus;
import io.customerroom.web.LedgerStatus.Shown;
import io.customerroom.web.work.QueryDesk;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What customers are worth, for pages of single customers. Models are fitted once per ledger and view, and kept for the few views that were asked for last; scores are
 * computed per state, and each customer looks up that of his own.
 */
@Component
final class CustomerWorths {

    /** Views whose answers are kept. Each holds one score per state. */
    private static final int KEPT = 4;

    private record Asked(String build, WallQuery query, Assumptions assumptions) {}

    private final ObjectProvider<Readings> readings;
    private final ObjectProvider<LedgerRows> ledger;
    private final LedgerStatus status;
    private final CompanyFace company;
    private final QueryDesk desk;
    private final ObjectProvider<Workspace> workspace;
    private final Map<Asked, Histories.Answer> answers = new LinkedHashMap<>();
    private final Map<Asked, WorthList> lists = new LinkedHashMap<>();

    CustomerWorths(
            ObjectProvider<Readings> readings,
            ObjectProvider<LedgerRows> ledger,
            LedgerStatus status,
            CompanyFace company,
            QueryDesk desk,
            ObjectProvider<Workspace> workspace) {
        this.workspace = workspace;
        this.readings = readings;
        this.ledger = ledger;
        this.status = status;
        this.company = company;
        this.desk = desk;
    }

    /** What customers of this view are worth, and by which model. */
    Histories.Answer of(WallQuery query) {
        return kept(
                answers,
                query,
                () -> desk.ask(
                        () -> new Histories(readings.getObject(), company.calendar(), assumptions(query)).of(query)));
    }

    /**
     * Those of a list of this view whom the asker may see. Values were rounded over all of them, so that a customer is worth the same to every reader; who is within is
     * asked of the ledger.
     */
    WorthList seen(WorthList list, WallQuery query) {
        RowScope scope = RowsForReader.scope();
        if (!scope.restricted()) {
            return list;
        }
        Rows within = desk.ask(() -> ledger.getObject().behind(Equities.MOVES, query, Map.of(), scope, 0))
                .rows();
        Set<Object> keys = new HashSet<>();
        within.rows().forEach(row -> keys.add(Objects.requireNonNull(row.get(within.indexOf("customer")))));
        return list.within(keys);
    }

    /** Every customer of the view with his score. */
    WorthList list(WallQuery query) {
        Histories.Answer answer = of(query);
        return kept(
                lists,
                query,
                () -> WorthList.of(
                        answer,
                        desk.ask(() -> ledger.getObject()
                                        .behind(Equities.MOVES, query, Map.of(), RowScope.everything(), 0))
                                .rows(),
                        query,
                        Math.max(0, company.currency().getDefaultFractionDigits())));
    }

    /** By the definition in force on the last day of the view's ledger. */
    private Assumptions assumptions(WallQuery query) {
        Definitions definitions =
                workspace.stream().findFirst().map(Definitions::load).orElseGet(() -> Definitions.of(Map.of()));
        return Assumptions.of(definitions.worth(query.clocks().through()));
    }

    private interface Making<T> {
        T make();
    }

    /** Two who ask at once may both compute; neither waits for the other, and both get the same. */
    private <T> T kept(Map<Asked, T> store, WallQuery query, Making<T> making) {
        Asked asked = new Asked(status.shown().map(Shown::build).orElse(""), query, assumptions(query));
        synchronized (store) {
            Optional<T> known = Optional.ofNullable(store.get(asked));
            if (known.isPresent()) {
                return known.get();
            }
        }
        T made = making.make();
        synchronized (store) {
            store.put(asked, made);
            while (store.size() > KEPT) {
                store.remove(store.keySet().iterator().next());
            }
        }
        return made;
    }
}
