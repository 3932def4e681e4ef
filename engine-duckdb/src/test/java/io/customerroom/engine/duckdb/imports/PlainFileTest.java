package io.customerroom.engine.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.imports.ImportRequest;
import io.customerroom.ledger.imports.ImportRoom;
import io.customerroom.ledger.imports.mapping.MappingYaml;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the engine reads a file where it lies or we read it row by row: facts, persons and receipt are the same. */
class PlainFileTest {

    private static final String HEAD = "order,line,customer,date,product,quantity,unit_price,amount,cost,site\n";

    private static ImportRoom room;

    @BeforeAll
    static void open(@TempDir Path folder) {
        room = new ImportRoom(folder, "company: {zone: Europe/Berlin}\n");
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @Test
    void aPlainFileGivesTheSameFactsBothWays() {
        assertThat(both(HEAD + """
                        N2,1,anna,2026-03-29,P1,1,9.99,9.99,5,Harbour
                        N1,2,ben,2026-03-29,"P, 2",-3,0.333333,-0.999999,,
                        N1,1,,2026-10-25,é€𝄞,-1,0,0,0.000001,"Nord ""
                        """.replace(" \"\"", "\"") + "N9,,17850.0,1900-01-01,,0,0,0,-0,x"))
                .isEqualTo("in place");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "N1,1,anna,2026-02-30,P1,1,1,1,1,x", // no such day: seen by the engine, told by the reader
                "N1,1,anna,2026-02-28,P1,1,1,1",
                "N1,1,anna\u00a0,2026-02-28,P1,1,1,1,1,x",
                "N1,1,anna,2026-02-28,\"a \"\"b\"\"\",1,1,1,1,x",
                "N1,1,anna,2026-02-28,\"a\nb\",1,1,1,1,x",
                ",1,anna,2026-02-28,P1,1,1,1,1,x",
            })
    void oneRowThatIsNotPlainChangesTheWayAndNothingElse(String row) {
        assertThat(both(HEAD + "N0,1,anna,2026-01-05,P1,1,1,1,1,x\n" + row + "\n"))
                .isEqualTo("row by row");
    }

    /** Names of columns, constants and words for nothing are values of the engine's question, whatever stands in them. */
    @Test
    void namesOfColumnsAndConstantsAreNoPieceOfTheQuestion() {
        String mapping = """
                fact: purchase
                nulls: ["'); DROP TABLE purchase; --"]
                columns:
                  order: "o'; DROP TABLE t; --"
                  line: {constant: "1'); ATTACH 'x.db'; --"}
                  customer: "c) FROM read_text('/etc/passwd') --"
                  date: {from: "$1 {date} :through", format: iso}
                  amount: "a, (SELECT 1)"
                  site: {constant: "x' || getenv('PATH') || '"}
                """;
        String file =
                "o'; DROP TABLE t; --,c) FROM read_text('/etc/passwd') --,$1 {date} :through,\"a, (SELECT 1)\"\no1,anna,2026-01-05,7\n";
        assertThat(both(mapping, file)).isIn("in place", "row by row");
        room.load(mapping, "hostile.csv", file);
        assertThat(room.ask("SELECT order_id, line_id, amount, site FROM purchase WHERE site LIKE 'x%'"))
                .isEqualTo("o1 1'); ATTACH 'x.db'; -- 7.000000 x' || getenv('PATH') || '\n");
    }

    @Test
    void quantityTimesPriceIsRoundedAlike() {
        String mapping = """
                fact: purchase
                columns: {order: order, customer: customer, date: date, quantity: quantity, unit_price: unit_price, profit: cost}
                """;
        assertThat(both(mapping, HEAD + """
                        o1,1,anna,2026-01-05,p,0.000001,0.5,,0,x
                        o1,1,anna,2026-01-05,p,-0.000001,0.5,,0,x
                        o1,1,anna,2026-01-05,p,-0.000003,0.49,,1.5,x
                        o2,1,anna,2026-01-05,p,1000000,999999.999999,,2,x
                        """)).isEqualTo("in place");
        assertThat(both(mapping, HEAD + "o1,1,anna,2026-01-05,p,1000000,1000000,,0,x\n"))
                .isEqualTo("row by row");
    }

