package io.customerroom.engine.duckdb.imports;

import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.persons.PersonFiles;
import io.customerroom.state.SqlFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Person tables with DuckDB. */
public final class DuckDbPersonFiles implements PersonFiles {

    private static final SqlFile SQL = SqlFile.beside(DuckDbPersonFiles.class);

    private final Engine engine;

    public DuckDbPersonFiles(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Set<String> words(Path parquet, List<Long> customers) {
        try (Session session = engine.open()) {
            session.table("person", List.of(parquet));
            Set<String> words = new TreeSet<>();
            for (List<@Nullable Object> row :
                    session.query(text("words", customers), Map.of()).rows()) {
                for (Object word : row) {
                    if (word != null) {
                        words.add(word.toString());
                    }
                }
            }
            return words;
        }
    }

    @Override
    public boolean speaksOf(Path parquet, List<Long> customers, String called) {
        try (Session session = engine.open()) {
            session.table("person", List.of(parquet));
            return !session.query(text("speaks-of", customers), Map.of("called", called))
                    .rows()
                    .isEmpty();
        }
    }

    @Override
    public long withoutPersons(Path parquet, List<Long> customers, String called, Path rewritten) {
        try (Session session = engine.open()) {
            session.table("person", List.of(parquet));
            return session.write(text("without-persons", customers), Map.of("called", called), rewritten);
        }
    }

    private static String text(String name, List<Long> customers) {
        return SQL.text(name)
                .replace("{keys}", customers.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }
}
