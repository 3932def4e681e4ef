package io.customerroom.statistics.lifetime;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The tenth of CDNOW's first-time buyers of early 1997 that the papers fit: 39 weeks to learn from, 39 weeks held out. */
final class CdnowSample {

    static final LocalDate LEARNT_THROUGH = LocalDate.of(1997, 9, 30);

    private final List<SortedSet<Long>> customers;

    private CdnowSample(List<SortedSet<Long>> customers) {
        this.customers = customers;
    }

    static CdnowSample read() {
        Map<String, SortedSet<Long>> days = new TreeMap<>();
        for (String line : RealData.lines("cdnow/CDNOW_sample.txt")) {
            String[] fields = line.strip().split("\\s+");
            days.computeIfAbsent(fields[0], _ -> new TreeSet<>())
                    .add(LocalDate.parse(fields[2], DateTimeFormatter.BASIC_ISO_DATE)
                            .toEpochDay());
        }
        return new CdnowSample(new ArrayList<>(days.values()));
    }

    /** In weeks. */
    Counts counts() {
        CountsBuilder builder = Counts.builder();
        for (SortedSet<Long> days : customers) {
            SortedSet<Long> known = days.headSet(LEARNT_THROUGH.toEpochDay() + 1);
            builder.add(known.size() - 1, known.last() - known.first(), LEARNT_THROUGH.toEpochDay() - known.first(), 1);
            long before = known.first();
            for (long day : known.tailSet(before + 1)) {
                builder.interval(day - before);
                before = day;
            }
        }
        return builder.build().in(7);
    }

    /** Repeat purchases of the 39 weeks held out. */
    long heldOut() {
        return customers.stream()
                .mapToLong(days -> days.tailSet(LEARNT_THROUGH.toEpochDay() + 1).size())
                .sum();
    }
}
