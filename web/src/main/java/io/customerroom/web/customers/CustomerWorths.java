package io.customerroom.web.customers;

import io.customerroom.kernel.CustomerId;
import io.customerroom.ledger.definitions.Definitions;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.walls.reading.Readings;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.walls.stays.ContractHistories;
import io.customerroom.walls.stays.ContractWorth;
import io.customerroom.walls.worth.Assumptions;
import io.customerroom.walls.worth.Equities;
import io.customerroom.walls.worth.Histories;
import io.customerroom.walls.worth.Worth;
import io.customerroom.walls.worth.WorthTable;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.LedgerStatus;
import io.customerroom.web.LedgerStatus.Shown;
import io.customerroom.web.work.QueryDesk;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What customers are worth, for pages of single customers. Models are fitted once per ledger and view, and kept for the few views that were asked for last; scores are
 * computed per state, and joined to customers by the engine.
 */
@Component
final class CustomerWorths {

    /** Views whose answers are kept; the engine holds their customers. */
    private static final int KEPT = 2;

    private record Asked(String build, WallQuery query, Assumptions assumptions) {}

    private final ObjectProvider<Readings> readings;
    private final ObjectProvider<LedgerRows> ledger;
    private final LedgerStatus status;
    private final CompanyFace company;
    private final QueryDesk desk;
    private final ObjectProvider<Workspace> workspace;
    private final Map<Asked, Histories.Answer> answers = new LinkedHashMap<>();
    private final Map<Asked, ContractWorth> contracts = new LinkedHashMap<>();
    private final Map<Asked, WorthTable> tables = new LinkedHashMap<>();
    /** Went last; closed when the next one goes, so that whoever reads a page of it gets that page. */
    private Optional<WorthTable> gone = Optional.empty();

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

    /** What one customer's contracts in force will still bring, by the model of renewal of those alike; empty for whoever is under no contract, or where no model stands. */
    Optional<ContractWorth.Valued> contracts(CustomerId customer, WallQuery query) {
        ContractHistories histories = new ContractHistories(readings.getObject(), company.calendar());
        return desk.ask(() -> histories.lasting(customer, query))
                .flatMap(stay -> kept(
                                contracts,
                                query,
                                () -> desk.ask(() -> ContractWorth.of(histories.whole(query), assumptions(query))))
                        .one(stay, assumptions(query)));
    }

    /** Every customer of the view with what he is worth, in the engine; empty where nobody is valued. */
    Optional<WorthTable> table(WallQuery query) {
        return of(query).worth() instanceof Worth.Valued valued
                ? Optional.of(kept(
                        tables,
                        query,
                        () -> desk.ask(() -> WorthTable.of(
                                ledger.getObject().keep(Equities.MOVES, query),
                                valued.basis(),
                                WorthList.last(query),
                                Math.max(0, company.currency().getDefaultFractionDigits())))))
                : Optional.empty();
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
            T known = store.get(asked);
            if (known != null) {
                if (made instanceof WorthTable table) {
                    table.close();
                }
                return known;
            }
            store.put(asked, made);
            while (store.size() > KEPT) {
                T least = store.remove(store.keySet().iterator().next());
                if (least instanceof WorthTable table) {
                    gone.ifPresent(WorthTable::close);
                    gone = Optional.of(table);
                }
            }
        }
        return made;
    }
}
