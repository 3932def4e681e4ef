package io.customerroom.ledger.imports.database;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.imports.ImportResult;
import io.customerroom.ledger.imports.Preview;
import io.customerroom.ledger.imports.Progress;
import io.customerroom.ledger.imports.database.internal.SourceRows;
import io.customerroom.ledger.imports.mapping.Mapping;
import io.customerroom.ledger.imports.mapping.MappingYaml;
import io.customerroom.state.Change;
import io.customerroom.state.StateStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Tries, looks into and reads the databases of {@link DatabaseSources}. Every reading that ends is noted, with its batch or with the reason why there is none. */
public final class DatabaseReadings {

    /** How many rows are fetched for a look; the page shows the first of them. */
    private static final int LOOK = 1_000;

    private static final int LONGEST_SENTENCE = 1_000;

    private final DatabaseSources sources;
    private final DatabaseImports imports;
    private final StateStore store;
    private final Clock clock;

    public DatabaseReadings(DatabaseSources sources, DatabaseImports imports, StateStore store, Clock clock) {
        this.sources = sources;
        this.imports = imports;
        this.store = store;
        this.clock = clock;
    }

    /** Connects and notes which columns there are. Refused with what is wrong: host, login, table, query. */
    public List<DatabaseColumn> trial(Authorship by, String name) {
        DatabaseSources.Known before = sources.of(name);
        List<DatabaseColumn> columns = imports.columns(request(before.source()));
        store.write(by, writing -> {
            SourceRows.keepColumns(writing, name, text(columns));
            Map<String, Object> details = Map.of("columns", columns.size());
            if (columns.equals(before.columns())) {
                writing.record("database-source-tried", name, details);
            } else {
                writing.record(
                        "database-source-tried", name, Change.of(told(before.columns()), told(columns)), details);
            }
            return null;
        });
        return columns;
    }

    private static String told(List<DatabaseColumn> columns) {
        return columns.isEmpty() ? Change.NOTHING : "columns: " + columns.size();
    }

    private static String text(List<DatabaseColumn> columns) {
        return columns.stream()
                .map(column -> "%s %s %s"
                        .formatted(
                                column.grows() ? "grows" : "is",
                                column.type(),
                                column.name().replaceAll("\\R", " ")))
                .collect(Collectors.joining("\n"));
    }

    static List<DatabaseColumn> columns(String text) {
        return text.lines()
                .map(line -> line.split(" ", 3))
                .filter(parts -> parts.length == 3)
                .map(parts -> new DatabaseColumn(parts[2], parts[1], parts[0].equals("grows")))
                .toList();
    }

    /**
     * The first rows, as a CSV file that is there as long as the work lasts.
     *
     * @param work takes the source and the file
     */
    public <T> T look(String name, BiFunction<DatabaseSource, Path, T> work) {
        DatabaseSource source = sources.of(name).source();
        return imports.look(request(source), LOOK, csv -> work.apply(source, csv));
    }

    /** Reads everything that the next reading would, by this mapping, and keeps nothing. */
    public Preview dryRun(String name, String yaml, Progress progress) {
        DatabaseSource source = sources.of(name).source();
        return imports.dryRun(request(source), into(source.reads(yaml)), progress);
    }

    /** Reads what is new and imports it. What hinders it is noted, and told. */
    public DatabaseImports.Read read(Authorship by, String name, Progress progress) {
        DatabaseSource source = sources.of(name).source();
        try {
            DatabaseImports.Read read = imports.run(request(source), into(source), by, progress);
            Optional<Receipt> receipt = read.result().map(ImportResult::receipt);
            note(
                    by,
                    name,
                    new SourceRows.Run(
                            clock.instant(),
                            by.actor(),
                            receipt.map(Receipt::batch),
                            receipt.map(it -> it.counts().read()).orElse(0L),
                            "",
                            "",
                            ""),
                    receipt.map(it -> "the batch " + it.batch()).orElse("nothing new"));
            return read;
        } catch (Failure failure) {
            note(
                    by,
                    name,
                    new SourceRows.Run(
                            clock.instant(),
                            by.actor(),
                            Optional.empty(),
                            0,
                            failure.code(),
                            cut(String.valueOf(failure.getMessage())),
                            cut(failure.nextStep())),
                    "nothing: " + failure.code());
            throw failure;
        }
    }

    private void note(Authorship by, String name, SourceRows.Run run, String outcome) {
        store.write(by, writing -> {
            SourceRows.addRun(writing, name, run);
            writing.record("database-source-read", name, Map.of("outcome", outcome));
            return null;
        });
    }

    private static String cut(String sentence) {
        return sentence.substring(0, Math.min(LONGEST_SENTENCE, sentence.length()));
    }

    /**
     * What became of a source whose time had come.
     *
     * @param batch empty where nothing was new, or it failed
     */
    public record Outcome(String name, Optional<String> batch, Optional<Failure> failure) {}

    /** Reads every source whose time has come, by name. One that fails hinders no other. */
    public List<Outcome> readWhatIsDue(Authorship by) {
        List<Outcome> outcomes = new ArrayList<>();
        for (DatabaseSources.Known known : sources.all()) {
            String name = known.source().name();
            if (!known.standing().ripe(clock.instant())) {
                continue;
            }
            try {
                outcomes.add(new Outcome(
                        name,
                        read(by, name, Progress.NONE)
                                .result()
                                .map(it -> it.receipt().batch()),
                        Optional.empty()));
            } catch (Failure failure) {
                outcomes.add(new Outcome(name, Optional.empty(), Optional.of(failure)));
            }
        }
        return List.copyOf(outcomes);
    }

    private DatabaseRequest request(DatabaseSource source) {
        return source.request(sources.login(source));
    }

    /** Where the mapping names no source, the rows are those of the database's own name. */
    private static DatabaseImports.Into into(DatabaseSource source) {
        FactKind kind = source.kind();
        if (source.mapping().isBlank()) {
            throw Failure.yours(
                    "DATABASE_UNMAPPED",
                    "Nobody has said yet what the columns of %s mean.".formatted(source.name()),
                    "Look at the rows on its page, and import them once from there.");
        }
        Mapping mapping = MappingYaml.read(source.mapping(), "the mapping of " + source.name(), Optional.of(kind));
        return new DatabaseImports.Into(
                kind,
                Optional.of(mapping),
                mapping.source().isPresent() ? Optional.empty() : Optional.of(source.name()),
                Optional.empty());
    }

    /** {@code 3 hours}, {@code 2 days}; less than an hour in minutes. */
    public static String inWords(Duration time) {
        long minutes = Math.max(0, time.toMinutes());
        if (minutes < 60) {
            return counted(minutes, "minute");
        }
        return time.toHours() < 48 ? counted(time.toHours(), "hour") : counted(time.toDays(), "day");
    }

    private static String counted(long number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
