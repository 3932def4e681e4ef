package io.customerroom.ledger.imports.staging;

import io.customerroom.ledger.identity.IdentitySecret;
import io.customerroom.ledger.imports.mapping.Lookups;
import io.customerroom.ledger.imports.mapping.Mapping;
import io.customerroom.ledger.imports.source.Mark;
import io.customerroom.ledger.imports.source.OpenedFile;
import io.customerroom.ledger.imports.source.Row;
import io.customerroom.ledger.imports.source.RowSource;
import io.customerroom.ledger.persons.NameList;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;

/** One pass over a file: rows become typed facts in a staged file, or are set aside. */
public final class StagingPass {

    private static final int REPORT_EVERY = 1 << 14;

    private final Plan plan;
    private final RowStaging rows;
    private long roundedBefore;

    /**
     * What a pass needs to know.
     *
     * @param mapping complete
     * @param header names of the columns
     * @param lookups the files that the mapping looks words up in
     * @param company the company's zone
     * @param currency its reporting currency
     * @param erased the customers whose names must not come back
     * @param names that texts are not to repeat
     * @param folder where the staged files go
     */
    public record Plan(
            Mapping mapping,
            List<String> header,
            Lookups lookups,
            ZoneId company,
            String currency,
            IdentitySecret secret,
            LongPredicate erased,
            boolean anyErased,
            NameList names,
            String source,
            String batch,
            Instant importedAt,
            Path folder) {}

    /** What a pass has made. */
    public record Staged(
            Plan plan,
            long read,
            SortedMap<String, Long> setAside,
            List<String> notes,
            StagedFacts facts,
            StagedPersons persons,
            Path quarantine) {

        public Mapping mapping() {
            return plan.mapping();
        }
    }

    private StagingPass(Plan plan) {
        this.plan = plan;
        this.rows = new RowStaging(plan);
    }

    /** Runs it. */
    public static Staged run(Plan plan, RowSource rows, LongConsumer rowsRead) throws IOException {
        return new StagingPass(plan).run(Source.of(rows), Checkpoint.Keeper.NONE, rowsRead);
    }

    /** Runs it, from the last checkpoint on where there is one. */
    public static Staged run(Plan plan, OpenedFile file, Checkpoint.Keeper keeper, LongConsumer rowsRead)
            throws IOException {
        return new StagingPass(plan).run(Source.of(file), keeper, rowsRead);
    }

    /** Rows that perhaps can be gone on with. */
    private interface Source {
        boolean next(Row row) throws IOException;

        Optional<Mark> mark();

        void goOn(Mark mark) throws IOException;

        static Source of(RowSource rows) {
            return new Source() {
                @Override
                public boolean next(Row row) throws IOException {
                    return rows.next(row);
                }

                @Override
                public Optional<Mark> mark() {
                    return rows instanceof OpenedFile file ? file.mark() : Optional.empty();
                }

                @Override
                public void goOn(Mark mark) throws IOException {
                    if (rows instanceof OpenedFile file) {
                        file.goOn(mark);
                    }
                }
            };
        }
    }

    /**
     * What would be set aside of the first rows; nothing is written.
     *
     * @param rows behind the header
     * @param most rows to look at
     * @param told how many problems to tell
     */
    public static Checked check(Plan plan, RowSource rows, int most, int told) throws IOException {
        StagingPass pass = new StagingPass(plan);
        SortedMap<String, Long> setAside = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        try (StagedWriter nowhere = new StagedWriter()) {
            Row row = new Row();
            for (int read = 0; read < most && rows.next(row); read++) {
                Problem problem = pass.rows.read(row);
                problem = problem == null ? pass.rows.write(row, nowhere) : problem;
                nowhere.dropRecord();
                if (problem != null) {
                    setAside.merge(problem.code(), 1L, Long::sum);
                    if (problems.size() < told) {
                        problems.add("row %d: %s".formatted(row.number(), problem.sentence()));
                    }
                }
            }
        }
        return new Checked(setAside, problems);
    }

    /** Reasons with their counts, and the first problems. */
    public record Checked(SortedMap<String, Long> setAside, List<String> problems) {}

