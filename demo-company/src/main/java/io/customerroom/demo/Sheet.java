package io.customerroom.demo;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook of one sheet being written. Its bytes depend on its cells alone: the times inside the file are fixed afterwards. */
final class Sheet implements Closeable {

    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final String CREATED = "(<dcterms:created [^>]*>)[^<]*<";

    private final Path file;
    private final Path draft;
    private final OutputStream out;
    private final Workbook workbook;
    private final Worksheet worksheet;
    private final LocalDate created;
    private int row;

    Sheet(Path file, String name, LocalDate created, String... header) throws IOException {
        this.file = file;
        this.created = created;
        draft = file.resolveSibling(file.getFileName() + ".draft");
        out = Files.newOutputStream(draft);
        workbook = new Workbook(out, "Office", "1.0");
        worksheet = workbook.newWorksheet(name);
        row((Object[]) header);
    }

    /** Cells are texts, whole numbers, decimals or days. */
    void row(Object... cells) {
        for (int column = 0; column < cells.length; column++) {
            switch (cells[column]) {
                case String text -> worksheet.value(row, column, text);
                case Integer number -> worksheet.value(row, column, number);
                case BigDecimal number -> worksheet.value(row, column, number);
                case LocalDate day -> {
                    worksheet.value(row, column, day);
                    worksheet.style(row, column).format("yyyy-mm-dd").set();
                }
                default -> throw new IllegalArgumentException("no cell for " + cells[column]);
            }
        }
        row++;
    }

    @Override
    public void close() throws IOException {
        workbook.close();
        out.close();
        try (ZipFile from = new ZipFile(draft.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(ENTRY_TIME);
                to.putNextEntry(copy);
                to.write(part(entry.getName(), from.getInputStream(entry).readAllBytes()));
                to.closeEntry();
            }
        }
        Files.delete(draft);
    }

    private byte[] part(String name, byte[] content) {
        if (!name.equals("docProps/core.xml")) {
            return content;
        }
        String text = new String(content, StandardCharsets.UTF_8);
        return text.replaceAll(CREATED, "$1" + created + "T00:00:00Z<").getBytes(StandardCharsets.UTF_8);
    }
}
