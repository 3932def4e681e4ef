package io.customerroom.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BigPurchasesTest {

    @TempDir
    private Path folder;

    @Test
    void theFileHasAsManyLinesAsAskedForInOrderOfTime() throws IOException {
        List<String> lines = lines(BigPurchases.years(20_000, 400));
        assertThat(lines).hasSize(20_000);
        assertThat(lines.getFirst()).contains(",2024-01-01,");
        assertThat(lines.getLast()).contains(",2025-12-31,");
        assertThat(lines.stream().map(line -> line.split(",")[3])).isSorted();
        assertThat(lines)
                .allMatch(
                        line -> line.matches(
                                "N\\d{9},[1-4],(C\\d{8})?,\\d{4}-\\d\\d-\\d\\d,P\\d{4},-?[1-3],-?\\d+\\.\\d\\d,-?\\d+\\.\\d\\d,[A-Z][a-z]+"));
    }

    @Test
    void equalSettingsGiveEqualBytes() throws IOException {
        assertThat(lines(BigPurchases.years(5_000, 100))).isEqualTo(lines(BigPurchases.years(5_000, 100)));
    }

    @Test
    void theDayAfterHasOrdersOfItsOwnAndCustomersOfTheEnd() throws IOException {
        List<String> day = lines(BigPurchases.day(200, 400, 1));
        assertThat(day).allMatch(line -> line.contains(",2026-01-01,"));
        assertThat(day.getFirst()).startsWith("N900000000,");
        TreeSet<String> customers = new TreeSet<>();
        day.forEach(line -> customers.add(line.split(",")[2]));
        customers.remove("");
        assertThat(customers.first()).isGreaterThan("C00000240");
        assertThat(customers.last()).isLessThanOrEqualTo("C00000400");
    }

    private List<String> lines(BigPurchases purchases) throws IOException {
        Path file = folder.resolve("purchases.csv");
        purchases.write(file);
        List<String> lines = Files.readAllLines(file);
        return lines.subList(1, lines.size());
    }
}
