package io.customerroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainVerbTest {

    /** Ada stays, Bo comes in February. */
    private static final String SALES = """
            order,customer,date,amount,site
            R-1,ada,2025-01-10,10.00,north
            R-2,ada,2025-02-11,20.50,north
            R-3,bo,2025-02-12,30.00,south
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void facts() throws IOException {
        Typed.in(folder, "init", ".");
        Files.writeString(folder.resolve("sales.csv"), SALES);
        Typed.in(folder, "import", "sales.csv", "--as", "purchase");
        Typed.in(folder, "build");
    }

    @Test
    void changeIsToldInPartsThatAddUp() {
        assertThat(Typed.in(folder, "explain", "value-flow", "2025-02", "--by", "state,site"))
                .isEqualTo(new Typed(0, """
                        value: 10 in 2025-01, 60.5 in 2025-02, change 50.5

                        by state  before  now   change
                        gained         0    30      30
                        growing       10  30.5    20.5
                        together      10  60.5    50.5

                        by site   before  now   change
                        north         10  30.5    20.5
                        south          0    30      30
                        together      10  60.5    50.5
                        ! 2025-02 is not over: it is read as of 2025-02-12.
                        """, ""));
    }

    @Test
    void jsonIsOneObject() {
        assertThat(Typed.in(folder, "explain", "customer-math", "2025-02", "--by", "site", "--format", "json")
                        .out())
                .contains("\"metric\":\"why-changed\"", "\"before\":\"1\"", "\"now\":\"2\"", "\"change\":\"1\"")
                .contains("\"by\":\"site\"")
                .endsWith("}\n");
    }

    @Test
    void otherFiguresAndSplitsAreRefused() {
        assertThat(Typed.in(folder, "explain", "revenue", "2025-02"))
                .extracting(Typed::exitCode, Typed::err)
                .containsExactly(
                        2,
                        "'revenue' cannot be explained. Choose one of customer-math, value-flow, customers, came, left, value. [FIGURE_UNKNOWN]\n");
        assertThat(Typed.in(folder, "explain", "left", "2025-02", "--by", "weather")
                        .exitCode())
                .isEqualTo(2);
    }
}
