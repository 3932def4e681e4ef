package io.customerroom.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customerroom.statistics.MatchedComparison.Sample;
import io.customerroom.statistics.MatchedComparison.Stratum;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MatchedComparisonTest {

    private static final int SEEDS = 400;

    @Test
    void membersAreSetBesideOthersOfTheirOwnStratum() {
        // Small customers: 10 of 20 members and 30 of 80 others stay. Large ones: 18 of 20 members and 16 of 20 others.
        List<Stratum> strata = List.of(
                new Stratum(new Sample(20, 10, 10), new Sample(80, 30, 30)),
                new Stratum(new Sample(20, 18, 18), new Sample(20, 16, 16)),
                new Stratum(new Sample(5, 5, 5), Sample.NONE));

        MatchedComparison effect = MatchedComparison.of(strata).orElseThrow();

        assertThat(effect.members()).isEqualTo(45);
        assertThat(effect.matched()).isEqualTo(40);
        assertThat(effect.others()).isEqualTo(100);
        assertThat(effect.difference()).isCloseTo(0.5 * 0.125 + 0.5 * 0.1, within(1e-12));
        // S² = (5 + 1.8) / 38, T² = (18.75 + 3.2) / 98; variance S² / 40 + T² / 4 · (1 / 80 + 1 / 20)
        assertThat(effect.interval().high() - effect.difference())
                .isCloseTo(
                        1.959963984540054 * Math.sqrt(6.8 / 38 / 40 + 21.95 / 98 / 4 * (1 / 80.0 + 1 / 20.0)),
                        within(1e-12));
        assertThat(effect.apart()).isFalse();
    }

    @Test
    void fewerThanTenDegreesOfFreedomTellNothing() {
        assertThat(MatchedComparison.of(List.of(new Stratum(new Sample(10, 5, 5), new Sample(90, 40, 40)))))
                .isEmpty();
        assertThat(MatchedComparison.of(List.of(new Stratum(new Sample(11, 5, 5), new Sample(90, 40, 40)))))
                .isPresent();
        assertThat(MatchedComparison.of(List.of())).isEmpty();
    }

    @Test
    void anEffectIsFoundAndNoneIsLeftAloneThoughMembersAreOfTheBetterCustomers() {
        int found = 0;
        int foundInNothing = 0;
        int naive = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            found += simulated(seed, 0.12).apart() ? 1 : 0;
            MatchedComparison nothing = simulated(seed, 0);
            foundInNothing += nothing.apart() ? 1 : 0;
            naive += Math.abs(naive(seed)) > 0.05 ? 1 : 0;
        }

        assertThat(found).as("programmes that keep 12 points more").isGreaterThanOrEqualTo(SEEDS * 90 / 100);
        // 5 % are expected; the 99.9 % binomial band of 400 ends at 35
        assertThat(foundInNothing).as("programmes that do nothing").isLessThanOrEqualTo(35);
        assertThat(naive).as("differences without strata that deceive").isGreaterThan(SEEDS / 2);
    }

    /** Four strata stay with 40, 55, 70 and 85 %, and the better are members more often. */
    private static MatchedComparison simulated(int seed, double effect) {
        return MatchedComparison.of(strata(seed, effect)).orElseThrow();
    }

    private static List<Stratum> strata(int seed, double effect) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Stratum> strata = new ArrayList<>();
        for (int s = 0; s < 4; s++) {
            double stays = 0.4 + 0.15 * s;
            strata.add(new Stratum(
                    drawn(random, 60 + 60 * s, Math.min(1, stays + effect)), drawn(random, 400 - 60 * s, stays)));
        }
        return strata;
    }

    private static double naive(int seed) {
        Sample members = Sample.NONE;
        Sample others = Sample.NONE;
        for (Stratum stratum : strata(seed, 0)) {
            members = new Sample(
                    members.n() + stratum.members().n(),
                    members.sum() + stratum.members().sum(),
                    0);
            others = new Sample(
                    others.n() + stratum.others().n(),
                    others.sum() + stratum.others().sum(),
                    0);
        }
        return members.sum() / members.n() - others.sum() / others.n();
    }

    private static Sample drawn(SplittableRandom random, int n, double share) {
        Sample sample = Sample.NONE;
        for (int i = 0; i < n; i++) {
            sample = sample.and(random.nextDouble() < share ? 1 : 0);
        }
        return sample;
    }
}
