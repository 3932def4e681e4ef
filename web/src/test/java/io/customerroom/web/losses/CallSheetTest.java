package io.customerroom.web.losses;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.kernel.CustomerId;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.engine.Rows.Column;
import io.customerroom.ledger.persons.CallBook;
import io.customerroom.room.losses.Drawing.Drawn;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Una, who left: a phone case for 13.93, a complaint, an answer without a theme, and a reason. */
class CallSheetTest {

    private static final Instant DRAWN_AT = Instant.parse("2026-11-04T08:00:00Z");
    private static final CallBook.Entry UNA =
            new CallBook.Entry(List.of("Una Marsh"), List.of("+49 30 555 12"), List.of(), List.of());

    private static final Rows FACTS = new Rows(
            List.of(
                    new Column("kind", String.class),
                    new Column("occurred_on", LocalDate.class),
                    new Column("key", String.class),
                    new Column("what", String.class),
                    new Column("detail", String.class),
                    new Column("amount", BigDecimal.class)),
            List.of(
                    fact("departure", "2026-10-02", "D1", "too expensive", null, null),
                    fact("feedback", "2026-09-10", "F1", "F1", "nps", "3"),
                    fact("ticket", "2026-09-09", "T1", "Line is down", "complaint", null),
                    fact("purchase", "2026-05-28", "P1", "Phone case", "sale", "13.9")));

    private static List<@Nullable Object> fact(
            String kind, String day, String key, String what, @Nullable String detail, @Nullable String amount) {
        return Arrays.asList(
                kind, LocalDate.parse(day), key, what, detail, amount == null ? null : new BigDecimal(amount));
    }

    private static CallSheet sheet(boolean barred) {
        Drawn drawn =
                new Drawn(1, "leo", new CustomerId(17), new BigDecimal("1234.5"), LocalDate.of(2026, 10, 1), 0.176);
        return CallSheet.of(
                drawn,
                Optional.of(UNA),
                barred,
                FACTS,
                List.of(),
                "EUR",
                at -> LocalDate.ofInstant(at, ZoneOffset.UTC));
    }

    @Test
    void moneyHasItsCurrencyAndAnAnswerWithoutAThemeHidesItsKey() {
        CallSheet sheet = sheet(false);
        assertThat(sheet.value()).isEqualTo("EUR 1,234.50");
        assertThat(sheet.bought()).containsExactly("28 May 2026: Phone case, sale, EUR 13.90");
        assertThat(sheet.tickets()).containsExactly("9 September 2026: Line is down, complaint");
        assertThat(sheet.feedback()).containsExactly("10 September 2026: nps 3");
        assertThat(sheet.questions())
                .hasSize(5)
                .first()
                .isEqualTo("You told us “too expensive”. What happened before that?");
    }

    @Test
    void thePaperHasTheNumberTheQuestionsAndLinesToWriteOn() throws IOException {
        assertThat(words(sheet(false)))
                .contains("Call sheet of Leo: leavers of October 2026")
                .contains("Listen, do not sell.", "1. Una Marsh", "+49 30 555 12", "EUR 1,234.50")
                .contains("What would we have to change for you to come back?", "Comes back");
    }

    @Test
    void whoSaidMeanwhileNotToBeCalledStandsOnThePaperWithoutANumber() throws IOException {
        assertThat(words(sheet(true)))
                .contains("1. Una Marsh", "Said meanwhile not to be called. Do not call.")
                .doesNotContain("555 12", "Comes back");
    }

    private static String words(CallSheet sheet) throws IOException {
        byte[] pdf = CallSheets.paper("October 2026", DRAWN_AT, List.of(sheet), "Leo", List.of());
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
