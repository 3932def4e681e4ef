package io.customerroom.ledger.metrics;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.engine.Rows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every reading and says what each says by itself, beside the standing of its series. With the parameter {@code standing} only the
 * readings of those contacts are kept whose worst series stands so: {@code breach, below} (wrong, but not often enough in a row),
 * {@code too-few, no-standard} or {@code holds}.
 */
final class ReadingsStep implements FinishingStep {

    /** Worst first. */
    private static final List<String> STANDINGS = List.of("breach", "below", "too-few", "no-standard", "holds");

    @Override
    public Rows apply(Rows rows, Map<String, String> parameters) {
        return apply(rows, parameters, Standards.NONE);
    }

    @Override
    public Rows apply(Rows rows, Map<String, String> parameters, Standards standards) {
        List<Rows.Column> columns = new ArrayList<>(rows.columns());
        columns.removeIf(column -> column.name().equals("hits"));
        columns.add(new Rows.Column("says", String.class));
        columns.add(new Rows.Column("standing", String.class));
        columns.add(new Rows.Column("run", Long.class));
        Collection<ContactSeries> all = ContactSeries.of(rows, standards);
        Map<String, Integer> worst = new TreeMap<>();
        all.forEach(series -> worst.merge(series.contact(), place(series), Math::min));
        int asked = asked(parameters.get("standing"));
        List<List<@Nullable Object>> said = new ArrayList<>();
        for (ContactSeries series : all) {
            if (asked < 0 || asked == worst.getOrDefault(series.contact(), asked)) {
                said.addAll(readings(series));
            }
        }
        return new Rows(columns, said);
    }

    private static List<List<@Nullable Object>> readings(ContactSeries series) {
        List<List<@Nullable Object>> said = new ArrayList<>();
        List<List<@Nullable Object>> all = series.readings();
        for (int at = 0; at < all.size(); at++) {
            List<@Nullable Object> reading = all.get(at);
            List<@Nullable Object> row = new ArrayList<>(reading);
            row.set(series.rows().indexOf("value"), series.value(reading));
            row.remove(series.rows().indexOf("hits"));
            row.add(series.says(at));
            row.add(series.standing());
            row.add(series.run());
            said.add(row);
        }
        return said;
    }

    private static int place(ContactSeries series) {
        boolean below = series.standing().equals("holds") && series.run() > 0;
        String standing = series.standing().equals("no-reading") ? "too-few" : series.standing();
        return STANDINGS.indexOf(below ? "below" : standing);
    }

    private static int asked(@Nullable String standing) {
        if (standing == null) {
            return -1;
        }
        int place = STANDINGS.indexOf(standing);
        if (place < 0) {
            throw Failure.yours(
                    "STANDING_UNKNOWN",
                    "There is no standing '%s'.".formatted(standing),
                    "It is one of " + String.join(", ", STANDINGS) + ".");
        }
        return place;
    }
}
