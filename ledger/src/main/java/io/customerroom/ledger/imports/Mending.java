package io.customerroom.ledger.imports;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.imports.mapping.Input;
import io.customerroom.ledger.imports.mapping.Inputs;
import io.customerroom.ledger.imports.mapping.Mapping;
import io.customerroom.ledger.imports.mapping.MappingYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The rows that one batch set aside, to be corrected cell by cell. Corrected rows come in as a batch of their own, with the mapping of the first; its receipt names
 * the rows, and undoing it opens them again. The quarantine itself stays as it was read.
 */
public final class Mending {

    /** Row, code and reason stand before the cells; twice where the rows were mended before. */
    private static final List<String> BEFORE = List.of("set aside", "set aside because", "set aside explained");

    private static final String ERASED = "erased";
    private static final String NAME = "mended rows of ";
    private static final String NOTE = "mends ";

    private final Imports imports;
    private final Receipt receipt;
    private final Path file;
    private final List<String> header;
    private final int before;

    private Mending(Imports imports, Receipt receipt, Path file, List<String> names) {
        this.imports = imports;
        this.receipt = receipt;
        this.file = file;
        List<String> inner = names.subList(BEFORE.size(), names.size());
        boolean again =
                inner.size() >= BEFORE.size() && inner.subList(0, BEFORE.size()).equals(BEFORE);
        this.before = again ? 2 * BEFORE.size() : BEFORE.size();
        this.header = List.copyOf(names.subList(before, names.size()));
    }

    /**
     * A row that was set aside.
     *
     * @param row as the quarantine calls it: {@code row 17}
     * @param reason for people
     * @param cells under the header; what is missing is empty
     * @param erased it is about a person who was erased: nothing of it is left to correct
     * @param mended the batch that corrects it and is in force
     */
    public record SetAside(String row, String reason, List<String> cells, boolean erased, Optional<String> mended) {}

    /** Refused where the batch set nothing aside. */
    public static Mending of(Imports imports, String batch) {
        Path file = imports.quarantine(batch)
                .orElseThrow(() -> Failure.yours(
                        "QUARANTINE_NOT_FOUND",
                        "The batch '%s' set no rows aside.".formatted(batch),
                        "There is nothing to mend."));
        Receipt receipt = imports.batches().stream()
                .filter(one -> file.endsWith(one.batch() + ".csv"))
                .findFirst()
                .orElseThrow();
        try (CsvReader<CsvRecord> rows = rows(file)) {
            List<String> names = rows.stream().findFirst().orElseThrow().getFields();
            return new Mending(imports, receipt, file, names);
        } catch (IOException e) {
            throw unreadable();
        }
    }

    /** The batch by its full name. */
    public String batch() {
        return receipt.batch();
    }

    /** Names of the columns. */
    public List<String> header() {
        return header;
    }

    /** Places of the columns that say who somebody is: ids, names, addresses and words of customers. */
    public Set<Integer> personal() {
        Mapping mapping = mapping();
        Set<Integer> personal = new HashSet<>();
        for (Input input : Inputs.of(mapping.fact())) {
            boolean named =
                    switch (input.type()) {
                        case CUSTOMER, PERSON, PERSONAL_TEXT -> true;
                        case TEXT, CODE, AMOUNT, FACTOR, COUNT, DATE, SWITCH -> false;
                    };
            if (named && mapping.columns().containsKey(input.name())) {
                mapping.columns().get(input.name()).from().map(header::indexOf).ifPresent(personal::add);
            }
        }
        return personal;
    }

    private Mapping mapping() {
        return MappingYaml.read(
                receipt.file().mapping(), "the mapping of " + receipt.batch(), Optional.of(receipt.kind()));
    }

    /** So many rows behind the first ones. */
    public List<SetAside> rows(int from, int most) {
        Map<String, String> mended = mended();
        List<SetAside> found = new ArrayList<>();
        each(record -> {
            if (record.at() >= from && found.size() < most) {
                found.add(setAside(record.fields(), mended));
            }
        });
        return found;
    }

