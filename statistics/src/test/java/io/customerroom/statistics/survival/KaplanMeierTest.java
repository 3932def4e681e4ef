package io.customerroom.statistics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.customerroom.statistics.Golden;
import io.customerroom.statistics.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KaplanMeierTest {

    /** Weeks of remission under 6-mercaptopurine (Gehan 1965), the example of most textbooks: 9 of 21 relapsed. */
    private static final KaplanMeier REMISSION = KaplanMeier.of(
            weeks(new int[] {6, 6, 6, 7, 10, 13, 16, 22, 23}, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35));

    @Test
    void agreesWithAnotherProgramToTheLastDigits() {
        for (String[] row : Golden.rows(KaplanMeierTest.class, "survival.csv")) {
            double age = Double.parseDouble(row[0]);
            Interval interval = REMISSION.interval(age, 0.95);
            assertThat(REMISSION.survival(age)).isCloseTo(Double.parseDouble(row[1]), within(1e-12));
            assertThat(interval.low()).isCloseTo(Double.parseDouble(row[2]), within(1e-12));
            assertThat(interval.high()).isCloseTo(Double.parseDouble(row[3]), within(1e-12));
        }
    }

    /** As printed in the textbooks. */
    @ParameterizedTest
    @CsvSource({
        "6, 0.857, 0.0764",
        "7, 0.807, 0.0869",
        "10, 0.753, 0.0963",
        "13, 0.690, 0.1068",
        "16, 0.627, 0.1141",
        "22, 0.538, 0.1282",
        "23, 0.448, 0.1346"
    })
    void standardErrorsAreThePublishedOnes(double age, double survival, double error) {
        assertThat(REMISSION.survival(age)).isCloseTo(survival, within(0.0005));
        assertThat(REMISSION.standardError(age)).isCloseTo(error, within(0.00005));
    }

    @Test
    void curveStepsAtLossesOnly() {
        assertThat(REMISSION.survival(5.9)).isEqualTo(1);
        assertThat(REMISSION.survival(9)).isEqualTo(REMISSION.survival(7));
        assertThat(REMISSION.survival(1000)).isEqualTo(REMISSION.survival(23));
        assertThat(REMISSION.atRisk(6)).isEqualTo(21);
        assertThat(REMISSION.atRisk(6.5)).isEqualTo(17);
        assertThat(REMISSION.atRisk(36)).isZero();
    }

    @Test
    void medianHasAnIntervalThatMayHaveNoEnd() {
        assertThat(REMISSION.median()).hasValue(23);
        assertThat(REMISSION.medianInterval(0.95)).isEqualTo(new Interval(13, Double.POSITIVE_INFINITY, 0.95));
        assertThat(KaplanMeier.of(
                                RiskTable.builder(1).lost(1, 0, 2).staying(3, 8).build())
                        .median())
                .isEmpty();
    }

    @Test
    void withoutLateOrUnfinishedStaysItIsTheShare() {
        KaplanMeier plain = KaplanMeier.of(RiskTable.builder(1)
                .lost(1, 0, 20)
                .lost(2, 0, 30)
                .lost(3, 0, 50)
                .build());

        assertThat(plain.survival(1)).isCloseTo(0.8, within(1e-15));
        assertThat(plain.survival(2)).isCloseTo(0.5, within(1e-15));
        assertThat(plain.standardError(2)).isCloseTo(Math.sqrt(0.5 * 0.5 / 100), within(1e-15));
        assertThat(plain.meanStay(3)).isCloseTo(2.3, within(1e-15));
        assertThat(plain.meanStayStandardError(3))
                .isCloseTo(Math.sqrt((0.2 + 0.3 * 4 + 0.5 * 9 - 2.3 * 2.3) / 100), within(1e-12));
    }

    @Test
    void edgesHaveIntervalsToo() {
        KaplanMeier all =
                KaplanMeier.of(RiskTable.builder(1).lost(1, 0, 5).lost(2, 0, 5).build());

        assertThat(all.interval(0.5, 0.95).low()).isCloseTo(Math.pow(0.025, 0.1), within(1e-15));
        assertThat(all.interval(0.5, 0.95).high()).isEqualTo(1);
        assertThat(all.interval(2, 0.95).low()).isZero();
        assertThat(all.interval(2, 0.95).high()).isEqualTo(all.interval(1, 0.95).high());
        assertThat(all.standardError(2)).isNaN();
    }

    @Test
    void whoEntersLateIsNotAtRiskBefore() {
        // 10 from the begin, 5 lost at 1; 10 join the records at age 2, and then 5 of 15 are lost at 3.
        RiskTable table = RiskTable.builder(1)
                .lost(1, 0, 5)
                .lost(3, 0, 5)
                .staying(4, 10)
                .entered(2, 10)
                .build();

        assertThat(KaplanMeier.of(table).survival(1)).isCloseTo(0.5, within(1e-15));
        assertThat(KaplanMeier.of(table).survival(3)).isCloseTo(0.5 * 2 / 3, within(1e-15));
    }

    @Test
    void tablesThatCannotBeAreRefused() {
        assertThatThrownBy(
                        () -> RiskTable.builder(1).lost(1, 0, 5).entered(2, 5).build())
                .hasMessage("at age 1.0 there were 0 at risk, but 5 left or were last seen");
        assertThatThrownBy(() -> RiskTable.builder(1).entered(2, 5).build())
                .hasMessageContaining("5 more entered late");
        assertThatThrownBy(() -> RiskTable.builder(2).lost(1, 2, 5)).hasMessage("cause must lie in 0..1, but was 2");
        assertThatThrownBy(() -> RiskTable.builder(1).staying(-1, 5)).hasMessageContaining("not negative");
    }

    private static RiskTable weeks(int[] lost, int... staying) {
        RiskTable.Builder builder = RiskTable.builder(1);
        for (int age : lost) {
            builder.lost(age, 0, 1);
        }
        for (int age : staying) {
            builder.staying(age, 1);
        }
        return builder.build();
    }
}
