package io.customerroom.ledger.imports.plain;

import io.customerroom.ledger.imports.source.TableReader;
import io.customerroom.ledger.imports.staging.Stager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Makes Parquet of plain files too, and reads Parquet that others made. */
public interface PlainStager extends Stager, TableReader {

    /**
     * Sorts by customer, moment and line, and writes one file, as {@link Stager#write} does for a staged one.
     *
     * @param translator is called once, between writing and reading the words
     * @return empty where the engine could not read a value or counted other rows; then {@code parquet} means nothing
     */
    Optional<Stager.Written> writePlain(PlainFacts facts, Translator translator, Path parquet) throws IOException;

    /** Says what ids and days mean. */
    @FunctionalInterface
    interface Translator {
        void translate() throws IOException;
    }
}
