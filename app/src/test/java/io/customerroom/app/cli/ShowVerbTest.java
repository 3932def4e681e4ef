package io.customerroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowVerbTest {

    /** Ada stays, Bo comes in February, Cyd buys without saying who he is. */
    private static final String SALES = """
            order,customer,date,amount,site
            R-1,ada,2025-01-10,10.00,north
            R-2,ada,2025-02-11,20.50,north
            R-3,bo,2025-02-12,30.00,south
            R-4,,2025-02-28,5.00,south
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void facts() throws IOException {
        Typed.in(folder, "init", ".");
        Files.writeString(folder.resolve("sales.csv"), SALES);
        Typed.in(folder, "import", "sales.csv", "--as", "purchase");
    }

    @Test
    void jsonIsOneObjectWithClocksDefinitionColumnsAndRows() {
        Typed typed = Typed.in(folder, "show", "customer-math", "--by", "month", "--format", "json");
        assertThat(typed.exitCode()).isZero();
        assertThat(typed.out())
                .startsWith("{\"metric\":\"customer-math\",\"through\":\"2025-02-28\","
                        + "\"known\":\"2026-01-05T12:00:00Z\",\"definition\":\"activity@1,value@1\","
                        + "\"columns\":[\"period\",\"opening\",\"gained\",\"regained\",\"lost\",\"closing\"")
                .contains("\"rows\":[[\"2025-01\",0,1,0,0,1,", "[\"2025-02\",1,1,0,0,2,")
                .endsWith("\"warnings\":[]}\n");
        assertThat(typed.err()).startsWith("Built the ledger ");
    }

    @Test
    void ledgerIsBuiltOnceForTheSameQuestion() {
        Typed.in(folder, "show", "customer-math");
        assertThat(Typed.in(folder, "show", "customer-math").err()).isEmpty();
    }

    @Test
    void earlierThroughIsAnotherBuild() {
        assertThat(Typed.in(folder, "show", "customer-math", "--through", "2025-01-31", "--format", "csv")
                        .out()
                        .lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("2025-01,0,1,0,0,1,");
    }

    @Test
    void answerIsSplitAndNarrowed() {
        assertThat(Typed.in(folder, "show", "customer-math", "--period", "2025-02", "--by", "site", "--format", "csv")
                        .out()
                        .lines()
                        .map(line -> line.substring(0, Math.min(line.length(), 20))))
                .contains("north,2025-02,1,0,0,", "south,2025-02,0,1,0,");
        assertThat(Typed.in(folder, "show", "customer-math", "--period", "2025-02", "--where", "site=south")
                        .out())
                .contains("2025-02        0       1");
    }

    @Test
    void unknownNamesAreRefusedWithTheNearOnes() {
        assertThat(Typed.in(folder, "show", "customer-maths"))
                .extracting(Typed::exitCode, typed -> typed.err().contains("Did you mean 'customer-math'?"))
                .containsExactly(2, true);
        assertThat(Typed.in(folder, "show", "customer-math", "--perod", "2025").err())
                .contains("Did you mean '--period'?");
        assertThat(Typed.in(folder, "show", "customer-math", "--period", "spring")
                        .err())
                .doesNotContain("Built the ledger")
                .endsWith("[PERIOD_UNKNOWN]\n");
        assertThat(Typed.in(folder, "show", "customer-math", "--by", "colour").err())
                .endsWith("[DIMENSION_UNKNOWN]\n");
        assertThat(Typed.in(folder, "show", "customer-math", "--format", "pdf").err())
                .isEqualTo(
                        "The format 'pdf' is not offered here. Offered are table, json, csv. [FORMAT_NOT_OFFERED]\n");
    }

    @Test
    void exportWritesWhatShowPrints() {
        String shown =
                Typed.in(folder, "show", "customer-math", "--format", "csv").out();
        assertThat(Typed.in(folder, "export", "customer-math", "--format", "csv", "--out", "flow.csv")
                        .exitCode())
                .isZero();
        assertThat(folder.resolve("flow.csv")).hasContent(shown);
    }

    @Test
    void catalogueListsMetricsAndTheirCards() {
        assertThat(Typed.in(folder, "metrics").out())
                .contains("customer-math  ", "How many customers came, came back and left?");
        assertThat(Typed.in(folder, "metrics", "customer-math").out())
                .contains("name                 customer-math@1\n", "dimensions           segment, site, channel\n");
    }
}
