package io.customerroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows docs/guide/online-retail.md with the real file, and reads every figure that the page names. */
class OnlineRetailGuideTest {

    private static final Guide GUIDE = Guide.page("docs/guide/online-retail.md");

    @TempDir
    private static Path folder;

    @BeforeAll
    static void importAsTheGuideSays() throws IOException {
        Path file = Optional.ofNullable(System.getenv("CUSTOMER_ROOM_DATA"))
                .map(Path::of)
                .orElseGet(() -> Guide.root().resolve("../shared/data"))
                .resolve("online-retail/online_retail.csv.gz");
        assumeTrue(
                Files.exists(file),
                "online-retail/online_retail.csv.gz is not there; CUSTOMER_ROOM_DATA names the folder that holds it");
        Files.copy(file, folder.resolve("online-retail.csv.gz"));
        Files.createDirectories(folder.resolve("docs/guide"));
        Files.copy(
                Guide.root().resolve("docs/guide/online-retail.yaml"), folder.resolve("docs/guide/online-retail.yaml"));

        Guide.run(folder, command("init"));
        Path activity = folder.resolve("retail/definitions/activity.yaml");
        Files.writeString(activity, Files.readString(activity).replaceAll("(?m)^lapse-days: .*", "lapse-days: 90"));
        assertThat(Guide.run(folder, command("import")).out()).contains("541909 rows read = 541909 kept + 0 set aside");
    }

    @Test
    void definitionIsTheOneThePageShows() throws IOException {
        assertThat(lines(Files.readString(folder.resolve("retail/definitions/activity.yaml"))))
                .isEqualTo(lines(GUIDE.blocks("yaml").getFirst()));
    }

    @Test
    void everyLineIsPartOfTheCompanysRevenue() {
        List<String[]> rows = cells("show", "revenue", "--by", "month");
        assertThat(sum(rows, "revenue")).isEqualByComparingTo("9747747.934");
        assertThat(sum(rows, "known_customers")).isEqualByComparingTo("8300065.814");
        assertThat(sum(rows, "unknown_lines")).isEqualByComparingTo("135080");
        assertThat(sum(cells("show", "unknown-customer"), "lines")).isEqualByComparingTo("135080");
    }

    @Test
    void monthsAreThoseOfThePage() {
        List<String[]> rows = cells("show", "customer-math", "--by", "month");
        assertThat(rows.getFirst()).startsWith("period", "opening", "gained", "regained", "lost", "closing");
        assertThat(rows.stream().map(row -> String.join(" ", List.of(row).subList(0, 6))))
                .contains("2010-12 0 885 0 0 885", "2011-03 1682 452 51 409 1776", "2011-11 2471 324 330 273 2852");
        assertThat(sum(rows, "gained")).isEqualByComparingTo("4339");
        assertThat(sum(rows, "regained")).isEqualByComparingTo("1753");
        assertThat(sum(rows, "lost")).isEqualByComparingTo("3202");
        assertThat(rows.getLast()[5]).isEqualTo("2890");
        assertThat(GUIDE.text())
                .contains("| 2010-12 | 0 | 885 | 0 | 0 | 885 |", "| 2011-03 | 1,682 | 452 | 51 | 409 | 1,776 |")
                .contains("4,339 gained + 1,753 regained − 3,202 lost = 2,890");
    }

    @Test
    void thirtyThreeCustomersHaveAValueAndNoState() {
        List<String[]> years = cells("show", "revenue", "--rows", "--by", "year");
        int customer = column(years, "customer");
        assertThat(years.stream().skip(1).map(row -> row[customer]).distinct()).hasSizeLessThanOrEqualTo(4372);
        List<String[]> months = cells("show", "customer-math", "--rows", "--by", "month");
        List<String> withState = months.stream()
                .skip(1)
                .map(row -> row[column(months, "customer")])
                .distinct()
                .toList();
        assertThat(withState).hasSize(4339);
        assertThat(years.stream().skip(1).map(row -> row[customer]).distinct().filter(key -> !withState.contains(key)))
                .hasSizeLessThanOrEqualTo(33);
    }

    @Test
    void bridgeExplainsWhatQuartersNetAway() {
        List<String[]> rows = cells("show", "customer-math-bridge", "--by", "quarter");
        for (String flow : List.of("gained", "regained", "lost")) {
            for (String[] row : rows.subList(1, rows.size())) {
                assertThat(number(row[column(rows, flow + "_in_months")]))
                        .as(row[0] + " " + flow)
                        .isEqualByComparingTo(
                                number(row[column(rows, flow + "_inside")]).add(number(row[column(rows, flow)])));
            }
        }
        assertThat(sum(rows, "lost_in_months")).isEqualByComparingTo("3202");
    }

    @Test
    void repeatedLinesAreSetAsideWhereTheMappingSaysSo(@TempDir Path other) throws IOException {
        Guide.run(other, command("init"));
        Path mapping = other.resolve("dropping.yaml");
        Files.writeString(
                mapping,
                Files.readString(folder.resolve("docs/guide/online-retail.yaml"))
                        .replace("duplicates: keep", "duplicates: drop"));
        assertThat(Typed.in(
                                other,
                                "import",
                                folder.resolve("online-retail.csv.gz").toString(),
                                "--mapping",
                                mapping.toString(),
                                "--dir",
                                "retail")
                        .out())
                .contains("541909 rows read = 536641 kept + 5268 set aside");
        List<String[]> rows = table(Typed.in(other, "show", "revenue", "--format", "csv", "--dir", "retail")
                .out());
        assertThat(sum(rows, "revenue")).isEqualByComparingTo("9726006.954");
        assertThat(sum(rows, "known_customers")).isEqualByComparingTo("8278519.424");
        assertThat(GUIDE.text()).contains("9,726,006.954", "8,278,519.424", "5,268");
    }

    @Test
    void everyCommandOfThePageRuns() {
        GUIDE.commands().stream()
                .filter(command -> command.getFirst().equals("show"))
                .forEach(command -> assertThat(Guide.run(folder, command).out()).isNotEmpty());
    }

    private static List<String> command(String verb) {
        return GUIDE.commands().stream()
                .filter(command -> command.getFirst().equals(verb))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> lines(String yaml) {
        return yaml.lines()
                .map(line -> line.replaceAll("\\s*#.*", "").stripTrailing())
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static List<String[]> cells(String... words) {
        String[] all = Arrays.copyOf(words, words.length + 4);
        System.arraycopy(new String[] {"--format", "csv", "--dir", "retail"}, 0, all, words.length, 4);
        return table(Typed.in(folder, all).out());
    }

    private static List<String[]> table(String csv) {
        return csv.lines().map(line -> line.split(",", -1)).toList();
    }

    private static int column(List<String[]> rows, String name) {
        return List.of(rows.getFirst()).indexOf(name);
    }

    private static BigDecimal sum(List<String[]> rows, String column) {
        int at = column(rows, column);
        return rows.stream().skip(1).map(row -> number(row[at])).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal number(String cell) {
        return cell.isEmpty() ? BigDecimal.ZERO : new BigDecimal(cell);
    }
}
