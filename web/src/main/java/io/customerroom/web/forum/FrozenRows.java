package io.customerroom.web.forum;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import io.customerroom.web.customers.RowsForReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Rows behind a frozen reading, as one reader may have them: the file that is kept, or of it the lines whose customer lies within the reader's scope. Another customer
 * named in a line is left blank where outside. A list without customers is whole for everybody.
 */
@Component
final class FrozenRows {

    /** Lines looked up together. */
    private static final int AT_ONCE = 5000;

    private static final String CUSTOMER = "customer";
    private static final Set<String> CUSTOMERS = Set.of(CUSTOMER, "referrer", "referred");

    private final RowsForReader readers;

    FrozenRows(RowsForReader readers) {
        this.readers = readers;
    }

    Resource of(Path kept) {
        if (!RowsForReader.scope().restricted()) {
            return new FileSystemResource(kept);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(kept));
                Reader text = new InputStreamReader(in, StandardCharsets.UTF_8);
                OutputStream out = new GZIPOutputStream(bytes);
                CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            copy(CsvReader.builder().ofCsvRecord(text).iterator(), csv);
        } catch (IOException e) {
            throw Failure.resources(
                    "EVIDENCE_NOT_READ",
                    "The rows behind this reading could not be read.",
                    "Run './customer-room doctor'.");
        }
        return new ByteArrayResource(bytes.toByteArray());
    }

    private void copy(Iterator<CsvRecord> lines, CsvWriter csv) {
        if (!lines.hasNext()) {
            return;
        }
        List<String> header = lines.next().getFields();
        csv.writeRecord(header);
        List<List<String>> some = new ArrayList<>();
        while (lines.hasNext()) {
            some.add(new ArrayList<>(lines.next().getFields()));
            if (some.size() == AT_ONCE || !lines.hasNext()) {
                write(header, some, csv);
                some.clear();
            }
        }
    }

    private void write(List<String> header, List<List<String>> lines, CsvWriter csv) {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (CUSTOMERS.contains(header.get(i))) {
                columns.add(i);
            }
        }
        Set<CustomerId> named = new HashSet<>();
        lines.forEach(line -> columns.forEach(at -> customer(line.get(at)).ifPresent(named::add)));
        Set<CustomerId> seen = readers.seen(named);
        int own = header.indexOf(CUSTOMER);
        for (List<String> line : lines) {
            if (own < 0 || customer(line.get(own)).filter(seen::contains).isPresent()) {
                columns.stream()
                        .filter(at ->
                                customer(line.get(at)).filter(seen::contains).isEmpty())
                        .forEach(at -> line.set(at, ""));
                csv.writeRecord(line);
            }
        }
    }

    private static Optional<CustomerId> customer(String key) {
        try {
            return Optional.of(new CustomerId(Long.parseLong(key)));
        } catch (IllegalArgumentException nobody) {
            return Optional.empty();
        }
    }
}
