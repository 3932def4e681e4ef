package io.customerroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportVerbTest {

    private static final String SALES = """
            order,customer,date,amount
            R-1,C-1,2025-01-10,10.00
            R-2,C-2,2025-01-11,20.50
            R-3,C-1,,30.00
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void workspace() throws IOException {
        Typed.in(folder, "init", ".");
        Files.writeString(folder.resolve("sales.csv"), SALES);
    }

    @Test
    void receiptCountsItsRowsAndNamesTheReason() {
        Typed typed = Typed.in(folder, "import", "sales.csv", "--as", "purchase");
        assertThat(typed.exitCode()).isZero();
        assertThat(typed.out()).startsWith("""
                b0001-purchase
                3 rows read = 2 kept + 1 set aside
                  1 """);
        assertThat(typed.err()).contains("order: order", "Next: ./customer-room show customer-math --by month");
    }

    @Test
    void dryRunKeepsNothing() {
        assertThat(Typed.in(folder, "import", "sales.csv", "--as", "purchase", "--dry-run")
                        .out())
                .startsWith("sales.csv, not kept\n3 rows read = 2 kept + 1 set aside\n");
        assertThat(Typed.in(folder, "batches"))
                .isEqualTo(new Typed(0, "", "Nothing was imported yet. Next: ./customer-room import FILE --as FACT\n"));
    }

    @Test
    void sameFileTwiceIsOneBatch() {
        Typed.in(folder, "import", "sales.csv", "--as", "purchase");
        assertThat(Typed.in(folder, "import", "sales.csv", "--as", "purchase").err())
                .contains("sales.csv was imported before and still counts; nothing was written.");
        assertThat(Typed.in(folder, "batches").out().lines()).hasSize(2);
    }

    @Test
    void undoneBatchNoLongerCounts() {
        Typed.in(folder, "import", "sales.csv", "--as", "purchase");
        assertThat(Typed.in(folder, "undo", "1").out()).isEqualTo("b0001-purchase is undone: 2 rows count no longer\n");
        assertThat(Typed.in(folder, "batches").out().lines().toList().getLast()).endsWith("undone");
    }

    @Test
    void mendedRowsAreReadWithTheMappingOfTheirBatch() throws IOException {
        Typed.in(folder, "import", "sales.csv", "--as", "purchase");
        String aside = Typed.in(folder, "quarantine", "1").out();
        assertThat(aside).contains("R-3,C-1,,30.00");
        Files.writeString(folder.resolve("mended.csv"), aside.replace("R-3,C-1,,", "R-3,C-1,2025-01-12,"));
        assertThat(Typed.in(folder, "quarantine", "1", "--retry", "mended.csv").out())
                .contains("1 rows read = 1 kept + 0 set aside");
    }

    @Test
    void savedMappingIsUsedByItsName() throws IOException {
        Typed.in(folder, "import", "sales.csv", "--as", "purchase", "--dry-run", "--save-mapping");
        assertThat(folder.resolve("mappings/sales.yaml")).exists();
        assertThat(Typed.in(folder, "import", "sales.csv", "--mapping", "sales.yaml")
                        .exitCode())
                .isZero();
    }

    @Test
    void factMustBeSaidUnlessTheFileIsNamedLikeATemplate() throws IOException {
        assertThat(Typed.in(folder, "import", "sales.csv").err()).contains("[FACT_MISSING]");
        Files.move(folder.resolve("sales.csv"), folder.resolve("purchases.csv"));
        assertThat(Typed.in(folder, "import", "purchases.csv").exitCode()).isZero();
    }

    @Test
    void sourcesThatCannotBeReadAreRefusedWithANextStep() {
        assertThat(Typed.in(
                                folder,
                                "import",
                                "jdbc:postgresql://host/db",
                                "--as",
                                "purchase",
                                "--table",
                                "orders",
                                "--db-user",
                                "reader")
                        .err())
                .endsWith(
                        "An administrator names it in sources.yaml of the workspace: databases: [host:5432]. [DATABASE_NOT_NAMED]\n");
        assertThat(Typed.in(folder, "import", "nothing.csv", "--as", "purchase").err())
                .endsWith("Check the name and the folder. [FILE_MISSING]\n");
    }

    @Test
    void ledgerIsBuiltForAnyClocks() {
        Typed.in(folder, "import", "sales.csv", "--as", "purchase");
        assertThat(Typed.in(folder, "build").out()).contains(" through 2025-01-11, known 2026-01-05T12:00:00Z, ");
        assertThat(Typed.in(folder, "build", "--through", "2025-01-10").out()).contains(" through 2025-01-10, ");
        assertThat(Typed.in(folder, "build", "--through", "10.1.2025").err()).endsWith("[DATE_MALFORMED]\n");
    }
}
