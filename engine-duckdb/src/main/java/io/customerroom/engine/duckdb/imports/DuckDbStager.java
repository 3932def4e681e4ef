package io.customerroom.engine.duckdb.imports;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.facts.FactColumn;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.imports.plain.PlainFacts;
import io.customerroom.ledger.imports.plain.PlainStager;
import io.customerroom.ledger.imports.source.TextTable;
import io.customerroom.ledger.imports.staging.StagedFacts;
import io.customerroom.ledger.imports.staging.StagedFacts.Key;
import io.customerroom.ledger.imports.staging.StagedPersons;
import io.customerroom.ledger.persons.KnownNames;
import io.customerroom.ledger.persons.PersonWords;
import io.customerroom.state.SqlFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes batches with DuckDB. Only narrow, typed columns go through the sort; constants and what follows from others are added behind it.
 */
public final class DuckDbStager implements PlainStager {

    private static final SqlFile SQL = SqlFile.beside(DuckDbStager.class);

    /** The company's day is the day in UTC, the one before or the one after. */
    private static final String DAY = "CAST(make_timestamp(occurred) AS DATE) + CAST(day_shift AS INTEGER)";

    /** Kinds of line travel through the sort as numbers, not as words. */
    static final String LINE_KINDS = "ENUM('sale', 'return', 'cancellation', 'adjustment')";

    /** A batch's order. One number that says the same is sorted in less time than these three. */
    private static final String BY_TIME = "customer NULLS LAST, occurred, line";

    private final Engine engine;

