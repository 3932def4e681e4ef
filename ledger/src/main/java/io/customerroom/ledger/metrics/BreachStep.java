package io.customerroom.ledger.metrics;

import io.customerroom.ledger.engine.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns readings, newest first within each contact, measure and site, into one row each: the newest reading, its standing
 * {@code holds, breach, too-few} or {@code no-standard}, and how many readings in a row are wrong: a standing that {@code holds} with a run
 * of one stands on a wrong reading that is no breach yet.
 */
final class BreachStep implements FinishingStep {

    @Override
    public Rows apply(Rows rows, Map<String, String> parameters) {
        return apply(rows, parameters, Standards.NONE);
    }

    @Override
    public Rows apply(Rows rows, Map<String, String> parameters, Standards standards) {
        List<Rows.Column> columns = new ArrayList<>(rows.columns());
        columns.removeIf(column -> column.name().equals("hits"));
        columns.add(new Rows.Column("readings", Long.class));
        columns.add(new Rows.Column("standing", String.class));
        columns.add(new Rows.Column("run", Long.class));
        List<List<@Nullable Object>> judged = new ArrayList<>();
        for (ContactSeries series : ContactSeries.of(rows, standards)) {
            List<@Nullable Object> row = new ArrayList<>(series.newest());
            row.set(rows.indexOf("value"), series.value(series.newest()));
            row.remove(rows.indexOf("hits"));
            row.add((long) series.readings().size());
            row.add(series.standing());
            row.add(series.run());
            judged.add(row);
        }
        return new Rows(columns, judged);
    }
}
