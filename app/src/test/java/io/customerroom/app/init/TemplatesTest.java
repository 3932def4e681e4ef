package io.customerroom.app.init;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.app.cli.Console;
import io.customerroom.app.cli.CustomerRoom;
import io.customerroom.ledger.facts.FactKind;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplatesTest {

    private static final Clock LATER = Clock.fixed(Instant.parse("2026-01-05T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void everyKindOfFactHasATemplate() {
        assertThat(Templates.ALL)
                .extracting(template -> FactKind.named(template.fact()))
                .containsExactlyInAnyOrder(FactKind.values());
        assertThat(Templates.kindOf("contract-events")).contains(FactKind.CONTRACT_EVENT);
        assertThat(Templates.kindOf("sales")).isEmpty();
    }

    /** The example of each column, in a file that is named like its template; no column is left unread. */
    @Test
    void aTemplateFilledWithItsExamplesIsImportedWithoutAMapping() throws IOException {
        run("init", "room");
        for (Template template : Templates.ALL) {
            Path file = folder.resolve(template.file() + ".xlsx");
            fill(template, file);

            String preview = run("import", file.toString(), "--dry-run", "--save-mapping", "--dir", "room");
            String receipt = run("import", file.toString(), "--dir", "room");

            assertThat(receipt).as(template.file() + preview).contains("1 rows read = 1 kept + 0 set aside");
            assertThat(Files.readString(folder.resolve("room/mappings/" + template.file() + ".yaml")))
                    .as(template.file())
                    .contains(exemplified(template).stream()
                            .map(Template.Column::name)
                            .toList());
        }
        assertThat(run("show", "contract-events", "--by", "month", "--format", "csv", "--dir", "room"))
                .contains("2025-03,discount,1,1,1,");
    }

    /** 120.00 a year is 10.00 a month; a quarter off it for two months, then for good another half. 150 % is none. */
    @Test
    void aDiscountInPercentRunsForSoManyMonths() throws IOException {
        run("init", "room");
        Files.writeString(
                folder.resolve("contracts.csv"),
                "contract,customer,started on,amount,billing months\nV-1,ada,2025-01-01,120,12\n");
        Files.writeString(folder.resolve("contract-events.csv"), """
                id,contract,customer,kind,from,months,amount
                E-1,V-1,ada,percent off,2025-03-01,2,25
                E-2,V-1,ada,percent off,2025-05-01,,50
                E-3,V-1,ada,percent off,2025-05-01,,150
                E-4,V-1,ada,percent off,2025-05-01,0,10
                """);
        run("import", "contracts.csv", "--dir", "room");
        assertThat(run("import", "contract-events.csv", "--dir", "room"))
                .contains("4 rows read = 2 kept + 2 set aside");

        String moves = run(
                "show",
                "recurring-value",
                "--by",
                "month",
                "--where",
                "discounts=always",
                "--format",
                "csv",
                "--dir",
                "room");

        List<String> header = List.of(moves.lines().findFirst().orElseThrow().split(","));
        assertThat(moves.lines()
                        .skip(1)
                        .limit(6)
                        .map(line -> line.split(",", -1))
                        .map(cells -> cells[0] + " "
                                + new BigDecimal(cells[header.indexOf("closing")])
                                        .stripTrailingZeros()
                                        .toPlainString()))
                .containsExactly("2025-01 10", "2025-02 10", "2025-03 7.5", "2025-04 7.5", "2025-05 5");
    }

    private static void fill(Template template, Path file) throws IOException {
        try (OutputStream stream = Files.newOutputStream(file);
                Workbook workbook = new Workbook(stream, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(template.file());
            List<Template.Column> columns = exemplified(template);
            for (int i = 0; i < columns.size(); i++) {
                sheet.value(0, i, columns.get(i).name());
                sheet.value(1, i, columns.get(i).example());
            }
        }
    }

    /** A column that stands for another one has no example. */
    private static List<Template.Column> exemplified(Template template) {
        return template.columns().stream()
                .filter(column -> !column.example().isEmpty())
                .toList();
    }

    private String run(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = new CustomerRoom(new Console(new PrintWriter(out), new PrintWriter(err), false), LATER, folder)
                .run(words);
        assertThat(exitCode).as(() -> Arrays.toString(words) + " said: " + err).isZero();
        return out.toString();
    }
}
