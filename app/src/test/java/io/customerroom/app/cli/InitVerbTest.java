package io.customerroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.ledger.workspace.CompanySettings;
import io.customerroom.ledger.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitVerbTest {

    @TempDir
    Path folder;

    @Test
    void newWorkspaceHoldsSettingsJourneyAndTemplates() throws IOException {
        assertThat(Typed.in(folder, "init", "shop").exitCode()).isZero();
        try (Stream<Path> files = Files.walk(folder.resolve("shop"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> folder.resolve("shop").relativize(file).toString())
                            .sorted())
                    .contains(
                            "customer-room.yaml",
                            "definitions/activity.yaml",
                            "definitions/touch.yaml",
                            "definitions/value.yaml",
                            "journey.yaml",
                            "mappings/README.md",
                            "metrics/README.md",
                            "templates/contacts.xlsx",
                            "templates/contract-events.xlsx",
                            "templates/contracts.xlsx",
                            "templates/costs.xlsx",
                            "templates/customers.xlsx",
                            "templates/investments.xlsx",
                            "templates/purchases.xlsx",
                            "templates/tickets.xlsx",
                            "templates/touches.xlsx");
        }
    }

    @Test
    void settingsAreTheDefaultsBesideWhatWasAsked() {
        Typed.in(folder, "init", "shop", "--name", "Ada's: tea # 1", "--zone", "Europe/Berlin", "--currency", "CHF");
        CompanySettings settings = CompanySettings.read(new Workspace(folder.resolve("shop")));
        assertThat(settings.company()).isEqualTo("Ada's: tea # 1");
        assertThat(settings.calendar().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(settings.currency().getCurrencyCode()).isEqualTo("CHF");
        assertThat(settings.memory()).isEqualTo(CompanySettings.defaults().memory());
        assertThat(settings.port()).isEqualTo(8480);
    }

    @Test
    void folderWithOtherFilesIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("letter.txt"), "dear");
        assertThat(Typed.in(folder, "init", "."))
                .extracting(Typed::exitCode, run -> run.err().contains("[FOLDER_NOT_EMPTY]"))
                .containsExactly(2, true);
        assertThat(folder.toFile().list()).containsExactly("letter.txt");
    }

    @Test
    void workspaceIsNotMadeTwice() {
        Typed.in(folder, "init", "shop");
        assertThat(Typed.in(folder, "init", "shop").err()).endsWith("[WORKSPACE_EXISTS]\n");
    }

    @Test
    void unknownZoneLeavesNothingBehind() {
        assertThat(Typed.in(folder, "init", "shop", "--zone", "Mars/Olympus"))
                .extracting(Typed::exitCode, run -> run.err().contains("zone is 'Mars/Olympus'"))
                .containsExactly(2, true);
        assertThat(folder.resolve("shop")).doesNotExist();
    }

    @Test
    void templateHoldsAHeaderAndNoRows() throws IOException {
        Typed.in(folder, "init", "shop");
        try (ReadableWorkbook workbook = new ReadableWorkbook(
                folder.resolve("shop/templates/customers.xlsx").toFile())) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(1);
            assertThat(rows.getFirst().stream().map(cell -> cell.asString()))
                    .containsExactly(
                            "customer",
                            "name",
                            "email",
                            "phone",
                            "address",
                            "segment",
                            "site",
                            "channel",
                            "since",
                            "do not call");
        }
    }

    @Test
    void dirMayStandBeforeTheVerb() {
        assertThat(Typed.in(folder, "--dir", "shop", "init").exitCode()).isZero();
        assertThat(Typed.in(folder, "init", "--dir", "shop").err()).endsWith("[WORKSPACE_EXISTS]\n");
    }
}
