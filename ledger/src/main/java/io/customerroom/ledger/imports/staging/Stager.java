package io.customerroom.ledger.imports.staging;

import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.persons.KnownNames;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Makes Parquet of staged files. The engine's part of an import. */
public interface Stager {

    /**
     * Sorts by customer, moment and line, and writes one file.
     *
     * @return what was written; with the lines left out because an equal row came before
     */
    Written write(StagedFacts facts, Path parquet);

    /**
     * How many facts of earlier batches have a key that the new one has as well, by batch, most first. All are of one source and kind;
     * keys are told apart by a hash.
     */
    SequencedMap<String, Long> shared(List<Path> earlier, Path parquet);

    /**
     * Writes the person table of a batch, each row once, by customer.
     *
     * @param others person tables of other batches, to look for two ids with one key
     * @return a key that two different ids share, which must not be; empty as a rule
     */
    Optional<Long> writePersons(StagedPersons persons, List<Path> others, Path parquet);

    /** What these person tables call anybody, so that texts do not repeat it. */
    KnownNames known(List<Path> personTables);

    /** Of {@link #known(List) what they call anybody} all that stands in this short text, and perhaps more; the rest is not read. */
    KnownNames knownIn(String text, List<Path> personTables);

    /** What a batch holds. */
    record Written(long rows, boolean keysUnique, Optional<Receipt.Span> span, List<Long> duplicates) {}
}
