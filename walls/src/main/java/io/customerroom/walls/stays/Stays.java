package io.customerroom.walls.stays;

import io.customerroom.statistics.survival.AalenJohansen;
import io.customerroom.statistics.survival.KaplanMeier;
import io.customerroom.statistics.survival.RiskTable;
import io.customerroom.walls.reading.Reading.Line;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Stays under contract as they were known on one day. */
public record Stays(List<Stay> all) {

    /** Fewer at risk at an age say nothing that a picture could show. */
    static final long FEWEST_AT_RISK = 10;

    private static final int LONGEST_YEARS = 5;

    public Stays {
        all = List.copyOf(all);
    }

    /** Of an answer of {@code contract-stays} in one period. */
    public static Stays of(List<Line> lines) {
        return new Stays(lines.stream().map(Stay::of).toList());
    }

    public Stays where(Predicate<Stay> wanted) {
        return new Stays(all.stream().filter(wanted).toList());
    }

    public long customers() {
        return all.stream().mapToLong(Stay::customers).sum();
    }

    public long lost() {
        return all.stream().filter(Stay::lost).mapToLong(Stay::customers).sum();
    }

    /** What those who stay pay a month. */
    public BigDecimal monthly() {
        return all.stream().map(Stay::monthly).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Parts by a trait, the largest first; of equal ones in the order of their names. */
    public Map<String, Stays> by(Function<Stay, String> trait) {
        Map<String, Stays> parts = new LinkedHashMap<>();
        all.stream().collect(Collectors.groupingBy(trait)).entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), new Stays(entry.getValue())))
                .sorted(Comparator.comparing((Map.Entry<String, Stays> entry) ->
                                -entry.getValue().customers())
                        .thenComparing(Map.Entry::getKey))
                .forEach(entry -> parts.put(entry.getKey(), entry.getValue()));
        return parts;
    }

    /** By month of stay. Whoever was just entering the records on the last day was at no risk in them. */
    RiskTable risk(int causes, ToIntFunction<Stay> cause) {
        RiskTable.Builder table = RiskTable.builder(causes);
        for (Stay stay : all) {
            if (stay.lost()) {
                table.lost(stay.months(), cause.applyAsInt(stay), stay.customers());
            } else if (stay.months() > stay.entered()) {
                table.staying(stay.months(), stay.customers());
            } else {
                continue;
            }
            if (stay.entered() > 0) {
                table.entered(stay.entered(), stay.customers());
            }
        }
        return table.build();
    }

    public KaplanMeier survival() {
        return KaplanMeier.of(risk(1, stay -> 0));
    }

    /** @param cause of those lost, numbered from 0 */
    public AalenJohansen incidence(int causes, ToIntFunction<Stay> cause) {
        return AalenJohansen.of(risk(causes, cause));
    }

    /** The longest stay in whole years, at most five, at whose end enough are still at risk to say something; 0 where that is not even one. */
    public int years() {
        KaplanMeier survival = survival();
        int years = 0;
        while (years < LONGEST_YEARS && survival.atRisk(12.0 * (years + 1)) >= FEWEST_AT_RISK) {
            years++;
        }
        return years;
    }

    /** Lost in a year of their stay, the first being 1. */
    public long lostIn(int year) {
        return all.stream()
                .filter(stay -> stay.lost() && (stay.months() - 1) / 12 + 1 == year)
                .mapToLong(Stay::customers)
                .sum();
    }
}
