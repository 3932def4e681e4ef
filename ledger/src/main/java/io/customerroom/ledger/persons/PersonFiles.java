package io.customerroom.ledger.persons;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What erasing asks of an engine: to look into person tables. */
public interface PersonFiles {

    /** What these customers are called in one person table: ids, names, addresses, telephone numbers, their own words. */
    Set<String> words(Path parquet, List<Long> customers);

    /** Writes the table without these customers; answers the rows left. */
    long withoutPersons(Path parquet, List<Long> customers, Path rewritten);
}
