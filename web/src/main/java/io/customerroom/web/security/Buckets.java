package io.customerroom.web.security;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How many requests a person may still send: a bucket that holds those of one minute, is full at first, and fills evenly (token bucket). Pages and tokens of a person draw from the
 * same one. Kept in memory, by a clock that nobody sets: a restart fills every bucket, and each of several servers counts for itself.
 */
@Component
final class Buckets {

    private static final int KEPT = 10_000;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final int perMinute;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > KEPT;
        }
    };

    /** @param level requests left, as of {@code at} */
    private record Bucket(double level, long at) {}

    @Autowired
    Buckets(@Value("${customer-room.requests-per-minute:1500}") int perMinute) {
        this(perMinute, System::nanoTime);
    }

    /** @param nanos a clock that only goes on, in nanoseconds since any moment */
    Buckets(int perMinute, LongSupplier nanos) {
        this.perMinute = perMinute;
        this.nanos = nanos;
    }

    /** Takes one request out; empty if there was one, else after how long there will be. */
    synchronized Optional<Duration> take(String person) {
        long now = nanos.getAsLong();
        Bucket before = buckets.getOrDefault(person, new Bucket(perMinute, now));
        double level = Math.min(perMinute, before.level() + (double) perMinute * (now - before.at()) / MINUTE);
        boolean enough = level >= 1;
        buckets.put(person, new Bucket(enough ? level - 1 : level, now));
        return enough
                ? Optional.empty()
                : Optional.of(Duration.ofNanos((long) Math.ceil((1 - level) * MINUTE / perMinute)));
    }
}
