package io.customerroom.ledger.imports.staging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each kind of fact makes of its columns. */
class StagedKindsTest extends StagedRows {

    @Test
    void purchasesCarryTheirMomentTheirDayAndTheirKind() throws IOException {
        assertThat(facts(PURCHASES, """
                o,c,d,a
                1,anna,2026-01-05,10
                1,anna,2026-07-05 23:30,-2.5
                , ben ,2026-01-05,0
                ,,2026-01-05,0.000001
                """)).isEqualTo("""
                1 anna 2026-01-04T23:00:00Z +1 1 sale 10
                2 anna 2026-07-05T21:30:00Z +0 1 return -2.5
                3 ben 2026-01-04T23:00:00Z +1 BEN@2026-01-05 sale 0
                4 - 2026-01-04T23:00:00Z +1 @2026-01-05 sale 0.000001
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {customer: c, date: d}                                                 | OrderAndOrdinal[]
            {customer: c, date: d, line: l}                                        | Joined[columns=[order_id, line_id]]
            """)
    void aPurchaseIsNamedByItsLineOrByItsOrdinalInsideTheOrder(String columns, String key) throws IOException {
        StagingPass.Staged staged = run("fact: purchase\ncolumns: " + columns, "c,d,l\n");
        assertThat(staged.facts().key()).hasToString(key);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            customer  | Joined[columns=[customer]]
            contract  | Joined[columns=[contract_id]]
            contract_event | Joined[columns=[contract_id, event_kind, from_on]]
            ticket    | Joined[columns=[ticket_id]]
            feedback  | Joined[columns=[feedback_id]]
            operation | Joined[columns=[contact, measure, occurred_at, site]]
            departure | Joined[columns=[customer, left_on]]
            referral  | Joined[columns=[customer, referred, occurred_on]]
            cost      | Staged[]
            crosswalk | Joined[columns=[customer, other]]
            """)
    void everyKindHasItsKey(String kind, String key) throws IOException {
        assertThat(run("fact: " + kind + "\ncolumns: {}", "x\n").facts().key()).hasToString(key);
    }

    @Test
    void anOperationWithAnIdIsNamedByIt() throws IOException {
        assertThat(facts("""
                        fact: operation
                        columns: {id: i, contact: c, measure: m, date: d, value: v}
                        """, "i,c,m,d,v\nr1,desk,wait,2026-01-05,3\n"))
                .isEqualTo("1 - 2026-01-04T23:00:00Z +1 r1 desk wait 0 1 1 3\n");
    }

    @Test
    void quantityTimesPriceIsTheAmountAndProfitGivesTheCost() throws IOException {
        assertThat(facts("""
                        fact: purchase
                        columns: {order: o, date: d, quantity: q, unit_price: p, profit: g}
                        """, """
                        o,d,q,p,g
                        1,2026-01-05,6,2.55,5.3
                        2,2026-01-05,-1,2.5,
                        3,2026-01-05,-5,0,
                        4,2026-01-05,,2,
                        """)).isEqualTo("""
                        1 - 2026-01-04T23:00:00Z +1 1 sale 6 15.3 10
                        2 - 2026-01-04T23:00:00Z +1 2 return -1 -2.5 -
                        3 - 2026-01-04T23:00:00Z +1 3 return -5 0 -
                        """);
    }

    @Test
    void aCostBeyondAllMeasureIsSetAside() throws IOException {
        StagingPass.Staged staged = run(
                "fact: purchase\ncolumns: {date: d, amount: a, profit: p}",
                "d,a,p\n2026-01-05,999999999999,-999999999999\n2026-01-05,1,0.4\n");
        assertThat(staged.setAside()).isEqualTo(new TreeMap<>(Map.of("NUMBER_TOO_LARGE", 1L)));
    }

    /** A refund of three months, a discount of a yearly bill, a pause without end; then one without amount, one unknown, one that ends too early. */
    @Test
    void whatBefellAContractSaysWhatAMonthLoses() throws IOException {
        String mapping = """
                fact: contract-event
                columns: {contract: k, customer: c, kind: w, from: f, until: u, amount: a, billing: b}
                """;
        String head = "k,c,w,f,u,a,b\n";
        assertThat(facts(mapping, head + """
                k1,anna,credit,2026-01-05,2026-03-02,-30,
                k1,anna,discount,2026-01-05,,120,year
                k2,ben,pause,2026-01-05,,,
                """)).isEqualTo("""
                1 anna 2026-01-04T23:00:00Z +1 k1 refund 2026-01-05 2026-03-02 30 10.0000000000
                2 anna 2026-01-04T23:00:00Z +1 k1 discount 2026-01-05 - 120 10.0000000000
                3 ben 2026-01-04T23:00:00Z +1 k2 pause 2026-01-05 - - -
                """);
        StagingPass.Staged faulty = run(mapping, head + """
                k1,anna,discount,2026-01-05,,,
                k1,anna,gift,2026-01-05,,1,
                k1,,pause,2026-01-05,,,
                k1,anna,pause,2026-01-05,2026-01-04,,
                k1,anna,discount,2026-01-05,,1,fortnight
                """);
        assertThat(faulty.facts().rows()).isZero();
        assertThat(faulty.setAside())
                .isEqualTo(new TreeMap<>(Map.of(
                        "REQUIRED_MISSING", 2L,
                        "CODE_UNKNOWN", 2L,
                        "ENDS_BEFORE_START", 1L)));
    }

    @Test
    void contractsAreWorthTheSameEveryMonth() throws IOException {
        assertThat(facts("""
                        fact: contract
                        columns: {contract: k, customer: c, started: s, ended: e, amount: a, billing: b}
                        """, """
                        k,c,s,e,a,b
                        1,anna,2026-01-01,,2000,yearly
                        2,anna,2026-01-01,2026-02-01,100,
                        3,anna,2026-01-01,2026-01-01,100,Quarter
                        4,anna,2026-01-01,,60,24
                        5,anna,2026-01-01,2025-12-31,60,1
                        6,anna,2026-01-01,,60,now and then
                        7,anna,2026-01-01,,60,half-year
                        """)).isEqualTo("""
                        1 anna 2025-12-31T23:00:00Z +1 1 2026-01-01 - 2000 12 166.6666666667
                        2 anna 2025-12-31T23:00:00Z +1 2 2026-01-01 2026-02-01 100 1 100.0000000000
                        3 anna 2025-12-31T23:00:00Z +1 3 2026-01-01 2026-01-01 100 3 33.3333333333
                        4 anna 2025-12-31T23:00:00Z +1 4 2026-01-01 - 60 24 2.5000000000
                        7 anna 2025-12-31T23:00:00Z +1 7 2026-01-01 - 60 6 10.0000000000
                        """);
    }

    @Test
    void linksAreStoredOnceInBothDirectionsAndNotToItself() throws IOException {
        StagingPass.Staged staged = run("""
                fact: crosswalk
                columns: {customer: {from: a, ids: shop}, other: {from: b, ids: web}, linked: l}
                """, "a,b,l\n1,2,\n1,3,no\n1,4,perhaps\n");
        assertThat(staged.setAside()).isEqualTo(new TreeMap<>(Map.of("SWITCH_UNREADABLE", 1L)));
        List<String> rows = Files.readAllLines(staged.facts().file());
        assertThat(rows).hasSize(2).allSatisfy(row -> {
            String[] cells = row.split("\u001f");
            assertThat(Long.parseLong(cells[1])).isLessThan(Long.parseLong(cells[4]));
        });
        assertThat(rows.getFirst()).endsWith("\u001f1");
        assertThat(rows.getLast()).endsWith("\u001f0");
        assertThat(run("fact: crosswalk\ncolumns: {customer: a, other: b}", "a,b\n1, 1\n")
                        .setAside())
                .isEqualTo(new TreeMap<>(Map.of("LINKS_TO_ITSELF", 1L)));
    }

    @Test
    void countsAreWholeNumbersFromZero() throws IOException {
        StagingPass.Staged staged = run(
                "fact: operation\ncolumns: {contact: c, measure: m, date: d, n: n}",
                "c,m,d,n\na,b,2026-01-05,3.0\na,b,2026-01-05,3.5\na,b,2026-01-05,-1\na,b,2026-01-05,x\n");
        assertThat(staged.setAside()).isEqualTo(new TreeMap<>(Map.of("NUMBER_UNREADABLE", 3L)));
    }
}
