package io.customerroom.ledger.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JourneyTest {

    @Test
    void stagesOfTheJourneyComeFirstAndTheOthersByName() {
        Journey journey = journey("stages: [order, receive, pay]");
        assertThat(journey.inOrder(List.of("zeal", "pay", "angling", "order")))
                .containsExactly("order", "pay", "angling", "zeal");
    }

    @Test
    void stageGivenTwiceIsRefused() {
        assertThatThrownBy(() -> journey("stages: [order, order]"))
                .hasMessageContaining("line 1: the stage 'order' is given twice.");
    }

    @Test
    void missingFileIsAnEmptyJourney(@TempDir Path folder) {
        assertThat(Journey.read(new Workspace(folder)).stages()).isEmpty();
    }

    private static Journey journey(String text) {
        return Journey.from(StrictYaml.parse("journey.yaml", text));
    }
}