    /** What the facts of this plan look like in a file, without reading it. */
    public static StagedFacts facts(Plan plan, Path file, long rows) {
        return new RowStaging(plan).staged(file, rows);
    }

    /** Adds rows to the quarantine that an equal row before them makes superfluous. */
    public static void addDuplicates(Staged staged, RowSource rows, List<Long> lines) throws IOException {
        StagingPass pass = new StagingPass(staged.plan());
        Problem problem = Problem.of("DUPLICATE_ROW", "an earlier row is alike in every cell");
        try (Quarantine quarantine =
                new Quarantine(staged.quarantine(), staged.plan().header(), pass.rows::aboutErased)) {
            Row row = new Row();
            int next = 0;
            while (next < lines.size() && rows.next(row)) {
                if (row.number() == lines.get(next)) {
                    quarantine.add(row, problem);
                    next++;
                }
            }
        }
    }

    private Staged run(Source source, Checkpoint.Keeper keeper, LongConsumer rowsRead) throws IOException {
        Path factsFile = plan.folder().resolve("facts.staged");
        Path personsFile = plan.folder().resolve("persons.staged");
        Path quarantineFile = plan.folder().resolve("quarantine.csv");
        Optional<Checkpoint> last = keeper.last();
        try (StagedWriter out = writer(factsFile, last.map(Checkpoint::facts));
                StagedWriter personsOut = writer(personsFile, last.map(Checkpoint::persons));
                Quarantine quarantine = new Quarantine(quarantineFile, plan.header(), rows::aboutErased)) {
            PersonRows persons = new PersonRows(personsOut, plan.mapping(), rows.typed(), plan.erased(), plan.names());
            long read = 0;
            if (last.isPresent()) {
                read = last.get().read();
                quarantine.goOn(last.get().quarantineBytes(), last.get().setAside());
                rows.currencies().foreign().putAll(last.get().foreign());
                roundedBefore = last.get().rounded();
                rowsRead.accept(read);
                source.goOn(last.get().mark());
            }
            Row row = new Row();
            while (source.next(row)) {
                read++;
                Problem problem = rows.read(row);
                if (problem == null) {
                    problem = rows.write(row, out);
                }
                rows.endRow(problem == null);
                if (problem == null) {
                    out.endRecord();
                    persons.write();
                } else {
                    out.dropRecord();
                    quarantine.add(row, problem);
                }
                if (read % REPORT_EVERY == 0) {
                    rowsRead.accept(read);
                    if (keeper.due(read)) {
                        keep(keeper, source, read, out, personsOut, quarantine);
                    }
                }
            }
            rowsRead.accept(read);
            keep(keeper, source, read, out, personsOut, quarantine);
            List<String> notes = new ArrayList<>();
            if (rounded() > 0) {
                notes.add("rounded %d numbers to six decimals".formatted(rounded()));
            }
            rows.currencies().note().ifPresent(notes::add);
            return new Staged(
                    plan,
                    read,
                    new TreeMap<>(quarantine.counts()),
                    notes,
                    rows.staged(factsFile, out.records()),
                    new StagedPersons(personsFile, persons.rows()),
                    quarantineFile);
        }
    }

    private static StagedWriter writer(Path file, Optional<StagedWriter.Kept> kept) throws IOException {
        return kept.isPresent() ? new StagedWriter(file, kept.get()) : new StagedWriter(file);
    }

    private void keep(
            Checkpoint.Keeper keeper,
            Source source,
            long read,
            StagedWriter facts,
            StagedWriter persons,
            Quarantine quarantine)
            throws IOException {
        Optional<Mark> mark = keeper == Checkpoint.Keeper.NONE ? Optional.empty() : source.mark();
        if (mark.isPresent()) {
            keeper.keep(new Checkpoint(
                    mark.get(),
                    read,
                    facts.flush(),
                    persons.flush(),
                    quarantine.flush(),
                    new TreeMap<>(quarantine.counts()),
                    rounded(),
                    new TreeMap<>(rows.currencies().foreign())));
        }
    }

    private long rounded() {
        return roundedBefore + rows.rounded();
    }
}
