package io.customerroom.bench;

import io.customerroom.statistics.lifetime.Counts;
import io.customerroom.statistics.lifetime.Purchases;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;

/** Many purchases by a rule that Java and SQL can both follow: customer and day of purchase i are digits of i times a large odd number. */
final class SimplePurchases {

    private static final long SPREAD = 2_654_435_761L;
    private static final int DAYS = 730;

    private final int count;
    private final int customers;
    private final int[] customer;
    private final int[] day;

    SimplePurchases(int count, int customers) {
        this.count = count;
        this.customers = customers;
        customer = new int[count];
        day = new int[count];
        for (int i = 0; i < count; i++) {
            long mixed = i * SPREAD % (1L << 32);
            customer[i] = (int) (mixed % customers);
            day[i] = (int) (mixed / customers % DAYS);
        }
    }

    Counts unsorted() {
        return Purchases.unsorted(customer, day, DAYS);
    }

    /** Called once, before {@link #clustered}. */
    void sort() {
        long[] keys = new long[count];
        Arrays.setAll(keys, i -> (long) customer[i] << 10 | day[i]);
        Arrays.sort(keys);
        for (int i = 0; i < count; i++) {
            customer[i] = (int) (keys[i] >>> 10);
            day[i] = (int) keys[i] & 1023;
        }
    }

    Counts clustered() {
        return Purchases.clustered(customer, day, DAYS);
    }

    /** The same in one thread of the engine, purchases already in its memory. Returns the number of states. */
    static Engine engine(int count, int customers) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET threads = 1");
            statement.execute("""
                    CREATE TABLE purchase AS
                    SELECT (mixed %% %d)::INTEGER AS customer, (mixed // %d %% %d)::INTEGER AS day
                    FROM (SELECT i * %d %% 4294967296 AS mixed FROM range(%d) AS t(i))
                    """.formatted(customers, customers, DAYS, SPREAD, count));
        }
        return new Engine(connection);
    }

    /** The engine with the purchases in it. */
    record Engine(Connection connection) implements AutoCloseable {

        Long states() {
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("""
                            SELECT count(*) FROM (
                                SELECT x, last - first, %d - first, count(*)
                                FROM (
                                    SELECT min(day) AS first, max(day) AS last, count(DISTINCT day) - 1 AS x
                                    FROM purchase GROUP BY customer
                                ) GROUP BY ALL
                            )
                            """.formatted(DAYS))) {
                result.next();
                return result.getLong(1);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
