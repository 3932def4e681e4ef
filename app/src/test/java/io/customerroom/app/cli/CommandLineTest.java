package io.customerroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

    @TempDir
    Path folder;

    @Test
    void unknownVerbIsRefusedWithTheNearOne() {
        assertThat(Typed.in(folder, "inti"))
                .isEqualTo(
                        new Typed(
                                2,
                                "",
                                "There is no verb 'inti'. Did you mean 'init'? See './customer-room --help'. [VERB_UNKNOWN]\n"));
    }

    @Test
    void unknownOptionIsRefusedWithTheNearOne() {
        assertThat(Typed.in(folder, "init", "--zoone", "UTC", "shop").err())
                .isEqualTo("There is no option '--zoone'. Did you mean '--zone'?"
                        + " See './customer-room init --help'. [OPTION_UNKNOWN]\n");
    }

    @Test
    void optionWithoutItsValueIsRefused() {
        assertThat(Typed.in(folder, "init", "shop", "--zone"))
                .extracting(Typed::exitCode, Typed::err)
                .containsExactly(
                        2,
                        "Missing required parameter for option '--zone' (ZONE)."
                                + " See './customer-room init --help'. [ARGUMENT_REFUSED]\n");
    }

    @Test
    void aDemoOfASizeThereIsNotIsRefusedBeforeAnythingIsMade() {
        Path room = folder.resolve("room");
        assertThat(Typed.in(room, "demo", "--customers", "60"))
                .isEqualTo(new Typed(
                        2,
                        "",
                        "There is no demo of that size: customers must lie in 100..900000, but was 60."
                                + " Choose other numbers, or leave them out. [DEMO_SIZE]\n"));
        assertThat(room).doesNotExist();
    }

    @Test
    void aPackageIsMadeFromTheSourcesOnly() {
        assertThat(Typed.in(folder, "package").err())
                .contains("A package is made from the built sources", "[NOT_A_SOURCE_TREE]");
        assertThat(folder.resolve("dist")).doesNotExist();
    }

    @Test
    void versionIsAResult() {
        assertThat(Typed.in(folder, "version")).isEqualTo(new Typed(0, "customer-room in development\n", ""));
    }

    @Test
    void faultOfOursIsKeptWithoutItsMessage() {
        String log = FaultLog.text(new IllegalStateException("Hildegard Example, 1 Sample Street"));
        assertThat(log)
                .contains("java.lang.IllegalStateException", "at io.customerroom.app.cli.CommandLineTest")
                .doesNotContain("Hildegard");
    }
}
