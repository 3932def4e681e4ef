package io.customerroom.web.definitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.customerroom.ledger.definitions.CostRules;
import io.customerroom.ledger.definitions.Definitions;
import io.customerroom.web.definitions.DefinitionWords.Part;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class CostRulesFormTest {

    private static final String RULES = """
            name: cost-rules
            version: 1
            owner: operations
            reason: we timed it
            valid-from: 2026-01-01
            activities:
              repair call: {kind: serve, driver: tickets, contact: Fault repair, minutes: 18, rate-per-hour: 42, replaces: hotline}
              letter: {kind: communicate, driver: costs, activity: mailing, per-event: 1.15}
              parcel: {kind: serve, driver: orders, minutes: 6, rate-per-hour: {2025-01-01: 30, 2026-07-01: 33}, per-event: 4.90}
            company-wide: {rent: orders, tent: not-at-all}
            cost-of-sales-percent: {2026-01-01: 62.5}
            """;

    private final CostRules rules = (CostRules) Definitions.read("rules.yaml", RULES);
    private final Definitions all = Definitions.of(Map.of("rules.yaml", RULES));

    private static MultiValueMap<String, String> typed(DefinitionForm form, String activities) {
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        form.fields().forEach(typed::add);
        typed.set("activities", activities);
        typed.set("name", "cost-rules");
        typed.set("reason", "we timed it");
        return typed;
    }

    @Test
    void whatTheFormBeginsFromIsReadBackAsTheNextVersion() {
        DefinitionForm form = DefinitionForm.from(rules, "2026-01-01");

        CostRules again = (CostRules)
                DefinitionForm.of(typed(form, form.field("activities"))).definition(all);

        assertThat(again.card().id()).isEqualTo("cost-rules@2");
        assertThat(again.activities()).isEqualTo(rules.activities());
        assertThat(again.companyWide()).isEqualTo(rules.companyWide());
        assertThat(again.costOfSalesPercent())
                .isEqualTo(rules.costOfSalesPercent())
                .isPresent();
    }

    @Test
    void anActivityThatIsNoneIsRefusedLikeInAFile() {
        DefinitionForm form = DefinitionForm.from(rules, "2026-01-01");

        assertThatThrownBy(() -> DefinitionForm.of(typed(form, "call: {kind: serve, driver: calls, minutes: 3}"))
                        .definition(all))
                .hasMessageContaining("driver is 'calls', which is not one of tickets, contacts, orders")
                .hasMessageContaining("'call' has minutes without a rate-per-hour");
    }

    @Test
    void theRulesAreSaidInWords() {
        assertThat(DefinitionWords.parts(rules))
                .extracting(Part::name, Part::words)
                .containsExactlyElementsOf(List.of(
                        tuple("Imported costs", "count as they are imported"),
                        tuple(
                                "repair call",
                                "each ticket, contact “Fault repair”: 18 min at 42 an hour = 12.6, to serve; takes the place of the"
                                        + " imported “hotline”"),
                        tuple("letter", "each imported cost, activity “mailing”: 1.15, to communicate"),
                        tuple(
                                "parcel",
                                "each order: 6 min at 30 an hour and 4.9 = 7.9 from 2025-01-01, then 6 min at 33 an hour and 4.9 = 8.2"
                                        + " from 2026-07-01, to serve; what came before is counted and not costed"),
                        tuple("Company-wide: rent", "shared by orders of the month"),
                        tuple("Company-wide: tent", "shared with nobody"),
                        tuple(
                                "Cost of sales of lines that state none",
                                "estimated, of their amount: 62.5 % from 2026-01-01; before that not known")));
    }
}
