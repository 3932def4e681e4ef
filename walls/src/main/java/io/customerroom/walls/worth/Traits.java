package io.customerroom.walls.worth;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Grain;
import io.customerroom.kernel.Period;
import io.customerroom.walls.reading.PeriodWords;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;

/**
 * By what customers can be told apart at the cut of a forecast, numbered one after the other: segments, quarters of the first purchase (years, where there are many), and classes of how
 * often they had bought. Counts customers, and what they bought after the cut.
 */
final class Traits {

    /** Further days with a purchase from which on customers count as more frequent. */
    private static final int[] OFTEN = {0, 1, 3, 9};

    private static final List<String> OFTEN_WORDS =
            List.of("bought once", "bought 2–3 times", "bought 4–9 times", "bought 10 times or more");

    private static final int MOST_QUARTERS = 12;

    private final List<String> segments;
    private final List<Period> cohorts;
    private final int[] starts;
    private final long[] customers;
    private final long[] came;

    /** @param pairs customers at the cut and at a later day, by segment; at least one */
    Traits(SortedMap<String, StatePairs> pairs, LocalDate cut, CompanyCalendar calendar) {
        segments = List.copyOf(pairs.keySet());
        LocalDate since = LocalDate.ofEpochDay(
                pairs.values().stream().mapToInt(StatePairs::since).min().orElse(Math.toIntExact(cut.toEpochDay())));
        List<Period> quarters = calendar.periods(Grain.QUARTER, since, cut);
        cohorts = quarters.size() > MOST_QUARTERS ? calendar.periods(Grain.YEAR, since, cut) : quarters;
        starts = cohorts.stream()
                .mapToInt(cohort -> Math.toIntExact(cohort.startsOn().toEpochDay()))
                .toArray();
        customers = new long[size()];
        came = new long[size()];
        pairs.forEach((segment, some) -> {
            int place = of(segment);
            for (int i = 0; i < some.size(); i++) {
                StatePairs.Pair pair = some.pair(i);
                count(place, pair);
                count(cohort(pair.first()), pair);
                count(often(pair.earlyX()), pair);
            }
        });
    }

    private void count(int trait, StatePairs.Pair pair) {
        customers[trait] += pair.customers();
        came[trait] += pair.customers() * (pair.lateX() - pair.earlyX());
    }

    int size() {
        return segments.size() + cohorts.size() + OFTEN.length;
    }

    int of(String segment) {
        return segments.indexOf(segment);
    }

    /** @param first day of the first purchase, since 1970-01-01 */
    int cohort(int first) {
        int at = Arrays.binarySearch(starts, first);
        return segments.size() + (at < 0 ? -at - 2 : at);
    }

    /** @param x further days with a purchase by the cut */
    int often(int x) {
        int often = OFTEN.length - 1;
        while (x < OFTEN[often]) {
            often--;
        }
        return segments.size() + cohorts.size() + often;
    }

    Misses.By by(int trait) {
        if (trait < segments.size()) {
            return Misses.By.SEGMENT;
        }
        return trait < segments.size() + cohorts.size() ? Misses.By.FIRST_PURCHASE : Misses.By.PURCHASES;
    }

    String name(int trait) {
        return switch (by(trait)) {
            case SEGMENT -> segments.get(trait);
            case FIRST_PURCHASE -> PeriodWords.of(cohorts.get(trait - segments.size()));
            case PURCHASES -> OFTEN_WORDS.get(trait - segments.size() - cohorts.size());
        };
    }

    long customers(int trait) {
        return customers[trait];
    }

    /** What they bought after the cut. */
    long came(int trait) {
        return came[trait];
    }
}
