package io.customerroom.walls.worth;

import io.customerroom.statistics.lifetime.Counts;
import io.customerroom.statistics.lifetime.Spending;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Customers by how they bought until a day, as states that the lifetime models know and as spend per day with a purchase. */
public final class Buyers {

    /**
     * Customers alike.
     *
     * @param firstOn day of the first purchase
     * @param lastOn day of the last one
     * @param x further days with a purchase
     * @param spend of one of them on those further days, all together
     * @param customers how many
     * @param sold to all of them, first days included
     * @param kept of that after returns and cancellations
     * @param segment of them; empty where they have none, or where it does not matter
     */
    public record State(
            LocalDate firstOn,
            LocalDate lastOn,
            int x,
            double spend,
            long customers,
            double sold,
            double kept,
            String segment) {

        /** Without a segment. */
        public State(
                LocalDate firstOn, LocalDate lastOn, int x, double spend, long customers, double sold, double kept) {
            this(firstOn, lastOn, x, spend, customers, sold, kept, "");
        }
    }

    private record Key(int x, int recency, int age) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparingInt(Key::x).thenComparingInt(Key::recency).thenComparingInt(Key::age);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private static final class Sum {
        private double customers;
        private double spend;
    }

    private final List<State> states;
    private final LocalDate through;
    private final Counts counts;
    private final double[] spend;
    private final Map<Key, Integer> places = new HashMap<>();

    /** @param through the last day known; whoever came later is left out */
    public Buyers(List<State> all, LocalDate through) {
        this.through = through;
        this.states =
                all.stream().filter(state -> !state.lastOn().isAfter(through)).toList();
        TreeMap<Key, Sum> sums = new TreeMap<>();
        for (State state : states) {
            Sum sum = sums.computeIfAbsent(key(state), key -> new Sum());
            sum.customers += state.customers();
            sum.spend += state.customers() * Math.max(0, state.spend());
        }
        sums.keySet().forEach(key -> places.put(key, places.size()));
        this.counts = counts(sums);
        this.spend = sums.values().stream().mapToDouble(sum -> sum.spend).toArray();
    }

    private Key key(State state) {
        return new Key(state.x(), days(state.firstOn(), state.lastOn()), days(state.firstOn(), through));
    }

    /** The number in the counts of customers who bought like these. Refused for others than those it was made of. */
    int indexOf(State state) {
        Integer place = places.get(key(state));
        if (place == null) {
            throw new IllegalArgumentException("nobody bought like " + state);
        }
        return place;
    }

    private static Counts counts(TreeMap<Key, Sum> sums) {
        return Counts.ofDailyStates(
                sums.keySet().stream().mapToInt(Key::x).toArray(),
                sums.keySet().stream().mapToInt(Key::recency).toArray(),
                sums.keySet().stream().mapToInt(Key::age).toArray(),
                sums.values().stream().mapToDouble(sum -> sum.customers).toArray());
    }

    private static int days(LocalDate from, LocalDate to) {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
    }

    public LocalDate through() {
        return through;
    }

    /** Their segments, in the order of the names. */
    public SortedSet<String> segments() {
        return states.stream().map(State::segment).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those whose segment is wanted, on the same day. */
    Buyers of(Predicate<String> segment) {
        return new Buyers(
                states.stream().filter(state -> segment.test(state.segment())).toList(), through);
    }

    public boolean isEmpty() {
        return states.isEmpty();
    }

    /** The day of the first purchase of all. Not to be asked where nobody bought. */
    public LocalDate since() {
        return states.stream()
                .map(State::firstOn)
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalStateException("nobody bought"));
    }

    /** What the models see, in days. */
    public Counts counts() {
        return counts;
    }

    /** What all customers of a state spent on their further days, by the state's number in the counts. */
    double spend(int state) {
        return spend[state];
    }

    /** Of what was sold, the share left after returns and cancellations; 1 where nothing was sold. */
    double kept() {
        double sold = states.stream().mapToDouble(State::sold).sum();
        double kept = states.stream().mapToDouble(State::kept).sum();
        return sold > 0 ? Math.clamp(kept / sold, 0, 1) : 1;
    }

    /** Mean spend per further day with a purchase, customer by customer. Equal ones meet. */
    Spending spending() {
        record Paid(int x, double mean) {}
        Map<Paid, Double> paid = new TreeMap<>(Comparator.comparingInt(Paid::x).thenComparingDouble(Paid::mean));
        for (State state : states) {
            double mean = state.x() == 0 ? 0 : Math.max(0, state.spend()) / state.x();
            paid.merge(new Paid(state.x(), mean), (double) state.customers(), Double::sum);
        }
        Spending.Builder spending = Spending.builder();
        new ArrayList<>(paid.entrySet())
                .forEach(
                        entry -> spending.add(entry.getKey().x(), entry.getKey().mean(), entry.getValue()));
        return spending.build();
    }
}