    @Test
    void momentsAroundChangesOfTheClockAreTheSame() {
        StringBuilder rows = new StringBuilder(HEAD);
        for (String day : List.of("2026-03-28", "2026-03-29", "2026-10-25", "2026-10-26")) {
            for (int hour = 0; hour < 24; hour++) {
                rows.append("o1,,anna,%s %02d:30:00,p,1,1,1,1,x\n".formatted(day, hour));
            }
        }
        assertThat(both(rows.toString())).isEqualTo("in place");
    }

    @Test
    void datesInOtherFormsAndNumberedIdsAreTheSame() {
        String mapping = """
                fact: purchase
                nulls: ["?", "n/a"]
                columns:
                  order: order
                  customer: {from: customer, number: true}
                  date: {from: date, format: d/M/yyyy H:mm}
                  amount: {from: amount, sign: negate}
                """;
        assertThat(both(mapping, HEAD.replace(',', ';') + """
                        o1;1;17850.0;1/2/2026 8:05;p;1;1;-1.5;1;x
                        o2;1;17850;31/12/2026 23:59;p;1;1;2.25;1;x
                        o3;1;;1/2/2026 8:05;p;1;1;-1.5;1;?
                        """.replace("\n", "\r\n")))
                .isEqualTo("row by row"); // the header's line ends another way
        assertThat(both(mapping, (HEAD.replace(',', ';') + """
                        o1;1;17850.0;1/2/2026 8:05;p;1;1;-1.5;1;x
                        o2;1;17850;31/12/2026 23:59;p;1;1;2.25;1;x
                        o3;1;;1/2/2026 8:05;p;1;1;-1.5;1;
                        """).replace("\n", "\r\n")))
                .isEqualTo("in place");
    }

    @Test
    void linesOutOfOrderAndLinesTwiceAreNoticed() {
        assertThat(both(HEAD + """
                        o10,1,anna,2026-01-05,p,1,1,1,1,x
                        o9,1,anna,2026-01-05,p,1,1,1,1,x
                        """)).isEqualTo("in place");
        assertThat(both(HEAD + """
                        o1,1,anna,2026-01-05,p,1,1,1,1,x
                        o1,1,anna,2026-01-06,p,1,1,1,1,x
                        """)).isEqualTo("in place");
        assertThat(room.imports.batches().getLast().keysUnique()).isFalse();
    }

    @Test
    void aFileInOrderOfDaysIsSortedAlike() {
        String mapping = """
                fact: purchase
                columns: {order: order, customer: {from: customer, number: true}, date: date, amount: amount}
                """;
        assertThat(both(mapping, HEAD + """
                        o1,1,9,2026-01-05,p,1,1,1,1,x
                        o2,1,,2026-01-05,p,1,1,2,1,x
                        o3,1,7.0,2026-01-05,p,1,1,3,1,x
                        o4,1,9.0,2026-01-05,p,1,1,4,1,x
                        o5,1,7,2026-01-06,p,1,1,5,1,x
                        o6,1,,2026-01-07,p,1,1,6,1,x
                        o7,1,9,2026-01-07,p,1,1,7,1,x
                        """)).isEqualTo("in place");
    }

    @Test
    void aNameLikeAPatternIsAName() {
        room.file("a1.csv", HEAD + "o1,1,anna,2026-01-05,p,1,1,1,1,x\no2,1,anna,2026-01-05,p,1,1,1,1,x\n");
        Path file = room.file("a[1].csv", HEAD + "o1,1,anna,2026-01-05,p,1,1,1,1,x\n");
        assertThat(both(ImportRequest.of(file, FactKind.PURCHASE))).isEqualTo("in place");
    }

    private static String both(String text) {
        return both(ImportRequest.of(room.file("rows.csv", text), FactKind.PURCHASE));
    }

    private static String both(String mapping, String text) {
        var read = MappingYaml.read(mapping, "test.yaml", Optional.empty());
        return both(
                ImportRequest.of(room.file("rows.csv", text), FactKind.PURCHASE).with(read));
    }

    private static String both(ImportRequest request) {
        return new BothWays(room).run(request);
    }
}
