package io.customerroom.ledger.imports;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.FactsFile;
import io.customerroom.ledger.facts.Feed;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.facts.Receipts;
import io.customerroom.ledger.identity.IdentitySecret;
import io.customerroom.ledger.imports.mapping.Mapping;
import io.customerroom.ledger.imports.mapping.MappingYaml;
import io.customerroom.ledger.imports.plain.PlainFile;
import io.customerroom.ledger.imports.plain.PlainStager;
import io.customerroom.ledger.imports.source.Limits;
import io.customerroom.ledger.imports.staging.Stager;
import io.customerroom.ledger.imports.staging.StagingPass;
import io.customerroom.ledger.persons.KnownNames;
import io.customerroom.ledger.persons.NameList;
import io.customerroom.ledger.persons.TextMask;
import io.customerroom.ledger.workspace.CompanySettings;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.state.StateStore;
import io.customerroom.state.StoredText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Brings files in, one at a time, and takes them out again. Files are written first, then the receipt in one transaction; whatever has no
 * receipt does not exist, and is removed at the next {@link #sweep()} or import.
 */
public final class Imports {

    private final Workspace workspace;
    private final CompanySettings settings;
    private final Receipts receipts;
    private final PlainStager stager;
    private final Clock clock;
    private final Limits limits;
    private final LargeFiles large;

    public Imports(Workspace workspace, CompanySettings settings, StateStore store, PlainStager stager, Clock clock) {
        this(workspace, settings, store, stager, clock, Limits.standard(), LargeFiles.standard());
    }

    /** @param large which files are read so that a stopped import can be gone on with */
    public Imports(
            Workspace workspace,
            CompanySettings settings,
            StateStore store,
            PlainStager stager,
            Clock clock,
            LargeFiles large) {
        this(workspace, settings, store, stager, clock, Limits.standard(), large);
    }

    Imports(
            Workspace workspace,
            CompanySettings settings,
            StateStore store,
            PlainStager stager,
            Clock clock,
            Limits limits) {
        this(workspace, settings, store, stager, clock, limits, LargeFiles.standard());
    }

    private Imports(
            Workspace workspace,
            CompanySettings settings,
            StateStore store,
            PlainStager stager,
            Clock clock,
            Limits limits,
            LargeFiles large) {
        this.large = large;
        this.workspace = workspace;
        this.settings = settings;
        this.receipts = new Receipts(store);
        this.stager = stager;
        this.clock = clock;
        this.limits = limits;
    }

    /** Header, first rows, mapping, guessed or completed, and what of the first rows would be set aside; reads only the top of the file. */
    public Preview preview(ImportRequest request) {
        try (Opening opening = Opening.of(request, limits, stager)) {
            Path unused = workspace.staging();
            ImportJob job = ImportJob.trial(request, opening, unused, "preview", clock.instant(), Progress.NONE);
            return opening.preview(mapping -> plan(job, mapping));
        }
    }

    /** Reads the whole file as an import would, and writes nothing that stays. */
    public Preview dryRun(ImportRequest request, Progress progress) {
        try (WorkspaceLock lock = WorkspaceLock.take(workspace);
                Opening opening = Opening.of(request, limits, stager)) {
            Path folder = freshFolder();
            try {
                StagingPass.Staged staged =
                        pass(ImportJob.trial(request, opening, folder, "dry-run", clock.instant(), progress));
                return opening.preview(staged, folder.resolve("quarantine.csv"));
            } catch (Stopped stopped) {
                throw stopped.told(opening.name(), Optional.empty());
            } finally {
                Durable.deleteTree(folder);
            }
        } catch (IOException e) {
            throw diskFailure(e);
        }
    }

    /** Imports the file. The same bytes with the same mapping, still in force, are answered with their receipt. */
    public ImportResult run(ImportRequest request, Authorship by, Progress progress) {
        return run(request, List.of(), by, progress);
    }

    /** @param told what the receipt says beside what the file does */
    public ImportResult run(ImportRequest request, List<String> told, Authorship by, Progress progress) {
        try (WorkspaceLock lock = WorkspaceLock.take(workspace)) {
            List<Receipt> all = receipts.all();
            Leftovers.remove(workspace, all);
            int number = all.stream().mapToInt(Receipt::number).max().orElse(0) + 1;
            try (Opening opening = Opening.of(request, limits, stager)) {
                String source = NewReceipt.source(request, opening.mapping());
                String batch = NewReceipt.batch(number, request.fact(), source);
                Optional<Unfinished> unfinished = opening.bytes() >= large.fromBytes()
                        ? Optional.of(Unfinished.of(workspace, request, opening.mapping(), receipts.erased(), large))
                        : Optional.empty();
                Path folder = unfinished.isPresent() ? unfinished.get().folder() : freshFolder();
                boolean kept = false;
                try {
                    return run(request, told, by, progress, opening, folder, number, batch, unfinished);
                } catch (Stopped stopped) {
                    kept = unfinished.isPresent();
                    throw stopped.told(opening.name(), unfinished.flatMap(Unfinished::last));
                } finally {
                    if (!kept) {
                        Durable.deleteTree(folder);
                    }
                }
            }
        } catch (IOException e) {
            throw diskFailure(e);
        }
    }

    private ImportResult run(
            ImportRequest request,
            List<String> told,
            Authorship by,
            Progress progress,
            Opening opening,
            Path folder,
            int number,
            String batch,
            Optional<Unfinished> unfinished)
            throws IOException {
        Instant now = StoredText.storable(clock.instant());
        List<String> notes = new ArrayList<>(told);
        ImportJob job = new ImportJob(request, opening, folder, batch, now, progress, receipts.active(), notes);
        Path facts = job.facts();
        Optional<PlainFile> plain =
                unfinished.isPresent() ? Optional.empty() : opening.plain(mapping -> plan(job, mapping), progress);
        Optional<Receipt> before = plain.flatMap(
                file -> job.before(file.contentHash(), file.staged().mapping()));
        if (before.isPresent()) {
            return again(job, before.get());
        }
        Optional<Stager.Written> inPlace = plain.isPresent() ? plain.get().write(stager, facts) : Optional.empty();
        StagingPass.Staged staged;
        Stager.Written written;
        String content;
        if (plain.isPresent() && inPlace.isPresent()) {
            staged = plain.get().staged();
            written = inPlace.get();
            content = plain.get().contentHash();
        } else {
            staged = opening.stage(mapping -> plan(job, mapping), progress, unfinished);
            unfinished.flatMap(Unfinished::note).ifPresent(notes::add);
            content = opening.contentHash();
            before = job.before(content, staged.mapping());
            if (before.isPresent()) {
                return again(job, before.get());
            }
            written = stager.write(staged.facts(), facts);
        }
        Optional<String> replaced = new Replacements(workspace, stager)
                .note(job.earlier(), request.fact(), staged.facts().source(), opening.name(), facts);
        Receipt receipt = NewReceipt.of(job, number, staged, written, content, replaced, by);
        if (staged.read() == 0) {
            throw Failure.yours(
                    "FILE_WITHOUT_ROWS",
                    "'%s' has a header and no rows.".formatted(opening.name()),
                    "Export it again; if there is really nothing to say, there is nothing to import.");
        }
        Optional<FactsFile> measured = written.rows() > 0 ? Optional.of(FactsFile.of(facts)) : Optional.empty();
        keep(staged, receipt, facts, folder, opening, written.duplicates());
        Receipt nameless = receipt.called(withoutNames(receipt));
        receipts.add(by, nameless, measured);
        return new ImportResult(nameless, false, Optional.empty());
    }

    /** What the file is called, without what any customer is called, those whom it brings included. */
    private String withoutNames(Receipt receipt) {
        List<Path> tables = new ArrayList<>(personTables());
        tables.add(workspace.persons(receipt.batch()));
        tables.removeIf(Files::notExists);
        String name = receipt.file().name();
        return TextMask.maskName(name, NameList.ofCompany(workspace).and(() -> stager.knownIn(name, tables)));
    }

    private ImportResult again(ImportJob job, Receipt before) {
        return new ImportResult(before, true, new Replacements(workspace, stager).since(job.earlier(), before));
    }

    /** Files first: each is on disk and in its place before the receipt is written. */
    private void keep(
            StagingPass.Staged staged, Receipt receipt, Path facts, Path folder, Opening opening, List<Long> duplicates)
            throws IOException {
        if (staged.persons().rows() > 0) {
            Path persons = folder.resolve("persons.parquet");
            List<Path> others = receipts.all().stream()
                    .map(other -> workspace.persons(other.batch()))
                    .filter(Files::exists)
                    .toList();
            stager.writePersons(staged.persons(), others, persons).ifPresent(key -> {
                throw Failure.ours(
                        "CUSTOMER_KEYS_COLLIDE",
                        "Two different ids give the customer key %s.".formatted(new CustomerId(key)),
                        null);
            });
            Durable.move(persons, workspace.persons(receipt.batch()));
        }
        if (receipt.counts().allSetAside() > 0) {
            opening.addDuplicates(staged, duplicates);
            Durable.move(staged.quarantine(), workspace.quarantine(receipt.batch()));
        }
        if (receipt.counts().kept() > 0) {
            Durable.move(facts, workspace.facts(receipt.kind().table(), receipt.batch()));
        }
    }

    private StagingPass.Staged pass(ImportJob job) {
        return job.opening().stage(mapping -> plan(job, mapping), job.progress());
    }

    private StagingPass.Plan plan(ImportJob job, Mapping mapping) {
        Set<Long> erased = receipts.erased();
        String source = NewReceipt.source(job.request(), mapping);
        return new StagingPass.Plan(
                mapping.with(Optional.of(source), job.request().feed()),
                job.opening().header(),
                job.opening().lookups(),
                settings.calendar().zone(),
                settings.currency().getCurrencyCode(),
                IdentitySecret.of(workspace),
                erased::contains,
                !erased.isEmpty(),
                NameList.ofCompany(workspace).and(this::known),
                source,
                job.batch(),
                job.now(),
                job.folder());
    }

    private KnownNames known() {
        return stager.known(personTables());
    }

    private List<Path> personTables() {
        return receipts.active().stream()
                .map(receipt -> workspace.persons(receipt.batch()))
                .filter(Files::exists)
                .toList();
    }

    /** Every batch that was ever received, in order of arrival. */
    public List<Receipt> batches() {
        return receipts.all();
    }

    /**
     * Takes a batch out of force. Its names, its customers' words and the rows it set aside are removed for good; its facts, which carry keys only, stay. Importing
     * the same file again brings all of it back as a new batch.
     */
    public Receipt undo(String batch, Authorship by) {
        Receipt receipt = receipts.withdraw(by, batch);
        try {
            Leftovers.forget(workspace, receipt.batch());
        } catch (IOException e) {
            throw Failure.resources(
                    "NAMES_NOT_REMOVED",
                    "%s is undone, but its file of names or of rows set aside could not be removed."
                            .formatted(receipt.batch()),
                    "Check the rights of the folders 'persons' and 'quarantine', then run doctor --repair.");
        }
        return receipt;
    }

    /** The rows a batch set aside, as CSV: row, reason, explanation, then the cells as they were read. Empty where there are none. */
    public Optional<Path> quarantine(String batch) {
        Receipt receipt = receipts.named(batch);
        return Optional.of(workspace.quarantine(receipt.batch())).filter(Files::exists);
    }

    /** Imports the mended rows of a batch's quarantine, with the mapping of that batch, as a delta of its source. */
    public ImportResult retry(String batch, Path mended, String name, Authorship by, Progress progress) {
        return retry(batch, mended, name, List.of(), by, progress);
    }

    ImportResult retry(String batch, Path mended, String name, List<String> told, Authorship by, Progress progress) {
        Receipt receipt = receipts.named(batch);
        Mapping mapping = MappingYaml.read(
                        receipt.file().mapping(), "the mapping of " + receipt.batch(), Optional.of(receipt.kind()))
                .forMendedRows();
        return run(
                new ImportRequest(
                        mended,
                        name,
                        receipt.kind(),
                        Optional.of(mapping),
                        Optional.of(receipt.source()),
                        Optional.of(Feed.DELTA)),
                told,
                by,
                progress);
    }

    /** Removes files without a receipt, left by an import that was killed. Answers how many. */
    public int sweep() {
        try (WorkspaceLock lock = WorkspaceLock.take(workspace)) {
            return Leftovers.remove(workspace, receipts.all());
        } catch (IOException e) {
            throw diskFailure(e);
        }
    }

    /** Names of what {@link #sweep} would remove, from the workspace's root. An import that runs just now is among them. */
    public List<String> leftovers() {
        try {
            return Leftovers.find(workspace, receipts.all()).stream()
                    .map(path -> workspace.root().relativize(path).toString())
                    .toList();
        } catch (IOException e) {
            throw diskFailure(e);
        }
    }

    private Path freshFolder() throws IOException {
        Files.createDirectories(workspace.staging());
        return Files.createTempDirectory(workspace.staging(), "import-");
    }

    private static Failure diskFailure(IOException e) {
        String said = String.valueOf(e.getMessage());
        return said.contains("No space left") || said.contains("not enough space")
                ? Failure.resources(
                        "DISK_FULL", "The disk of the workspace is full.", "Make room and run the import again.")
                : Failure.ours("WORKSPACE_IO", "A file of the workspace could not be written.", e);
    }
}
