package io.customerroom.walls.operations;

import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Reading.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One measure of one priority contact, over its sites.
 *
 * @param sites the newest reading of each site, worst first
 */
record ContactMeasure(String contact, String measure, List<Line> sites) {

    private static final Comparator<Line> WORST_FIRST = Comparator.comparing(Standing::of)
            .thenComparing(
                    Comparator.comparingLong((Line line) -> line.count("run")).reversed())
            .thenComparing(Standard::margin)
            .thenComparing(line -> line.named("site", ""));

    ContactMeasure {
        sites = List.copyOf(sites);
    }

    /** Worst first. */
    static List<ContactMeasure> of(Reading contacts) {
        Map<List<String>, List<Line>> sites = new LinkedHashMap<>();
        for (Line line : contacts.lines()) {
            sites.computeIfAbsent(
                            List.of(line.named("contact", ""), line.named("measure", "")), key -> new ArrayList<>())
                    .add(line);
        }
        return sites.entrySet().stream()
                .map(entry -> new ContactMeasure(
                        entry.getKey().getFirst(),
                        entry.getKey().getLast(),
                        entry.getValue().stream().sorted(WORST_FIRST).toList()))
                .sorted(Comparator.comparing(ContactMeasure::standing)
                        .thenComparing(ContactMeasure::contact)
                        .thenComparing(ContactMeasure::measure))
                .toList();
    }

    Line worst() {
        return sites.getFirst();
    }

    Standing standing() {
        return Standing.of(worst());
    }

    /** {@code 1 of 4 in breach}; how many sites stand as the worst one does. */
    String sitesWords() {
        Standing standing = standing();
        long alike =
                sites.stream().filter(site -> Standing.of(site) == standing).count();
        String how =
                switch (standing) {
                    case BREACH -> "in breach";
                    case BELOW -> "on the wrong side";
                    case TOO_FEW -> "with too few";
                    case NO_READING -> "without reading";
                    case NO_STANDARD -> "without standard";
                    case HOLDS -> "hold";
                };
        return "%d of %d %s".formatted(alike, sites.size(), how);
    }
}
