package io.customerroom.ledger.imports.staging;

import io.customerroom.ledger.facts.FactColumn;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.identity.CustomerKeys;
import io.customerroom.ledger.identity.IdentitySecret;
import io.customerroom.ledger.imports.mapping.ColumnRule;
import io.customerroom.ledger.imports.mapping.Input;
import io.customerroom.ledger.imports.mapping.Inputs;
import io.customerroom.ledger.imports.mapping.Lookups;
import io.customerroom.ledger.imports.mapping.Mapping;
import io.customerroom.ledger.imports.source.Mark;
import io.customerroom.ledger.imports.source.OpenedFile;
import io.customerroom.ledger.imports.source.Row;
import io.customerroom.ledger.imports.source.RowSource;
import io.customerroom.ledger.imports.staging.StagedFacts.Key;
import io.customerroom.ledger.imports.values.ZoneClock;
import io.customerroom.ledger.persons.NameList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One pass over a file: rows become typed facts in a staged file, or are set aside. */
public final class StagingPass {

    private static final int REPORT_EVERY = 1 << 14;

    private final Plan plan;
    private final List<Input> inputs;
    private final TypedRow typed;
    private final CellReader[] readers;
    private final CellReaders cells;
    private final Outputs outputs;
    private final CustomerKeys keys;
    private final Map<String, KeyCache> caches = new HashMap<>();
    private final List<KeyCache> cached = new ArrayList<>();
    private final MessageDigest digest = Fingerprint.sha256();
    private final long importedMicros;
    private final long delayMicros;
    private final boolean recordedStaged;
    private final Key key;
    private final int recorded;
    private final int customer;
    private final int currency;
    private final CurrencyCodes currencies;
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
        Mapping mapping = plan.mapping();
        this.plan = plan;
        this.inputs = Inputs.of(mapping.fact());
        this.typed = new TypedRow(inputs);
        this.keys = new CustomerKeys(plan.secret());
        ZoneClock company = new ZoneClock(plan.company());
        this.cells = new CellReaders(
                mapping,
                plan.header(),
                plan.currency(),
                plan.lookups(),
                plan.names(),
                this::cache,
                mapping.zone().map(ZoneClock::new).orElse(company),
                company);
        List<CellReader> mapped = new ArrayList<>();
        for (int slot = 0; slot < inputs.size(); slot++) {
            ColumnRule rule = mapping.columns().get(inputs.get(slot).name());
            if (rule != null) {
                mapped.add(cells.reader(inputs.get(slot), slot, rule));
            }
        }
        this.readers = mapped.toArray(CellReader[]::new);
        this.currencies = new CurrencyCodes(plan.currency(), mapping.fact() == FactKind.RATE);
        this.outputs = new Outputs(mapping, typed, currencies);
        this.importedMicros = micros(plan.importedAt());
        this.delayMicros =
                mapping.knownAfter().map(delay -> delay.toSeconds() * 1_000_000).orElse(-1L);
        this.recordedStaged =
                mapping.knownAfter().isPresent() || mapping.columns().containsKey("recorded");
        this.recorded = typed.slot("recorded");
        this.key = key();
        this.customer =
                inputs.stream().anyMatch(input -> input.name().equals("customer")) ? typed.slot("customer") : -1;
        this.currency = mapping.columns().containsKey("currency") ? typed.slot("currency") : -1;
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
                Problem problem = pass.read(row);
                problem = problem == null ? pass.write(row, nowhere) : problem;
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
        return new StagingPass(plan).staged(file, rows);
    }

    /** Adds rows to the quarantine that an equal row before them makes superfluous. */
    public static void addDuplicates(Staged staged, RowSource rows, List<Long> lines) throws IOException {
        StagingPass pass = new StagingPass(staged.plan());
        Problem problem = Problem.of("DUPLICATE_ROW", "an earlier row is alike in every cell");
        try (Quarantine quarantine =
                new Quarantine(staged.quarantine(), staged.plan().header(), pass::aboutErased)) {
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
                Quarantine quarantine = new Quarantine(quarantineFile, plan.header(), this::aboutErased)) {
            PersonRows persons = new PersonRows(personsOut, plan.mapping(), typed, plan.erased(), plan.names());
            long read = 0;
            if (last.isPresent()) {
                read = last.get().read();
                quarantine.goOn(last.get().quarantineBytes(), last.get().setAside());
                currencies.foreign().putAll(last.get().foreign());
                roundedBefore = last.get().rounded();
                rowsRead.accept(read);
                source.goOn(last.get().mark());
            }
            Row row = new Row();
            while (source.next(row)) {
                read++;
                Problem problem = read(row);
                if (problem == null) {
                    problem = write(row, out);
                }
                for (int i = 0; i < cached.size(); i++) {
                    cached.get(i).endRow(problem == null);
                }
                if (problem == null) {
                    out.endRecord();
                    persons.write();
                    currencies.kept();
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
            currencies.note().ifPresent(notes::add);
            return new Staged(
                    plan,
                    read,
                    new TreeMap<>(quarantine.counts()),
                    notes,
                    staged(factsFile, out.records()),
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
                    new TreeMap<>(currencies.foreign())));
        }
    }

    private long rounded() {
        return roundedBefore + cells.rounded();
    }

    private StagedFacts staged(Path file, long rows) {
        List<FactColumn> columns = outputs.columns();
        return new StagedFacts(
                file,
                plan.mapping().fact(),
                plan.source(),
                plan.batch(),
                plan.mapping().dropDuplicates(),
                recordedStaged ? Optional.empty() : Optional.of(plan.importedAt()),
                key,
                columns,
                plan.currency(),
                rows);
    }

    private Key key() {
        boolean identified = plan.mapping().columns().containsKey(idInput());
        return switch (plan.mapping().fact()) {
            case CUSTOMER_FACT -> new Key.Joined(List.of("customer"));
            case PURCHASE ->
                plan.mapping().columns().containsKey("line")
                        ? new Key.Joined(List.of("order_id", "line_id"))
                        : new Key.OrderAndOrdinal();
            case CONTRACT -> new Key.Joined(List.of("contract_id"));
            case CONTRACT_EVENT ->
                identified ? new Key.Staged() : new Key.Joined(List.of("contract_id", "event_kind", "from_on"));
            case TICKET -> new Key.Joined(List.of("ticket_id"));
            case FEEDBACK -> new Key.Joined(List.of("feedback_id"));
            case OPERATION ->
                identified ? new Key.Staged() : new Key.Joined(List.of("contact", "measure", "occurred_at", "site"));
            case DEPARTURE -> new Key.Joined(List.of("customer", "left_on"));
            case REFERRAL -> new Key.Joined(List.of("customer", "referred", "occurred_on"));
            case COST, INVESTMENT -> new Key.Staged();
            case TOUCH ->
                identified ? new Key.Staged() : new Key.Joined(List.of("customer", "touch_kind", "occurred_at"));
            case CROSSWALK -> new Key.Joined(List.of("customer", "other"));
            case RATE -> new Key.Joined(List.of("of_currency", "occurred_on"));
        };
    }

    private String idInput() {
        return switch (plan.mapping().fact()) {
            case COST -> "cost";
            case INVESTMENT -> "investment";
            default -> "id";
        };
    }

    private @Nullable Problem read(Row row) {
        if (row.fault() != null) {
            return Problem.of("LINE_UNREADABLE", "%s", row.fault());
        }
        if (row.size() != plan.header().size()) {
            return Problem.of(
                    "RAGGED_ROW",
                    "the row has %d cells, the header %d",
                    row.size(),
                    plan.header().size());
        }
        if (row.nul()) {
            return Problem.of("NUL_BYTE", "the row holds a NUL character");
        }
        for (CellReader reader : readers) {
            Problem problem = reader.read(row, typed);
            if (problem != null) {
                return problem;
            }
        }
        typed.number = row.number();
        return currency >= 0 ? currencies.settle(typed, currency) : null;
    }

    private @Nullable Problem write(Row row, StagedWriter out) {
        int when = outputs.occurred();
        long recordedMicros = recordedMicros(when);
        if (!typed.has[when]) {
            typed.value[when] = recordedMicros;
            typed.day[when] = companyDay(recordedMicros);
        }
        out.number(row.number());
        writeCustomer(out);
        out.number(typed.value[when]);
        out.number(typed.day[when] - Math.floorDiv(typed.value[when], ZoneClock.MICROS_PER_DAY));
        if (plan.mapping().dropDuplicates()) {
            out.text(Fingerprint.of(row, digest));
        }
        if (recordedStaged) {
            out.number(recordedMicros);
        }
        if (key instanceof Key.Staged) {
            int id = typed.slot(idInput());
            out.text(typed.has[id] ? typed.text(id) : Fingerprint.of(typed));
        }
        return outputs.write(out);
    }

    private void writeCustomer(StagedWriter out) {
        if (customer < 0 || !typed.has[customer]) {
            out.empty();
        } else if (plan.mapping().fact() == FactKind.CROSSWALK) {
            out.number(Math.min(typed.value[customer], typed.value[typed.slot("other")]));
        } else {
            out.number(typed.value[customer]);
        }
    }

    /** As mapped, or after the stated delay; never after the import itself. */
    private long recordedMicros(int when) {
        if (delayMicros >= 0) {
            return typed.has[when] ? Math.min(importedMicros, typed.value[when] + delayMicros) : importedMicros;
        }
        return typed.has[recorded] ? Math.min(importedMicros, typed.value[recorded]) : importedMicros;
    }

    private long companyDay(long micros) {
        return new ZoneClock(plan.company()).dayOf(micros);
    }

    private KeyCache cache(String space) {
        return caches.computeIfAbsent(space, name -> {
            KeyCache cache = new KeyCache(keys, name.getBytes(StandardCharsets.UTF_8));
            cached.add(cache);
            return cache;
        });
    }

    /** Any cell that is the id of an erased customer hides the whole row. */
    private boolean aboutErased(Row row) {
        if (!plan.anyErased()) {
            return false;
        }
        if (row.fault() != null) {
            return true; // whom a line is about that cannot be taken apart is not known
        }
        return row.texts().stream().anyMatch(this::erased)
                || customersElsewhere(row).anyMatch(this::erased);
    }

    private boolean erased(String cell) {
        String id = CustomerKeys.trimmed(cell);
        return !id.isEmpty()
                && caches.keySet().stream()
                        .anyMatch(space ->
                                plan.erased().test(keys.key(space, id).value())
                                        || id.endsWith(".0")
                                                && plan.erased()
                                                        .test(keys.key(space, id.substring(0, id.length() - 2))
                                                                .value()));
    }

    /** The customers whom another file names for this row. */
    private Stream<String> customersElsewhere(Row row) {
        return inputs.stream()
                .filter(input -> input.type() == Input.Type.CUSTOMER)
                .flatMap(input -> Optional.ofNullable(plan.mapping().columns().get(input.name())).stream())
                .filter(rule -> !rule.lookups().isEmpty())
                .flatMap(rule -> rule.from().stream()
                        .map(plan.header()::indexOf)
                        .filter(column -> column < row.size())
                        .flatMap(column ->
                                plan
                                        .lookups()
                                        .of(rule.lookups())
                                        .find(row.texts().get(column).strip())
                                        .stream()));
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }
}
