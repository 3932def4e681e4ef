package io.customerroom.statistics.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class XmRChartTest {

    /** Ten batches, NIST/SEMATECH e-Handbook of Statistical Methods, section 6.3.2.2. */
    private static final String BATCHES = "49.6 47.6 49.9 51.3 47.8 51.2 52.6 52.4 53.6 52.1";

    /** Cost of 20 weeks of mortgage applications, D. C. Montgomery (2009), Introduction to SQC, 6th ed., example 6.5. */
    private static final String MORTGAGES =
            "310 288 297 298 307 303 294 297 308 306 294 299 297 299 314 295 293 306 301 304";

    /** The 20 weeks after them, the same book, table 6.7. */
    private static final String LATER_MORTGAGES =
            "305 282 305 296 314 295 287 301 298 311 310 292 305 299 304 310 304 305 333 328";

    @Test
    void theBatchesOfTheHandbookHaveThePrintedLimits() {
        XmRChart chart = XmRChart.of(values(BATCHES), RuleSet.LIMITS);
        Limits limits = chart.baseline().limits().orElseThrow();

        assertThat(limits.mean()).isCloseTo(50.81, within(0.005));
        assertThat(limits.range()).isCloseTo(1.8778, within(0.00005));
        assertThat(limits.upper()).isCloseTo(55.8041, within(0.0001));
        assertThat(limits.lower()).isCloseTo(45.8159, within(0.0001));
        assertThat(chart.signals()).isEmpty();
        assertThat(chart.baseline()).isInstanceOf(Baseline.Preliminary.class);
    }

    @Test
    void theMortgagesHaveThePrintedLimits() {
        XmRChart chart = XmRChart.of(values(MORTGAGES), RuleSet.WESTERN_ELECTRIC);
        Limits limits = chart.baseline().limits().orElseThrow();

        assertThat(limits.mean()).isCloseTo(300.5, within(0.05));
        assertThat(limits.range()).isCloseTo(7.79, within(0.005));
        assertThat(limits.upper()).isCloseTo(321.22, within(0.005));
        assertThat(limits.lower()).isCloseTo(279.78, within(0.005));
        assertThat(limits.rangeLimit()).isCloseTo(25.45, within(0.005));
        assertThat(chart.signals()).isEmpty();
        assertThat(chart.wideRanges()).isEmpty();
        assertThat(chart.baseline()).isInstanceOf(Baseline.Firm.class);
    }

    @Test
    void theMortgagesSignalWhereTheBookSaysTheCostsWentUp() {
        Limits limits = XmRChart.of(values(MORTGAGES), RuleSet.LIMITS)
                .baseline()
                .limits()
                .orElseThrow();
        double[] sigmas = values(LATER_MORTGAGES).stream()
                .mapToDouble(value -> limits.sigmas(value == null ? Double.NaN : value))
                .toArray();
        List<Integer> beyond = new ArrayList<>();
        for (int i = 0; i < sigmas.length; i++) {
            int week = 21 + i;
            RuleSet.LIMITS.rules().getFirst().signals(sigmas, i).ifPresent(side -> beyond.add(week));
        }

        assertThat(beyond).containsExactly(39, 40);
    }

    @Test
    void aMedianRangeIsNotMovedByOneWildValue() {
        String wild = "10 12 10 12 10 12 10 12 10 12 90 12 10 12 10 12 10 12 10 12";
        Limits average = XmRChart.of(values(wild), RuleSet.LIMITS, Spread.AVERAGE_RANGE)
                .baseline()
                .limits()
                .orElseThrow();
        XmRChart chart = XmRChart.of(values(wild), RuleSet.LIMITS, Spread.MEDIAN_RANGE);
        Limits median = chart.baseline().limits().orElseThrow();

        assertThat(median.range()).isEqualTo(2);
        assertThat(median.upper() - median.mean()).isCloseTo(3.145 * 2, within(0.001));
        assertThat(median.rangeLimit()).isCloseTo(3.865 * 2, within(1e-9));
        assertThat(average.range()).isEqualTo((17 * 2 + 2 * 78) / 19.0);
        assertThat(average.upper() - average.mean()).isCloseTo(2.66 * average.range(), within(0.005));
        assertThat(chart.signals()).extracting(XmRChart.Signal::at).containsExactly(10);
        assertThat(chart.wideRanges()).containsExactly(10, 11);
    }

    @Test
    void fewerThanSixValuesSetNoLimitsAndSayWhy() {
        assertThat(XmRChart.of(values("1 2 3 4 5"), RuleSet.NELSON).baseline())
                .isInstanceOfSatisfying(
                        Baseline.TooFew.class,
                        few -> assertThat(few.reason())
                                .isEqualTo("limits need at least 6 values beside each other; known so far: 5"));
        assertThat(XmRChart.of(values("1 2 1 2 1 2"), RuleSet.NELSON).baseline())
                .isInstanceOf(Baseline.Preliminary.class);
        assertThat(XmRChart.of(List.of(), RuleSet.NELSON).baseline()).isEqualTo(new Baseline.TooFew(0));
    }

    @Test
    void aGapIsNotBridged() {
        XmRChart chart = XmRChart.of(values("1 2 1 2 - 9 8 9 8 - -"), RuleSet.LIMITS);

        assertThat(chart.movingRanges()).containsExactly(null, 1.0, 1.0, 1.0, null, null, 1.0, 1.0, 1.0, null, null);
        assertThat(chart.baseline().limits().orElseThrow().range()).isEqualTo(1);
        assertThat(XmRChart.of(values("1 - 2 - 1 - 2 - 1 - 2 - 1"), RuleSet.LIMITS)
                        .baseline())
                .isEqualTo(new Baseline.TooFew(7));
        String run = "2 2 2 2 2 2 2 ";
        assertThat(signalling("0 4 0 4 0 4 0 4 0 4 0 4 0 4 0 4 0 4 0 4 " + run + "- 2.1 2.1"))
                .isEmpty();
    }

    @Test
    void whatNeverMovedSignalsAtTheFirstDifference() {
        String constant = String.join(" ", Collections.nCopies(50, "7")) + " 7 7.001";

        assertThat(XmRChart.of(values(constant), RuleSet.LIMITS).signals())
                .containsExactly(new XmRChart.Signal(51, RuleSet.LIMITS.rules().getFirst(), Side.ABOVE));
        assertThat(XmRChart.of(values("7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7"), RuleSet.WESTERN_ELECTRIC)
                        .signals())
                .isEmpty();
    }

    @Test
    void laterValuesDoNotMoveTheLimitsTheyAreJudgedBy() {
        List<@Nullable Double> values = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            values.add(i % 2 == 0 ? 10.0 : 12.0);
        }
        Limits before = XmRChart.of(values, RuleSet.LIMITS).baseline().limits().orElseThrow();
        values.addAll(List.of(40.0, 41.0, 42.0));
        XmRChart after = XmRChart.of(values, RuleSet.LIMITS);

        assertThat(after.baseline().limits()).contains(before);
        assertThat(after.signals()).extracting(XmRChart.Signal::at).containsExactly(50, 51, 52);
    }

    @Test
    void valuesThatAreNotFiniteAreRefused() {
        assertThatThrownBy(() -> XmRChart.of(List.of(1.0, Double.NaN), RuleSet.LIMITS))
                .hasMessage("values must be finite, but value 1 was NaN");
    }

    private static List<Integer> signalling(String series) {
        return XmRChart.of(values(series), RuleSet.LIMITS_AND_RUN).signals().stream()
                .map(XmRChart.Signal::at)
                .toList();
    }

    private static List<@Nullable Double> values(String text) {
        List<@Nullable Double> values = new ArrayList<>();
        Arrays.stream(text.split(" ")).forEach(value -> values.add(value.equals("-") ? null : Double.valueOf(value)));
        return values;
    }
}
