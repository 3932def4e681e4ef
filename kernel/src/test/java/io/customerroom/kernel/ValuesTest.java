package io.customerroom.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency JPY = Currency.getInstance("JPY");

    @Test
    void moneyRoundsOnceAtTheEdge() {
        Money month = new Money(new BigDecimal("166.6666666667"), EUR);
        assertThat(month.rounded()).isEqualTo("166.67");
        assertThat(month.plus(month).plus(month).rounded()).isEqualTo("500.00");
        assertThat(new Money(new BigDecimal("166.5"), JPY).rounded()).isEqualTo("167");
    }

    @Test
    void currenciesAreNotMixed() {
        Money euro = new Money(BigDecimal.ONE, EUR);
        Money yen = new Money(BigDecimal.ONE, JPY);
        assertThatThrownBy(() -> euro.minus(yen)).hasMessage("cannot join EUR and JPY");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 35, 36, 1_152_921_504_606_846_975L, Long.MAX_VALUE})
    void aCustomerIdReadsBackAsItself(long value) {
        CustomerId id = new CustomerId(value);
        assertThat(CustomerId.parse(id.toString())).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c", "c0", "17850", "c-1", "cZZZZZZZZZZZZZZZZ", "c'; drop table"})
    void whatIsNoCustomerIdIsRefused(String text) {
        assertThatThrownBy(() -> CustomerId.parse(text))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("not a customer id");
    }

    @Test
    void aFailureSaysWhatHappenedWhatToDoAndItsCode() {
        Failure failure = Failure.yours("PERIOD_UNKNOWN", "'x' is not a period.", "Write 2026-03.");
        assertThat(failure.sentence()).isEqualTo("'x' is not a period. Write 2026-03. [PERIOD_UNKNOWN]");
        assertThat(failure.kind().exitCode()).isEqualTo(2);
        assertThat(Failure.ours("BUILD_IDENTITY", "It does not add up.", null)
                        .kind()
                        .exitCode())
                .isEqualTo(1);
        assertThat(Failure.resources("DISK_FULL", "No room.", "Free some.")
                        .kind()
                        .exitCode())
                .isEqualTo(3);
    }

    @Test
    void aGrainIsNamedAsOnTheCommandLine() {
        assertThat(Grain.of("fiscal-year")).isEqualTo(Grain.FISCAL_YEAR);
        assertThat(Grain.FISCAL_QUARTER.id()).isEqualTo("fiscal-quarter");
        assertThatThrownBy(() -> Grain.of("week")).isInstanceOf(Failure.class);
    }
}
