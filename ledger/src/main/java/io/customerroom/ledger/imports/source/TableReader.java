package io.customerroom.ledger.imports.source;

import io.customerroom.kernel.Failure;
import java.nio.file.Path;

/** Opens files that lie column by column. The engine's part of reading. */
@FunctionalInterface
public interface TableReader {

    /** Where no engine is at hand. */
    TableReader NONE = (file, name) -> {
        throw Rejection.unsupported(name, "a Parquet file", "Here only text and workbooks are read: export it as CSV.");
    };

    /**
     * Opens a Parquet file. Refused: what is damaged or encrypted.
     *
     * @param name as the user calls the file, for messages
     */
    TextTable parquet(Path file, String name);

    /** What is said of a file that begins like Parquet and cannot be read as such. */
    static Failure damaged(String name) {
        return Failure.yours(
                "PARQUET_DAMAGED",
                "'%s' begins like a Parquet file, but cannot be read: it is damaged, cut off or encrypted."
                        .formatted(name),
                "Write or copy the file again, without encryption.");
    }
}
