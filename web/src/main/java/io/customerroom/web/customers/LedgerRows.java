package io.customerroom.web.customers;

import io.customerroom.kernel.CustomerId;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.metrics.KeptRows;
import io.customerroom.ledger.metrics.RowScope;
import io.customerroom.walls.reading.WallQuery;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * The customers and events behind a figure, and the facts behind a customer. Whoever asks says whose rows may be seen: {@link RowsForReader#scope} where somebody reads
 * the answer, {@link RowScope#everything} only where nothing of it but sums is shown.
 */
public interface LedgerRows {

    /**
     * What a metric's second text lists for one view, or its figure where it has none.
     *
     * @param parts which part of the figure: dimensions and parameters of the metric
     * @param scope whose rows may be seen; another row is left out and counted
     * @param limit at most so many rows; 0 is all
     */
    Listed behind(String metric, WallQuery query, Map<String, String> parts, RowScope scope, int limit);

    /** The same, all of them, written by the engine to a Parquet file that does not exist yet; customers by their keys. */
    void write(String metric, WallQuery query, Map<String, String> parts, RowScope scope, Path parquet);

    /** The same, all of them whoever asks, kept by the engine until they are closed: what is read of them is narrowed to a scope. */
    KeptRows keep(String metric, WallQuery query);

    /** One row per period with a state or a value, of the grain of the view. */
    Listed states(CustomerId customer, WallQuery query, RowScope scope);

    /** Contracts, purchase lines, tickets, feedback, departures and the like, newest first. */
    Listed facts(CustomerId customer, WallQuery query, RowScope scope);

    /** Of these customers, those within a scope, as the ledger of the view knows them. */
    Set<CustomerId> within(Set<CustomerId> customers, WallQuery query, RowScope scope);

    /**
     * @param total rows there are within the scope, however few are held
     * @param outside rows that count in the figure and lie outside
     */
    record Listed(Rows rows, long total, long outside) {

        /** With nothing outside. */
        public Listed(Rows rows, long total) {
            this(rows, total, 0);
        }
    }
}