    public DuckDbStager(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Written write(StagedFacts facts, Path parquet) {
        try (Session session = engine.open()) {
            String staged = text("staged")
                    .replace("{columns}", types(facts))
                    .replace("{file}", literal(facts.file().toString()));
            List<Long> duplicates = facts.fingerprinted() ? duplicates(session, staged) : List.of();
            String rows = facts.fingerprinted() ? SQL.text("without-duplicates").replace("{rows}", staged) : staged;
            return write(session, facts, rows, BY_TIME, parquet, false, duplicates);
        }
    }

    @Override
    public KnownNames known(List<Path> personTables) {
        try (Session session = engine.open()) {
            return PersonWords.read(session, personTables);
        }
    }

    @Override
    public KnownNames knownIn(String text, List<Path> personTables) {
        try (Session session = engine.open()) {
            return PersonWords.readFor(text, session, personTables);
        }
    }

    @Override
    public Optional<Written> writePlain(PlainFacts facts, Translator translator, Path parquet) throws IOException {
        try (Session session = engine.open()) {
            PlainSql plain = new PlainSql(facts);
            long read = session.execute(plain.load(), Map.of());
            if (read != facts.facts().rows()) {
                return Optional.empty();
            }
            session.execute(plain.ids(), Map.of());
            session.execute(plain.days(), Map.of());
            translator.translate();
            boolean unique = none(session, plain.ordered());
            String order = none(session, plain.later()) ? "place_of_row" : BY_TIME;
            return Optional.of(write(session, facts.facts(), plain.rows(), order, parquet, unique, List.of()));
        } catch (Failure e) {
            // the file can be read row by row, where each fault gets its place; what is short now will be short then
            if (e.kind() == Failure.Kind.OURS) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Whether there is something to count, and nothing is found. */
    private static boolean none(Session session, Optional<String> count) {
        return count.isPresent()
                && Objects.equals(
                        session.query(count.get(), Map.of()).rows().getFirst().getFirst(), 0L);
    }

    private static Written write(
            Session session,
            StagedFacts facts,
            String rows,
            String order,
            Path parquet,
            boolean knownUnique,
            List<Long> duplicates) {
        String numbered = facts.key() instanceof Key.OrderAndOrdinal
                ? SQL.text("with-ordinal").replace("{rows}", rows)
                : rows;
        String batch = SQL.text("batch")
                .replace("{columns}", outputs(facts))
                .replace("{order}", order)
                .replace("{rows}", numbered);
        Map<String, Object> constants = new HashMap<>();
        facts.recorded().ifPresent(recorded -> constants.put("recorded", recorded));
        String copy = SQL.text("copy").replace("{rows}", batch).replace("{file}", literal(parquet.toString()));
        long written = session.execute(copy, constants);
        boolean unique = knownUnique || facts.key() instanceof Key.OrderAndOrdinal;
        return summary(session, parquet, written, unique, duplicates);
    }

    private static List<Long> duplicates(Session session, String staged) {
        session.execute(SQL.text("find-duplicates").replace("{rows}", staged), Map.of());
        return session.query(SQL.text("duplicates"), Map.of()).rows().stream()
                .map(row -> (Long) Objects.requireNonNull(row.getFirst()))
                .toList();
    }

    private static Written summary(Session session, Path parquet, long written, boolean unique, List<Long> duplicates) {
        if (written == 0) {
            return new Written(0, true, Optional.empty(), duplicates);
        }
        session.table("written", List.of(parquet));
        Rows rows = session.query(SQL.text(unique ? "span" : "span-and-keys"), Map.of());
        List<@Nullable Object> row = rows.rows().getFirst();
        Receipt.Span span = new Receipt.Span(
                (LocalDate) Objects.requireNonNull(row.get(0)),
                (LocalDate) Objects.requireNonNull(row.get(1)),
                instant(row.get(2)),
                instant(row.get(3)));
        return new Written(written, unique || Objects.equals(row.get(4), written), Optional.of(span), duplicates);
    }

    private static Instant instant(@Nullable Object value) {
        return (Instant) Objects.requireNonNull(value);
    }

    /** Name and type of each staged column, as {@code read_csv} wants them. */
    private static String types(StagedFacts facts) {
        List<String> columns = new ArrayList<>(
                List.of("'line': 'UBIGINT'", "'customer': 'BIGINT'", "'occurred': 'BIGINT'", "'day_shift': 'TINYINT'"));
        if (facts.fingerprinted()) {
            columns.add("'fingerprint': 'VARCHAR'");
        }
        if (facts.recorded().isEmpty()) {
            columns.add("'recorded': 'BIGINT'");
        }
        if (facts.key() instanceof Key.Staged) {
            columns.add("'key': 'VARCHAR'");
        }
        for (FactColumn column : facts.columns()) {
            columns.add("'" + column.name() + "': '" + stagedType(column) + "'");
        }
        return String.join(", ", columns);
    }

    private static String stagedType(FactColumn column) {
        if (column.name().equals("line_kind")) {
            return LINE_KINDS.replace("'", "''");
        }
        return switch (column.type()) {
            case TEXT -> "VARCHAR";
            case CUSTOMER, INSTANT, DAY, COUNT, SWITCH -> "BIGINT";
            case AMOUNT -> "DECIMAL(18,6)";
            case MONTHLY -> "DECIMAL(28,10)";
            case FACTOR -> "DECIMAL(20,12)";
        };
    }

    private static String outputs(StagedFacts facts) {
        Set<String> there =
                new HashSet<>(facts.columns().stream().map(FactColumn::name).toList());
        List<String> outputs = new ArrayList<>(List.of(
                key(facts) + " AS key",
                word(facts.source()) + " AS source",
                "customer",
                "make_timestamp(occurred) AS occurred_at",
                DAY + " AS occurred_on",
                (facts.recorded().isPresent() ? "CAST(:recorded AS TIMESTAMP)" : "make_timestamp(recorded)")
                        + " AS recorded_at",
                "CAST(line AS BIGINT) AS line",
                word(facts.batch()) + " AS batch"));
        for (FactColumn column : facts.kind().ownColumns()) {
            outputs.add(output(facts, column, there.contains(column.name())) + " AS " + column.name());
        }
        return String.join(",\n    ", outputs);
    }

    private static String output(StagedFacts facts, FactColumn column, boolean there) {
        if (column.name().equals("currency") && !there) {
            return word(facts.currency());
        }
        if (column.name().equals("line_id") && facts.key() instanceof Key.OrderAndOrdinal) {
            return "CAST(ordinal AS VARCHAR)";
        }
        if (!there) {
            return "CAST(NULL AS " + column.type().sql() + ")";
        }
        if (column.name().equals("line_kind")) {
            return "CAST(line_kind AS " + LINE_KINDS + ")";
        }
        return switch (column.type()) {
            case INSTANT -> "make_timestamp(" + column.name() + ")";
            case DAY -> "DATE '1970-01-01' + CAST(" + column.name() + " AS INTEGER)";
            case SWITCH -> column.name() + " = 1";
            case TEXT, CUSTOMER, AMOUNT, MONTHLY, FACTOR, COUNT -> column.name();
        };
    }

    /** One word for all rows. As a member of a set of words it is written without being looked up row by row; in the file it is text. */
    private static String word(String text) {
        return "CAST(" + literal(text) + " AS ENUM(" + literal(text) + "))";
    }

    private static String key(StagedFacts facts) {
        return switch (facts.key()) {
            case Key.Staged() -> "key";
            case Key.OrderAndOrdinal() -> "order_id || chr(31) || ordinal";
            case Key.Joined(List<String> columns) ->
                columns.stream().map(column -> part(facts, column)).collect(Collectors.joining(" || chr(31) || "));
        };
    }

    /** A column of the key as text; what is missing is empty, so that the key is not. */
    private static String part(StagedFacts facts, String column) {
        return switch (column) {
            case "occurred_at" -> "CAST(occurred AS VARCHAR)";
            case "occurred_on" -> "CAST(" + DAY + " AS VARCHAR)";
            case "customer" -> "coalesce(CAST(customer AS VARCHAR), '')";
            default ->
                facts.columns().stream().anyMatch(there -> there.name().equals(column))
                        ? "coalesce(CAST(" + column + " AS VARCHAR), '')"
                        : "''";
        };
    }

    @Override
    public TextTable parquet(Path file, String name) {
        return ParquetTable.open(file, name);
    }

    @Override
    public SequencedMap<String, Long> shared(List<Path> earlier, Path parquet) {
        try (Session session = engine.open()) {
            session.table("earlier", earlier);
            session.table("written", List.of(parquet));
            SequencedMap<String, Long> shared = new LinkedHashMap<>();
            for (List<@Nullable Object> row :
                    session.query(SQL.text("shared"), Map.of()).rows()) {
                shared.put(String.valueOf(row.get(0)), (Long) Objects.requireNonNull(row.get(1)));
            }
            return shared;
        }
    }

    @Override
    public Optional<Long> writePersons(StagedPersons persons, List<Path> others, Path parquet) {
        try (Session session = engine.open()) {
            session.write(
                    text("persons").replace("{file}", literal(persons.file().toString())), Map.of(), parquet);
            session.table("person", List.of(parquet));
            List<Path> all = new ArrayList<>(others);
            all.add(parquet);
            session.table("every_person", all);
            return session.query(SQL.text("collision"), Map.of()).rows().stream()
                    .map(row -> (Long) Objects.requireNonNull(row.getFirst()))
                    .findFirst();
        }
    }

    private static String text(String name) {
        return SQL.text(name).replace("{separator}", "\u001f");
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
