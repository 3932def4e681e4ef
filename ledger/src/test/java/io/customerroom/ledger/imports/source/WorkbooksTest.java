package io.customerroom.ledger.imports.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.customerroom.kernel.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkbooksTest {

    private static final SourceFile.Reading FIRST_SHEET =
            new SourceFile.Reading(Optional.empty(), Optional.empty(), Optional.empty(), 1);

    @TempDir
    Path folder;

    @Test
    void cellsAreWhatASpreadsheetShows() {
        Path file = workbook(sheet -> {
            row(sheet, 0, "text", "number", "yes", "empty", "last");
            row(sheet, 1, " Zoë ", 17850, true, null, "x");
            row(sheet, 2, "a,b\"c\"", 2.55, false, null, "y");
        });
        assertThat(read(file))
                .containsExactly(
                        List.of("text", "number", "yes", "empty", "last"),
                        List.of(" Zoë ", "17850", "true", "", "x"),
                        List.of("a,b\"c\"", "2.55", "false", "", "y"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0.30000000000000004,     0.3
            1.1,                     1.1
            4.35,                    4.35
            100,                     100
            123456789012345,         123456789012345
            1234567890123456,        1234567890123460
            0.000001,                0.000001
            -2.5,                    -2.5
            9999.989999999998,       9999.99
            1.1102230246251565E-16,  0.000000000000000111022302462516
            """)
    void numbersHaveFifteenDigits(double stored, String shown) {
        assertThat(cell(stored)).isEqualTo(shown);
    }

    @Test
    void numbersBeyondAllMeasureStayShort() {
        assertThat(cell(1e300)).isEqualTo("1E+300");
        assertThat(cell(Double.MIN_VALUE)).hasSizeLessThan(20);
        Path file = edited(
                workbook(sheet -> row(sheet, 0, "x", 12345)),
                xml -> xml.replace("<v>12345</v>", "<v>1e-999999999</v>"));
        assertThat(read(file).getFirst().getLast()).hasSizeLessThan(20);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            yyyy-mm-dd,          46177,       2026-06-04
            dd/mm/yyyy,          46177,       2026-06-04
            d-mmm-yy,            46177,       2026-06-04
            yyyy-mm-dd hh:mm,    46177.5,     2026-06-04 12:00:00
            m/d/yy h:mm,         46177.354167, 2026-06-04 08:30:00
            yyyy-mm-dd,          45351,       2024-02-29
            yyyy-mm-dd,          61,          1900-03-01
            yyyy-mm-dd,          59,          1900-02-28
            yyyy-mm-dd,          1,           1900-01-01
            [$-407]d. mmmm yyyy, 46177,       2026-06-04
            yyyy-mm-dd,          -5,          -5
            0.00,                46177,       46177
            0 "days",            46177,       46177
            0.00E+00,            46177,       46177
            [Red]0.0,            46177,       46177
            General,             46177,       46177
            """)
    void aNumberFormattedAsADateIsADate(String format, double serial, String shown) {
        Path file = workbook(sheet -> {
            row(sheet, 0, "x", serial);
            sheet.style(0, 1).format(format).set();
        });
        assertThat(read(file).getFirst().getLast()).isEqualTo(shown);
    }

    @Test
    void datesWrittenByAProgramComeBackAsTheyWere() {
        Path file = workbook(sheet -> {
            sheet.value(0, 0, LocalDate.of(2024, 2, 29));
            sheet.style(0, 0).format("yyyy-MM-dd").set();
            sheet.value(0, 1, LocalDateTime.of(2026, 3, 29, 2, 30, 1));
            sheet.style(0, 1).format("yyyy-MM-dd H:mm:ss").set();
        });
        assertThat(read(file)).containsExactly(List.of("2024-02-29", "2026-03-29 02:30:01"));
    }

    @Test
    void aWorkbookMayCountItsDaysFrom1904() {
        Path file = edited(
                workbook(sheet -> {
                    row(sheet, 0, "x", 44715);
                    sheet.style(0, 1).format("yyyy-mm-dd").set();
                }),
                xml -> xml.replace("date1904=\"false\"", "date1904=\"true\""));
        assertThat(read(file).getFirst().getLast()).isEqualTo("2026-06-04");
    }

    @Test
    void ofAFormulaTheSavedValueCounts() {
        Path plain = workbook(sheet -> {
            row(sheet, 0, "a", "b");
            row(sheet, 1, 111, 222);
        });
        Path file = edited(
                plain,
                xml -> xml.replaceFirst("<c ([^>]*)><v>111</v></c>", "<c $1><f>1+2</f><v>3</v></c>")
                        .replaceFirst("t=\"n\"><v>222</v>", "t=\"str\"><f>A1</f><v>text</v>"));
        assertThat(read(file)).containsExactly(List.of("a", "b"), List.of("3", "text"));
    }

    @Test
    void aFormulaNeverCalculatedIsEmpty() {
        Path file = workbook(sheet -> {
            row(sheet, 0, "a", "b");
            sheet.value(1, 0, "x");
            sheet.formula(1, 1, "1+2");
        });
        assertThat(read(file)).containsExactly(List.of("a", "b"), List.of("x", ""));
    }

    @Test
    void rowsHaveTheWidthOfTheHeaderAndEmptyOnesArePassedOver() throws IOException {
        Path file = workbook(sheet -> {
            row(sheet, 0, "a", "b", "c");
            row(sheet, 1, "1");
            row(sheet, 3, " ", null, "");
            row(sheet, 4, "1", "2", "3", "4");
        });
        assertThat(read(file))
                .containsExactly(List.of("a", "b", "c"), List.of("1", "", ""), List.of("1", "2", "3", "4"));
        assertThat(numbers(file, FIRST_SHEET)).containsExactly(0L, 1L, 4L);
    }

    @Test
    void theHeaderMayStandFurtherDownAndTheSheetHaveAName() {
        Path file = workbooks("Notes", "Sales", sheet -> {
            row(sheet, 0, sheet.getName());
            row(sheet, 2, "id", "name");
            row(sheet, 3, 1, "anna");
        });
        SourceFile.Reading reading =
                new SourceFile.Reading(Optional.empty(), Optional.empty(), Optional.of("Sales"), 3);
        assertThat(read(file, reading, Limits.standard())).containsExactly(List.of("id", "name"), List.of("1", "anna"));
        Failure missing = catchThrowableOfType(
                Failure.class,
                () -> read(
                        file,
                        new SourceFile.Reading(Optional.empty(), Optional.empty(), Optional.of("Sale"), 1),
                        Limits.standard()));
        assertThat(missing.code()).isEqualTo("SHEET_MISSING");
        assertThat(missing.nextStep()).contains("Notes, Sales");
    }

    @Test
    void limitsHoldForSheetsToo() {
        Path file = workbook(sheet -> row(sheet, 0, "a", "b", "c".repeat(50)));
        assertThat(refused(file, new Limits(100, 100, 2, 1 << 20, 1_000, 1 << 20)))
                .isEqualTo("TOO_MANY_COLUMNS");
        assertThat(refused(file, new Limits(49, 100, 5, 1 << 20, 1_000, 1 << 20)))
                .isEqualTo("CELL_TOO_LONG");
        assertThat(refused(file, new Limits(100, 100, 5, 1_000, 1_000, 1 << 20)))
                .isEqualTo("FILE_UNPACKS_TOO_LARGE");
    }

    @Test
    void aNumberThatIsNoneIsADamagedWorkbook() {
        Path file = edited(
                workbook(sheet -> row(sheet, 0, "a", "b")),
                xml -> xml.replaceAll("<c r=\"B1\"([^>]*)>.*?</c>", "<c r=\"B1\" t=\"n\"><v>nine</v></c>"));
        assertThat(refused(file, Limits.standard())).isEqualTo("WORKBOOK_DAMAGED");
    }

    private String cell(double stored) {
        return read(workbook(sheet -> row(sheet, 0, "x", stored))).getFirst().getLast();
    }

    private static void row(Worksheet sheet, int row, Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            switch (cells[i]) {
                case null -> {}
                case String text -> sheet.value(row, i, text);
                case Boolean yes -> sheet.value(row, i, yes);
                case Number number -> sheet.value(row, i, number);
                default -> throw new IllegalArgumentException("no cell: " + cells[i]);
            }
        }
    }

    private Path workbook(Consumer<Worksheet> content) {
        return write(List.of("Sheet1"), content);
    }

    private Path workbooks(String first, String second, Consumer<Worksheet> content) {
        return write(List.of(first, second), content);
    }

    private Path write(List<String> sheets, Consumer<Worksheet> content) {
        Path file = folder.resolve("book.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            for (String name : sheets) {
                content.accept(workbook.newWorksheet(name));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return file;
    }

    /** The same workbook with its XML changed: what other programs write. */
    private Path edited(Path workbook, UnaryOperator<String> change) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile zip = new ZipFile(workbook.toFile());
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream in = zip.getInputStream(entry)) {
                    String xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    out.write(change.apply(xml).getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        try {
            return Files.write(folder.resolve("edited.xlsx"), bytes.toByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String refused(Path file, Limits limits) {
        Failure failure = catchThrowableOfType(Failure.class, () -> read(file, FIRST_SHEET, limits));
        assertThat(failure).isNotNull();
        return failure.code();
    }

    private static List<List<String>> read(Path file) {
        return read(file, FIRST_SHEET, Limits.standard());
    }

    private static List<List<String>> read(Path file, SourceFile.Reading reading, Limits limits) {
        List<List<String>> all = new ArrayList<>();
        try (OpenedFile opened = SourceFile.of(file, "book.xlsx", limits).open(reading, bytes -> {})) {
            Row row = new Row();
            while (opened.next(row)) {
                all.add(row.texts());
            }
        }
        return all;
    }

    private static List<Long> numbers(Path file, SourceFile.Reading reading) {
        List<Long> all = new ArrayList<>();
        try (OpenedFile opened =
                SourceFile.of(file, "book.xlsx", Limits.standard()).open(reading, bytes -> {})) {
            Row row = new Row();
            while (opened.next(row)) {
                all.add(row.number());
            }
        }
        return all;
    }
}
