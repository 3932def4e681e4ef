package io.customerroom.ledger.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.imports.Mending.SetAside;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three of five rows of a till's export cannot be read. */
class MendingTest {

    private static final Authorship BECAUSE = new Authorship("ana", "web", "a slip", "r2");

    @TempDir
    Path folder;

    private ImportRoom room;
    private Receipt receipt;

    @BeforeEach
    void open() {
        room = new ImportRoom(folder);
        receipt = room.load(FactKind.PURCHASE, "till.csv", """
            order,customer,date,amount,product
            o1,anna,2026-01-05,10,bell
            o2,ben,2026-01-06,nine,"horn, big"
            o3,carl,never,7,bell
            o4,dora
            o5,emil,2026-01-09,5,bell
            """);
        assertThat(receipt.counts().kept()).isEqualTo(2);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void rowsAreShownUnderTheirColumnsWithTheReason() {
        Mending mending = Mending.of(room.imports, "1");
        assertThat(mending.header()).containsExactly("order", "customer", "date", "amount", "product");
        assertThat(mending.personal()).containsExactly(1);
        assertThat(mending.rows(0, 10)).extracting(SetAside::row).containsExactly("row 2", "row 3", "row 4");
        assertThat(mending.rows(1, 1)).extracting(SetAside::row).containsExactly("row 3");
        assertThat(mending.rows(0, 1).getFirst().cells())
                .containsExactly("o2", "ben", "2026-01-06", "nine", "horn, big");
        assertThat(mending.rows(2, 1).getFirst().cells())
                .as("what is missing is empty")
                .containsExactly("o4", "dora", "", "", "");
    }

    @Test
    void whatIsChangedComesInAndAnUndoOpensItAgain() {
        Mending mending = Mending.of(room.imports, "1");
        ImportResult result = mending.mend(
                Map.of("row 2", Map.of(3, "9", 0, "o2"), "row 3", Map.of(2, "never"), "row 4", Map.of(2, "2026-01-08")),
                BECAUSE);
        assertThat(result.receipt().counts().read()).as("row 3 was not changed").isEqualTo(2);
        assertThat(result.receipt().counts().kept()).isEqualTo(1);
        assertThat(room.ask("SELECT order_id, line_id, amount, product FROM purchase ORDER BY order_id"))
                .isEqualTo("o1 1 10.000000 bell\no2 row 2 9.000000 horn, big\no5 1 5.000000 bell\n");
        String correction = result.receipt().batch();
        assertThat(mending.rows(0, 10))
                .extracting(SetAside::mended)
                .containsExactly(Optional.of(correction), Optional.empty(), Optional.of(correction));
        assertThat(mending.corrections()).extracting(Receipt::batch).containsExactly(correction);
        room.imports.undo(correction, BECAUSE);
        assertThat(mending.rows(0, 10)).extracting(SetAside::mended).containsOnly(Optional.empty());
        assertThat(room.ask("SELECT count(*) FROM purchase")).isEqualTo("2\n");
    }

    @Test
    void rowsOfACorrectionThatAreSetAsideAgainAreMendedThere() {
        String first = Mending.of(room.imports, "1")
                .mend(Map.of("row 2", Map.of(3, "eight")), BECAUSE)
                .receipt()
                .batch();
        Mending again = Mending.of(room.imports, first);
        SetAside row = again.rows(0, 10).getFirst();
        int amount = again.header().indexOf("amount");
        assertThat(row.cells().get(amount)).isEqualTo("eight");
        assertThat(again.mend(Map.of(row.row(), Map.of(amount, "8")), BECAUSE)
                        .receipt()
                        .counts()
                        .kept())
                .isEqualTo(1);
        assertThat(room.ask("SELECT amount FROM purchase WHERE order_id = 'o2'"))
                .isEqualTo("8.000000\n");
    }

    @Test
    void withoutAChangeNothingIsImported() {
        Mending mending = Mending.of(room.imports, "1");
        assertThat(catchThrowableOfType(
                                Failure.class, () -> mending.mend(Map.of("row 2", Map.of(3, "nine", 99, "x")), BECAUSE))
                        .code())
                .isEqualTo("NOTHING_MENDED");
        assertThat(room.imports.batches()).hasSize(1);
    }
}
