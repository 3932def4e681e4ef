package io.customerroom.ledger.imports;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.imports.lookup.LookupFiles;
import io.customerroom.ledger.imports.mapping.Guess;
import io.customerroom.ledger.imports.mapping.Lookups;
import io.customerroom.ledger.imports.mapping.Mapping;
import io.customerroom.ledger.imports.mapping.MappingText;
import io.customerroom.ledger.imports.mapping.Sample;
import io.customerroom.ledger.imports.plain.PlainFile;
import io.customerroom.ledger.imports.source.Limits;
import io.customerroom.ledger.imports.source.NotUtf8;
import io.customerroom.ledger.imports.source.OpenedFile;
import io.customerroom.ledger.imports.source.OtherBytes;
import io.customerroom.ledger.imports.source.Row;
import io.customerroom.ledger.imports.source.SourceFile;
import io.customerroom.ledger.imports.source.TableReader;
import io.customerroom.ledger.imports.staging.Checkpoint;
import io.customerroom.ledger.imports.staging.StagingPass;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;

/** A file and its complete mapping. What is not UTF-8 is read once more, as Windows-1252. */
final class Opening implements AutoCloseable {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int SAMPLE_ROWS = 5_000;
    private static final int SAMPLE_CHARS = 1 << 22;
    private static final int LAST_HEADER_ROW = 12;
    private static final int SHOWN_ROWS = 20;
    private static final int SHOWN_PROBLEMS = 20;

    private final SourceFile file;
    private final ImportRequest request;
    private final Limits limits;
    private boolean windows;
    private int headerRow = 1;
    private Sample sample;
    private Mapping mapping;
    private Lookups lookups = Lookups.NONE;
    private List<String> notes = List.of();
    private String contentHash = "";
    private Optional<Character> delimiterInPlace = Optional.empty();

    private Opening(SourceFile file, ImportRequest request, Limits limits) {
        this.file = file;
        this.limits = limits;
        this.request = request;
        this.sample = new Sample(file.name(), List.of(), List.of());
        this.mapping = Mapping.empty(request.fact());
    }

    static Opening of(ImportRequest request, Limits limits, TableReader reader) {
        SourceFile file = SourceFile.of(request.file(), request.name(), limits, reader);
        request.mapping().ifPresent(given -> file.expect(named(given)));
        Opening opening = new Opening(file, request, limits);
        opening.twice(() -> {
            opening.look();
            return opening;
        });
        return opening;
    }

    /** The columns that a mapping reads. */
    private static List<String> named(Mapping mapping) {
        return mapping.columns().values().stream()
                .flatMap(rule -> rule.from().stream())
                .distinct()
                .toList();
    }

    String name() {
        return file.name();
    }

    Mapping mapping() {
        return mapping;
    }

    /** What the mapping looks words up in. */
    Lookups lookups() {
        return lookups;
    }

    List<String> header() {
        return sample.header();
    }

