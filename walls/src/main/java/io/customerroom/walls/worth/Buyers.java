package io.customerroom.walls.worth;

import io.customerroom.statistics.lifetime.CountedSpending;
import io.customerroom.statistics.lifetime.CountedStates;
import io.customerroom.statistics.lifetime.Counts;
import io.customerroom.statistics.lifetime.Fit;
import io.customerroom.statistics.lifetime.PurchaseModel;
import io.customerroom.statistics.lifetime.Spending;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Customers by how they bought until a day: counts of the states that the lifetime models know, by segment, and what single customers paid per day with a purchase. Of a
 * million customers it holds some hundred thousand states, and no customer.
 */
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

    private final LocalDate through;
    private final SortedMap<String, CountedStates> segments;
    private final SortedMap<String, Print> prints;
    private final Spending spending;
    private final double kept;
    private @Nullable CountedStates all;
    private @Nullable Counts counts;
    private final Map<Candidate, Fit<? extends PurchaseModel>> fits = new EnumMap<>(Candidate.class);

    private Buyers(
            LocalDate through,
            SortedMap<String, CountedStates> segments,
            SortedMap<String, Print> prints,
            Spending spending,
            double kept) {
        this.through = through;
        this.segments = segments;
        this.prints = prints;
        this.spending = spending;
        this.kept = kept;
    }

    /** @param through the last day known; whoever came later is left out */
    public static Buyers of(List<State> all, LocalDate through) {
        Builder builder = new Builder(through);
        all.forEach(builder::add);
        return builder.build();
    }

    public LocalDate through() {
        return through;
    }

    /** Their segments, in the order of the names. */
    public SortedSet<String> segments() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(segments.keySet()));
    }

    /** States of those whose segment is wanted. */
    CountedStates of(Predicate<String> segment) {
        List<CountedStates> some = segments.entrySet().stream()
                .filter(entry -> segment.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return some.size() == 1 ? some.getFirst() : CountedStates.together(some);
    }

    /** What the models see of some of them, in days. */
    Counts counts(CountedStates some) {
        return some.at(Math.toIntExact(through.toEpochDay()));
    }

    public boolean isEmpty() {
        return segments.isEmpty();
    }

    /** The day of the first purchase of all. Not to be asked where nobody bought. */
    public LocalDate since() {
        if (isEmpty()) {
            throw new IllegalStateException("nobody bought");
        }
        CountedStates states = states();
        int first = states.first(0);
        for (int i = 1; i < states.size(); i++) {
            first = Math.min(first, states.first(i));
        }
        return LocalDate.ofEpochDay(first);
    }

    /** Of all of them. */
    CountedStates states() {
        CountedStates made = all;
        if (made == null) {
            made = of(segment -> true);
            all = made;
        }
        return made;
    }

    /** What the models see, in days. */
    public Counts counts() {
        Counts made = counts;
        if (made == null) {
            made = counts(states());
            counts = made;
        }
        return made;
    }

    /** What came of fitting a model to all of them; computed once. */
    Fit<? extends PurchaseModel> fit(Candidate candidate) {
        return fits.computeIfAbsent(candidate, one -> one.fit(counts()));
    }

    /** Of what was sold, the share left after returns and cancellations; 1 where nothing was sold. */
    double kept() {
        return kept;
    }

    /** Mean spend per further day with a purchase, customer by customer. */
    Spending spending() {
        return spending;
    }

    /** By what they bought; segments are told apart where that matters. */
    Print print(Predicate<String> alone) {
        Print sum = Print.NONE;
        for (var entry : prints.entrySet()) {
            sum = sum.plus(alone.test(entry.getKey()) ? entry.getValue().of(entry.getKey()) : entry.getValue());
        }
        return sum;
    }

    /** Collects customers in any order; whoever bought later than the last day is left out. Who left a state is taken out of it. */
    static final class Builder {

        private final LocalDate through;
        private final int last;
        private final SortedMap<String, CountedStates.Builder> segments = new TreeMap<>();
        private final SortedMap<String, Print.Builder> prints = new TreeMap<>();
        private final CountedSpending spending = new CountedSpending();
        private long sold;
        private long kept;

        Builder(LocalDate through) {
            this.through = through;
            this.last = Math.toIntExact(through.toEpochDay());
        }

        void add(State state) {
            add(
                    state.segment(),
                    Math.toIntExact(state.firstOn().toEpochDay()),
                    Math.toIntExact(state.lastOn().toEpochDay()),
                    state.x(),
                    millionths(state.spend()),
                    state.customers(),
                    millionths(state.sold()),
                    millionths(state.kept()));
        }

        /**
         * @param spend of one of them; all money in millionths
         * @param customers fewer than none where they leave the state
         * @param soldTo what all of them paid; less than nothing where that is taken back
         */
        void add(String segment, int firstOn, int lastOn, int x, long spend, long customers, long soldTo, long keptBy) {
            if (lastOn > last) {
                return;
            }
            long paid = Math.max(0, spend);
            segments.computeIfAbsent(segment, name -> new CountedStates.Builder())
                    .add(firstOn, lastOn, x, customers, Math.multiplyExact(customers, paid));
            prints.computeIfAbsent(segment, name -> new Print.Builder())
                    .add(firstOn, lastOn, x, spend, customers, soldTo, keptBy);
            spending.add(x, paid, customers);
            sold += soldTo;
            kept += keptBy;
        }

        Buyers build() {
            return build(through);
        }

        /** As of a day on which they stand so. */
        Buyers build(LocalDate day) {
            SortedMap<String, CountedStates> states = new TreeMap<>();
            SortedMap<String, Print> told = new TreeMap<>();
            segments.forEach((segment, builder) -> {
                CountedStates some = builder.build();
                if (some.size() > 0) {
                    states.put(segment, some);
                    told.put(
                            segment,
                            prints.getOrDefault(segment, new Print.Builder()).build());
                }
            });
            return new Buyers(
                    day, states, told, spending.spending(), sold > 0 ? Math.clamp((double) kept / sold, 0, 1) : 1);
        }
    }

    static long millionths(double amount) {
        return Math.round(1e6 * amount);
    }
}
