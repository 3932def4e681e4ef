package io.customerroom.statistics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.statistics.numeric.GammaDraw;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What counting in whole days does to the estimates, as {@link Counts} tells it. */
class DailyGridTest {

    private static final int CUSTOMERS = 300_000;

    /** Truth: r = .243, alpha = 30.9 days, a = .793, b = 2.426. The error of alpha is 0.25 here, its shift about 1.5. */
    @Test
    void daysMoveAlphaUpALittle() {
        Random random = new Random(4);
        DailyCounts daily = new DailyCounts(CUSTOMERS);
        for (int i = 0; i < CUSTOMERS; i++) {
            add(daily, random);
        }
        BgNbd model = BgNbd.fit(daily.build()).orElseThrow().model();

        assertThat(model.alpha()).isBetween(31.4, 33.4);
        assertThat(model.r()).isBetween(0.243, 0.253);
    }

    /** Purchases happen at any moment; their days are counted. */
    private static void add(DailyCounts daily, Random random) {
        double begin = random.nextDouble();
        int age = random.nextInt(30, 731);
        double rate = GammaDraw.gamma(random, 0.243) / 30.9;
        double leave = GammaDraw.beta(random, 0.793, 2.426);
        double now = begin;
        int last = 0;
        int x = 0;
        do {
            now -= Math.log(1 - random.nextDouble()) / rate;
            if (!(now < age + 1)) {
                break;
            }
            if ((int) now > last) {
                last = (int) now;
                x++;
            }
        } while (random.nextDouble() >= leave);
        daily.add(x, last, age);
    }
}
