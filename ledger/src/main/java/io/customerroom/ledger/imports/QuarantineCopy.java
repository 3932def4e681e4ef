package io.customerroom.ledger.imports;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.customerroom.kernel.Csv;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Rows set aside, for a spreadsheet. The file in the workspace holds cells as they were read, so that mended rows can come back
 * unchanged; a copy that leaves the room runs nothing: see {@link Csv}.
 */
public final class QuarantineCopy {

    private QuarantineCopy() {}

    /** Copies line by line. */
    public static void write(Path quarantine, Appendable out) throws IOException {
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(quarantine)) {
            for (CsvRecord row : rows) {
                out.append(Csv.line(row.getFields()));
            }
        }
    }
}
