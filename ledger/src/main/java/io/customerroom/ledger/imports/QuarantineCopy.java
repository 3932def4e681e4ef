package io.customerroom.ledger.imports;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.customerroom.kernel.Csv;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rows set aside, for a spreadsheet. The file in the workspace holds cells as they were read, so that mended rows can come back
 * unchanged; a copy that leaves the room runs nothing: see {@link Csv}.
 */
public final class QuarantineCopy {

    private QuarantineCopy() {}

    /** Copies line by line. */
    public static void write(Path quarantine, Appendable out) throws IOException {
        try (CsvReader<CsvRecord> rows = rows(quarantine)) {
            for (CsvRecord row : rows) {
                out.append(Csv.line(row.getFields()));
            }
        }
    }

    /** The header and the first rows, cells as they were read. */
    public static List<List<String>> first(Path quarantine, int most) throws IOException {
        try (CsvReader<CsvRecord> rows = rows(quarantine);
                Stream<CsvRecord> first = rows.stream().limit(most + 1L)) {
            return first.map(CsvRecord::getFields).toList();
        }
    }

    /** A row may have been set aside because it has more cells than the header, or fewer. */
    private static CsvReader<CsvRecord> rows(Path quarantine) throws IOException {
        return CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(quarantine);
    }
}
