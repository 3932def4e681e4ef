package io.customerroom.ledger.definitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.ledger.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionsTest {

    private static final String TWO_VERSIONS =
            """
            name: activity
            version: 1
            owner: chief customer officer
            reason: first agreement
            valid-from: 2020-01-01
            lapse-days: 365
            ---
            name: activity
            version: 2
            owner: chief customer officer
            reason: wholesale buys weekly
            valid-from: 2026-07-01
            sign-off: [president]
            counts: [sale, adjustment]
            lapse-days: 90
            lapse-days-by-segment: {wholesale: 30}
            booking: last-purchase
            contracts-count: false
            """;

    @Test
    void theLatestValidVersionIsInForce() {
        Definitions definitions = Definitions.of(Map.of("activity.yaml", TWO_VERSIONS));

        assertThat(definitions.inForce(LocalDate.of(2026, 6, 30), List.of()).id()).isEqualTo("activity@1,value@1");
        assertThat(definitions.inForce(LocalDate.of(2026, 7, 1), List.of()).id()).isEqualTo("activity@2,value@1");
    }

    @Test
    void aChosenVersionOverrides() {
        Definitions definitions = Definitions.of(Map.of("activity.yaml", TWO_VERSIONS));

        assertThat(definitions.inForce(LocalDate.of(2020, 1, 1), List.of("activity@2")).activity())
                .satisfies(activity -> {
                    assertThat(activity.counts()).containsExactly("adjustment", "sale");
                    assertThat(activity.lapseDays()).isEqualTo(90);
                    assertThat(activity.lapseDaysBySegment()).isEqualTo(Map.of("wholesale", 30));
                    assertThat(activity.booking()).isEqualTo(ActivityDefinition.Booking.LAST_PURCHASE);
                    assertThat(activity.contractsCount()).isFalse();
                    assertThat(activity.card().signedOff()).containsExactly("president");
                });
        assertThatThrownBy(() -> definitions.inForce(LocalDate.of(2020, 1, 1), List.of("activity@3")))
                .hasFieldOrPropertyWithValue("nextStep", "Known are activity@1, activity@2, value@1.");
    }

    @Test
    void withoutAVersionValidYetThereIsNoAnswer() {
        assertThatThrownBy(() -> Definitions.of(Map.of("activity.yaml", TWO_VERSIONS))
                        .inForce(LocalDate.of(2019, 12, 31), List.of()))
                .hasMessage("No version of 'activity' is valid on 2019-12-31; there are activity@1, activity@2.");
    }

    @Test
    void aWorkspaceWithoutDefinitionsHasTheBuiltInOnes(@TempDir Path folder) {
        DefinitionSet set = Definitions.load(new Workspace(folder)).inForce(LocalDate.of(2026, 1, 1), List.of());

        assertThat(set.activity().lapseDays()).isEqualTo(365);
        assertThat(set.activity().counts()).containsExactly("sale");
        assertThat(set.activity().booking()).isEqualTo(ActivityDefinition.Booking.AFTER_LAPSE);
        assertThat(set.activity().contractsCount()).isTrue();
        assertThat(set.value().windowMonths()).isEqualTo(12);
        assertThat(set.value().measure()).isEqualTo(ValueDefinition.Measure.REVENUE);
    }

    @Test
    void theStartersAreReadBackFromAWorkspace(@TempDir Path folder) throws IOException {
        Path definitions = Files.createDirectory(new Workspace(folder).definitions());
        for (Map.Entry<String, String> starter : Definitions.starters().entrySet()) {
            Files.writeString(definitions.resolve(starter.getKey()), starter.getValue());
        }
        assertThat(Definitions.load(new Workspace(folder)).all())
                .extracting(d -> d.card().id())
                .containsExactly("activity@1", "value@1");
    }

    @Test
    void allFindingsComeTogetherAndNameTheNearKey() {
        assertThatThrownBy(() -> Definitions.of(Map.of(
                        "a.yaml",
                        """
                        name: activity
                        version: none
                        owner: me
                        reason: because
                        valid-from: 2026-02-30
                        lapse-day: 90
                        lapse-days: -1
                        counts: [sales]
                        booking: sometimes
                        contracts-count: maybe
                        colour: red
                        """,
                        "b.yaml",
                        "name: loss",
                        "c.yaml",
                        "[unfinished",
                        "d.yaml",
                        "just a word")))
                .hasFieldOrPropertyWithValue("code", "DEFINITION_INVALID")
                .hasMessageContainingAll(
                        "a.yaml: unknown key 'lapse-day'; did you mean 'lapse-days'?",
                        "a.yaml: 'version' must be a whole number from 1 to 9999, but is 'none'.",
                        "a.yaml: 'valid-from' must be a date like 2026-01-31, but is '2026-02-30'.",
                        "a.yaml: 'lapse-days' must be a whole number from 0 to 36500, but is '-1'.",
                        "a.yaml: 'counts' knows sale, return, cancellation, adjustment, not 'sales'.",
                        "a.yaml: 'booking' must be one of [after-lapse, last-purchase], but is 'sometimes'.",
                        "a.yaml: 'contracts-count' must be true or false, but is 'maybe'.",
                        "a.yaml: unknown key 'colour'; known are ",
                        "b.yaml: there is no definition 'loss'; there are activity and value.",
                        "c.yaml: not YAML",
                        "d.yaml: a definition is a list of 'key: value' lines.");
    }

    @Test
    void oneVersionIsDefinedOnce() {
        String value = Definitions.starters().getOrDefault("value.yaml", "");

        assertThatThrownBy(() -> Definitions.of(Map.of("a.yaml", value, "b.yaml", value)))
                .hasMessage("b.yaml: value@1 is defined twice.");
    }
}