    List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        if (windows) {
            all.add("read as Windows-1252, since it is not UTF-8");
        }
        if (request.mapping().isEmpty() && headerRow > 1) {
            all.add("the names of the columns stand in row " + headerRow + "; the rows above it are a title");
        }
        if (mapping.fact() == FactKind.PURCHASE && !mapping.columns().containsKey("order")) {
            all.add("no column names the order, so every row counts as an order of its own");
        }
        return all;
    }

    /** Known after {@link #stage}. */
    String contentHash() {
        return contentHash;
    }

    StagingPass.Staged stage(Function<Mapping, StagingPass.Plan> plan, Progress progress) {
        return stage(plan, progress, Optional.empty());
    }

    /** @param unfinished keeps how far a large file was read */
    StagingPass.Staged stage(
            Function<Mapping, StagingPass.Plan> plan, Progress progress, Optional<Unfinished> unfinished) {
        return twice(() -> {
            StagingPass.Plan made = plan.apply(mapping);
            try {
                return stage(made, progress, windows ? Checkpoint.Keeper.NONE : keeper(unfinished));
            } catch (OtherBytes e) {
                unfinished.orElseThrow(() -> e).anew();
                return stage(made, progress, keeper(unfinished));
            } catch (NotUtf8 e) {
                Files.deleteIfExists(made.folder().resolve("facts.staged"));
                Files.deleteIfExists(made.folder().resolve("persons.staged"));
                Files.deleteIfExists(made.folder().resolve("quarantine.csv"));
                if (unfinished.isPresent()) {
                    unfinished.get().anew();
                }
                throw e;
            }
        });
    }

    private static Checkpoint.Keeper keeper(Optional<Unfinished> unfinished) {
        return unfinished.<Checkpoint.Keeper>map(it -> it).orElse(Checkpoint.Keeper.NONE);
    }

    private StagingPass.Staged stage(StagingPass.Plan made, Progress progress, Checkpoint.Keeper keeper)
            throws IOException {
        long[] rows = new long[1];
        try (OpenedFile opened = open(bytes -> progress.reached(bytes, file.bytes(), rows[0]))) {
            opened.next(new Row());
            StagingPass.Staged staged = StagingPass.run(made, opened, keeper, count -> rows[0] = count);
            contentHash = opened.contentHash();
            notes = opened.notes();
            return staged;
        }
    }

    /** Bytes of the file. */
    long bytes() {
        return file.bytes();
    }

    /** The file as it lies there, if all of it is plain. */
    Optional<PlainFile> plain(Function<Mapping, StagingPass.Plan> plan, Progress progress) throws IOException {
        if (delimiterInPlace.isEmpty() || sample.rows().isEmpty()) {
            return Optional.empty();
        }
        return PlainFile.look(
                plan.apply(mapping),
                file.path(),
                delimiterInPlace.get(),
                sample.rows().getFirst(),
                (bytes, rows) -> progress.reached(bytes, file.bytes(), rows));
    }

    void addDuplicates(StagingPass.Staged staged, List<Long> lines) throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        try (OpenedFile opened = open(bytes -> {})) {
            opened.next(new Row());
            StagingPass.addDuplicates(staged, opened, lines);
        }
    }

    /** The first rows, and what would be set aside of them. */
    Preview preview(Function<Mapping, StagingPass.Plan> plan) {
        return twice(() -> {
            try (OpenedFile opened = open(bytes -> {})) {
                opened.next(new Row());
                StagingPass.Checked checked =
                        StagingPass.check(plan.apply(mapping), opened, SAMPLE_ROWS, SHOWN_PROBLEMS);
                return new Preview(
                        mapping,
                        MappingText.of(mapping),
                        header(),
                        shown(),
                        checked.setAside(),
                        checked.problems(),
                        sample.rows().size(),
                        notes());
            }
        });
    }

    Preview preview(StagingPass.Staged staged, Path quarantine) throws IOException {
        List<String> problems = new ArrayList<>();
        if (Files.exists(quarantine)) {
            try (BufferedReader reader = Files.newBufferedReader(quarantine)) {
                reader.lines().skip(1).limit(SHOWN_PROBLEMS).forEach(problems::add);
            }
        }
        List<String> all = notes();
        all.addAll(staged.notes());
        return new Preview(
                mapping, MappingText.of(mapping), header(), shown(), staged.setAside(), problems, staged.read(), all);
    }

    private List<List<String>> shown() {
        return sample.rows().stream().limit(SHOWN_ROWS).toList();
    }

    private void look() {
        headerRow = request.mapping().map(Mapping::headerRow).orElse(1);
        readTop();
        if (request.mapping().isPresent()) {
            Mapping given = request.mapping().get();
            lookups = LookupFiles.of(given, file.path(), limits);
            mapping = Guess.complete(given, sample, lookups);
            return;
        }
        try {
            mapping = Guess.columns(request.fact(), sample);
        } catch (Failure first) {
            if (file.namesItsColumns()) {
                throw first;
            }
            mapping = beneathATitle().orElseThrow(() -> first);
        }
    }

    /** Reports carry a title above their table: the first row whose names make a mapping is the header. */
    private Optional<Mapping> beneathATitle() {
        Sample top = sample;
        for (headerRow = 2; headerRow <= LAST_HEADER_ROW; headerRow++) {
            try {
                readTop();
                Mapping found = Guess.columns(request.fact(), sample).withHeaderRow(headerRow);
                return Optional.of(found);
            } catch (Failure none) {
                // this row is no header either
            }
        }
        headerRow = 1;
        sample = top;
        return Optional.empty();
    }

    private void readTop() {
        try (OpenedFile opened = open(bytes -> {})) {
            Row row = new Row();
            if (!opened.next(row)) {
                throw Failure.yours(
                        "HEADER_MISSING",
                        "'%s' has no header.".formatted(name()),
                        "Write the names of the columns in its first row.");
            }
            List<String> header = row.texts().stream().map(String::strip).toList();
            List<List<String>> rows = new ArrayList<>();
            int chars = 0;
            while (rows.size() < SAMPLE_ROWS && chars < SAMPLE_CHARS && opened.next(row)) {
                if (row.size() == header.size()) {
                    List<String> cells = row.texts();
                    chars += cells.stream().mapToInt(String::length).sum();
                    rows.add(cells);
                }
            }
            notes = opened.notes();
            delimiterInPlace = opened.delimiterInPlace();
            sample = new Sample(name(), header, rows);
        }
    }

    private OpenedFile open(LongConsumer bytesRead) {
        Optional<Mapping> given = request.mapping();
        return file.open(
                new SourceFile.Reading(
                        windows ? Optional.of(WINDOWS) : given.flatMap(Mapping::encoding),
                        given.flatMap(Mapping::delimiter),
                        given.flatMap(Mapping::sheet),
                        headerRow),
                bytesRead);
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private <T> T twice(Reading<T> reading) {
        try {
            try {
                return reading.read();
            } catch (NotUtf8 e) {
                windows = true;
                look();
                return reading.read();
            }
        } catch (IOException e) {
            throw Failure.ours("IMPORT_IO", "'%s' could not be staged.".formatted(name()), e);
        }
    }

    @Override
    public void close() {
        // files are open only while they are read; the place for a temporary copy, should one be needed
    }
}
