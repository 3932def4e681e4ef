package io.customerroom.walls.worth;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps what was fitted to the customers of a day, for whoever asks about the same customers again: the pages of two neighbouring months share all month's ends
 * but one. Customers are told apart by what they bought, not by the ledger they came from, so that nothing kept grows old. Safe for several threads.
 */
public final class Fitted {

    private static final int MOST = 400;

    private record Key(Print customers, LocalDate day, Kinds kinds, Assumptions assumptions) {}

    private final Map<Key, Priced> kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Priced> eldest) {
            return size() > MOST;
        }
    });

    /** The models of these kinds for these customers, as they were known on their day. */
    Priced on(Buyers buyers, Kinds kinds, Assumptions assumptions) {
        Key key = new Key(buyers.print(kinds.own()::containsKey), buyers.through(), kinds, assumptions);
        Priced known = kept.get(key);
        if (known == null) {
            known = Pricing.of(kinds, buyers, assumptions);
            kept.put(key, known);
        }
        return known;
    }
}
