package io.customerroom.statistics.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * C. W. Champ and W. H. Woodall (1987), Exact results for Shewhart control charts with supplementary runs rules, Technometrics 29, 393–399,
 * table 1: average run lengths by the rules used and the shift of the mean.
 */
class RunLengthTest {

    private static final long SEED = 20_261_122;

    @ParameterizedTest
    @CsvSource({
        "1, 370.40",
        "12, 225.44",
        "13, 166.05",
        "14, 152.73",
        "123, 132.89",
        "124, 122.05",
        "134, 105.78",
        "1234, 91.75"
    })
    void falseAlarmsAreAsRareAsPublished(String rules, double published) {
        RunLength measured = RunLength.inControl(western(rules), 4_000, SEED);

        assertThat(measured.mean()).isCloseTo(published, within(3 * measured.standardError()));
        assertThat(measured.standardError()).isLessThan(published / 50);
        assertThat(measured.median()).isLessThan(measured.mean());
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 43.89", "1, 2, 6.30", "1234, 1, 9.22", "1234, 2, 3.13"})
    void aShiftIsFoundAsSoonAsPublished(String rules, double shift, double published) {
        RunLength measured = RunLength.shifted(western(rules), shift, 10_000, SEED);

        assertThat(measured.mean()).isCloseTo(published, within(4 * measured.standardError()));
    }

    @Test
    void theSameSeedGivesTheSameFigure() {
        assertThat(RunLength.inControl(RuleSet.NELSON, 200, 1)).isEqualTo(RunLength.inControl(RuleSet.NELSON, 200, 1));
        assertThat(RunLength.inControl(RuleSet.NELSON, 200, 1))
                .isNotEqualTo(RunLength.inControl(RuleSet.NELSON, 200, 2));
    }

    private static RuleSet western(String numbers) {
        List<Rule> rules = numbers.chars()
                .mapToObj(digit -> RuleSet.WESTERN_ELECTRIC.rules().get(digit - '1'))
                .toList();
        return new RuleSet("part", "Part of Western Electric", rules, "");
    }
}
