package io.customerroom.walls.worth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeasonTest {

    private static final double[] EXPECTED =
            IntStream.range(0, 24).mapToDouble(i -> 100).toArray();

    /** From November on, 1,200 a year; 220 and 200 in December, 80 in February, 90 and 92 in the other months. */
    private static final double[] CAME = {
        90, 220, 90, 80, 90, 90, 90, 90, 90, 90, 90, 90, 92, 200, 92, 80, 92, 92, 92, 92, 92, 92, 92, 92
    };

    @Test
    void whatBothYearsShowIsTheSeason() {
        Season season = Season.of(CAME, EXPECTED, 11);

        assertThat(season.of(LocalDate.parse("2026-12-31"))).isCloseTo(2.1, within(1e-12));
        assertThat(season.of(LocalDate.parse("2026-02-28"))).isCloseTo(0.8, within(1e-12));
        assertThat(season.of(LocalDate.parse("2026-06-30"))).isCloseTo(0.91, within(1e-12));
    }

    /** Twice as many in both years are the same season: how many there are is the model's to say. */
    @Test
    void theLevelIsTheModels() {
        double[] twice = Arrays.stream(CAME).map(came -> 2 * came).toArray();

        assertThat(Season.of(twice, EXPECTED, 11).factors())
                .containsExactly(Season.of(CAME, EXPECTED, 11).factors(), within(1e-12));
    }

    /** December: 220 where 200 was forecast, and 200 where 220 was; ten months 90 for 92 and 92 for 90. */
    @Test
    void howFarAMonthStraysIsWhatTheYearsMissedEachOtherBy() {
        double december = 0.1 * 0.1 + 20.0 / 220 * 20 / 220;
        double others = 10 * (2.0 / 92 * 2 / 92 + 2.0 / 90 * 2 / 90);

        assertThat(Season.of(CAME, EXPECTED, 11).strays())
                .isCloseTo(Math.sqrt(0.75 * (december + others) / 24), within(1e-12));
    }

    @Test
    void yearsThatDoNotAgreeShowNoSeason() {
        double[] came = EXPECTED.clone();
        came[1] = 200;
        came[14] = 200;

        assertThat(Season.of(came, EXPECTED, 11).known()).isFalse();
        assertThat(Season.of(came, EXPECTED, 11)).isSameAs(Season.NONE);
    }

    /** Months that differ by chance alone: one year does not foretell the other better than no season does. */
    @Test
    void chanceIsNoSeason() {
        int found = 0;
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            double[] came = Arrays.stream(EXPECTED)
                    .map(mean -> mean + 10 * random.nextGaussian())
                    .toArray();
            found += Season.of(came, EXPECTED, 1).known() ? 1 : 0;
        }
        assertThat(found).as("of 200").isLessThan(20);
    }
}
