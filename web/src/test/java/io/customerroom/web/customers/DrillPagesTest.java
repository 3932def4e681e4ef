package io.customerroom.web.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.kernel.CustomerId;
import io.customerroom.web.fixture.FixtureRoom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(classes = FixtureRoom.class)
@AutoConfigureMockMvc
class DrillPagesTest {

    private static final String LOST = "/customers?metric=customer-math&period=2026-10&is.part=lost";

    @Autowired
    private MockMvcTester pages;

    @Test
    void theLostOfTheWallLeadToTheirRows() {
        assertThat(pages.get().uri("/walls/1"))
                .bodyText()
                .contains("/customers?metric=customer-math&amp;period=2026-10&amp;is.part=lost");
    }

    @Test
    void aListSaysHowManyThereAreAndGoesOn() {
        assertThat(pages.get().uri(LOST)).bodyText().contains("Rows 1 to 100 of 187", "page=2", "part is lost");
        assertThat(pages.get().uri(LOST + "&page=2"))
                .bodyText()
                .contains("Rows 101 to 187 of 187", "page=1")
                .doesNotContain("page=3");
    }

    @Test
    void aListBeginsWithWhatTheWallSaysOfIt() {
        assertThat(pages.get().uri("/walls/1")).hasStatusOk();
        assertThat(pages.get().uri(LOST))
                .bodyText()
                .contains("What the wall says of these rows", "1,215")
                .containsSubsequence("id=\"answer-title\"", "Rows 1 to 100 of 187");
        assertThat(pages.get().uri("/customers?metric=customer-math&period=2026-10&is.part=nowhere"))
                .bodyText()
                .contains("Rows 1 to 100 of 187")
                .doesNotContain("answer-title");
    }

    @Test
    void customersAppearByTheirOpaqueIdAndLeadToTheirFacts() {
        String customer = new CustomerId(1_000_001).toString();
        assertThat(pages.get().uri(LOST)).bodyText().contains("/customers/" + customer + "?period=2026-10");
        assertThat(pages.get().uri("/customers/" + customer))
                .hasStatusOk()
                .bodyText()
                .contains("order 77, line 2", "19.95", "lost");
    }

    @Test
    void aFileHoldsAllRowsAndRunsNothing() {
        assertThat(pages.get().uri("/customers.csv?metric=customer-math&period=2026-10&is.part=lost"))
                .hasStatusOk()
                .bodyText()
                .contains("'=cmd|' /C calc'!A0,-12.50")
                .satisfies(csv -> assertThat(csv.lines()).hasSize(188));
    }

    @Test
    void aCustomerNobodyKnowsIsNotFound() {
        assertThat(pages.get().uri("/customers/c9")).hasStatus(404).bodyText().contains("CUSTOMER_NOT_FOUND");
        assertThat(pages.get().uri("/customers/17850"))
                .hasStatus(400)
                .bodyText()
                .contains("CUSTOMER_ID_MALFORMED");
    }

    @Test
    void anAddressWithoutMetricIsRefusedWithTheNextStep() {
        assertThat(pages.get().uri("/customers")).hasStatus(404).bodyText().contains("METRIC_UNKNOWN", "Next step.");
    }

    @Test
    void theUploadFormHasALabelForEachField() {
        assertThat(pages.get().uri("/data/upload"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "<label for=\"file\"",
                        "<label for=\"kind\"",
                        "<label for=\"feed\"",
                        "enctype=\"multipart/form-data\"");
    }
}
