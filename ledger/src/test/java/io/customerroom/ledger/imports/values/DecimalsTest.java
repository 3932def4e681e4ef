package io.customerroom.ledger.imports.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0               | 0
            -0              | 0
            7               | 7000000
            +7              | 7000000
            -7.5            | -7500000
            .25             | 250000
            -.25            | -250000
            5.              | 5000000
            007.10          | 7100000
            0.000001        | 1
            999999999999    | 999999999999000000
            -999999999999.999999 | -999999999999999999
            0000000000000007 | 7000000
            1e3             | 1000000000
            1.5E-3          | 1500
            -2e+2           | -200000000
            1.1102230246251565E-16 | 0
            """)
    void numbersAreReadExactlyAsMillionths(String written, long millionths) {
        assertThat(read('.', false, written)).isEqualTo(millionths);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.0000005   | 1
            -0.0000005  | -1
            0.0000004   | 0
            0.00000049  | 0
            1.0000015   | 1000002
            2.4999995   | 2500000
            -2.4999995  | -2500000
            """)
    void theSeventhDecimalRoundsHalfUpAwayFromZero(String written, long millionths) {
        assertThat(read('.', false, written)).isEqualTo(millionths);
    }

    @Test
    void roundingIsCountedOnlyWhereSomethingWasLost() {
        Decimals decimals = new Decimals('.', false);
        for (String written : new String[] {"1.2345678", "1.2000000000", "1e-7", "3", "1e3"}) {
            read(decimals, written);
        }
        assertThat(decimals.rounded()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+",
                ".",
                "-.",
                "abc",
                "1.2.3",
                "1,5",
                "1 000",
                "--5",
                "5-",
                "(5)",
                "(12.50)",
                "€5",
                "5 €",
                "50%",
                "NaN",
                "Infinity",
                "-Infinity",
                "0x1F",
                "1e",
                "1e+",
                "e5",
                "1e5.0",
                "1e100",
                "1_000",
                "٣",
                "−5",
                "1d",
                "1f",
                "=1+1"
            })
    void whatIsNoPlainNumberIsUnreadable(String written) {
        assertThat(read('.', false, written)).isEqualTo(Decimals.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1000000000000", "-1000000000000", "12345678901234", "999999999999.9999995", "1e12", "9e99"})
    void twelveDigitsBeforeTheMarkAreTheMost(String written) {
        assertThat(read('.', false, written)).isEqualTo(Decimals.TOO_LARGE);
    }

    @Test
    void aNumberOfFourHundredDigitsIsANumberThatIsTooLarge() {
        assertThat(read('.', false, "9".repeat(400))).isEqualTo(Decimals.TOO_LARGE);
        assertThat(read('.', false, "-" + "1".repeat(400) + ".5")).isEqualTo(Decimals.TOO_LARGE);
    }

    @Test
    void fourHundredDecimalsAreRounded() {
        assertThat(read('.', false, "0." + "3".repeat(400))).isEqualTo(333_333);
        assertThat(read('.', false, "0".repeat(400) + "2")).isEqualTo(2_000_000);
    }

    @Test
    void aMillionDigitsAreNotWorthTheWork() {
        assertThat(read('.', false, "9".repeat(1_000_000))).isEqualTo(Decimals.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12,5            | 12500000
            -1.234,56       | -1234560000
            1 234 567,8     | 1234567800000
            1'234,5         | 1234500000
            1.234           | 1234000000
            1,234           | 1234000
            ,5              | 500000
            1,2345678       | 1234568
            1,5e2           | 150000000
            """)
    void aCommaMayMarkDecimals(String written, long millionths) {
        assertThat(read(',', true, written)).isEqualTo(millionths);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,234           | 1234000000
            1,234,567.89    | 1234567890000
            +12,345         | 12345000000
            1\u00a0234.5    | 1234500000
            1\u202f234      | 1234000000
            1\u2019234      | 1234000000
            """)
    void marksBetweenGroupsOfThreeArePassedOver(String written, long millionths) {
        assertThat(read('.', true, written)).isEqualTo(millionths);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,23", "12,34,567", "1234,567", ",234", "1,234,", "1,,234", "1.234,5", "1,234.5.6"})
    void groupsOfAnotherLengthAreNoNumber(String written) {
        assertThat(read('.', true, written)).isEqualTo(Decimals.UNREADABLE);
    }

    @Test
    void withoutACommaAsMarkAPointIsNotMistakenForOne() {
        assertThat(read(',', true, "12.5")).isEqualTo(Decimals.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            6        | 2.55      | 15300000
            -12      | 1.25      | -15000000
            0.5      | 0.000001  | 1
            -0.5     | 0.000001  | -1
            0.4      | 0.000001  | 0
            99999    | 9999999   | 999989900001000000
            0        | 123.45    | 0
            """)
    void quantityTimesPriceIsRoundedOnce(String quantity, String price, long millionths) {
        assertThat(Decimals.product(read('.', false, quantity), read('.', false, price)))
                .isEqualTo(millionths);
    }

    @Test
    void aProductOfThirteenDigitsIsTooLarge() {
        assertThat(Decimals.product(read('.', false, "1000000"), read('.', false, "1000000")))
                .isEqualTo(Decimals.TOO_LARGE);
        assertThat(Decimals.product(read('.', false, "-999999999999"), read('.', false, "999999999999")))
                .isEqualTo(Decimals.TOO_LARGE);
    }

    @Test
    void randomNumbersAndProductsAgreeWithExactArithmetic() {
        long seed = 20_260_601;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal one = any(random);
            BigDecimal other = any(random);
            long expected = millionths(one);
            assertThat(read('.', false, one.toPlainString()))
                    .as("seed %d, step %d: %s", seed, i, one.toPlainString())
                    .isEqualTo(expected);
            BigDecimal product =
                    one.setScale(6, RoundingMode.HALF_UP).multiply(other.setScale(6, RoundingMode.HALF_UP));
            assertThat(Decimals.product(expected, millionths(other)))
                    .as("seed %d, step %d: %s * %s", seed, i, one, other)
                    .isEqualTo(
                            product.setScale(6, RoundingMode.HALF_UP).abs().compareTo(new BigDecimal("1e12")) >= 0
                                    ? Decimals.TOO_LARGE
                                    : millionths(product));
        }
    }

    /** Up to eleven digits before and nine behind the mark. */
    private static BigDecimal any(Random random) {
        BigInteger digits = new BigInteger(1 + random.nextInt(36), random);
        BigDecimal number = new BigDecimal(digits, random.nextInt(10));
        return random.nextBoolean() ? number : number.negate();
    }

    private static long millionths(BigDecimal number) {
        return number.setScale(6, RoundingMode.HALF_UP).unscaledValue().longValueExact();
    }

    private static long read(char mark, boolean grouping, String written) {
        return read(new Decimals(mark, grouping), written);
    }

    private static long read(Decimals decimals, String written) {
        byte[] bytes = ("<" + written + ">").getBytes(StandardCharsets.UTF_8);
        return decimals.read(bytes, 1, bytes.length - 1);
    }
}
