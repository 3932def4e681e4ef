package io.customerroom.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+2", "@SUM(A1)", "+cmd", "-cmd|' /C calc'!A0", "\t=1", "\r=1", "\n=1"})
    void aTextThatWouldRunIsMadeHarmless(String formula) {
        assertThat(Csv.field(formula).replace("\"", "")).startsWith("'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-12.50", "-0.5 %", "+43 1 58801", "+3", "0", "1234567.891", "c1a2b3"})
    void numbersAndPlainWordsStayAsTheyAre(String value) {
        assertThat(Csv.field(value)).isEqualTo(value);
    }

    @Test
    void quotesCommasAndLinesAreQuotedAndNoValueIsEmpty() {
        assertThat(Csv.of(
                        List.of("a", "b"),
                        List.of(Arrays.asList("say \"no\", twice", null), List.of("two\nlines", "x"))))
                .isEqualTo("a,b\r\n\"say \"\"no\"\", twice\",\r\n\"two\nlines\",x\r\n");
    }
}
