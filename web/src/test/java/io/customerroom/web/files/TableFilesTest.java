package io.customerroom.web.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.kernel.Clocks;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.web.files.Grid.Column;
import io.customerroom.web.files.Grid.Type;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableFilesTest {

    private static final ZoneId CHATHAM = ZoneId.of("Pacific/Chatham");
    private static final Clocks CLOCKS = new Clocks(LocalDate.of(2026, 10, 31), Instant.parse("2026-11-02T11:00:00Z"));

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1+1", "-cmd", "@SUM(A1)", "\t=1", "\r=1"})
    void aTextThatBeginsLikeAFormulaStaysAText(String text) throws IOException {
        Grid grid = grid(List.of(new Column("site", "Site", Type.TEXT, 0)), List.of(row(text)));
        StringWriter csv = new StringWriter();
        TableFile.csv(grid, csv);
        assertThat(csv.toString()).contains("'" + text);
        Row first = read(book(again(grid, text)), 0).get(1);
        assertThat(first.getCell(0).getType()).isEqualTo(CellType.STRING);
        assertThat(first.getCell(0).getFormula()).isNull();
    }

    @Test
    void daysMomentsAndNumbersAreSuchInAWorkbook() throws IOException {
        List<Column> columns = List.of(
                new Column("day", "Day", Type.DAY, 0),
                new Column("at", "At", Type.MOMENT, 0),
                new Column("amount", "Amount (EUR)", Type.EXACT, 2),
                new Column("n", "n", Type.WHOLE, -1),
                new Column("nothing", "Nothing", Type.TEXT, 0));
        Row cells = read(
                        book(grid(
                                columns,
                                List.of(row(
                                        LocalDate.of(2026, 2, 28),
                                        Instant.parse("2026-02-28T12:00:00Z"),
                                        new BigDecimal("-1234.5"),
                                        7L,
                                        null)))),
                        0)
                .get(1);
        assertThat(cells.getCell(0).asDate().toLocalDate()).isEqualTo("2026-02-28");
        assertThat(cells.getCell(1).asDate()).isEqualTo("2026-03-01T01:45:00"); // Chatham is 13:45 ahead in summer
        assertThat(cells.getCell(2).asNumber()).isEqualByComparingTo("-1234.5");
        assertThat(cells.getCell(2).getDataFormatString()).isEqualTo("#,##0.00");
        assertThat(cells.getCell(3).getDataFormatString()).isEqualTo("#,##0");
        assertThat(cells.getCellCount()).as("no value is an empty cell").isEqualTo(4);
    }

    @Test
    void signsThatAWorkbookCannotHoldAreLeftOut() throws IOException {
        Grid grid =
                grid(List.of(new Column("key", "Key", Type.TEXT, 0)), List.of(row("order\u001fline\u0000\uFFFF <&>")));
        assertThat(read(book(grid), 0).get(1).getCellText(0)).isEqualTo("orderline <&>");
    }

    @Test
    void aSheetHoldsSoManyRowsAndSaysHowManyThereAre() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Stream<List<@Nullable Object>> endless =
                IntStream.iterate(1, i -> i + 1).mapToObj(i -> row((Object) Long.valueOf(i)));
        long written = new TableBook(CHATHAM, 2_500)
                .write(
                        new Grid(List.of(new Column("n", "n", Type.WHOLE, -1)), endless, 1_048_580),
                        Map.of("Metric", "customers@1"),
                        out);
        assertThat(written).isEqualTo(2_500);
        assertThat(read(out.toByteArray(), 0)).hasSize(2_501);
        assertThat(read(out.toByteArray(), 1).stream().map(line -> line.getCellText(0) + ": " + line.getCellText(1)))
                .containsExactly(
                        "Metric: customers@1",
                        "Rows shown: 2500 of 1048580",
                        "Rows left out: A sheet holds no more. Download CSV or Parquet for all of them.");
    }

    /** A fifth of a million cells: what is held between two writes is a few thousand rows of them. */
    @Test
    void manyRowsAreWrittenAsTheyComeAndNotHeld() throws IOException {
        List<Column> columns = IntStream.range(0, 10)
                .mapToObj(i -> new Column("m" + i, "Month " + i, Type.TEXT, 0))
                .toList();
        long[] most = {0};
        long[] now = {0};
        OutputStream counted = new OutputStream() {
            @Override
            public void write(int b) {
                most[0] = Math.max(most[0], now[0]);
                now[0] = 0;
            }

            @Override
            public void write(byte[] b, int off, int len) {
                write(0);
            }
        };
        Stream<List<@Nullable Object>> rows = IntStream.range(0, 20_000).mapToObj(i -> {
            now[0]++;
            return row(IntStream.range(0, 10)
                    .mapToObj(j -> "text " + i * 31 % 9973 + " " + j)
                    .toArray());
        });
        assertThat(new TableBook(CHATHAM).write(new Grid(columns, rows, 20_000), Map.of(), counted))
                .isEqualTo(20_000);
        assertThat(most[0]).isBetween(1L, 4_000L);
    }

    @Test
    void customersAreWrittenByTheirOpaqueIdInEveryFile() throws IOException {
        Rows rows = new Rows(
                List.of(new Rows.Column("customer", Long.class), new Rows.Column("lines", Long.class)),
                List.of(row(1_000_001L, 3L)));
        StringWriter csv = new StringWriter();
        TableFile.csv(Grid.of(rows, 1), csv);
        assertThat(csv.toString()).matches("customer,lines\r\nc[0-9a-z]+,3\r\n");
        Row first = read(book(Grid.of(rows, 1)), 0).get(1);
        assertThat(first.getCellText(0)).startsWith("c");
        assertThat(first.getCell(1).getType()).isEqualTo(CellType.NUMBER);
    }

    @ParameterizedTest
    @CsvSource({
        "Ünit/../4 \\ CON, unit-4-con",
        "'a b\tc\"d', a-b-c-d",
        "Жук, ''",
    })
    void aFileIsNamedInPlainLetters(String part, String plain) {
        assertThat(FileName.plain(part)).isEqualTo(plain);
        assertThat(FileName.of(List.of("wall", "1"), List.of(part), CLOCKS, CHATHAM, "csv"))
                .isEqualTo("wall-1" + (plain.isEmpty() ? "" : "-" + plain) + "-known-2026-11-03.csv");
        assertThat(FileName.of(List.of("x".repeat(300)), List.of(), CLOCKS, ZoneOffset.UTC, "csv"))
                .hasSize(120 + "-known-2026-11-02.csv".length());
    }

    private static Grid again(Grid grid, String text) {
        return grid(grid.columns(), List.of(row(text)));
    }

    private static Grid grid(List<Column> columns, List<List<@Nullable Object>> rows) {
        return new Grid(columns, rows.stream(), rows.size());
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    private static byte[] book(Grid grid) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TableBook(CHATHAM).write(grid, Map.of(), out);
        return out.toByteArray();
    }

    private static List<Row> read(byte[] book, int sheet) throws IOException {
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(book), new ReadingOptions(true, false))) {
            return workbook.getSheet(sheet).orElseThrow().read();
        }
    }
}
