package io.customerroom.room.programmes;

import io.customerroom.kernel.CustomerId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws customers at random and reproducibly: by a seed, whatever the order in which they are given. */
public final class Draw {

    private Draw() {}

    /** So many per cent of them, rounded to whole customers. */
    public static Set<CustomerId> of(Collection<CustomerId> customers, int percent, long seed) {
        List<CustomerId> shuffled = customers.stream()
                .distinct()
                .sorted(Comparator.comparingLong((CustomerId customer) -> mixed(customer.value() + mixed(seed)))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        int drawn = (shuffled.size() * percent + 50) / 100;
        return shuffled.stream().limit(drawn).collect(Collectors.toUnmodifiableSet());
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014): every bit of the input moves about half of the output's. */
    private static long mixed(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
