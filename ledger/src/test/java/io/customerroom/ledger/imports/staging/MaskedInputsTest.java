package io.customerroom.ledger.imports.staging;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.imports.mapping.Input;
import io.customerroom.ledger.imports.mapping.Inputs;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every text that a file can bring is masked, lies in the person table alone, or has a reason here to stay as it stands. A new input fails until somebody decides. */
class MaskedInputsTest {

    /** Texts of facts that are not masked, by why. */
    private static final List<String> IDS_OF_THINGS = List.of(
            "order", "line", "contract", "ticket", "feedback", "id", "cost", "investment", "currency", "billing");

    /** They group figures: masked values would fall into one group. The preview of an import shows what stands in them. */
    private static final List<String> DIMENSIONS = List.of(
            "segment",
            "site",
            "channel",
            "product",
            "category",
            "stage",
            "contact",
            "survey",
            "measure",
            "unit",
            "kind");

    /** Colleagues by what they answer for. */
    private static final List<String> STAFF = List.of("owner", "made_by");

    @Test
    void everyTextOfAFileHasADecision() {
        SortedSet<String> undecided = new TreeSet<>();
        for (FactKind kind : FactKind.values()) {
            for (Input input : Inputs.of(kind)) {
                boolean text = input.type() == Input.Type.TEXT || input.type() == Input.Type.PERSONAL_TEXT;
                boolean stays = IDS_OF_THINGS.contains(input.name())
                        || DIMENSIONS.contains(input.name())
                        || STAFF.contains(input.name());
                if (text && CellReaders.masks(input) == stays) {
                    undecided.add(kind.table() + "." + input.name());
                }
            }
        }
        assertThat(undecided).isEmpty();
    }

    @Test
    void whatPeopleWriteIsMasked() {
        assertThat(Arrays.stream(FactKind.values())
                        .flatMap(kind -> Inputs.of(kind).stream()
                                .filter(CellReaders::masks)
                                .map(input -> kind.table() + "." + input.name())))
                .containsExactlyInAnyOrder(
                        "ticket.issue",
                        "ticket.text",
                        "feedback.theme",
                        "feedback.text",
                        "departure.reason",
                        "departure.text",
                        "referral.reason",
                        "cost.activity",
                        "investment.activity");
    }
}
