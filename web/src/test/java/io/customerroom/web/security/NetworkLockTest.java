package io.customerroom.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class NetworkLockTest {

    private static final Instant NOW = Instant.parse("2026-06-04T08:00:00Z");

    private static NetworkLock lock() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("clock", Clock.fixed(NOW, ZoneOffset.UTC));
        return new NetworkLock(beans.getBeanProvider(Clock.class));
    }

    @Test
    void thirtyFailuresFromANetworkLockItForAMinuteThenForTwo() {
        NetworkLock lock = lock();
        for (int i = 0; i < 29; i++) {
            assertThat(lock.failed("198.51.100." + i)).isEmpty();
        }
        assertThat(lock.locked("198.51.100.7")).isFalse();
        assertThat(lock.failed("198.51.100.7")).hasValue(NOW.plusSeconds(60));
        assertThat(lock.locked("198.51.100.200")).isTrue();
        assertThat(lock.locked("198.51.101.7")).isFalse();
        for (int i = 0; i < 29; i++) {
            lock.failed("198.51.100.7");
        }
        assertThat(lock.failed("198.51.100.7")).hasValue(NOW.plusSeconds(120));
    }

    @Test
    void aSuccessForgetsFailures() {
        NetworkLock lock = lock();
        for (int i = 0; i < 29; i++) {
            lock.failed("198.51.100.7");
        }
        lock.succeeded("198.51.100.7");
        assertThat(lock.failed("198.51.100.7")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "198.51.100.7, 198.51.100.0/24",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:0:0:0:0:0/48",
        "not an address, unknown"
    })
    void theTrailHasTheNetworkAndNobodysAddress(String address, String network) {
        assertThat(NetworkLock.network(address)).isEqualTo(network);
    }
}
