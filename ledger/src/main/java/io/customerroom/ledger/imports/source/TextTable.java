package io.customerroom.ledger.imports.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table that is read once from its beginning to its end, every value as text. What is missing is null. */
public interface TextTable extends AutoCloseable {

    /** Names of the columns; parts of a nested value are called {@code whole.part}. */
    List<String> columns();

    /** How many rows there are, where the table says so before it is read; −1 where it does not. */
    long rows();

    /** Goes to the next row; false at the end. */
    boolean next();

    /** A value of this row, by the column's place from 0. */
    @Nullable
    String cell(int column);

    @Override
    void close();
}
