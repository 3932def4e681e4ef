package io.customerroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A workspace may lie where people put it. */
class OddFoldersTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"my room", "Ada's room", "room [1]", "room*", "what?", "[a-z]{x}", "Räume"})
    void workspaceWorksUnderAnyName(String name) throws IOException {
        Files.writeString(folder.resolve("sales.csv"), "order,customer,date,amount\nR-1,ada,2025-01-10,10.00\n");
        for (String[] command : new String[][] {
            {"--dir", name, "init"},
            {"import", "sales.csv", "--as", "purchase", "--dir", name},
            {"--dir", name, "build"},
            {"doctor", "--deep", "--dir", name}
        }) {
            Typed typed = Typed.in(folder, command);
            assertThat(typed.exitCode())
                    .as(String.join(" ", command) + ": " + typed.err())
                    .isZero();
        }
        assertThat(Typed.in(folder, "show", "customer-math", "--format", "csv", "--dir", name)
                        .out())
                .contains("2025-01,0,1,0,0,1,");
    }
}
