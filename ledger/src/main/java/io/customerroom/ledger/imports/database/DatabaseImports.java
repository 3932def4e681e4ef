package io.customerroom.ledger.imports.database;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Feed;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.imports.ImportRequest;
import io.customerroom.ledger.imports.ImportResult;
import io.customerroom.ledger.imports.Imports;
import io.customerroom.ledger.imports.Preview;
import io.customerroom.ledger.imports.Progress;
import io.customerroom.ledger.imports.database.internal.MarkRows;
import io.customerroom.ledger.imports.mapping.Mapping;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.state.Change;
import io.customerroom.state.Hash;
import io.customerroom.state.StateStore;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Imports from databases. The rows are copied to a file first and then take the way of every file: one batch, one receipt. Where a column tells what is new, the
 * next reading begins where the last one that still counts ended, a little before: rows that come twice replace themselves by key. A batch that is undone is
 * read again.
 */
public final class DatabaseImports {

    private final Imports imports;
    private final StateStore store;
    private final DatabaseReader reader;

    public DatabaseImports(Workspace workspace, Imports imports, StateStore store, Clock clock) {
        this(imports, store, new DatabaseReader(() -> DatabaseHosts.of(workspace), InetAddress::getAllByName, clock));
    }

    DatabaseImports(Imports imports, StateStore store, DatabaseReader reader) {
        this.imports = imports;
        this.store = store;
        this.reader = reader;
    }

    /**
     * How the rows become facts, as for a file.
     *
     * @param mapping empty = guessed
     */
    public record Into(FactKind fact, Optional<Mapping> mapping, Optional<String> source, Optional<Feed> feed) {}

    /**
     * The receipt, and how far the column that grows has come.
     *
     * @param result empty where nothing is new
     */
    public record Read(Optional<ImportResult> result, Optional<String> reached) {}

    /** Whether the words name a database. */
    public static boolean names(String source) {
        return source.startsWith("jdbc:");
    }

    /** Reads and imports. Refused: hosts that nobody named, what is not one SELECT, writing. */
    public Read run(DatabaseRequest request, Into into, Authorship by, Progress progress) {
        String origin = origin(request, into);
        Optional<String> from = request.sinceColumn().flatMap(column -> reached(origin));
        return copied(request, from, progress, (csv, copy) -> {
            if (copy.rows() == 0) {
                return new Read(Optional.empty(), from);
            }
            ImportResult result = imports.run(importing(csv, request, into), notes(request, from, copy), by, progress);
            copy.reached().ifPresent(mark -> remember(by, result.receipt().batch(), origin, mark));
            return new Read(Optional.of(result), copy.reached());
        });
    }

    /** Reads everything that an import would, and keeps nothing. */
    public Preview dryRun(DatabaseRequest request, Into into, Progress progress) {
        Optional<String> from = request.sinceColumn().flatMap(column -> reached(origin(request, into)));
        return copied(request, from, progress, (csv, copy) -> imports.dryRun(importing(csv, request, into), progress));
    }

    /** The first rows, as a CSV file that is handed over and then gone. */
    public <T> T look(DatabaseRequest request, int most, Function<Path, T> work) {
        return inAFolder(csv -> {
            reader.sample(request, most, csv);
            return work.apply(csv);
        });
    }

    /** Connects and asks for the columns; no row is read. Refused with what is wrong: host, login, table, query. */
    public List<DatabaseColumn> columns(DatabaseRequest request) {
        return reader.columns(request);
    }

    private interface Work<T> {
        T on(Path csv, DatabaseReader.Copied copied);
    }

    private <T> T copied(DatabaseRequest request, Optional<String> from, Progress progress, Work<T> work) {
        return inAFolder(csv -> work.on(csv, reader.copy(request, from, csv, progress)));
    }

    private static <T> T inAFolder(Function<Path, T> work) {
        try {
            Path folder = Files.createTempDirectory("customer-room-database-");
            Path csv = folder.resolve("rows.csv");
            try {
                return work.apply(csv);
            } finally {
                Files.deleteIfExists(csv);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw Failure.resources(
                    "DATABASE_COPY",
                    "The rows could not be kept for reading.",
                    "Check room on the disk for temporary files.");
        }
    }

    private static ImportRequest importing(Path csv, DatabaseRequest request, Into into) {
        return new ImportRequest(csv, request.shown(), into.fact(), into.mapping(), into.source(), into.feed());
    }

    private static List<String> notes(DatabaseRequest request, Optional<String> from, DatabaseReader.Copied copy) {
        return request.sinceColumn().stream()
                .map(column -> "read by %s%s up to %s"
                        .formatted(
                                column,
                                from.map(mark -> " from " + mark + ", and a little before,")
                                        .orElse(""),
                                copy.reached().orElse("nothing: no row has a value there")))
                .toList();
    }

    /** The end of the last reading of this origin whose batch still counts. */
    private Optional<String> reached(String origin) {
        Set<String> inForce = imports.batches().stream()
                .filter(Receipt::active)
                .map(Receipt::batch)
                .collect(Collectors.toSet());
        return store.read(handle -> MarkRows.of(handle, origin)).stream()
                .filter(mark -> inForce.contains(mark.batch()))
                .map(MarkRows.Mark::reached)
                .findFirst();
    }

    /** After the receipt: where a crash loses it, the next import reads more than it needs, and replaces it by key. */
    private void remember(Authorship by, String batch, String origin, String reached) {
        store.write(by, writing -> {
            if (MarkRows.insert(writing.handle(), batch, origin, reached) == 0) {
                writing.unchanged();
                return null;
            }
            writing.record("database-read", batch, Change.made("read up to " + reached), Map.of("reached", reached));
            return null;
        });
    }

    /** The same rows for the same facts. Holds no login. */
    private static String origin(DatabaseRequest request, Into into) {
        DatabaseAddress address = request.address();
        String text = String.join(
                "\u001f",
                address.host(),
                Integer.toString(address.port()),
                address.name(),
                request.rows(),
                request.sinceColumn().orElse(""),
                into.fact().table(),
                into.source().or(() -> into.mapping().flatMap(Mapping::source)).orElse("main"));
        return Hash.of(text);
    }
}
