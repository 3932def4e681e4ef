package io.customerroom.web.programmes;

import io.customerroom.kernel.CustomerId;
import io.customerroom.room.programmes.Programme;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The audience of a programme under the keys by which its customers are known today: they were joined since, or the list named a card where the ledger names a
 * contract. Whoever turns out to be offered it and kept out at once is on neither side.
 */
record Audience(Set<CustomerId> offered, Set<CustomerId> heldOut, Set<CustomerId> tookUp) {

    /** Every key that must be looked up for these programmes. */
    static Set<CustomerId> keys(Collection<Programme> programmes) {
        Set<CustomerId> keys = new HashSet<>();
        programmes.forEach(programme -> {
            keys.addAll(programme.offered());
            keys.addAll(programme.heldOut());
        });
        return keys;
    }

    /** @param today each key, and the one that holds today; a key that is missing holds still */
    static Audience of(Programme programme, Map<CustomerId, CustomerId> today) {
        Set<CustomerId> offered = now(programme.offered(), today);
        Set<CustomerId> heldOut = now(programme.heldOut(), today);
        Set<CustomerId> both = new HashSet<>(offered);
        both.retainAll(heldOut);
        offered.removeAll(both);
        heldOut.removeAll(both);
        Set<CustomerId> tookUp = now(programme.tookUp(), today);
        tookUp.retainAll(offered);
        return new Audience(offered, heldOut, tookUp);
    }

    private static Set<CustomerId> now(Set<CustomerId> keys, Map<CustomerId, CustomerId> today) {
        return keys.stream().map(key -> today.getOrDefault(key, key)).collect(Collectors.toCollection(HashSet::new));
    }
}
