package io.customerroom.room.promises;

import io.customerroom.statistics.Share;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How the promises of one leader fared. Counts always; a rate only from {@value #LEAST} decided promises on, and never without its
 * interval. Every slip counts, also of promises that were kept in the end.
 *
 * @param owner account of the leader
 * @param kept in the end
 * @param keptOnFirstDate of those, the ones whose date was never moved
 * @param broken noted as broken
 * @param overdue open after their date: counted as not kept until somebody says otherwise
 * @param open in time
 * @param withdrawn no longer asked for: counted in no rate
 * @param moves how often dates were moved, over all promises
 */
public record KeptRate(
        String owner, int kept, int keptOnFirstDate, int broken, int overdue, int open, int withdrawn, int moves) {

    /** Fewer decided promises than this say nothing about a person. */
    public static final int LEAST = 5;

    /** One per owner, by account. */
    public static List<KeptRate> of(List<Promise> promises, LocalDate today) {
        return promises.stream()
                .collect(Collectors.groupingBy(Promise::owner, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> of(entry.getKey(), entry.getValue(), today))
                .toList();
    }

    private static KeptRate of(String owner, List<Promise> promises, LocalDate today) {
        int kept = 0;
        int onFirstDate = 0;
        int broken = 0;
        int overdue = 0;
        int open = 0;
        int withdrawn = 0;
        for (Promise promise : promises) {
            switch (promise.state()) {
                case KEPT -> {
                    kept++;
                    onFirstDate += promise.moves() == 0 ? 1 : 0;
                }
                case BROKEN -> broken++;
                case WITHDRAWN -> withdrawn++;
                case OPEN -> {
                    overdue += promise.overdue(today) ? 1 : 0;
                    open += promise.overdue(today) ? 0 : 1;
                }
            }
        }
        int moves = promises.stream().mapToInt(Promise::moves).sum();
        return new KeptRate(owner, kept, onFirstDate, broken, overdue, open, withdrawn, moves);
    }

    /** Promises of which it is known whether they were kept: kept, broken and overdue ones. */
    public int decided() {
        return kept + broken + overdue;
    }

    /** The share of decided promises that were kept; empty when too few are decided. */
    public Optional<Share> rate() {
        return decided() < LEAST ? Optional.empty() : Optional.of(new Share(kept, decided()));
    }
}
