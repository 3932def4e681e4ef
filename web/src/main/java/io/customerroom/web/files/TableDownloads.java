package io.customerroom.web.files;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.files.Download.Format;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Tables on their way to a browser, as CSV, XLSX or Parquet. */
@Component
public final class TableDownloads {

    private final TableBook books;
    private final ObjectProvider<Engine> engine;

    TableDownloads(CompanyFace company, ObjectProvider<Engine> engine) {
        this.books = new TableBook(company.calendar().zone());
        this.engine = engine;
    }

    /** @param about what the file says of itself: the second sheet of a workbook, the notes of a Parquet file */
    public ResponseEntity<Resource> of(Format format, String name, Grid grid, Map<String, String> about) {
        return switch (format) {
            case CSV ->
                Download.streamed(format, name, out -> {
                    try (Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
                        TableFile.csv(grid, writer);
                    }
                });
            case XLSX -> Download.streamed(format, name, out -> books.write(grid, about, out));
            case PARQUET ->
                Download.written(format, name, file -> {
                    Files.delete(file); // the engine writes new files only
                    TableFile.parquet(grid, about, engine.getObject(), file);
                });
            case SVG, PNG, PDF ->
                throw Failure.yours(
                        "FORMAT_NOT_OFFERED",
                        "A table is not offered as %s.".formatted(format.ending()),
                        "Offered are csv, xlsx and parquet.");
        };
    }
}
