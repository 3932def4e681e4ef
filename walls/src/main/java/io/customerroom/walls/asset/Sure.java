package io.customerroom.walls.asset;

import io.customerroom.statistics.Interval;
import io.customerroom.walls.exhibit.Chart.Range;
import io.customerroom.walls.exhibit.Chart.Sureness;
import io.customerroom.walls.exhibit.Numbers;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How sure estimates are, for their pictures. */
final class Sure {

    private static final int DIGITS = 6;

    private Sure() {}

    /** Ranges of one level: {@code 95 % interval}. */
    static Sureness at(double level, List<@Nullable Range> ranges) {
        return new Sureness("%d %% interval".formatted(Math.round(100 * level)), ranges);
    }

    /** Ranges at 95 %, one per item; null where an item has none. */
    static <T> Sureness at95(List<T> items, Function<T, @Nullable Range> range) {
        return at(0.95, items.stream().<@Nullable Range>map(range).toList());
    }

    /** Of a share, in percent or percentage points. */
    static Range points(Interval interval) {
        return new Range(Points.of(interval.low()), Points.of(interval.high()));
    }

    /** In the interval's own unit. */
    static Range of(Interval interval) {
        return new Range(rounded(interval.low()), rounded(interval.high()));
    }

    private static BigDecimal rounded(double value) {
        return Numbers.rounded(value, DIGITS);
    }
}
