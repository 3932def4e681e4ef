package io.customerroom.ledger.imports.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.customerroom.kernel.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DelimitedRowsTest {

    private static final Limits SMALL = new Limits(20, 60, 5, 1 << 20, 100, 1 << 20);

    @Test
    void cellsAreReadAsTheyWereMeant() throws IOException {
        assertThat(read("""
                        order,customer,comment
                        1,anna,plain
                        2," ben ","one, two"
                        3,carla,"she said ""no\"""
                        4,"",
                        5,dora,"first line
                        second line"
                        """))
                .containsExactly(
                        List.of("order", "customer", "comment"),
                        List.of("1", "anna", "plain"),
                        List.of("2", " ben ", "one, two"),
                        List.of("3", "carla", "she said \"no\""),
                        List.of("4", "", ""),
                        List.of("5", "dora", "first line\nsecond line"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a,b              | [a, b]
            a,b,             | [a, b, ]
            ,                | [, ]
            ""               | []
            """)
    void aDelimiterAlwaysBeginsAnotherCell(String line, String cells) throws IOException {
        assertThat(read(line)).hasSize(1).first().hasToString(cells);
        assertThat(read(line + "\n")).hasSize(1).first().hasToString(cells);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            5" pipe,x        | [5" pipe, x]
            a"b"c,x          | [a"b"c, x]
            "a"b,x           | [ab, x]
            "a" ,x           | [a , x]
            "a"b"c,x         | [ab"c, x]
            "a"b"",x         | [ab"", x]
            """)
    void strayQuotesBelongToTheText(String line, String cells) throws IOException {
        assertThat(read(line + "\nnext,row\n")).hasSize(2).first().hasToString(cells);
    }

    @Test
    void lineEndsMayBeMixedAndEmptyLinesArePassedOver() throws IOException {
        assertThat(read("a,b\r\n1,2\n\r\n\n3,4\r5,6\r\r\n7,8"))
                .containsExactly(
                        List.of("a", "b"), List.of("1", "2"), List.of("3", "4"), List.of("5", "6"), List.of("7", "8"));
    }

    @Test
    void raggedRowsAreReadAsTheyAre() throws IOException {
        assertThat(read("a,b,c\n1\n1,2,3,4\n")).extracting(List::size).containsExactly(3, 1, 4);
    }

    @Test
    void rowsAreNumberedFromTheHeaderOn() throws IOException {
        DelimitedRows rows = rows("name\n\nanna\n\"be\nn\"\n", 1 << 10, Limits.standard());
        Row row = new Row();
        List<String> seen = new ArrayList<>();
        while (rows.next(row)) {
            seen.add(row.number() + "=" + row.text(0));
        }
        assertThat(seen).containsExactly("0=name", "1=anna", "2=be\nn");
    }

    @Test
    void aNulByteIsToldOfItsRowOnly() throws IOException {
        DelimitedRows rows = rows("a\nx\0y\n\"p\0q\"\nz\n", 1 << 10, Limits.standard());
        Row row = new Row();
        List<String> seen = new ArrayList<>();
        while (rows.next(row)) {
            seen.add(row.nul() + ":" + row.text(0).length());
        }
        assertThat(seen).containsExactly("false:1", "true:3", "true:3", "false:1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            QUOTE_NEVER_CLOSED | a,b\\n1,"2                       | line 2, column 2
            QUOTE_NEVER_CLOSED | a,b\\n"1\\n\\n2",3\\n4,"          | line 5, column 2
            CELL_TOO_LONG      | a,b\\n1,xxxxxxxxxxxxxxxxxxxxx    | line 2, column 2
            CELL_TOO_LONG      | a,b\\n1,"xxxxxxxxx\\nxxxxxxxxxxxx" | line 2, column 2
            TOO_MANY_COLUMNS   | a\\n1,2,3,4,5,6                  | Line 2
            """)
    void whatIsOutOfBoundsIsRefusedWithItsPlace(String code, String text, String place) {
        Failure failure = refused(text.replace("\\n", "\n"), SMALL);
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.getMessage()).contains(place);
        assertThat(failure.nextStep()).isNotBlank();
    }

    @Test
    void whatIsNoTextEndsBeforeItFillsTheMemory() {
        Limits limits = new Limits(1 << 10, 1 << 19, 5, 1 << 20, 100, 1 << 20);
        assertThat(refused("a\n" + "x".repeat(1 << 20), limits).code()).isEqualTo("ROW_TOO_LONG");
        assertThat(refused("a\n\"" + "x\n".repeat(1 << 19), limits).getMessage())
                .contains("line 2, column 1")
                .contains("never closed");
    }

    @Test
    void limitsAreTheLastThatIsAllowed() throws IOException {
        assertThat(read("x".repeat(20) + ",2,3,4,5\n", 64, SMALL))
                .hasSize(1)
                .first()
                .asList()
                .hasSize(5);
    }

    @Test
    void anyTableFindsItsWayBackWhateverArrivesAtOnce() throws IOException {
        long seed = 4_180;
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            List<List<String>> table = table(random);
            String text = written(table, random);
            assertThat(read(text, 1 + random.nextInt(50), Limits.standard()))
                    .as("seed %d, step %d: %s", seed, i, text)
                    .isEqualTo(table);
        }
    }

    @Test
    void aRowLongerThanTheBufferKeepsItsCells() throws IOException {
        String long1 = "äö".repeat(100_000);
        String long2 = "x".repeat(300_000);
        assertThat(read("k,l,m\n1," + long1 + ",\"" + long2 + "\"\"\"\n2,b,c\n", 7_777, Limits.standard()))
                .containsExactly(List.of("k", "l", "m"), List.of("1", long1, long2 + "\""), List.of("2", "b", "c"));
    }

    private static List<List<String>> table(Random random) {
        String[] pieces = {"a", "é", "€", ",", "\"", "\n", "\r\n", " ", "12", "", ";", "\t", "\"\"", "漢"};
        List<List<String>> table = new ArrayList<>();
        int columns = 2 + random.nextInt(70);
        for (int row = 0; row < 5; row++) {
            List<String> cells = new ArrayList<>();
            for (int cell = 0; cell < columns; cell++) {
                StringBuilder text = new StringBuilder();
                for (int n = random.nextInt(4); n > 0; n--) {
                    text.append(pieces[random.nextInt(pieces.length)]);
                }
                cells.add(text.toString());
            }
            table.add(cells);
        }
        return table;
    }

    private static String written(List<List<String>> table, Random random) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : table) {
            for (int i = 0; i < row.size(); i++) {
                String cell = row.get(i);
                boolean quote = cell.matches("(?s).*[,\"\\n\\r].*") || random.nextInt(4) == 0;
                text.append(i == 0 ? "" : ",");
                text.append(quote ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
            }
            text.append(random.nextBoolean() ? "\n" : "\r\n");
        }
        return text.toString();
    }

    private static Failure refused(String text, Limits limits) {
        Failure failure = catchThrowableOfType(Failure.class, () -> read(text, 1 << 12, limits));
        assertThat(failure).isNotNull();
        return failure;
    }

    private static List<List<String>> read(String text) throws IOException {
        return read(text, 3, Limits.standard());
    }

    private static List<List<String>> read(String text, int atOnce, Limits limits) throws IOException {
        List<List<String>> all = new ArrayList<>();
        try (DelimitedRows rows = rows(text, atOnce, limits)) {
            Row row = new Row();
            while (rows.next(row)) {
                all.add(row.texts());
            }
        }
        return all;
    }

    /** Gives at most so many bytes at once, as a network would. */
    private static DelimitedRows rows(String text, int atOnce, Limits limits) {
        InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(atOnce, length));
            }
        };
        return new DelimitedRows(in, ',', limits, 0);
    }
}
