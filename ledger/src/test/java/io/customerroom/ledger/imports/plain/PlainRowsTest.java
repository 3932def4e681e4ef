package io.customerroom.ledger.imports.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainRowsTest {

    private static final List<byte[]> NULL = List.of("NULL".getBytes(StandardCharsets.UTF_8));
    private static final List<PlainRows.Column> COLUMNS = List.of(
            new PlainRows.Column(new TextShape(true), true, NULL),
            new PlainRows.Column(new NumberShape(), false, NULL),
            new PlainRows.Column(DateShape.isoDay(), true, NULL),
            new PlainRows.Column(new TextShape(false), false, List.of()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,1,2026-06-04,",
                "a,,2026-06-04, x ",
                "NULLS,-12.5,1900-01-31,NULL",
                "a b,999999999999.999999,2199-12-31,é€𝄞",
                "\"a,b\",\"1\",\"2026-06-04\",\"\"",
                "N,0.000001,2026-06-04,\"x\"",
            })
    void thesePlainRowsAreCounted(String row) {
        assertThat(rows(row + "\n" + row + "\n")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a,1,2026-06-04",
                "a,1,2026-06-04,x,y",
                ",1,2026-06-04,",
                "\"\",1,2026-06-04,",
                " a,1,2026-06-04,",
                "a ,1,2026-06-04,",
                "\"a \",1,2026-06-04,",
                "a\u00a0,1,2026-06-04,",
                "NULL,1,2026-06-04,",
                "\"NULL\",1,2026-06-04,",
                "a\tb,1,2026-06-04,",
                "a\u0000,1,2026-06-04,",
                "a\"b,1,2026-06-04,",
                "\"a\"\"b\",1,2026-06-04,",
                "\"a\"b,1,2026-06-04,",
                "\"a\nb\",1,2026-06-04,",
                "a,+1,2026-06-04,",
                "a,1e3,2026-06-04,",
                "a,.5,2026-06-04,",
                "a,5.,2026-06-04,",
                "a,-,2026-06-04,",
                "a,1-,2026-06-04,",
                "a,1.2.3,2026-06-04,",
                "a,1234567890123,2026-06-04,",
                "a,0.1234567,2026-06-04,",
                "a,\"1,5\",2026-06-04,",
                "a,1,2026-13-04,",
                "a,1,2026-00-04,",
                "a,1,2026-06-32,",
                "a,1,1899-12-31,",
                "a,1,2200-01-01,",
                "a,1,2026-6-4,",
                "a,1,2026-06-04 00:00:00,",
                "a,1,20260604,",
                "a,1,2026-06-04,x\r",
            })
    void theseRowsNeedALookOfTheirOwn(String row) {
        assertThat(rows("a,1,2026-06-04,\n" + row + "\n")).isEqualTo(-1);
    }

    @Test
    void textThatIsNotUtf8IsNotPlain() {
        for (int[] bytes : new int[][] {
            {0x80}, {0xc0, 0xaf}, {0xc3, 'x'}, {0xe0, 0x80, 0x80}, {0xed, 0xa0, 0x80}, {0xf5, 0x80, 0x80, 0x80}, {0xff}
        }) {
            byte[] row = "a,1,2026-06-04,@@@@\n".getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < bytes.length; i++) {
                row[row.length - 5 + i] = (byte) bytes[i];
            }
            assertThat(new PlainRows(COLUMNS, ',', false).read(row, 0, row.length))
                    .isFalse();
        }
    }

    @Test
    void linesMayEndInCarriageReturnsIfAllOfThemDo() {
        PlainRows rows = new PlainRows(COLUMNS, ',', true);
        byte[] text = "a,1,2026-06-04,\r\n\"a\",1,2026-06-04,\"x\"\r\n".getBytes(StandardCharsets.UTF_8);
        assertThat(rows.read(text, 0, text.length)).isTrue();
        assertThat(rows.rows()).isEqualTo(2);
        assertThat(rows.read("a,1,2026-06-04,\n".getBytes(StandardCharsets.UTF_8), 0, 16))
                .isFalse();
    }

    @Test
    void piecesOfAFileAreReadOneAfterTheOther() {
        byte[] text = "ä,1,2026-06-04,\na,2.5,2026-06-05,x".getBytes(StandardCharsets.UTF_8);
        PlainRows rows = new PlainRows(COLUMNS, ',', false);
        for (int i = 0; i < text.length; i++) {
            assertThat(rows.read(text, i, i + 1)).isTrue();
        }
        assertThat(rows.rows()).isEqualTo(1);
        assertThat(rows.betweenRows()).isFalse();
    }

    @Test
    void stretchesReadTogetherSayWhatByteAfterByteSays() {
        String rows = """
                a,1,2026-06-04,
                "b,b",-2.5,2026-06-05,two words
                c,,2026-06-06,"x"
                dd,3,2026-06-07,NULL
                e,4.25,2026-06-08,é
                """.repeat(3);
        for (int cut = 0; cut <= rows.length(); cut++) {
            assertThat(rows(rows.substring(0, cut))).isEqualTo(rowsByteByByte(rows.substring(0, cut)));
            String stained = rows.substring(0, cut) + "\t" + rows.substring(Math.min(rows.length(), cut + 1));
            assertThat(rows(stained)).isEqualTo(-1);
        }
        assertThat(rows(rows)).isEqualTo(15);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            d/M/yyyy,         4/6/2026,            true
            d/M/yyyy,         04/06/2026,          true
            d/M/yyyy,         0/6/2026,            false
            d/M/yyyy,         4/13/2026,           false
            dd.MM.yyyy,       4.6.2026,            false
            dd.MM.yyyy,       04.06.2026,          true
            yyyyMMdd,         20260604,            true
            d/M/yyyy H:mm,    4/6/2026 8:05,       true
            d/M/yyyy H:mm,    4/6/2026 24:05,      false
            d/M/yyyy H:mm,    4/6/2026 8:60,       false
            M/d/yyyy H:mm:ss, 6/4/2026 23:59:59,   true
            """)
    void datesAreWrittenOneWay(String pattern, String cell, boolean plain) {
        PlainRows rows = new PlainRows(
                List.of(new PlainRows.Column(DateShape.of(pattern).orElseThrow(), true, List.of())), ';', false);
        byte[] text = (cell + "\n").getBytes(StandardCharsets.UTF_8);
        assertThat(rows.read(text, 0, text.length) && rows.betweenRows()).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"d MMM yyyy", "d/M/yy", "dMyyyy", "d/M/yyyy h:mm a", "yyyy-MM-dd'T'HH:mm"})
    void patternsWithWordsOrWithoutBoundsAreLeftToTheReader(String pattern) {
        assertThat(DateShape.of(pattern)).isEmpty();
    }

    /** Rows counted; −1 where a byte did not fit. */
    private static long rows(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        PlainRows rows = new PlainRows(COLUMNS, ',', false);
        return rows.read(bytes, 0, bytes.length) && rows.betweenRows() ? rows.rows() : -1;
    }

    private static long rowsByteByByte(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        PlainRows rows = new PlainRows(COLUMNS, ',', false);
        for (int i = 0; i < bytes.length; i++) {
            if (!rows.read(bytes, i, i + 1)) {
                return -1;
            }
        }
        return rows.betweenRows() ? rows.rows() : -1;
    }
}
