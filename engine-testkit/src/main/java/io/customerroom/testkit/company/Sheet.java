package io.customerroom.testkit.company;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A list as people keep it: a title row and values.
 *
 * @param rows text, whole number, {@link BigDecimal}, {@link LocalDate} or null for an empty cell
 */
public record Sheet(String name, List<String> header, List<List<@Nullable Object>> rows) {

    public Sheet {
        for (List<@Nullable Object> row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException(name + ": " + header + " does not fit " + row);
            }
        }
    }

    /** A workbook of one sheet, with real dates and numbers as a spreadsheet program stores them. */
    public Path writeXlsx(Path folder) {
        Path file = folder.resolve(name + ".xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "golden-company", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(name);
            for (int column = 0; column < header.size(); column++) {
                sheet.value(0, column, header.get(column));
            }
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < header.size(); column++) {
                    cell(sheet, row + 1, column, rows.get(row).get(column));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static void cell(Worksheet sheet, int row, int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-MM-dd").set();
            }
            case Number number -> sheet.value(row, column, number);
            default -> sheet.value(row, column, value.toString());
        }
    }

    /** Comma-separated, UTF-8; the story's values hold no commas and no quotes. */
    public Path writeCsv(Path folder) {
        Path file = folder.resolve(name + ".csv");
        try {
            Files.writeString(file, csv(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    public String csv() {
        return String.join(",", header)
                + "\n"
                + rows.stream().map(row -> line(row) + "\n").collect(Collectors.joining());
    }

    private static String line(List<@Nullable Object> row) {
        return row.stream().map(Sheet::text).collect(Collectors.joining(","));
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }
}
