package io.customerroom.walls.worth;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Money rounds once, as a whole; what its parts lose or win by rounding is shared out so that they add up to it. */
final class Cents {

    private Cents() {}

    /** The sum in the currency's smallest unit. */
    static BigDecimal whole(double[] parts, int digits) {
        return BigDecimal.valueOf(Arrays.stream(parts).sum()).setScale(digits, RoundingMode.HALF_EVEN);
    }

    /**
     * The parts in the currency's smallest unit, by the method of the largest remainder: rounded down, and what is missing from the whole
     * goes unit by unit to those that lost most, the first of equals before the next. No part is off by a unit or more.
     */
    static List<BigDecimal> shared(double[] parts, int digits) {
        long whole = whole(parts, digits).unscaledValue().longValueExact();
        double unit = Math.pow(10, digits);
        long[] units = new long[parts.length];
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            units[i] = (long) Math.floor(parts[i] * unit);
            whole -= units[i];
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> Math.floor(parts[i] * unit) - parts[i] * unit));
        for (int i = 0; i < whole; i++) {
            units[order.get(i)]++;
        }
        return Arrays.stream(units)
                .mapToObj(value -> BigDecimal.valueOf(value, digits))
                .toList();
    }
}
