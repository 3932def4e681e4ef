package io.customerroom.ledger.persons;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What erasing asks of an engine: to look into person tables. */
public interface PersonFiles {

    /** What these customers are called in one person table: ids, names, addresses, telephone numbers, their own words. */
    Set<String> words(Path parquet, List<Long> customers);

    /**
     * Whether a person table holds these customers, or somebody else's text calls them so.
     *
     * @param called an expression for what they are called, in its second group; empty: nothing to look for
     */
    boolean speaksOf(Path parquet, List<Long> customers, String called);

    /** Writes the table without these customers, and with "[erased]" where other people's texts call them so; answers the rows left. */
    long withoutPersons(Path parquet, List<Long> customers, String called, Path rewritten);
}
