package io.customerroom.ledger.build;

import io.customerroom.ledger.engine.Session;
import java.util.List;
import java.util.Map;

/**
 * Which periods are written: those whose last month so far lies between two months, both included. The texts read them from the views
 * {@code written_month} and {@code written_period}.
 *
 * @param first months since year 0
 */
record Periods(int first, int last) {

    static final Periods ALL = new Periods(0, Integer.MAX_VALUE);

    /** Those that are over when the month of {@code through} is left, then those that hold that month. */
    static List<Periods> divided(Session session, Steps steps) {
        int month = month(session, steps, "CAST(:through AS DATE)");
        return List.of(new Periods(0, month - 1), new Periods(month, Integer.MAX_VALUE));
    }

    /** The month of a day, written as the engine counts months. */
    static int month(Session session, Steps steps, String day) {
        String sql = io.customerroom.ledger.engine.SqlMacros.render(
                "SELECT CAST(ca_midx(" + day + ") AS BIGINT) AS midx",
                steps.engine().dialect());
        return session.query(sql, steps.parameters()).rows().getFirst().getFirst() instanceof Long midx
                ? Math.toIntExact(midx)
                : 0;
    }

    boolean running() {
        return first > 0;
    }

    void show(Session session) {
        view(session, "written_month", "calendar_month", "midx");
        view(session, "written_period", "period_month", "last_midx");
    }

    private void view(Session session, String name, String table, String month) {
        session.execute(
                "CREATE OR REPLACE VIEW %s AS SELECT * FROM %s WHERE %s BETWEEN %d AND %d"
                        .formatted(name, table, month, first, last),
                Map.of());
    }
}
