package io.customerroom.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {

    @Test
    void V5_3Of20Is15PercentAnd56Of600Is9_33() {
        assertThat(new Share(3, 20).ratio())
                .isInstanceOfSatisfying(
                        Ratio.Defined.class,
                        share -> assertThat(share.percent(0)).isEqualTo(new BigDecimal("15")));
        assertThat(new Share(56, 600).ratio())
                .isInstanceOfSatisfying(
                        Ratio.Defined.class,
                        share -> assertThat(share.percent(2)).isEqualTo(new BigDecimal("9.33")));
    }

    @Test
    void V6_overNothingTheRatioIsUndefinedAndNeverInfinite() {
        assertThat(Ratio.of(new BigDecimal("30"), BigDecimal.ZERO)).isEqualTo(new Ratio.Undefined());
        assertThat(Ratio.of(0, 0)).isEqualTo(new Ratio.Undefined());
        assertThat(Ratio.of(0, 0).text()).isEqualTo("undefined");
        assertThat(Ratio.of(0, 5).text()).isEqualTo("0.0000000000");
        assertThat(Ratio.of(-1, 3).text()).isEqualTo("-0.3333333333");
    }

    /** Newcombe 1998, table I, method 3 (score, without continuity correction). */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void intervalsAreThePublishedOnes(long r, long n, double low, double high) {
        Interval interval = new Share(r, n).interval();

        assertThat(interval.low()).isCloseTo(low, within(0.00005));
        assertThat(interval.high()).isCloseTo(high, within(0.00005));
        assertThat(interval.level()).isEqualTo(0.95);
    }

    @Test
    void allOfThemReachesOneAndMirrorsNone() {
        assertThat(new Share(20, 20).interval().high()).isEqualTo(1.0);
        assertThat(new Share(20, 20).interval().low()).isCloseTo(1 - 0.1611, within(0.00005));
        assertThat(new Share(0, 20).interval().low()).isEqualTo(0.0);
    }

    @Test
    void ofNobodyEverythingIsPlausible() {
        assertThat(new Share(0, 0).interval()).isEqualTo(new Interval(0, 1, 0.95));
        assertThat(new Share(0, 0).ratio()).isEqualTo(new Ratio.Undefined());
    }

    @Test
    void moreThanAllAndLessThanNoneAreRefused() {
        assertThatThrownBy(() -> new Share(4, 3)).hasMessage("count must lie between 0 and n = 3, but was 4");
        assertThatThrownBy(() -> new Share(-1, 3)).hasMessage("count must lie between 0 and n = 3, but was -1");
    }

    @Test
    void anIntervalContainsItsBounds() {
        Interval interval = new Interval(0.1, 0.2, 0.95);

        assertThat(interval.contains(0.1)).isTrue();
        assertThat(interval.contains(0.2)).isTrue();
        assertThat(interval.contains(0.0999)).isFalse();
        assertThat(interval.contains(0.2001)).isFalse();
        assertThat(new Interval(0.3, 0.3, 0.9).contains(0.3)).isTrue();
        assertThatThrownBy(() -> new Interval(0.2, 0.1, 0.95)).hasMessageContaining("low must not exceed high");
        assertThatThrownBy(() -> new Interval(0.1, 0.2, 1)).hasMessageContaining("level must lie between");
        assertThatThrownBy(() -> new Interval(0.1, 0.2, 0)).hasMessageContaining("level must lie between");
    }
}
