package io.customerroom.ledger.imports.staging;

import io.customerroom.ledger.facts.FactColumn;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.identity.CustomerKeys;
import io.customerroom.ledger.imports.mapping.ColumnRule;
import io.customerroom.ledger.imports.mapping.Input;
import io.customerroom.ledger.imports.mapping.Inputs;
import io.customerroom.ledger.imports.mapping.Mapping;
import io.customerroom.ledger.imports.source.Row;
import io.customerroom.ledger.imports.staging.StagedFacts.Key;
import io.customerroom.ledger.imports.values.ZoneClock;
import io.customerroom.state.Hash;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one row after the other into typed values, and writes each as the record of a fact. */
final class RowStaging {

    private final StagingPass.Plan plan;
    private final TypedRow typed;
    private final CellReader[] readers;
    private final CellReaders cells;
    private final Outputs outputs;
    private final CustomerKeys keys;
    private final Map<String, KeyCache> caches = new HashMap<>();
    private final List<KeyCache> cached = new ArrayList<>();
    private final MessageDigest digest = Hash.sha256();
    private final long importedMicros;
    private final long delayMicros;
    private final boolean recordedStaged;
    private final Key key;
    private final int recorded;
    private final int customer;
    private final int currency;
    private final CurrencyCodes currencies;
    private final ErasedRows erased;

    RowStaging(StagingPass.Plan plan) {
        Mapping mapping = plan.mapping();
        this.plan = plan;
        List<Input> inputs = Inputs.of(mapping.fact());
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
        this.key = KeyRules.key(mapping);
        this.customer =
                inputs.stream().anyMatch(input -> input.name().equals("customer")) ? typed.slot("customer") : -1;
        this.currency = mapping.columns().containsKey("currency") ? typed.slot("currency") : -1;
        this.erased = new ErasedRows(plan, inputs, keys, caches.keySet());
    }

    TypedRow typed() {
        return typed;
    }

    CurrencyCodes currencies() {
        return currencies;
    }

    /** Numbers that were rounded to six decimals. */
    long rounded() {
        return cells.rounded();
    }

    /** Whether the row may be about somebody who was erased. */
    boolean aboutErased(Row row) {
        return erased.about(row);
    }

    /** Why the row cannot be read; null if it was. */
    @Nullable
    Problem read(Row row) {
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

    /** Why the row is no fact; null if its record is written, up to its end. */
    @Nullable
    Problem write(Row row, StagedWriter out) {
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
            int id = typed.slot(KeyRules.idInput(plan.mapping().fact()));
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

    /** Closes the row: customers that only a refused row names are forgotten. */
    void endRow(boolean kept) {
        for (int i = 0; i < cached.size(); i++) {
            cached.get(i).endRow(kept);
        }
        if (kept) {
            currencies.kept();
        }
    }

    /** What the facts look like in a file. */
    StagedFacts staged(Path file, long rows) {
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

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }
}
