package io.customerroom.ledger.metrics;

import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.engine.Session;
import io.customerroom.state.SqlFile;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a metric lists, held by the engine as the table {@code listed}, and tables of ours beside it: what is said of the rows is joined there, and a page reads the rows it
 * shows. Nothing in it outlives it. Safe for use by many threads, one after the other.
 */
public final class KeptRows implements AutoCloseable {

    private final Session session;

    KeptRows(Session session) {
        this.session = session;
    }

    /** The texts by name in the file of the class, for those who ask kept rows. */
    public static UnaryOperator<String> texts(Class<?> type) {
        return SqlFile.beside(type)::text;
    }

    /**
     * Of rows that are at hand, in a session that is nobody else's.
     *
     * @param listed with the columns customer, segment and site at least
     */
    public static KeptRows of(Session session, Rows listed) {
        session.fill("listed", listed.columns(), listed.rows());
        session.execute("CREATE TABLE customer AS SELECT customer, segment, site FROM listed", Map.of());
        return new KeptRows(session);
    }

    /** Puts a table of ours beside the rows. */
    public synchronized void fill(String name, List<Rows.Column> columns, Iterable<? extends List<?>> rows) {
        session.fill(name, columns, rows);
    }

    /** Runs a text that answers nothing: a table made of the others. */
    public synchronized void execute(String sql, Map<String, ?> parameters) {
        session.execute(sql, parameters);
    }

    /** What lists no customers. */
    public synchronized Rows query(String sql, Map<String, ?> parameters) {
        return session.query(sql, parameters);
    }

    /** What lists no customers, row by row. */
    public synchronized void each(String sql, Function<List<Rows.Column>, Consumer<List<@Nullable Object>>> taker) {
        session.each(sql, Map.of(), taker);
    }

    /**
     * What a text says of the customers within a scope.
     *
     * @param what aggregates of the columns of {@code listed}
     */
    public synchronized Rows sums(String what, RowScope scope, String listed, Map<String, ?> parameters) {
        ScopedRows.Asked asked = narrowed(scope, listed, parameters);
        return session.query("SELECT " + what + " FROM (" + asked.sql() + "\n) summed", asked.parameters());
    }

    /**
     * Of the customers that a text lists those within a scope, in the text's order.
     *
     * @param limit at most so many; 0 is all
     * @param offset so many of those within are passed over
     */
    public synchronized Rows within(RowScope scope, String sql, Map<String, ?> parameters, long limit, long offset) {
        ScopedRows.Asked asked = narrowed(scope, sql, parameters);
        String cut = limit > 0 ? "\nLIMIT %d OFFSET %d".formatted(limit, offset) : "";
        return session.query(asked.sql() + cut, asked.parameters());
    }

    private ScopedRows.Asked narrowed(RowScope scope, String sql, Map<String, ?> parameters) {
        ScopedRows.Asked text = new ScopedRows.Asked(sql, parameters, false);
        if (!scope.restricted()) {
            return text;
        }
        Rows shape = session.query("SELECT * FROM (" + sql + "\n) shape LIMIT 0", parameters);
        return ScopedRows.of(text, shape.columns(), scope);
    }

    @Override
    public synchronized void close() {
        session.close();
    }
}
