package io.customerroom.walls.worth;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps what was fitted to the customers of a day, for whoever asks about the same customers again: the pages of two neighbouring months share all month's ends
 * but one. Customers are told apart by what they bought, not by the ledger they came from, so that nothing kept grows old. Safe for several threads.
 */
public final class Fitted {

    private static final int MOST = 400;

    /**
     * Customers by what they bought, in whatever groups and order they are told: sums over all of them of two independent mixtures of what is known of
     * each, and money in millionths. Different customers with equal sums are as unlikely as two equal 128-bit hashes.
     */
    private record Key(
            long one, long other, long sold, long kept, LocalDate day, Kinds kinds, Assumptions assumptions) {

        static Key of(List<Buyers.State> states, LocalDate day, Kinds kinds, Assumptions assumptions) {
            long one = 0;
            long other = 0;
            double sold = 0;
            double kept = 0;
            for (Buyers.State state : states) {
                long alone = kinds.own().containsKey(state.segment())
                        ? state.segment().hashCode()
                        : 0;
                long bought = mixed(mixed(state.firstOn().toEpochDay() + mixed(alone))
                        + state.lastOn().toEpochDay());
                long paid = mixed(bought + 31L * state.x()) ^ Double.doubleToLongBits(state.spend() + 0.0);
                one += state.customers() * mixed(paid);
                other += state.customers() * mixed(paid + 0x5DEECE66DL);
                sold += state.sold();
                kept += state.kept();
            }
            return new Key(one, other, Math.round(1e6 * sold), Math.round(1e6 * kept), day, kinds, assumptions);
        }

        /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
        private static long mixed(long value) {
            long z = value + 0x9E3779B97F4A7C15L;
            z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
            z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
            return z ^ (z >>> 31);
        }
    }

    private final Map<Key, Priced> kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Priced> eldest) {
            return size() > MOST;
        }
    });

    /** The models of these kinds for these customers, as they were known on the day. */
    Priced on(List<Buyers.State> states, LocalDate day, Kinds kinds, Assumptions assumptions) {
        Key key = Key.of(states, day, kinds, assumptions);
        Priced known = kept.get(key);
        if (known == null) {
            known = Pricing.of(kinds, new Buyers(states, day), assumptions);
            kept.put(key, known);
        }
        return known;
    }
}
