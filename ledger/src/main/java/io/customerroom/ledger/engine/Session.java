package io.customerroom.ledger.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One conversation with an engine. Texts are rendered for its dialect beforehand; parameters are written {@code :name} and bound,
 * never glued. A failing text leaves the session usable.
 */
public interface Session extends AutoCloseable {

    /** Gives these Parquet files the name under which texts may read them. No files is an error: use {@link #execute}. */
    void table(String name, List<Path> parquet);

    /** The whole answer, in the order the text states. Integers are {@code Long}, exact numbers {@code BigDecimal}. */
    Rows query(String sql, Map<String, ?> parameters);

    /**
     * The answer row by row, for answers too long to be held.
     *
     * @param taker is told the columns, and answers what takes the rows, in the order the text states
     */
    void each(
            String sql, Map<String, ?> parameters, Function<List<Rows.Column>, Consumer<List<@Nullable Object>>> taker);

    /**
     * Makes a table of this session of rows of ours; one of that name is replaced.
     *
     * @param columns of the types {@code Long}, {@code Double}, {@code String} and {@code LocalDate}
     */
    void fill(String name, List<Rows.Column> columns, Iterable<? extends List<?>> rows);

    /** Runs a text that returns nothing, for example a temporary table of a build; answers the rows it touched, 0 if none. */
    long execute(String sql, Map<String, ?> parameters);

    /** Writes the answer to one Parquet file and returns its number of rows. The file must not exist. */
    default long write(String sql, Map<String, ?> parameters, Path parquet) {
        return write(sql, parameters, parquet, Map.of());
    }

    /** @param notes texts by name that the file carries beside its rows */
    long write(String sql, Map<String, ?> parameters, Path parquet, Map<String, String> notes);

    /** Stops the running text from another thread; it then fails with the code {@code QUERY_CANCELLED}. */
    void cancel();

    @Override
    void close();
}
