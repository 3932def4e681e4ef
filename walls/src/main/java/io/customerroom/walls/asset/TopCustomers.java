package io.customerroom.walls.asset;

import io.customerroom.kernel.Period;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Reading.Line;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The best fifth of the customers who are here at a period's end, by their contribution in the twelve months up to it, and who was in it at the end of the
 * period before. Customers who tie with the last of the fifth are in it; who brings nothing is not.
 *
 * @param lines one per part
 */
record TopCustomers(List<Line> lines) {

    private static final List<String> BEST = List.of("stayed", "climbed", "came");
    private static final List<String> BEST_BEFORE = List.of("stayed", "fell", "left");

    static TopCustomers of(Reading reading, Period period) {
        return new TopCustomers(reading.lines(period.name()));
    }

    boolean known() {
        return customers() > 0;
    }

    /** How many are in the fifth. */
    long customers() {
        return count(BEST);
    }

    /** How many were in it at the end of the period before. */
    long customersBefore() {
        return count(BEST_BEFORE);
    }

    /** Customers who are here and whose costs are known. */
    long counted() {
        return count(List.of("stayed", "climbed", "came", "fell", "others"));
    }

    long count(String part) {
        return count(List.of(part));
    }

    /** Those whose contribution equals that of the last one in the fifth. */
    long onLastPlace() {
        return lines.stream().mapToLong(line -> line.count("on_last_place")).sum();
    }

    /** What the fifth leaves us. */
    BigDecimal contribution() {
        return sum(BEST, "contribution");
    }

    /** What all customers leave us who are here and whose costs are known. */
    BigDecimal whole() {
        return lines.stream()
                .map(line -> line.number("contribution").orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private long count(List<String> parts) {
        return lines.stream()
                .filter(line -> parts.contains(line.named("part", "")))
                .mapToLong(line -> line.count("customers"))
                .sum();
    }

    private BigDecimal sum(List<String> parts, String column) {
        return lines.stream()
                .filter(line -> parts.contains(line.named("part", "")))
                .map(line -> line.number(column))
                .flatMap(Optional::stream)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
