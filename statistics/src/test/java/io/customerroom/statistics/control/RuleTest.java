package io.customerroom.statistics.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTest {

    private static final Rule[] NELSON = RuleSet.NELSON.rules().toArray(Rule[]::new);

    /** Patterns in sigma, the newest last, as Nelson (1984) draws his eight tests. */
    @ParameterizedTest
    @CsvSource({
        "1, 0 3.1, ABOVE",
        "1, 0 -3.1, BELOW",
        "1, 0 3, ",
        "2, .1 .2 .1 .3 .1 .2 .1 .3 .1, ABOVE",
        "2, .1 .2 .1 .3 .1 .2 .1 .3, ",
        "2, -.1 -.2 -.1 -.3 -.1 -.2 -.1 -.3 -.1, BELOW",
        "2, -.1 .2 .1 .3 .1 .2 .1 .3 .1, ",
        "2, .1 .2 .1 .3 0 .2 .1 .3 .1, ",
        "3, -1 -.5 0 .5 1 1.5, ABOVE",
        "3, -1 -.5 0 .5 1, ",
        "3, 1 .5 .4 .3 .2 .1, BELOW",
        "3, 1 .5 .4 .4 .2 .1, ",
        "4, 0 1 0 1 0 1 0 1 0 1 0 1 0 1, BOTH",
        "4, 0 1 0 1 0 1 0 1 0 1 0 1 0, ",
        "5, 2.1 0 2.1, ABOVE",
        "5, 2.1 2.1, ABOVE",
        "5, 2.1 0 0 2.1, ",
        "5, 2.1 2.1 0, ",
        "5, -2.1 0 2.1, ",
        "5, -2.1 0 -2.1, BELOW",
        "6, 1.1 1.1 0 1.1 1.1, ABOVE",
        "6, 1.1 1.1 0 0 1.1, ",
        "6, -1.1 -1.1 -1.1 5 -1.1, BELOW",
        "7, .1 -.1 .1 -.1 .1 -.1 .1 -.1 .1 -.1 .1 -.1 .1 -.1 .1, BOTH",
        "7, 1 -.1 .1 -.1 .1 -.1 .1 -.1 .1 -.1 .1 -.1 .1 -.1 .1, ",
        "8, 1.1 -1.1 1.1 -1.1 1.1 -1.1 1.1 -1.1, BOTH",
        "8, 1 -1.1 1.1 -1.1 1.1 -1.1 1.1 -1.1, "
    })
    void nelsonsTests(int test, String pattern, Side expected) {
        double[] sigmas = Arrays.stream(pattern.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();

        assertThat(NELSON[test - 1].signals(sigmas, sigmas.length - 1)).isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "1, one point beyond 3 sigma",
        "2, 9 points in a row on one side of the mean",
        "3, '6 points in a row rising, or falling'",
        "4, 14 points in a row going up and down by turns",
        "5, 2 of 3 points beyond 2 sigma on one side",
        "6, 4 of 5 points beyond 1 sigma on one side",
        "7, 15 points in a row within 1 sigma of the mean",
        "8, 8 points in a row with none within 1 sigma of the mean"
    })
    void everyRuleSaysWhatItLooksFor(int test, String words) {
        assertThat(NELSON[test - 1].words()).isEqualTo(words);
    }
}
