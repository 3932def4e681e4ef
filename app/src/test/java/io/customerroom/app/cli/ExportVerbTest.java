package io.customerroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ada's site is named like a formula, and her segment like a piece of a page. */
class ExportVerbTest {

    @TempDir
    Path folder;

    @BeforeEach
    void facts() throws IOException {
        Typed.in(folder, "init", ".");
        Files.writeString(folder.resolve("sales.csv"), """
                order,customer,date,amount,site
                R-1,ada,2025-01-10,10.00,=1+1
                R-2,bert,2025-01-11,20.50,north
                R-3,ada,2025-02-10,5.00,=1+1
                """);
        Typed.in(folder, "import", "sales.csv", "--as", "purchase");
        Files.writeString(folder.resolve("people.csv"), "customer,segment\nada,<b>trade\nbert,private\n");
        Typed.in(folder, "import", "people.csv", "--as", "customer");
    }

    @Test
    void workbookHoldsNumbersAndNoFormula() throws IOException {
        export("revenue", "xlsx", "book.xlsx", "--by", "site");
        try (InputStream in = Files.newInputStream(folder.resolve("book.xlsx"));
                ReadableWorkbook workbook = new ReadableWorkbook(in)) {
            List<Row> rows = workbook.getFirstSheet().read();
            Row ada = rows.stream()
                    .filter(row -> row.getCellText(0).equals("=1+1"))
                    .findFirst()
                    .orElseThrow();
            assertThat(rows.getFirst().getCellText(0)).isEqualTo("site");
            assertThat(ada.getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(ada.getCellText(1)).isEqualTo("2025-01");
            assertThat(ada.getCellAsNumber(2))
                    .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("10"));
            assertThat(workbook.getSheet(1).orElseThrow().read().getFirst().getCellText(1))
                    .isEqualTo("revenue@1");
        }
    }

    @Test
    void aWallIsAWorkbookWithASheetForEachExhibit() throws IOException {
        export("wall-1", "xlsx", "wall.xlsx", "--period", "2025-01");
        try (InputStream in = Files.newInputStream(folder.resolve("wall.xlsx"));
                ReadableWorkbook workbook = new ReadableWorkbook(in)) {
            assertThat(workbook.getSheets().map(sheet -> sheet.getName()))
                    .startsWith("1 Customer math", "1 Top reasons", "1 Flow")
                    .endsWith("About");
        }
    }

    @Test
    void oneExhibitIsATableWithTypesAndNotesAndAPictureOfItsOwn() throws IOException, SQLException {
        export("wall-1", "parquet", "flow.parquet", "--exhibit", "flow", "--period", "2025-01");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("SELECT typeof(gained), gained FROM '%s' WHERE period = '2025-01'"
                                .formatted(folder.resolve("flow.parquet")));
                ResultSet notes = connection
                        .createStatement()
                        .executeQuery(
                                "SELECT value::VARCHAR FROM parquet_kv_metadata('%s') WHERE key::VARCHAR = 'Metric'"
                                        .formatted(folder.resolve("flow.parquet")))) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("DECIMAL(38,10)");
            assertThat(rows.getBigDecimal(2)).isEqualByComparingTo("2");
            notes.next();
            assertThat(notes.getString(1)).isEqualTo("customer-math@1");
        }
        export("wall-1", "svg", "flow.svg", "--exhibit", "flow", "--period", "2025-01");
        assertThat(folder.resolve("flow.svg")).content().contains("<title id=\"title\">2 more customers", "@font-face");
        export("wall-1", "png", "flow.png", "--exhibit", "flow", "--period", "2025-01");
        assertThat(Files.readAllBytes(folder.resolve("flow.png"))).startsWith(0x89, 'P', 'N', 'G');
        assertThat(Typed.in(folder, "export", "wall-1", "--exhibit", "flew", "--format", "svg", "--out", "flew.svg")
                        .err())
                .contains("There are customer-math, top-reasons, flow", "[EXHIBIT_UNKNOWN]");
    }

    @Test
    void aFileIsReplacedOnlyWhenAskedToAndNothingIsLeftBesideIt() throws IOException {
        Files.writeString(folder.resolve("flow.csv"), "mine");
        assertThat(Typed.in(folder, "export", "revenue", "--format", "csv", "--out", "flow.csv")
                        .err())
                .endsWith("Name a new file, or replace it with --force. [FILE_EXISTS]\n");
        assertThat(folder.resolve("flow.csv")).hasContent("mine");
        export("revenue", "csv", "flow.csv", "--force");
        assertThat(folder.resolve("flow.csv")).content().startsWith("period,");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.contains(".part-"));
        }
    }

    @Test
    void parquetHoldsTheExactAnswer() throws SQLException {
        export("revenue", "parquet", "revenue.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("SELECT period, revenue FROM read_parquet('%s') ORDER BY period"
                                .formatted(folder.resolve("revenue.parquet")))) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("2025-01");
            assertThat(rows.getBigDecimal(2)).isEqualByComparingTo("30.50");
        }
    }

    @Test
    void wallIsOnePageWithoutScriptsAndLinks() {
        export("wall-1", "html", "wall.html", "--period", "2025-01");
        assertThat(folder.resolve("wall.html"))
                .content()
                .startsWith("<!DOCTYPE html>")
                .contains(
                        "Wall 1: ",
                        "January 2025",
                        "<svg ",
                        "--improving:",
                        "&lt;b&gt;trade",
                        "Top five reasons for leaving")
                .doesNotContain("<script", "<link", "href=", "src=", "<b>trade");
    }

    @Test
    void roomHoldsAllThreeWalls() {
        export("room", "json", "room.json");
        assertThat(folder.resolve("room.json")).content().contains("\"number\":1", "\"number\":2", "\"number\":3");
        export("room", "csv", "room.csv");
        assertThat(folder.resolve("room.csv")).content().startsWith("wall-1,").contains("\r\nwall-2,", "\r\nwall-3,");
    }

    @ParameterizedTest
    @CsvSource({
        "wall-1, docx, 'Offered are html, csv, json, xlsx, pdf. [FORMAT_NOT_OFFERED]'",
        "wall-1, png, 'Offered are html, csv, json, xlsx, pdf. Of one exhibit, named with --exhibit, also csv, xlsx, parquet, svg, png. [FORMAT_NOT_OFFERED]'",
        "revenue, docx, 'Offered are csv, json, table, xlsx, parquet. [FORMAT_NOT_OFFERED]'"
    })
    void otherFormatsAreRefusedWithThoseOffered(String name, String format, String end) {
        assertThat(Typed.in(folder, "export", name, "--format", format, "--out", "file"))
                .extracting(Typed::exitCode, typed -> typed.err().strip().endsWith(end))
                .containsExactly(2, true);
        assertThat(folder.resolve("file")).doesNotExist();
    }

    @Test
    void wallIsNotNarrowedByWhatItDoesNotKnow() {
        assertThat(Typed.in(folder, "export", "wall-1", "--format", "json", "--out", "w.json", "--rows")
                        .err())
                .endsWith("[OPTION_NOT_FOR_WALLS]\n");
        assertThat(Typed.in(folder, "export", "wall-1", "--format", "json", "--out", "w.json", "--where", "channel=web")
                        .err())
                .endsWith("[OPTION_NOT_FOR_WALLS]\n");
    }

    private void export(String name, String format, String file, String... more) {
        List<String> words = new java.util.ArrayList<>(List.of("export", name, "--format", format, "--out", file));
        words.addAll(List.of(more));
        Guide.run(folder, words);
    }
}
