package io.customerroom.statistics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class StratifiedTest {

    /**
     * Admissions to six departments, men beside women: P. J. Bickel, E. A. Hammel and J. W. O'Connell (1975), Science 187, 398–404. The statistic with
     * correction for continuity is published as 1.4269 (p = 0.2323) in the help of R's mantelhaen.test; without it, as here, it is 1.5246, p = 0.2169.
     */
    private static final List<Pair> ADMISSIONS = List.of(
            Pair.of(512, 825, 89, 108),
            Pair.of(353, 560, 17, 25),
            Pair.of(120, 325, 202, 593),
            Pair.of(138, 417, 131, 375),
            Pair.of(53, 191, 94, 393),
            Pair.of(22, 373, 24, 341));

    @Test
    void insideDepartmentsTheDifferenceThatAllTogetherShowIsGone() {
        Stratified within = Stratified.of(ADMISSIONS);
        assertThat(within.p()).isCloseTo(0.216924, within(1e-6));
        assertThat(within.difference()).isCloseTo(-0.018425196190852512, within(1e-12));
        assertThat(within.error()).isCloseTo(0.014825394438310865, within(1e-12));
        assertThat(within.interval().contains(0)).isTrue();

        Pair together = Pair.of(1198, 2691, 557, 1835);
        assertThat(together.difference()).isCloseTo(0.1416, within(1e-4));
        assertThat(together.interval().contains(0)).isFalse();
    }

    @Test
    void oneStratumIsThePlainDifference() {
        Stratified one = Stratified.of(List.of(Pair.of(30, 100, 10, 100)));
        assertThat(one.difference()).isCloseTo(0.2, within(1e-12));
        assertThat(one.error()).isCloseTo(Math.sqrt(0.3 * 0.7 / 100 + 0.1 * 0.9 / 100), within(1e-12));
    }

    @Test
    void aStratumWithOneGroupOnlyComparesNothing() {
        Stratified some = Stratified.of(List.of(Pair.of(3, 10, 0, 0), Pair.of(2, 10, 1, 10)));
        assertThat(some.strata()).containsExactly(Pair.of(2, 10, 1, 10));
        Stratified none = Stratified.of(List.of(Pair.of(3, 10, 0, 0)));
        assertThat(none.difference()).isNaN();
        assertThat(none.p()).isEqualTo(1);
        assertThat(none.interval().low()).isEqualTo(-1);
    }

    @Test
    void whereAllDoTheSameThereIsNoDifferenceAndNoDoubt() {
        Stratified all = Stratified.of(List.of(Pair.of(10, 10, 20, 20)));
        assertThat(all.difference()).isZero();
        assertThat(all.p()).isEqualTo(1);
    }

    @Test
    void theBandOfALaterDifferenceIsWiderThanTheIntervalOfTheEarlierOne() {
        Stratified earlier = Stratified.of(List.of(Pair.of(300, 1000, 100, 1000)));
        Stratified same = Stratified.of(List.of(Pair.of(280, 1000, 105, 1000)));
        Stratified gone = Stratified.of(List.of(Pair.of(105, 1000, 100, 1000)));
        assertThat(same.band(earlier).contains(same.difference())).isTrue();
        assertThat(gone.band(earlier).contains(gone.difference())).isFalse();
        assertThat(same.band(earlier).low()).isLessThan(earlier.interval().low());
    }

    /** R. G. Newcombe (1998), Stat. Med. 17, 873–890, table II, example (a): 56/70 and 48/80. */
    @Test
    void theIntervalOfADifferenceIsTheOnePublished() {
        Pair example = Pair.of(56, 70, 48, 80);
        assertThat(example.difference()).isCloseTo(0.2, within(1e-12));
        assertThat(example.interval().low()).isCloseTo(0.0524, within(5e-5));
        assertThat(example.interval().high()).isCloseTo(0.3339, within(5e-5));
        Pair extreme = Pair.of(10, 10, 0, 10);
        assertThat(extreme.interval().low()).isCloseTo(0.6075, within(5e-5));
        assertThat(extreme.interval().high()).isEqualTo(1);
    }

    @Test
    void looksAreJudgedTogetherAndThoseWithTooFewSayNothing() {
        Look.Asked strong = new Look.Asked("strong", List.of(Pair.of(190, 200, 160, 200)));
        Look.Asked few = new Look.Asked("few", List.of(Pair.of(29, 29, 10, 200), Pair.of(500, 500, 0, 0)));
        Look.Asked none = new Look.Asked("none", List.of(Pair.of(160, 200, 161, 200)));
        Look.Asked worse = new Look.Asked("worse", List.of(Pair.of(100, 200, 160, 200)));
        List<Look> looks = Look.all(List.of(strong, few, none, worse), 30);
        assertThat(looks)
                .extracting(Look::finding)
                .containsExactly(
                        Look.Finding.MORE, Look.Finding.TOO_FEW, Look.Finding.NO_DIFFERENCE, Look.Finding.LESS);
        assertThat(looks.get(0).chance())
                .isCloseTo(2 * Stratified.of(strong.strata()).p(), within(1e-15));
        assertThat(looks.get(1).compared().with().n()).isEqualTo(29);
    }

    @Test
    void holmRaisesTheSmallestMostAndKeepsTheOrder() {
        assertThat(Holm.adjusted(List.of(0.01, 0.04, 0.03, 0.005))).containsExactly(0.03, 0.06, 0.06, 0.02);
        assertThat(Holm.adjusted(List.of(0.6, 0.7))).containsExactly(1.0, 1.0);
        assertThat(Holm.adjusted(List.of())).isEmpty();
    }
}
