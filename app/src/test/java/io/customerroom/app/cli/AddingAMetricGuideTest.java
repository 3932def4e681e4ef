package io.customerroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows docs/guide/adding-a-metric.md. Ada orders twice in January and once in May; Bert orders once. */
class AddingAMetricGuideTest {

    private static final Guide GUIDE = Guide.page("docs/guide/adding-a-metric.md");
    private static final String SALES = """
            order,customer,date,amount,site
            R-1,ada,2025-01-10,10.00,north
            R-2,ada,2025-01-20,10.00,north
            R-3,bert,2025-02-05,30.00,south
            R-4,ada,2025-05-05,10.00,north
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void workspaceWithTheGuidesMetric() throws IOException {
        Typed.in(folder, "init", ".");
        Files.writeString(folder.resolve("sales.csv"), SALES);
        Typed.in(folder, "import", "sales.csv", "--as", "purchase");
        write(GUIDE.blocks("sql").getFirst());
    }

    @Test
    void oneFileIsAMetricEverywhere() {
        List<List<String>> commands = GUIDE.commands();
        assertThat(commands).hasSize(6);
        assertThat(Guide.run(folder, commands.get(0)).out())
                .containsPattern("repeat-buyers +How many customers ordered more than once\\? +customers +metrics/");
        assertThat(Guide.run(folder, commands.get(1)).out())
                .contains("repeat-buyers@1\n", "owner                head of sales\n");
        assertThat(Guide.run(folder, commands.get(2)).out()).isEqualTo("""
                period   repeat_buyers  buyers
                2025-Q1              1       2
                2025-Q2              0       1
                ! 2025-Q2 is not over: it is read as of 2025-05-05.
                """);
        assertThat(Guide.run(folder, commands.get(3)).out())
                .startsWith("site,period,repeat_buyers,buyers\r\nnorth,2025-01,1,1\r\nnorth,2025-02,0,0\r\n")
                .contains("south,2025-02,0,1\r\n");
        assertThat(Guide.run(folder, commands.get(4)).out().lines())
                .hasSize(3)
                .element(1)
                .asString()
                .matches("2025-01 +c\\w+ +2 +20");
        Guide.run(folder, commands.get(5));
        assertThat(folder.resolve("repeat-buyers.csv"))
                .content()
                .startsWith("period,repeat_buyers,buyers\r\n2025-01,1,1");
    }

    @Test
    void textThatLeavesTheSubsetIsRefusedWithFileLineAndReason() throws IOException {
        List<String> texts = GUIDE.blocks("sql");
        String figure = texts.getFirst()
                .lines()
                .filter(line -> line.startsWith("SELECT c.period"))
                .findFirst()
                .orElseThrow();
        write(texts.getFirst().replace(figure + "\n", texts.getLast()));
        String refusal = GUIDE.blocks("text").getFirst().strip();
        for (List<String> verb : List.of(List.of("metrics"), List.of("show", "repeat-buyers"))) {
            assertThat(Typed.in(folder, verb.toArray(String[]::new)))
                    .extracting(Typed::exitCode, typed -> typed.err().contains(refusal))
                    .as(verb + " "
                            + Typed.in(folder, verb.toArray(String[]::new)).err())
                    .containsExactly(2, true);
        }
        assertThat(Typed.in(folder, "doctor").out()).contains(refusal);
        assertThat(Typed.in(folder, "show", "revenue").exitCode()).isZero();
    }

    private void write(String metric) throws IOException {
        Files.createDirectories(folder.resolve("metrics"));
        Files.writeString(folder.resolve("metrics/repeat-buyers.sql"), metric);
    }
}
