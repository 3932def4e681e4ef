package io.customerroom.engine.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.imports.ImportRequest;
import io.customerroom.ledger.imports.ImportRoom;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookTest {

    @TempDir
    Path folder;

    @Test
    void aWorkbookGivesTheSameFactsAsText() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("purchases");
            String[] header = {"order", "line", "customer", "date", "product", "amount", "cost", "site"};
            for (int i = 0; i < header.length; i++) {
                sheet.value(0, i, header[i]);
            }
            sheet.value(1, 0, "o1");
            sheet.value(1, 1, 1);
            sheet.value(1, 2, 17850);
            sheet.value(1, 3, LocalDate.of(2026, 1, 5));
            sheet.style(1, 3).format("yyyy-MM-dd").set();
            sheet.value(1, 4, "tea");
            sheet.value(1, 5, 0.1 + 0.2);
            sheet.value(3, 0, "o2");
            sheet.value(3, 1, 1);
            sheet.value(3, 2, "ben");
            sheet.value(3, 3, LocalDateTime.of(2026, 1, 6, 9, 30));
            sheet.style(3, 3).format("d.m.yyyy h:mm").set();
            sheet.value(3, 5, 12);
            sheet.value(3, 7, "North");
        }
        try (ImportRoom room = new ImportRoom(folder)) {
            Receipt receipt =
                    room.load(ImportRequest.of(room.file("purchases.xlsx", bytes.toByteArray()), FactKind.PURCHASE));
            assertThat(receipt.counts().read()).isEqualTo(2);
            assertThat(receipt.counts().kept()).isEqualTo(2);
            assertThat(
                            room.ask(
                                    "SELECT order_id, line_id, occurred_at, product, amount, site, line FROM purchase ORDER BY line"))
                    .isEqualTo("""
                            o1 1 2026-01-05T00:00:00Z tea 0.300000 - 1
                            o2 1 2026-01-06T09:30:00Z - 12.000000 North 3
                            """);
            assertThat(room.ask("SELECT customer FROM purchase WHERE order_id = 'o1'"))
                    .isEqualTo(room.key("customer", "17850") + "\n");
        }
    }
}
