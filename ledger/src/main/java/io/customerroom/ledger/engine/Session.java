package io.customerroom.ledger.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One conversation with an engine. Texts are rendered for its dialect beforehand; parameters are written {@code :name} and bound,
 * never glued. A failing text leaves the session usable.
 */
public interface Session extends AutoCloseable {

    /** Gives these Parquet files the name under which texts may read them. No files is an error: use {@link #execute}. */
    void table(String name, List<Path> parquet);

    /** The whole answer, in the order the text states. Integers are {@code Long}, exact numbers {@code BigDecimal}. */
    Rows query(String sql, Map<String, ?> parameters);

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