    private SetAside setAside(List<String> fields, Map<String, String> mended) {
        List<String> cells = cells(fields);
        boolean erased = !cells.isEmpty()
                && cells.stream().allMatch(cell -> cell.equals(ERASED) || cell.isEmpty())
                && cells.contains(ERASED);
        return new SetAside(
                fields.get(0), fields.get(2), cells, erased, Optional.ofNullable(mended.get(fields.get(0))));
    }

    private List<String> cells(List<String> fields) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            cells.add(before + i < fields.size() ? fields.get(before + i) : "");
        }
        return Collections.unmodifiableList(cells);
    }

    /** Rows with the batch in force that corrects them; the latest counts. */
    private Map<String, String> mended() {
        Map<String, String> mended = new TreeMap<>();
        for (Receipt correction : corrections()) {
            if (correction.active()) {
                correction.file().notes().stream()
                        .filter(note -> note.startsWith(NOTE))
                        .flatMap(note -> Stream.of(note.substring(NOTE.length()).split(", ", -1)))
                        .forEach(row -> mended.put(row, correction.batch()));
            }
        }
        return mended;
    }

    /** The batches that correct rows of this one, in order of arrival; undone ones as well. */
    public List<Receipt> corrections() {
        return imports.batches().stream()
                .filter(one -> one.kind() == receipt.kind() && one.file().name().equals(NAME + receipt.batch()))
                .toList();
    }

    /**
     * Imports the rows that were changed. Refused: no change, a row that is not there, one of an erased person.
     *
     * @param changes by row, by place of the cell; places that are not named stay as they were
     */
    public ImportResult mend(Map<String, Map<Integer, String>> changes, Authorship by) {
        List<List<String>> lines = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        each(record -> {
            Map<Integer, String> changed = changes.getOrDefault(record.fields().getFirst(), Map.of());
            SetAside row = setAside(record.fields(), Map.of());
            List<String> cells = new ArrayList<>(row.cells());
            changed.forEach((place, text) -> {
                if (place >= 0 && place < cells.size()) {
                    cells.set(place, text);
                }
            });
            if (!cells.equals(row.cells()) && !row.erased()) {
                List<String> line = new ArrayList<>(record.fields().subList(before - BEFORE.size(), before));
                line.addAll(cells);
                lines.add(line);
                rows.add(row.row());
            }
        });
        if (lines.isEmpty()) {
            throw Failure.yours(
                    "NOTHING_MENDED",
                    "No cell was changed.",
                    "Change what the reason names, then import the rows again.");
        }
        return imported(lines, rows, by);
    }

    private ImportResult imported(List<List<String>> lines, List<String> rows, Authorship by) {
        try {
            Path mended = Files.createTempFile("customer-room-mended-", ".csv");
            try {
                try (CsvWriter csv = CsvWriter.builder().build(mended)) {
                    List<String> names = new ArrayList<>(BEFORE);
                    names.addAll(header);
                    csv.writeRecord(names);
                    lines.forEach(csv::writeRecord);
                }
                String note = NOTE + String.join(", ", rows);
                return imports.retry(receipt.batch(), mended, NAME + receipt.batch(), List.of(note), by, Progress.NONE);
            } finally {
                Files.deleteIfExists(mended);
            }
        } catch (IOException e) {
            throw Failure.resources(
                    "MENDED_NOT_KEPT", "The rows could not be kept.", "Check room on the disk for temporary files.");
        }
    }

    private record Numbered(int at, List<String> fields) {}

    private void each(Consumer<Numbered> work) {
        try (CsvReader<CsvRecord> rows = rows(file)) {
            int at = -1;
            for (CsvRecord row : rows) {
                if (at >= 0) {
                    work.accept(new Numbered(at, row.getFields()));
                }
                at++;
            }
        } catch (IOException e) {
            throw unreadable();
        }
    }

    private static CsvReader<CsvRecord> rows(Path file) throws IOException {
        return CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(file);
    }

    private static Failure unreadable() {
        return Failure.ours("QUARANTINE_UNREADABLE", "The rows set aside could not be read.", null);
    }
}
