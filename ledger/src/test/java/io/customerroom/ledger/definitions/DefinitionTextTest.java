package io.customerroom.ledger.definitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.ledger.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionTextTest {

    private static final String DAYS = """
            name: activity
            department: customer-success
            version: 3
            owner: "Ada: \\"the\\" owner"
            reason: "# not a comment, but why"
            valid-from: 2026-07-01
            sign-off: ["Leo","no"]
            counts: [adjustment, sale]
            lapse-days: 90
            lapse-days-by-segment: {"key: accounts": 30, "yes": 7}
            booking: last-purchase
            contracts-count: false
            """;

    private static final String VALUE = """
            name: value
            version: 2
            owner: "finance"
            reason: "contribution is what we keep"
            valid-from: 2026-01-01
            window-months: 24
            measure: contribution
            """;

    private static final String LOST = """
            name: lost
            department: sales
            version: 1
            owner: "head of sales"
            reason: "the flag in our system"
            valid-from: 2020-01-01
            departures-of: "crm"
            """;

    private static final String LOYALTY = """
            name: loyalty-behaviours
            version: 1
            owner: "chief customer officer"
            reason: "what they do"
            valid-from: 2020-01-01
            follow-months: 6
            min-n: 50
            behaviours:
              - {name: "Holds: two", does: contracts, at-least: 2, within-days: 365, among: contract}
              - {name: "Uses the app", does: channel, what: "app", at-least: 3, within-days: 90, among: all}
            """;

    private static final String COSTS = """
            name: cost-rules
            version: 2
            owner: "operations"
            reason: "we timed it"
            valid-from: 2026-01-01
            activities:
              "repair: call": {kind: serve, driver: tickets, contact: "Fault repair", ticket-kind: "complaint", minutes: 18.5, rate-per-hour: 42, replaces: "hotline"}
              "letter": {kind: communicate, driver: costs, activity: "mailing", per-event: 1.15}
              "parcel": {kind: serve, driver: orders, minutes: 6, rate-per-hour: {2025-01-01: 30, 2026-07-01: 33}, per-event: {2025-03-01: 4.90}}
            company-wide:
              "rent": not-at-all
              "shop": orders
            cost-of-sales-percent: {2025-01-01: 60, 2026-01-01: 62.5}
            """;

    private static final String NO_COSTS = """
            name: cost-rules
            version: 3
            owner: "operations"
            reason: "nothing is timed"
            valid-from: 2026-01-01
            activities: {}
            company-wide: {}
            """;

    private static final String CONTRACTS = """
            name: contracts
            version: 2
            owner: "finance"
            reason: "as our billing system counts"
            valid-from: 2026-01-01
            booked: notice
            same-period: counted
            reactivation-days: 90
            refunds: span
            discounts: lasting
            pauses: apart
            dunning-days: 15
            recovered: resumption
            records-from: 2024-01-01
            """;

    @ParameterizedTest
    @ValueSource(strings = {DAYS, VALUE, LOST, COSTS, NO_COSTS, CONTRACTS, LOYALTY})
    void whatIsWrittenIsReadBackTheSame(String text) {
        Definition read = Definitions.read("some.yaml", text);

        assertThat(DefinitionText.of(read)).isEqualTo(text);
    }

    @Test
    void aDepartmentsRuleIsNeverInForce() {
        Definitions definitions = Definitions.of(Map.of("a.yaml", DAYS, "b.yaml", LOST));

        assertThat(definitions.inForce(LocalDate.of(2026, 12, 1), List.of()).id())
                .isEqualTo("activity@1,value@1");
        assertThat(definitions
                        .inForce(LocalDate.of(2026, 12, 1), List.of("activity/customer-success@3"))
                        .activity()
                        .lapseDays())
                .isEqualTo(90);
    }

    @Test
    void theCompanysLossFollowsFromItsActivity() {
        assertThatThrownBy(() -> Definitions.of(Map.of("a.yaml", LOST.replace("department: sales\n", ""))))
                .hasMessageContaining("'lost' is a department's rule and needs its 'department'");
    }

    @Test
    void theNextVersionIsOneMoreThanTheHighest() {
        Definitions definitions = Definitions.of(Map.of("a.yaml", DAYS, "v.yaml", VALUE));

        assertThat(definitions.nextVersion("activity/customer-success")).isEqualTo(4);
        assertThat(definitions.nextVersion("activity")).isEqualTo(2);
        assertThat(definitions.nextVersion("lost/finance")).isEqualTo(1);
    }

    @Test
    void aFileIsPublishedOnceAndNeverChanged(@TempDir Path folder) throws Exception {
        Workspace workspace = new Workspace(folder);
        DefinitionFiles files = new DefinitionFiles(workspace);
        Path file = files.publish(Definitions.read("v", VALUE));

        assertThat(file).hasFileName("value-2.yaml").hasContent(VALUE);
        assertThat(files.publish(Definitions.read("v", VALUE))).isEqualTo(file);
        assertThatThrownBy(() -> files.publish(Definitions.read("v", VALUE.replace("24", "12"))))
                .hasFieldOrPropertyWithValue("code", "DEFINITION_TAKEN");
        try (var left = Files.list(workspace.staging())) {
            assertThat(left).isEmpty();
        }
    }
}
