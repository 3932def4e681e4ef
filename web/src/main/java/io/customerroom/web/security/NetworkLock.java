package io.customerroom.web.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Counts failures to sign in per network (the first 24 bits of an IPv4 address, 48 of an IPv6 address), so that one who tries many names is held up where no single account
 * is locked. Thirty in a row lock it for a minute, each further thirty for twice as long, at most an hour; a success forgets them. Kept in memory: a restart forgets as well.
 */
@Component
final class NetworkLock {

    static final int FAILURES_ALLOWED = 30;
    static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int KEPT = 10_000;

    private final Clock clock;
    private final Map<String, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > KEPT;
        }
    };

    private record Count(int failures, int locks, Instant lockedUntil) {}

    NetworkLock(ObjectProvider<Clock> clock) {
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    synchronized boolean locked(String address) {
        Count count = counts.get(network(address));
        return count != null && clock.instant().isBefore(count.lockedUntil());
    }

    /** Counts a failure; answers until when the network is locked, if this one locked it. */
    synchronized Optional<Instant> failed(String address) {
        Count before = counts.getOrDefault(network(address), new Count(0, 0, Instant.MIN));
        int failures = before.failures() + 1;
        if (failures < FAILURES_ALLOWED) {
            counts.put(network(address), new Count(failures, before.locks(), before.lockedUntil()));
            return Optional.empty();
        }
        Duration lasting = FIRST.multipliedBy(1L << Math.min(before.locks(), 10));
        Instant until = clock.instant().plus(lasting.compareTo(LONGEST) > 0 ? LONGEST : lasting);
        counts.put(network(address), new Count(0, before.locks() + 1, until));
        return Optional.of(until);
    }

    synchronized void succeeded(String address) {
        counts.remove(network(address));
    }

    /** {@code 198.51.100.0/24}: no single machine, and nobody's address in the trail. */
    static String network(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            int kept = bytes.length == 4 ? 3 : 6;
            for (int i = kept; i < bytes.length; i++) {
                bytes[i] = 0;
            }
            return InetAddress.getByAddress(bytes).getHostAddress() + "/" + kept * 8;
        } catch (IllegalArgumentException | UnknownHostException e) {
            return "unknown";
        }
    }
}
