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

    private static final Map<String, String> TWO_VERSIONS = Map.of("activity.yaml", """
            name: activity
            version: 1
            owner: chief customer officer
            reason: first agreement
            valid-from: 2020-01-01
            lapse-days: 365
            """, "activity-2.yaml", """
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
            """);

    @Test
    void theLatestValidVersionIsInForce() {
        Definitions definitions = Definitions.of(TWO_VERSIONS);

        assertThat(definitions.inForce(LocalDate.of(2026, 6, 30), List.of()).id())
                .isEqualTo("activity@1,value@1");
        assertThat(definitions.inForce(LocalDate.of(2026, 7, 1), List.of()).id())
                .isEqualTo("activity@2,value@1");
    }

    @Test
    void textsThatWereReadBeforeAreNotReadAgainAndChangedOnesAre() {
        assertThat(Definitions.of(Map.copyOf(TWO_VERSIONS))).isSameAs(Definitions.of(TWO_VERSIONS));
        assertThat(Definitions.of(Map.of()).find("activity@2")).isEmpty();
        assertThat(Definitions.of(TWO_VERSIONS).find("activity@2")).isPresent();
    }

    @Test
    void aChosenVersionOverrides() {
        Definitions definitions = Definitions.of(TWO_VERSIONS);

        assertThat(definitions
                        .inForce(LocalDate.of(2020, 1, 1), List.of("activity@2"))
                        .activity())
                .satisfies(activity -> {
                    assertThat(activity.counts()).containsExactly("adjustment", "sale");
                    assertThat(activity.lapseDays()).isEqualTo(90);
                    assertThat(activity.lapseDaysBySegment()).isEqualTo(Map.of("wholesale", 30));
                    assertThat(activity.booking()).isEqualTo(ActivityDefinition.Booking.LAST_PURCHASE);
                    assertThat(activity.contractsCount()).isFalse();
                    assertThat(activity.card().signedOff()).containsExactly("president");
                });
        assertThatThrownBy(() -> definitions.inForce(LocalDate.of(2020, 1, 1), List.of("activity@3")))
                .hasFieldOrPropertyWithValue(
                        "nextStep",
                        "Known are activity@1, activity@2, contracts@1, cost-rules@1, loyalty-behaviours@1, referrals@1, touch@1, value@1, worth@1.");
    }

    @Test
    void withoutAVersionValidYetThereIsNoAnswer() {
        assertThatThrownBy(() -> Definitions.of(TWO_VERSIONS).inForce(LocalDate.of(2019, 12, 31), List.of()))
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
                .containsExactly(
                        "activity@1",
                        "contracts@1",
                        "cost-rules@1",
                        "loyalty-behaviours@1",
                        "referrals@1",
                        "touch@1",
                        "value@1",
                        "worth@1");
    }

    @Test
    void behavioursThatCannotBeLookedForAreRefused() {
        assertThatThrownBy(() -> Definitions.of(Map.of("a.yaml", """
                        name: loyalty-behaviours
                        version: 1
                        owner: me
                        reason: because
                        valid-from: 2026-02-01
                        min-n: 0
                        behaviours:
                          - {name: one, does: product}
                          - {name: two, does: survey, what: nps}
                          - {name: three, does: smile}
                          - {does: orders}
                          - {name: five, does: orders, among: friends}
                        """)))
                .hasFieldOrPropertyWithValue("code", "DEFINITION_INVALID")
                .hasMessageContainingAll(
                        "line 6: min-n is '0', which is not a number from 1.",
                        "line 8: 'what' is missing; it names the product.",
                        "line 9: 'survey' has no 'what'.",
                        "line 10: does is 'smile', which is not one of [contracts, product,",
                        "line 11: a behaviour has a name.",
                        "line 12: among is 'friends', which is not all, contract or buyers.");
    }

    @Test
    void twoBehavioursOfOneNameAndNoneAtAllAreRefused() {
        String card = "name: loyalty-behaviours\nversion: 1\nowner: me\nreason: so\nvalid-from: 2026-02-01\n";
        assertThatThrownBy(() -> Definitions.of(Map.of("a.yaml", card)))
                .hasMessageContaining("'behaviours' lists from 1 to 12 things that customers do.");
        assertThatThrownBy(() -> Definitions.of(
                        Map.of("a.yaml", card + "behaviours: [{name: a, does: orders}, {name: a, does: survey}]")))
                .hasMessageContaining("two behaviours have one name.");
    }

    @Test
    void allFindingsComeTogetherAndNameTheNearKey() {
        assertThatThrownBy(() -> Definitions.of(Map.of(
                        "a.yaml", """
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
                        """, "b.yaml", "name: loss", "c.yaml", "[unfinished", "d.yaml", "just a word")))
                .hasFieldOrPropertyWithValue("code", "DEFINITION_INVALID")
                .hasMessageContainingAll(
                        "line 2: version is 'none', which is not a number from 1.",
                        "line 5: valid-from is '2026-02-30', which is not a date such as 2026-01-31.",
                        "line 6: there is no key 'lapse-day'. Did you mean 'lapse-days'?",
                        "line 7: lapse-days is '-1', which is not a number of days from 0 to 36500.",
                        "line 8: counts is 'sales', which is not one of [sale, return, cancellation, adjustment].",
                        "line 9: booking is 'sometimes', which is not after-lapse or last-purchase.",
                        "line 10: contracts-count is 'maybe', which is not true or false.",
                        "line 11: there is no key 'colour'.",
                        "line 1: name is 'loss', which is not activity, contracts, value, cost-rules, loyalty-behaviours, referrals, lost, desired-customers, touch or worth.",
                        "'owner' is missing; it is a name.",
                        "c.yaml, line 1: this is not YAML",
                        "d.yaml cannot be used. line 1: keys with values are expected here.");
    }

    @Test
    void whatIsAssumedAboutLaterMoneyIsReadWrittenAndHeldToItsBounds() {
        String card = "name: worth\nversion: 2\nowner: me\nreason: so\nvalid-from: 2026-02-01\n";
        Definitions definitions = Definitions.of(
                Map.of(
                        "w.yaml",
                        card
                                + "discount-percent: 8.5\nyears: 10\nlevel-percent: 95\nalive-below-percent: 30\nmodels: per-segment\n"));

        assertThat(Definitions.of(Map.of())
                        .worth(LocalDate.of(2026, 2, 1))
                        .card()
                        .id())
                .isEqualTo("worth@1");
        WorthDefinition own = definitions.worth(LocalDate.of(2026, 2, 1));
        assertThat(own.discountPercent()).isEqualByComparingTo("8.5");
        assertThat(own.years()).isEqualTo(10);
        assertThat(own.levelPercent()).isEqualTo(95);
        assertThat(own.aliveBelowPercent()).isEqualTo(30);
        assertThat(own.models()).isEqualTo(WorthDefinition.Models.PER_SEGMENT);
        assertThat(Definitions.of(Map.of()).worth(LocalDate.of(2026, 2, 1)).models())
                .isEqualTo(WorthDefinition.Models.ONE);
        assertThat(Definitions.read("again", DefinitionText.of(own))).isEqualTo(own);
        assertThatThrownBy(() -> Definitions.of(Map.of(
                        "w.yaml",
                        card + "discount-percent: -1\nyears: 31\nlevel-percent: 100\nalive-below-percent: 50\n")))
                .hasMessageContainingAll("a rate from 0 to 100", "years from 1 to 30", "from 50 to 99");
    }

    @Test
    void oneVersionIsDefinedOnce() {
        String value = Definitions.starters().getOrDefault("value.yaml", "");

        assertThatThrownBy(() -> Definitions.of(Map.of("a.yaml", value, "b.yaml", value)))
                .hasMessage("b.yaml defines value@1 again.");
    }

    private static final String CARD = "version: 1\nowner: o\nreason: r\nvalid-from: 2020-01-01\n";

    @Test
    void aDesiredCustomerIsReadAsItIsWritten() {
        Definition read = Definitions.read("d.yaml", "name: desired-customers\n" + CARD + """
                desired:
                  - {segments: [Household, "Home, office"], first-value-at-least: 29.90}
                not-desired:
                  - {products: [start offer]}
                """);
        assertThat(Definitions.read("again.yaml", DefinitionText.of(read))).isEqualTo(read);
        assertThat(DefinitionText.of(read))
                .contains("  - {segments: [\"Home, office\",\"Household\"], first-value-at-least: 29.90}");
    }

    @Test
    void aRuleWithoutAnyPartIsRefused() {
        assertThatThrownBy(() -> Definitions.read("d.yaml", "name: desired-customers\n" + CARD + "desired: [{}]\n"))
                .hasMessageContaining("a rule asks for segments, sites, channels, products or a first value");
    }

    @Test
    void massMailAndInvoicesCanNeverBeNamedAsTouches() {
        for (String kind : List.of("mass mail", "invoice", "newsletter", "Call")) {
            assertThatThrownBy(() -> Definitions.read(
                            "t.yaml", "name: touch\n" + CARD + "days: 60\nkinds: [call, " + kind + "]\n"))
                    .hasMessageContaining("kinds is '" + kind + "'");
        }
    }

    @Test
    void theNewestRuleOfADayIsInForceAndADepartmentsStandsBesideIt() {
        Definitions all = Definitions.of(Map.of(
                "1.yaml", "name: desired-customers\n" + CARD + "desired: [{sites: [a]}]\n",
                "2.yaml",
                        "name: desired-customers\nversion: 2\nowner: o\nreason: r\nvalid-from: 2021-01-01\ndesired: [{sites: [b]}]\n",
                "3.yaml", "name: desired-customers\ndepartment: sales\n" + CARD + "desired: [{sites: [c]}]\n"));
        assertThat(all.current(LocalDate.of(2020, 6, 1)))
                .extracting(it -> it.card().id())
                .containsExactly("desired-customers@1", "desired-customers/sales@1");
        assertThat(all.desired(LocalDate.of(2021, 1, 1)).map(it -> it.card().id()))
                .contains("desired-customers@2");
        assertThat(all.desired(LocalDate.of(2019, 1, 1))).isEmpty();
    }
}
