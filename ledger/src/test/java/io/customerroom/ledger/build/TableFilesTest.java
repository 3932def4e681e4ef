package io.customerroom.ledger.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFilesTest {

    @TempDir
    Path folder;

    @Test
    void tableIsOneFileOrItsPartsInOrder() throws IOException {
        Path whole = Files.createFile(folder.resolve("customer.parquet"));
        for (int number = 10; number >= 1; number--) {
            Files.createFile(TableFiles.part(folder, "customer_period", number, 10));
        }
        assertThat(TableFiles.of(folder, "customer")).containsExactly(whole);
        assertThat(TableFiles.of(folder, "customer_period"))
                .hasSize(10)
                .startsWith(folder.resolve("customer_period.1-of-10.parquet"))
                .endsWith(folder.resolve("customer_period.10-of-10.parquet"));
    }

    @Test
    void tableThatLostAPartIsNone() throws IOException {
        Files.createFile(TableFiles.part(folder, "spell", 1, 3));
        Files.createFile(TableFiles.part(folder, "spell", 2, 3));

        assertThat(TableFiles.of(folder, "spell")).isEmpty();
        assertThat(TableFiles.of(folder.resolve("gone"), "spell")).isEmpty();
    }

    @Test
    void filesTakenAsTheyAreOutliveTheirFirstName() throws IOException {
        Path batch = Files.writeString(folder.resolve("facts.parquet"), "rows");
        Path build = Files.createDirectory(folder.resolve("build"));
        TableFiles.link(List.of(batch), build, "purchase");
        Files.delete(batch);

        assertThat(TableFiles.of(build, "purchase"))
                .singleElement()
                .satisfies(file -> assertThat(file).hasContent("rows"));
    }
}
