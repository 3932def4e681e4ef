package io.customerroom.ledger.persons;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.customerroom.ledger.identity.CustomerKeys;
import io.customerroom.ledger.imports.Durable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Empties the rows of quarantine files that speak of erased people. Line and reason stay. */
final class QuarantineEraser {

    private static final String ERASED = "erased";
    private static final String REMOVED = "removed by retention";
    private static final int KEPT_CELLS = 2;
    private static final int SHORTEST = 3;

    private final List<String> words;
    private final CustomerKeys keys;
    private final Set<Long> erased;

    QuarantineEraser(Set<String> words, CustomerKeys keys, List<Long> erased) {
        this.words = words.stream()
                .filter(word -> word.strip().length() >= SHORTEST)
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .toList();
        this.keys = keys;
        this.erased = Set.copyOf(erased);
    }

    /** Answers how many rows spoke of them; rows emptied before speak of nobody. */
    long rewrite(Path quarantine, String space) throws IOException {
        return rewrite(quarantine, row -> speaksOf(row, space), ERASED);
    }

    /** Empties every row, whomever it speaks of; answers how many. */
    static long removeAll(Path quarantine) throws IOException {
        return rewrite(quarantine, row -> true, REMOVED);
    }

    /** Whether every row was emptied, so that nothing is there to remove. */
    static boolean isRemoved(Path quarantine) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(quarantine)) {
            return reader.stream()
                    .skip(1)
                    .findFirst()
                    .filter(row -> row.getField(row.getFieldCount() - 1).equals(REMOVED))
                    .isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long rewrite(Path quarantine, Predicate<CsvRecord> whose, String marker) throws IOException {
        if (!Files.exists(quarantine)) {
            return 0;
        }
        Path rewritten = quarantine.resolveSibling(quarantine.getFileName() + ".new");
        long emptied = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(quarantine);
                BufferedWriter out = Files.newBufferedWriter(rewritten);
                CsvWriter writer = CsvWriter.builder()
                        .lineDelimiter(de.siegmar.fastcsv.writer.LineDelimiter.LF)
                        .build(out)) {
            boolean header = true;
            for (CsvRecord row : reader) {
                boolean about = !header && whose.test(row);
                header = false;
                emptied += about ? 1 : 0;
                writer.writeRecord(about ? emptied(row, marker) : row.getFields());
            }
        }
        if (emptied > 0) {
            Durable.move(rewritten, quarantine);
        } else {
            Files.delete(rewritten);
        }
        return emptied;
    }

    private boolean speaksOf(CsvRecord row, String space) {
        for (int i = KEPT_CELLS; i < row.getFieldCount(); i++) {
            String cell = row.getField(i).strip();
            if (cell.isEmpty()) {
                continue;
            }
            String lower = cell.toLowerCase(Locale.ROOT);
            String number = cell.endsWith(".0") ? cell.substring(0, cell.length() - 2) : cell;
            if (words.stream().anyMatch(lower::contains)
                    || erased.contains(keys.key(space, cell).value())
                    || !number.isEmpty()
                            && erased.contains(keys.key(space, number).value())) {
                return true;
            }
        }
        return false;
    }

    private static List<String> emptied(CsvRecord row, String marker) {
        List<String> cells = new ArrayList<>(row.getFields().subList(0, KEPT_CELLS));
        while (cells.size() < row.getFieldCount()) {
            cells.add(marker);
        }
        return cells;
    }
}
