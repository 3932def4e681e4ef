package io.customerroom.web.customers;

import io.customerroom.kernel.CustomerId;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.walls.reading.WallQuery;
import java.nio.file.Path;
import java.util.Map;

/** The customers and events behind a figure, and the facts behind a customer. */
public interface LedgerRows {

    /**
     * What a metric's second text lists for one view, or its figure where it has none.
     *
     * @param parts which part of the figure: dimensions and parameters of the metric
     * @param limit at most so many rows; 0 is all
     */
    Listed behind(String metric, WallQuery query, Map<String, String> parts, int limit);

    /** The same, all of them, written by the engine to a Parquet file that does not exist yet; customers by their keys. */
    void write(String metric, WallQuery query, Map<String, String> parts, Path parquet);

    /** One row per period with a state or a value, of the grain of the view. */
    Listed states(CustomerId customer, WallQuery query);

    /** Contracts, purchase lines, tickets, feedback, departures and the like, newest first. */
    Listed facts(CustomerId customer, WallQuery query);

    /** @param total rows there are, however few are held */
    record Listed(Rows rows, long total) {}
}
