package io.customerroom.ledger.metrics;

import io.customerroom.kernel.Clocks;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.state.Hash;
import io.customerroom.state.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer and its papers.
 *
 * @param definitions the ids in force: {@code activity@1,value@1}, and {@code contracts@1} where it settled the question
 * @param build the build that was asked
 * @param rows values in the text's order
 * @param total rows there are; more than {@code rows} holds where a limit was asked for
 * @param outside rows that count in the figure and are not shown, because their customers lie outside the reader's scope; 0 for a question about one customer
 * @param warnings what must be said beside the figure
 * @param fingerprint SHA-256 of the text that ran and its parameters
 */
public record Answer(
        MetricCard metric,
        Clocks clocks,
        String definitions,
        String build,
        Rows rows,
        long total,
        long outside,
        List<String> warnings,
        String fingerprint) {

    public Answer {
        warnings = List.copyOf(warnings);
    }

    public List<Rows.Column> columns() {
        return rows.columns();
    }

    /** A value by row and column. */
    public @Nullable Object value(int row, String column) {
        return rows.rows().get(row).get(rows.indexOf(column));
    }

    /** SHA-256 of columns and values: equal answers have equal hashes, whatever the engine. */
    public String hash() {
        return Hash.of(Json.write(
                List.of(rows.columns().stream().map(Rows.Column::name).toList(), rows.rows())));
    }
}
