package io.customerroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.testkit.company.GoldenCompany;
import io.customerroom.testkit.company.Sheet;
import io.customerroom.testkit.company.Sheets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetsTest {

    @TempDir
    Path folder;

    @Test
    void spreadsheetsHoldDaysNumbersAndTheLastVersion() throws IOException {
        List<Sheet> sheets = GoldenCompany.spreadsheets();

        assertThat(sheets)
                .extracting(Sheet::name)
                .containsExactly("customers", "purchases", "contracts", "tickets", "contacts");
        assertThat(sheets.get(1).csv())
                .contains("\nU1,1,uma,2024-11-30,tent,300.00,210.00,Wien\n")
                .contains("\nI3,1,ivo,2024-06-20,repair,80.00,30.00,Graz\n");
        assertThat(sheets.get(2).csv())
                .contains("\nzeno-1,zeno,fleet,2024-06-01,,,33.00,1,Wien\n")
                .doesNotContain("30.00,1,Wien\nzeno");

        try (ReadableWorkbook workbook =
                        new ReadableWorkbook(Files.newInputStream(sheets.get(1).writeXlsx(folder)));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            Row anna = rows.skip(1).findFirst().orElseThrow();
            assertThat(anna.getCellAsDate(3).orElseThrow().toLocalDate()).isEqualTo("2024-01-10");
            assertThat(anna.getCellAsNumber(5).orElseThrow()).isEqualByComparingTo("100.00");
        }
    }

    @Test
    void theCompleteExportKeepsMomentsAndVersions() {
        List<Sheet> sheets = Sheets.everything(GoldenCompany.company());

        assertThat(sheets.get(1).csv())
                .contains("\nQ1,1,quirin,2024-10-27T00:30:00Z,map,40.00,20.00,Wien,sale,web,2024-10-27T00:30:00Z\n")
                .contains("\nQ2,1,quirin,2024-10-27T01:30:00Z,map,40.00,20.00,Wien,sale,web,2024-10-27T01:30:00Z\n");
        assertThat(sheets.get(2).csv())
                .contains("zeno-1,zeno,fleet,2024-06-01,,,30.00,1,Wien,web,2024-05-31T22:00:00Z\n")
                .contains("zeno-1,zeno,fleet,2024-06-01,,,33.00,1,Wien,web,2024-08-15T10:00:00Z\n");
    }
}
