package io.customerroom.ledger.build;

import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.engine.Session;
import java.util.List;
import java.util.Map;

/**
 * Customers with neighbouring keys, derived together. Batches are sorted by customer, so that a bucket reads its part of them and little
 * more.
 *
 * @param first the smallest key
 * @param last the largest key
 */
record Bucket(long first, long last) {

    /** What the steps of a bucket read: each becomes the part of these customers. */
    static final List<String> TABLES = List.of("purchase", "contract", "cost", "cost_entry");

    /** So many months of customers take about half a gigabyte between two steps. */
    private static final long CUSTOMER_MONTHS = 1_500_000;

    Bucket {
        if (first > last) {
            throw new IllegalArgumentException("first must not come after last, but was " + first + " and " + last);
        }
    }

    /** All customers settled, in order; one bucket, which is empty, where there are none. */
    static List<Bucket> all(Session session, String text) {
        long months = count(session, "calendar_month");
        Rows bounds = session.query(text, Map.of("size", CUSTOMER_MONTHS / Math.max(1, months)));
        List<Bucket> buckets = bounds.rows().stream()
                .map(row -> new Bucket(number(row, 0), number(row, 1)))
                .toList();
        return buckets.isEmpty() ? List.of(new Bucket(0, 0)) : buckets;
    }

    /** At most so many months of customers are derived: all customers settled in all months. */
    static long customerMonths(Session session) {
        return count(session, "calendar_month") * count(session, "settled_customer");
    }

    private static long count(Session session, String table) {
        return number(
                session.query("SELECT COUNT(*) FROM " + table, Map.of()).rows().getFirst(), 0);
    }

    /** From now on the session's tables are those of these customers; {@code whole_purchase} and so on stay what they were. */
    void show(Session session) {
        TABLES.forEach(table -> narrow(session, table, "whole_" + table));
        narrow(session, "ledger_customer", "settled_customer");
    }

    private void narrow(Session session, String table, String whole) {
        session.execute(
                "CREATE OR REPLACE VIEW %s AS SELECT * FROM %s WHERE customer BETWEEN %d AND %d"
                        .formatted(table, whole, first, last),
                Map.of());
    }

    private static long number(List<?> row, int column) {
        return row.get(column) instanceof Long number ? number : 0;
    }
}
