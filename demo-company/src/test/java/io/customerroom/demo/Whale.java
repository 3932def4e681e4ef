package io.customerroom.demo;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What every customer leaves the company over its history, in twelfths of a cent, from the books themselves. */
final class Whale implements Consumer<Entry> {

    private static final long TWELFTHS = 12;

    private final Map<String, Long> byPerson = new HashMap<>();
    private final Map<String, Segment> segments = new HashMap<>();
    private final Map<String, String> mainIds = new HashMap<>();

    @Override
    public void accept(Entry entry) {
        switch (entry) {
            case Entry.Registered it -> {
                mainIds.put(it.customer(), it.person().mainId());
                segments.put(it.person().mainId(), it.person().segment());
            }
            case Entry.Supplied it -> add(it.person().mainId(), it.revenueTwelfths() - TWELFTHS * it.costCents());
            case Entry.Spent it -> add(it.person().mainId(), -TWELFTHS * it.cents());
            case Entry.Sold it ->
                it.customer()
                        .flatMap(id -> Optional.ofNullable(mainIds.get(id)))
                        .ifPresent(id -> add(id, TWELFTHS * (it.cents() - it.costCents())));
            case Entry.Rated _,
                    Entry.Contracted _,
                    Entry.Befell _,
                    Entry.Asked _,
                    Entry.Answered _,
                    Entry.Read _,
                    Entry.Surveyed _,
                    Entry.Left _,
                    Entry.Recommended _,
                    Entry.Overhead _,
                    Entry.Touched _,
                    Entry.Invested _,
                    Entry.Linked _ -> {}
        }
    }

    private void add(String person, long twelfths) {
        byPerson.merge(person, twelfths, Long::sum);
    }

    long total() {
        return byPerson.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The highest point of the curve: all who bring more than they cost. */
    long peak() {
        return byPerson.values().stream()
                .mapToLong(Long::longValue)
                .filter(it -> it > 0)
                .sum();
    }

    long of(Segment segment) {
        return byPerson.entrySet().stream()
                .filter(it -> segments.get(it.getKey()) == segment)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    double shareBelowZero(Segment segment) {
        long all = byPerson.keySet().stream()
                .filter(id -> segments.get(id) == segment)
                .count();
        long below = byPerson.entrySet().stream()
                .filter(it -> segments.get(it.getKey()) == segment && it.getValue() < 0)
                .count();
        return (double) below / all;
    }
}
