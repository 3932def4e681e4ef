package io.customerroom.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.kernel.Clocks;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.web.LedgerStatus;
import io.customerroom.web.LedgerStatus.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class MarginNoteTest {

    @TempDir
    private Path folder;

    @Test
    void pagesSayThatMarginsAreEstimatedWhereTheLedgerShownEstimatesThem() throws IOException {
        Workspace workspace = new Workspace(folder);
        Files.createDirectories(workspace.definitions());
        Files.writeString(workspace.definitions().resolve("cost-rules.yaml"), """
                name: cost-rules
                version: 3
                owner: chief financial officer
                reason: The tills do not say what a line costs.
                valid-from: 2020-01-01
                sign-off: []
                activities: {}
                cost-of-sales-percent: 62
                """);

        assertThat(note(workspace, "activity@1,value@1,cost-rules@3").words())
                .contains("is taken to cost 62 % of its amount (cost-rules@3)");
        assertThat(note(workspace, "activity@1,value@1").words()).isEmpty();
    }

    private static MarginNote note(Workspace workspace, String definitions) {
        Shown shown = new Shown(
                "b1", new Clocks(LocalDate.of(2026, 10, 31), Instant.EPOCH), Instant.EPOCH, definitions, List.of());
        LedgerStatus status = () -> Optional.of(shown);
        return new MarginNote(
                status, new StaticListableBeanFactory(Map.of("workspace", workspace)).getBeanProvider(Workspace.class));
    }
}
