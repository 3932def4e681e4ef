package io.customerroom.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** A delimited file being written. */
final class Table implements Closeable {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int BUFFER = 1 << 16;

    private final CsvWriter csv;

    private Table(CsvWriter csv) {
        this.csv = csv;
    }

    /** Commas and UTF-8; packed when the name ends in {@code .gz}. */
    static Table create(Path file, String... header) throws IOException {
        return open(file, ',', LineDelimiter.LF, StandardCharsets.UTF_8, header);
    }

    /** As an old office program saves it: semicolons, Windows-1252, lines that end in CR LF. */
    static Table createOffice(Path file, String... header) throws IOException {
        return open(file, ';', LineDelimiter.CRLF, WINDOWS, header);
    }

    private static Table open(Path file, char separator, LineDelimiter end, Charset charset, String... header)
            throws IOException {
        OutputStream bytes = Files.newOutputStream(file);
        OutputStream out = file.toString().endsWith(".gz") ? new GZIPOutputStream(bytes, BUFFER) : bytes;
        Table table = new Table(CsvWriter.builder()
                .fieldSeparator(separator)
                .lineDelimiter(end)
                .bufferSize(BUFFER)
                .build(out, charset));
        table.row(header);
        return table;
    }

    void row(String... cells) {
        csv.writeRecord(cells);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
