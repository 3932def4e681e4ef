package io.customerroom.walls.worth;

import io.customerroom.statistics.lifetime.CountedStates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Two ways of calling customers without a contract lost, side by side: by the definition in force, which waits for the same silence of everybody, and by P(alive), for which
 * a silence is long or short for the customer who keeps it.
 *
 * @param below customers whose P(alive) is smaller are lost by the second rule
 * @param aside customers under contract, about whom neither rule is asked
 * @param months by the month of the last purchase, newest first, twelve of them; all earlier ones together are the last
 */
public record LostRules(double below, List<Month> months, long aside) {

    private static final int SHOWN = 12;

    /**
     * Customers who bought last in one month, or earlier than the first that is shown.
     *
     * @param from first day; the earliest there is for those before the first month shown
     * @param to last day
     */
    public record Month(LocalDate from, LocalDate to, boolean earlier, Sum sum) {

        /** Whether the definition in force has not had the time to call all of them lost. */
        public boolean open() {
            return sum.lapse() < sum.customers();
        }
    }

    /**
     * @param customers who bought last then
     * @param lapse of them lost by the definition in force
     * @param alive of them lost by P(alive)
     * @param both lost by either rule at once
     * @param lapseOnly what those lost by the definition alone are expected to pay
     * @param aliveOnly what those lost by P(alive) alone are expected to pay
     */
    public record Sum(long customers, long lapse, long alive, long both, BigDecimal lapseOnly, BigDecimal aliveOnly) {

        static final Sum NOTHING = new Sum(0, 0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO);

        /** Customers on whom the rules differ. */
        public long gap() {
            return lapse + alive - 2 * both;
        }

        Sum plus(Sum other) {
            return new Sum(
                    customers + other.customers,
                    lapse + other.lapse,
                    alive + other.alive,
                    both + other.both,
                    lapseOnly.add(other.lapseOnly),
                    aliveOnly.add(other.aliveOnly));
        }
    }

    public LostRules {
        months = List.copyOf(months);
    }

    /** Everybody who ever bought. */
    public Sum all() {
        return months.stream().map(Month::sum).reduce(Sum.NOTHING, Sum::plus);
    }

    static LostRules of(Movements moved, LocalDate today, Prices prices, double below, int digits) {
        long aside = 0;
        LocalDate earliest = today;
        YearMonth first = YearMonth.from(today).minusMonths(SHOWN - 1L);
        Map<YearMonth, double[]> sums = new TreeMap<>();
        for (var entry : moved.now().entrySet()) {
            if (entry.getKey().standing() == Standing.UNDER_CONTRACT) {
                aside += moved.customers(entry.getKey());
                continue;
            }
            boolean byLapse = entry.getKey().standing() == Standing.NOT_ACTIVE;
            CountedStates states = entry.getValue().states();
            double[] alive = prices.alive(entry.getValue());
            double[] worth = prices.of(entry.getValue());
            for (int i = 0; i < worth.length; i++) {
                LocalDate firstOn = LocalDate.ofEpochDay(states.first(i));
                earliest = firstOn.isBefore(earliest) ? firstOn : earliest;
                YearMonth month = YearMonth.from(LocalDate.ofEpochDay(states.last(i)));
                double[] sum = sums.computeIfAbsent(
                        month.isBefore(first) ? first.minusMonths(1) : month, key -> new double[6]);
                boolean byAlive = alive[i] < below;
                long customers = states.customers(i);
                sum[0] += customers;
                sum[1] += byLapse ? customers : 0;
                sum[2] += byAlive ? customers : 0;
                sum[3] += byLapse && byAlive ? customers : 0;
                sum[4] += byLapse && !byAlive ? worth[i] : 0;
                sum[5] += byAlive && !byLapse ? worth[i] : 0;
            }
        }
        return new LostRules(below, shared(sums, first, earliest, today, digits), aside);
    }

    private static List<Month> shared(
            Map<YearMonth, double[]> sums, YearMonth first, LocalDate earliest, LocalDate today, int digits) {
        List<BigDecimal> lapseOnly =
                Cents.shared(sums.values().stream().mapToDouble(sum -> sum[4]).toArray(), digits);
        List<BigDecimal> aliveOnly =
                Cents.shared(sums.values().stream().mapToDouble(sum -> sum[5]).toArray(), digits);
        List<Month> months = new ArrayList<>();
        sums.forEach((month, sum) -> {
            boolean earlier = month.isBefore(first);
            LocalDate end = month.atEndOfMonth();
            months.add(new Month(
                    earlier ? earliest : month.atDay(1),
                    end.isAfter(today) ? today : end,
                    earlier,
                    new Sum(
                            Math.round(sum[0]),
                            Math.round(sum[1]),
                            Math.round(sum[2]),
                            Math.round(sum[3]),
                            lapseOnly.get(months.size()),
                            aliveOnly.get(months.size()))));
        });
        return months.reversed();
    }
}
