package io.customerroom.statistics.lifetime;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The tenth of CDNOW's first-time buyers of early 1997 that the papers fit: 39 weeks to learn from, 39 weeks held out. */
final class CdnowSample {

    static final LocalDate LEARNT_THROUGH = LocalDate.of(1997, 9, 30);

    /** Money by day. */
    private final List<NavigableMap<Long, Double>> customers;

    private CdnowSample(List<NavigableMap<Long, Double>> customers) {
        this.customers = customers;
    }

    static CdnowSample read() {
        Map<String, NavigableMap<Long, Double>> days = new TreeMap<>();
        for (String line : RealData.lines("cdnow/CDNOW_sample.txt")) {
            String[] fields = line.strip().split("\\s+");
            days.computeIfAbsent(fields[0], _ -> new TreeMap<>())
                    .merge(
                            LocalDate.parse(fields[2], DateTimeFormatter.BASIC_ISO_DATE)
                                    .toEpochDay(),
                            Double.parseDouble(fields[4]),
                            Double::sum);
        }
        return new CdnowSample(new ArrayList<>(days.values()));
    }

    /** In weeks. */
    Counts counts() {
        CountsBuilder builder = Counts.builder();
        for (NavigableMap<Long, Double> days : customers) {
            NavigableMap<Long, Double> known = days.headMap(LEARNT_THROUGH.toEpochDay(), true);
            long first = known.firstKey();
            builder.add(known.size() - 1, known.lastKey() - first, LEARNT_THROUGH.toEpochDay() - first, 1);
            long before = first;
            for (long day : known.tailMap(first, false).keySet()) {
                builder.interval(day - before);
                before = day;
            }
        }
        return builder.build().in(7);
    }

    /** What each customer's repeat purchases of the first 39 weeks were worth on average. */
    Spending spending() {
        Spending.Builder builder = Spending.builder();
        for (NavigableMap<Long, Double> days : customers) {
            Collection<Double> again = days.subMap(days.firstKey(), false, LEARNT_THROUGH.toEpochDay(), true)
                    .values();
            builder.add(
                    again.size(),
                    again.stream().mapToDouble(money -> money).average().orElse(0));
        }
        return builder.build();
    }

    /** One customer: history in weeks, and what was bought in the 39 weeks held out. */
    record Known(History history, int heldOut) {}

    List<Known> customers() {
        return customers.stream()
                .map(days -> {
                    NavigableMap<Long, Double> known = days.headMap(LEARNT_THROUGH.toEpochDay(), true);
                    long first = known.firstKey();
                    History history = new History(
                            known.size() - 1,
                            (known.lastKey() - first) / 7.0,
                            (LEARNT_THROUGH.toEpochDay() - first) / 7.0);
                    return new Known(history, days.size() - known.size());
                })
                .toList();
    }

    /** Repeat purchases of the 39 weeks held out. */
    long heldOut() {
        return customers().stream().mapToInt(Known::heldOut).sum();
    }
}
