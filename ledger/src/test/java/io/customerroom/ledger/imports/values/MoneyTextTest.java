package io.customerroom.ledger.imports.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            USD | $1,234.50     | 1,234.50
            USD | US$ 7         | 7
            USD | ($12.00)      | -12.00
            USD | (12.00)       | -12.00
            USD | -$3.10        | -3.10
            USD | $-3.10        | -3.10
            USD | −$3.10        | -3.10
            USD | usd 7         | 7
            EUR | 1.234,50 €    | 1.234,50
            EUR | 3,10-         | -3,10
            EUR | EUR 3,10      | 3,10
            CHF | Fr. 12.50     | 12.50
            """)
    void whatACurrencyPutsAroundANumberIsTakenOff(String currency, String cell, String bare) {
        assertThat(bare(currency, cell)).isEqualTo(bare);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EUR | $1,234.50
            USD | 12 €
            EUR | GBP 12
            USD | (-12)
            USD | (-12-)
            USD | $
            USD | ()
            USD | 12
            USD | twelve
            USD | $ twelve
            """)
    void anAmountInAnotherCurrencyIsAnotherAmountAndNoNumberStaysNone(String currency, String cell) {
        assertThat(bare(currency, cell)).isEmpty();
    }

    private static String bare(String currency, String cell) {
        byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
        return new MoneyText(currency)
                .bare(bytes, 0, bytes.length)
                .map(bare -> new String(bare, StandardCharsets.UTF_8))
                .orElse("");
    }
}
