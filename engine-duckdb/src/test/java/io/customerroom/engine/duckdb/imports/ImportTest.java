package io.customerroom.engine.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.imports.ImportRequest;
import io.customerroom.ledger.imports.ImportResult;
import io.customerroom.ledger.imports.ImportRoom;
import io.customerroom.ledger.imports.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {

    private static final String SALES = """
            order,line,customer,date,product,quantity,unit price,site
            o1,1,anna,2026-01-05 10:00:00,tea,2,3.50,North
            o1,2,anna,2026-01-05 10:00:00,cup,1,12,North
            o2,1,,2026-01-06 09:30:00,tea,1,3.50,South
            o3,1,ben,2026-01-07,tea,-1,3.50,South
            """;

    @TempDir
    Path folder;

    private ImportRoom room;

    @BeforeEach
    void open() {
        room = new ImportRoom(folder);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aFileBecomesFactsAndAReceipt() {
        Receipt receipt = room.load(FactKind.PURCHASE, "Sales 2026-01.csv", SALES);
        assertThat(receipt.batch()).isEqualTo("b0001-purchase");
        assertThat(receipt.source()).isEqualTo("main");
        assertThat(receipt.counts().read()).isEqualTo(4);
        assertThat(receipt.counts().kept()).isEqualTo(4);
        assertThat(receipt.keysUnique()).isTrue();
        assertThat(receipt.span().orElseThrow().firstOn()).hasToString("2026-01-05");
        assertThat(receipt.span().orElseThrow().lastOn()).hasToString("2026-01-07");
        assertThat(room.ask("""
                SELECT order_id, line_id, line_kind, product, amount, currency, site, occurred_at, occurred_on, line, batch
                FROM purchase ORDER BY line
                """)).isEqualTo("""
                        o1 1 sale tea 7.000000 EUR North 2026-01-05T10:00:00Z 2026-01-05 1 b0001-purchase
                        o1 2 sale cup 12.000000 EUR North 2026-01-05T10:00:00Z 2026-01-05 2 b0001-purchase
                        o2 1 sale tea 3.500000 EUR South 2026-01-06T09:30:00Z 2026-01-06 3 b0001-purchase
                        o3 1 return tea -3.500000 EUR South 2026-01-07T00:00:00Z 2026-01-07 4 b0001-purchase
                        """);
        assertThat(room.ask("SELECT customer FROM purchase ORDER BY line"))
                .isEqualTo(
                        "%1$d%n%1$d%n-%n%2$d%n".formatted(room.key("customer", "anna"), room.key("customer", "ben")));
    }

    @Test
    void theSameFileAgainIsAnsweredWithItsReceipt() {
        Path file = room.file("sales.csv", SALES);
        ImportResult first = room.imports.run(ImportRequest.of(file, FactKind.PURCHASE), ImportRoom.ANA, Progress.NONE);
        ImportResult again = room.imports.run(ImportRequest.of(file, FactKind.PURCHASE), ImportRoom.ANA, Progress.NONE);
        assertThat(first.again()).isFalse();
        assertThat(again.again()).isTrue();
        assertThat(again.receipt()).isEqualTo(first.receipt());
        assertThat(room.imports.batches()).hasSize(1);
    }

    @Test
    void aFileOfAnotherNameThatReplacesRowsIsNoted() {
        String shop = "order,line,customer,date,amount\n1,1,anna,2026-01-05,10\n2,1,ben,2026-01-06,20\n";
        room.load(FactKind.PURCHASE, "shop.csv", shop);
        String note = "2 rows replace rows of b0001-purchase (shop.csv); two systems that number alike need --source";

        assertThat(room.load(FactKind.PURCHASE, "till.csv", shop.replace("anna", "cleo") + "3,1,ben,2026-01-07,5\n")
                        .file()
                        .notes())
                .containsOnlyOnce(note);
        assertThat(room.load(FactKind.PURCHASE, "shop.csv", shop.replace("2,1,ben", "1,1,ben"))
                        .file()
                        .notes())
                .contains(
                        "1 row replaces a row of b0002-purchase (till.csv); two systems that number alike need --source");
        assertThat(room.load(ImportRequest.of(room.file("web.csv", shop.replace("ben", "dora")), FactKind.PURCHASE)
                                .from("web"))
                        .file()
                        .notes())
                .noneMatch(said -> said.contains("replace"));
    }

    @Test
    void anUndoneImportCountsNoMoreAndCanComeBack() {
        Receipt receipt = room.load(FactKind.PURCHASE, "sales.csv", SALES);
        assertThat(room.imports.undo("b0001", ImportRoom.ANA).withdrawal()).isPresent();
        assertThat(room.ask("SELECT count(*) FROM purchase")).isEqualTo("0\n");
        assertThat(room.imports.undo(receipt.batch(), ImportRoom.ANA).withdrawal())
                .isPresent();
        room.load(FactKind.PURCHASE, "sales.csv", SALES);
        assertThat(room.ask("SELECT batch, count(*) FROM purchase GROUP BY batch"))
                .isEqualTo("b0002-purchase 4\n");
    }

    @Test
    void rowsThatCannotBeFactsAreSetAsideWithTheirReason() throws IOException {
        Receipt receipt = room.load(FactKind.PURCHASE, "sales.csv", """
                order,customer,date,amount,currency
                o1,anna,2026-01-05,10,EUR
                o2,ben,2026-02-30,10,EUR
                o3,ben,2026-01-07,ten,EUR
                o4,ben,2026-01-08,10,gold
                o5,ben,2026-01-09
                o6,"ben, the baker",,10,EUR
                """);
        assertThat(receipt.counts().setAside())
                .hasToString(
                        "{CURRENCY_UNKNOWN=1, DATE_UNREADABLE=1, NUMBER_UNREADABLE=1, RAGGED_ROW=1, REQUIRED_MISSING=1}");
        assertThat(receipt.counts().kept()).isEqualTo(1);
        assertThat(Files.readString(room.imports.quarantine("1").orElseThrow())).isEqualTo("""
                        set aside,set aside because,set aside explained,order,customer,date,amount,currency
                        row 2,DATE_UNREADABLE,"'date' is '2026-02-30', which is no date written as 2026-06-04 or 2026-06-04 08:30:00",o2,ben,2026-02-30,10,EUR
                        row 3,NUMBER_UNREADABLE,"'amount' is 'ten', which is no number",o3,ben,2026-01-07,ten,EUR
                        row 4,CURRENCY_UNKNOWN,"the currency is 'gold', which is no code of three letters such as EUR",o4,ben,2026-01-08,10,gold
                        row 5,RAGGED_ROW,"the row has 3 cells, the header 5",o5,ben,2026-01-09
                        row 6,REQUIRED_MISSING,'date' is empty,o6,"ben, the baker",,10,EUR
                        """);
    }

    @Test
    void nothingStaysBehindInStaging() throws IOException {
        room.load(FactKind.PURCHASE, "sales.csv", SALES);
        assertThatThrownBy(() -> room.load(FactKind.PURCHASE, "bad.csv", "order,customer,date,amount\n\"o1,anna"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("line 2, column 1");
        try (Stream<Path> left = Files.list(room.workspace.staging())) {
            assertThat(left).isEmpty();
        }
        assertThat(room.imports.sweep()).isZero();
    }

    @Test
    void aTitleAboveTheTableIsPassedOverAndATotalBeneathItIsSetAside() {
        Receipt receipt = room.load(FactKind.PURCHASE, "report.csv", """
                Sales 2026;;;
                made on 1 March;;;
                Order ID;Order Date;Customer ID;Amount
                1;13.02.2026;7;12,50 €
                2;14.02.2026;8;-1.234,50 €
                Total;;;-1.222,00 €
                """);
        assertThat(receipt.counts().setAside()).containsExactly(java.util.Map.entry("REQUIRED_MISSING", 1L));
        assertThat(receipt.file().notes())
                .contains("the names of the columns stand in row 3; the rows above it are a title");
        assertThat(room.ask("SELECT order_id, line, amount FROM purchase ORDER BY order_id"))
                .isEqualTo("1 1 12.500000\n2 2 -1234.500000\n");
    }

    @Test
    void aLineThatNamesTheDelimiterIsNoRow() {
        Receipt receipt = room.load(
                FactKind.PURCHASE, "x.csv", "sep=;\r\norder;date;customer;amount\r\n1;2026-02-13;7;12,50\r\n");
        assertThat(receipt.counts().kept()).isEqualTo(1);
        assertThat(room.ask("SELECT line, amount FROM purchase")).isEqualTo("1 12.500000\n");
    }

    @Test
    void daysCountedAsSpreadsheetsDoAreReadWhereTheMappingSaysSo() {
        room.load(
                "fact: purchase\ncolumns: {order: order, date: {from: date, format: excel}, customer: customer, amount: amount}",
                "x.csv",
                "order,date,customer,amount\n1,46066,7,12\n2,46066.75,7,12\n");
        assertThat(room.ask("SELECT occurred_on FROM purchase ORDER BY order_id"))
                .isEqualTo("2026-02-13\n2026-02-13\n");
    }

    @Test
    void missingColumnsAreNamedTogetherWithWhatWasSeen() {
        assertThatThrownBy(() -> room.load(FactKind.PURCHASE, "sales.csv", "order,custmer,amont\n1,2,3\n"))
                .isInstanceOf(Failure.class)
                .hasMessage(
                        "'sales.csv' cannot be read as purchase: no column for 'customer'; is it 'custmer'?;"
                                + " no column for 'date'; no column for 'amount (or quantity and unit_price)'; is it 'amont'?.");
    }

    @Test
    void linesWithoutNumberAreCountedInsideTheirOrder() {
        room.load(FactKind.PURCHASE, "sales.csv", """
                order,customer,date,amount
                o1,anna,2026-01-05,1
                o2,ben,2026-01-05,2
                o1,anna,2026-01-05,3
                """);
        assertThat(room.ask("SELECT order_id, line_id, amount FROM purchase ORDER BY line"))
                .isEqualTo("o1 1 1.000000\no2 1 2.000000\no1 2 3.000000\n");
    }

    @Test
    void alikeRowsAreKeptOrDroppedAsTheMappingSays() {
        String rows = "order,customer,date,amount\no1,anna,2026-01-05,1\no1,anna,2026-01-05,1\no1,anna,2026-01-05,2\n";
        String mapping =
                "fact: purchase\nduplicates: %s\ncolumns: {order: order, customer: customer, date: date, amount: amount}\n";
        assertThat(room.load(mapping.formatted("keep"), "kept.csv", rows)
                        .counts()
                        .kept())
                .isEqualTo(3);
        room.imports.undo("1", ImportRoom.ANA);
        Receipt dropped = room.load(mapping.formatted("drop"), "dropped.csv", rows);
        assertThat(dropped.counts().setAside()).hasToString("{DUPLICATE_ROW=1}");
        assertThat(room.ask("SELECT line_id, amount FROM purchase ORDER BY line"))
                .isEqualTo("1 1.000000\n2 2.000000\n");
        assertThat(room.imports.quarantine("2").orElseThrow())
                .content()
                .contains("row 2,DUPLICATE_ROW,an earlier row is alike in every cell,o1,anna,2026-01-05,1");
    }

    @Test
    void mendedRowsJoinTheKeptOnesAndReplaceNone() throws IOException {
        room.load(FactKind.PURCHASE, "sales.csv", """
                order,customer,date,amount
                o1,anna,2026-01-05,one
                o1,anna,2026-01-05,2
                """);
        String mended =
                Files.readString(room.imports.quarantine("1").orElseThrow()).replace(",one\n", ",1\n");
        Path file = room.file("mended.csv", mended);
        Receipt retried = room.imports
                .retry("1", file, "mended.csv", ImportRoom.ANA, Progress.NONE)
                .receipt();
        assertThat(retried.counts().kept()).isEqualTo(1);
        assertThat(room.ask("SELECT order_id, line_id, amount FROM purchase ORDER BY amount"))
                .isEqualTo("o1 row 1 1.000000\no1 1 2.000000\n");
    }
}
