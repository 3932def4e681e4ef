package io.customerroom.walls.worth;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Why customer equity changed between two days. With V0(M0) what customers were worth on the first day, by what was known then, and V1(M1)
 * what they are on the second, by what is known now, the same customers are valued a third time: as they stand now, by the models of then.
 *
 * <p>V1(M1) − V0(M0) = [V1(M0) − V0(M0)] + [V1(M1) − V1(M0)]: what customers did, told apart by what became of them, and what the models learnt. Each of
 * the three sums is rounded once and shared out, so that all parts add up to the cent, by move as by segment.
 *
 * @param from end of this day: V0
 * @param to end of this day: V1
 * @param cells by move and segment
 */
public record EquityChange(LocalDate from, LocalDate to, List<Cell> cells) {

    /**
     * Money of some customers.
     *
     * @param customers how many
     * @param before V0(M0); nothing for those who came in between
     * @param meanwhile V1(M0)
     * @param now V1(M1)
     */
    public record Sum(long customers, BigDecimal before, BigDecimal meanwhile, BigDecimal now) {

        static final Sum NOTHING = new Sum(0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        /** What they did changed it by so much. */
        public BigDecimal moved() {
            return meanwhile.subtract(before);
        }

        /** Knowing more about everybody changed it by so much. */
        public BigDecimal model() {
            return now.subtract(meanwhile);
        }

        public BigDecimal change() {
            return now.subtract(before);
        }

        /** Of both together. */
        public Sum plus(Sum other) {
            return new Sum(
                    customers + other.customers,
                    before.add(other.before),
                    meanwhile.add(other.meanwhile),
                    now.add(other.now));
        }
    }

    /** @param segment empty where customers have none */
    public record Cell(Move move, String segment, Sum sum) {}

    public EquityChange {
        cells = List.copyOf(cells);
        for (Cell cell : cells) {
            if (cell.move() == Move.GAINED && cell.sum().before().signum() != 0) {
                throw new IllegalArgumentException("who came later was worth nothing before, but " + cell);
            }
        }
    }

    /**
     * Customers alike, on both days.
     *
     * @param before as they had bought by the first day; nothing for those who came later
     */
    record Mover(Move move, String segment, Standing standing, Optional<Buyers.State> before, Buyers.State now) {}

    /** @param digits of the currency */
    static EquityChange of(Movements moved, LocalDate from, LocalDate to, Pricing then, Pricing today, int digits) {
        return of(moved, from, to, then, today.on(moved.now().values(), to), digits);
    }

    /** @param now of whoever has bought by the second day, by what is known then */
    static EquityChange of(Movements moved, LocalDate from, LocalDate to, Pricing then, Prices now, int digits) {
        Map<Key, double[]> sums = new TreeMap<>(Key.ORDER);
        Prices before = then.on(moved.before().values(), from);
        Prices meanwhile = then.on(moved.now().values(), to);
        moved.before().forEach((kind, group) -> sum(sums, kind)[1] += before.sum(group));
        moved.now().forEach((kind, group) -> {
            double[] sum = sum(sums, kind);
            sum[0] += moved.customers(kind);
            sum[2] += meanwhile.sum(group);
            sum[3] += now.sum(group);
        });
        return shared(from, to, sums, digits);
    }

    private record Key(Move move, String segment) {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::move).thenComparing(Key::segment);
    }

    private static double[] sum(Map<Key, double[]> sums, Movements.Kind kind) {
        return sums.computeIfAbsent(new Key(kind.move(), kind.segment()), key -> new double[4]);
    }

    private static EquityChange shared(LocalDate from, LocalDate to, Map<Key, double[]> sums, int digits) {
        List<List<BigDecimal>> money = new ArrayList<>();
        for (int column = 1; column <= 3; column++) {
            int at = column;
            money.add(Cents.shared(
                    sums.values().stream().mapToDouble(sum -> sum[at]).toArray(), digits));
        }
        List<Cell> cells = new ArrayList<>();
        sums.forEach((key, sum) -> {
            int at = cells.size();
            cells.add(new Cell(
                    key.move(),
                    key.segment(),
                    new Sum(
                            Math.round(sum[0]),
                            money.get(0).get(at),
                            money.get(1).get(at),
                            money.get(2).get(at))));
        });
        return new EquityChange(from, to, cells);
    }

    /** Everybody. */
    public Sum all() {
        return sum(cell -> true);
    }

    /** Those of whom this became. */
    public Sum of(Move move) {
        return sum(cell -> cell.move() == move);
    }

    /** By segment, in the order of their names. */
    public Map<String, Map<Move, Sum>> segments() {
        Map<String, Map<Move, Sum>> segments = new LinkedHashMap<>();
        cells.stream().map(Cell::segment).distinct().sorted().forEach(segment -> {
            Map<Move, Sum> moves = new LinkedHashMap<>();
            for (Move move : Move.values()) {
                moves.put(
                        move, sum(cell -> cell.move() == move && cell.segment().equals(segment)));
            }
            segments.put(segment, moves);
        });
        return segments;
    }

    private Sum sum(Predicate<Cell> which) {
        return cells.stream().filter(which).map(Cell::sum).reduce(Sum.NOTHING, Sum::plus);
    }
}
