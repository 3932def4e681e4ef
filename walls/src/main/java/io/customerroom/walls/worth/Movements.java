package io.customerroom.walls.worth;

import io.customerroom.statistics.lifetime.CountedStates;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of customers between two days, counted by state: how they stood on the first day, how they stand on the second, and, by segment, both at once. Nobody is held
 * singly.
 */
final class Movements {

    /** Customers of one segment who moved and stand alike. */
    record Kind(Move move, Standing standing, String segment) {

        private static final Comparator<Kind> ORDER =
                Comparator.comparing(Kind::move).thenComparing(Kind::standing).thenComparing(Kind::segment);
    }

    private final SortedMap<Kind, Prices.Group> before;
    private final SortedMap<Kind, Prices.Group> now;
    private final Buyers known;
    private final Buyers all;
    private final SortedMap<String, StatePairs> pairs;

    private Movements(
            SortedMap<Kind, Prices.Group> before,
            SortedMap<Kind, Prices.Group> now,
            Buyers known,
            Buyers all,
            SortedMap<String, StatePairs> pairs) {
        this.before = before;
        this.now = now;
        this.known = known;
        this.all = all;
        this.pairs = pairs;
    }

    static Movements of(List<EquityChange.Mover> movers, LocalDate from, LocalDate to) {
        Builder builder = new Builder();
        Buyers.Builder known = new Buyers.Builder(from);
        Buyers.Builder all = new Buyers.Builder(to);
        movers.forEach(mover -> {
            builder.add(mover);
            mover.before().ifPresent(known::add);
            all.add(mover.now());
        });
        return builder.build(known.build(), all.build());
    }

    /** As customers stood on the first day; of those who had bought by then. */
    SortedMap<Kind, Prices.Group> before() {
        return before;
    }

    /** As they stand on the second. */
    SortedMap<Kind, Prices.Group> now() {
        return now;
    }

    /** How many stand so on the second day. */
    long customers(Kind kind) {
        Prices.Group group = now.get(kind);
        long sum = 0;
        for (int i = 0; group != null && i < group.states().size(); i++) {
            sum += group.states().customers(i);
        }
        return sum;
    }

    /** Whoever had bought by the first day, on that day. */
    Buyers known() {
        return known;
    }

    /** Whoever has bought, on the second day. */
    Buyers all() {
        return all;
    }

    /** By segment, of those who had bought by the first day. */
    SortedMap<String, StatePairs> pairs() {
        return pairs;
    }

    /** Takes customers in any order. */
    static final class Builder {

        private final SortedMap<Kind, CountedStates.Builder> before = new TreeMap<>(Kind.ORDER);
        private final SortedMap<Kind, CountedStates.Builder> now = new TreeMap<>(Kind.ORDER);
        private final SortedMap<String, StatePairs.Builder> pairs = new TreeMap<>();

        void add(EquityChange.Mover mover) {
            Kind kind = new Kind(mover.move(), mover.standing(), mover.segment());
            Buyers.State today = mover.now();
            int first = day(today.firstOn());
            int last = day(today.lastOn());
            long customers = today.customers();
            add(now, kind, first, last, today);
            mover.before().ifPresent(past -> {
                add(before, kind, first, day(past.lastOn()), past);
                pairs.computeIfAbsent(mover.segment(), name -> new StatePairs.Builder())
                        .add(first, day(past.lastOn()), past.x(), last, today.x(), customers);
            });
        }

        private static void add(
                SortedMap<Kind, CountedStates.Builder> groups, Kind kind, int first, int last, Buyers.State state) {
            groups.computeIfAbsent(kind, one -> new CountedStates.Builder())
                    .add(
                            first,
                            last,
                            state.x(),
                            state.customers(),
                            state.customers() * Math.max(0, Buyers.millionths(state.spend())));
        }

        private static int day(LocalDate day) {
            return Math.toIntExact(day.toEpochDay());
        }

        /**
         * @param known whoever had bought by the first day
         * @param all whoever has bought by the second
         */
        Movements build(Buyers known, Buyers all) {
            SortedMap<String, StatePairs> told = new TreeMap<>();
            pairs.forEach((segment, builder) -> told.put(segment, builder.build()));
            return new Movements(built(before), built(now), known, all, told);
        }

        private static SortedMap<Kind, Prices.Group> built(SortedMap<Kind, CountedStates.Builder> groups) {
            SortedMap<Kind, Prices.Group> built = new TreeMap<>(Kind.ORDER);
            groups.forEach((kind, builder) -> built.put(kind, new Prices.Group(kind.segment(), builder.build())));
            return Collections.unmodifiableSortedMap(built);
        }
    }
}
