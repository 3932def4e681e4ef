package io.customerroom.statistics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AalenJohansenTest {

    private static final double[] AGES = {1, 2, 3, 4, 5, 6};

    @Test
    void withoutUnfinishedStaysSharesAndErrorsAreThoseOfTheBinomial() {
        AalenJohansen plain = AalenJohansen.of(RiskTable.builder(2)
                .lost(1, 0, 10)
                .lost(1, 1, 20)
                .lost(2, 0, 15)
                .lost(3, 1, 30)
                .lost(4, 0, 25)
                .build());

        assertThat(plain.incidence(0, 2)).isCloseTo(0.25, within(1e-15));
        assertThat(plain.incidence(1, 3)).isCloseTo(0.5, within(1e-15));
        assertThat(plain.standardError(0, 2)).isCloseTo(Math.sqrt(0.25 * 0.75 / 100), within(1e-14));
        assertThat(plain.standardError(1, 3)).isCloseTo(Math.sqrt(0.25 / 100), within(1e-14));
        assertThat(plain.standardError(0, 4)).isCloseTo(Math.sqrt(0.25 / 100), within(1e-14));
    }

    @Test
    void causesAndThoseWhoStayAddUpToAll() {
        RiskTable table = table();
        AalenJohansen causes = AalenJohansen.of(table);
        KaplanMeier staying = KaplanMeier.of(table);

        for (double age : AGES) {
            assertThat(causes.incidence(0, age)
                            + causes.incidence(1, age)
                            + causes.incidence(2, age)
                            + staying.survival(age))
                    .isCloseTo(1, within(1e-14));
        }
    }

    @Test
    void withOneCauseItIsKaplanMeier() {
        RiskTable table = RiskTable.builder(1)
                .lost(1, 0, 12)
                .staying(2, 30)
                .lost(3, 0, 17)
                .staying(4, 41)
                .build();
        AalenJohansen one = AalenJohansen.of(table);
        KaplanMeier same = KaplanMeier.of(table);

        assertThat(one.incidence(0, 3)).isCloseTo(1 - same.survival(3), within(1e-15));
        assertThat(one.standardError(0, 3)).isCloseTo(same.standardError(3), within(1e-15));
        assertThat(one.interval(0, 3, 0.9).low())
                .isCloseTo(1 - same.interval(3, 0.9).high(), within(1e-14));
        assertThat(one.interval(0, 3, 0.9).high())
                .isCloseTo(1 - same.interval(3, 0.9).low(), within(1e-14));
    }

    /** By hand: 20 at risk at 1 (2 of 0, 3 of 1), 12 at 3 after three unfinished at 2. */
    @Test
    void unfinishedStaysCountUntilTheyAreLastSeen() {
        AalenJohansen causes = AalenJohansen.of(RiskTable.builder(2)
                .lost(1, 0, 2)
                .lost(1, 1, 3)
                .staying(2, 3)
                .lost(3, 0, 4)
                .staying(4, 8)
                .build());

        assertThat(causes.incidence(0, 1)).isCloseTo(0.1, within(1e-15));
        assertThat(causes.incidence(0, 3)).isCloseTo(0.1 + 0.75 * 4 / 12, within(1e-15));
        assertThat(causes.incidence(1, 3)).isCloseTo(0.15, within(1e-15));
    }

    @Test
    void anyoneWhoHasNotLeftYetIsUncertain() {
        AalenJohansen causes = AalenJohansen.of(table());

        assertThat(causes.incidence(2, 0.5)).isZero();
        assertThat(causes.standardError(2, 0.5)).isZero();
        assertThat(causes.interval(2, 0.5, 0.95).low()).isZero();
        assertThat(causes.interval(2, 0.5, 0.95).high()).isBetween(0.001, 0.05);
    }

    /** 1,000 companies of 150 customers, of whom a third is last seen before leaving. */
    @Test
    void intervalsCoverTheTruthAsOftenAsTheySay() {
        Random random = new Random(20);
        int covered = 0;
        for (int i = 0; i < 1_000; i++) {
            RiskTable.Builder builder = RiskTable.builder(2);
            for (int customer = 0; customer < 150; customer++) {
                double leaves = -Math.log(random.nextDouble());
                double seen = -2 * Math.log(random.nextDouble());
                if (leaves < seen) {
                    builder.lost(leaves, random.nextDouble() < 0.3 ? 0 : 1, 1);
                } else {
                    builder.staying(seen, 1);
                }
            }
            double truth = 0.3 * (1 - Math.exp(-1));
            covered += AalenJohansen.of(builder.build()).interval(0, 1, 0.9).contains(truth) ? 1 : 0;
        }
        // 99.9 % band of the binomial with n = 1,000 and p = 0.9
        assertThat(covered).isBetween(868, 930);
    }

    private static RiskTable table() {
        RiskTable.Builder builder = RiskTable.builder(3);
        Random random = new Random(4);
        for (double age : AGES) {
            for (int cause = 0; cause < 3; cause++) {
                builder.lost(age, cause, random.nextInt(1, 20));
            }
            builder.staying(age, random.nextInt(30));
        }
        return builder.build();
    }
}
