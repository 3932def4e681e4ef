package io.customerroom.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BucketsTest {

    private long now;
    private final Buckets buckets = new Buckets(60, () -> now);

    @Test
    void aMinutesRequestsMayComeAtOnceAndThenOneEachSecond() {
        for (int i = 0; i < 60; i++) {
            assertThat(buckets.take("ada")).isEmpty();
        }
        assertThat(buckets.take("ada")).hasValue(Duration.ofSeconds(1));
        now += Duration.ofMillis(400).toNanos();
        assertThat(buckets.take("ada"))
                .hasValueSatisfying(wait -> assertThat(wait.toMillis()).isBetween(599L, 601L));
        now += Duration.ofMillis(601).toNanos();
        assertThat(buckets.take("ada")).isEmpty();
        assertThat(buckets.take("ada")).isPresent();
    }

    @Test
    void nobodyPaysForAnother() {
        for (int i = 0; i < 61; i++) {
            buckets.take("ada");
        }
        assertThat(buckets.take("vera")).isEmpty();
    }

    @Test
    void whoAsksNothingForADayHasNoMoreThanAMinutesRequests() {
        buckets.take("ada");
        now += Duration.ofDays(1).toNanos();
        for (int i = 0; i < 60; i++) {
            assertThat(buckets.take("ada")).isEmpty();
        }
        assertThat(buckets.take("ada")).isPresent();
    }
}
