package io.customerroom.ledger.build;

import io.customerroom.kernel.Clocks;
import io.customerroom.ledger.engine.Session;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where a build takes its facts from. */
public interface FactSource {

    /** The active receipts a reading known at {@code known} draws on, each with what identifies its content, in a stable order. */
    List<String> receipts(Instant known);

    /** The moment of the newest active receipt; empty without any. Later knowledge changes nothing. */
    Optional<Instant> latestKnown();

    /** The last day on which something known happened; empty without any. Customers and links are known, but do not happen. */
    Optional<LocalDate> latestDay(Instant known);

    /**
     * Gives the session the tables {@code purchase, contract, contract_event, ticket, feedback, operation, departure, referral, cost,
     * investment, touch, customer} with the facts in force under the clocks, customers resolved, empty ones included.
     */
    void define(Session session, Clocks clocks);

    /** Whether some amounts are told in other currencies: {@link #define} then gives the session a table {@code conversion} as well. */
    default boolean converts() {
        return false;
    }

    /**
     * Files that hold exactly what {@link #define} gave the session as this table, so that a build may take them as they are; empty where
     * the facts must be resolved first, or there are none. Asked after {@link #define}, in the same session.
     */
    default List<Path> asStored(Session session, String table, Clocks clocks) {
        return List.of();
    }

    /**
     * What came since a build that drew on the receipts {@code before} under the clocks {@code then}, as a build under {@code now} sees it
     * that draws on {@code wanted} and nothing else.
     * A source that cannot say so makes every build whole.
     */
    default Addition since(List<String> before, Clocks then, List<String> wanted, Clocks now) {
        return new Addition.Otherwise("the facts do not say what was added");
    }
}
