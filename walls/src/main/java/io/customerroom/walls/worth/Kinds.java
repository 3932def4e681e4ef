package io.customerroom.walls.worth;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which kind of model values whom. It is kept over the days of a course: what is fitted anew is the model, not the choice.
 *
 * @param common of everybody whose segment has none of its own
 * @param own by segment
 */
public record Kinds(Candidate common, SortedMap<String, Candidate> own) {

    public Kinds {
        own = Collections.unmodifiableSortedMap(new TreeMap<>(own));
    }

    /** One kind for everybody. */
    static Kinds one(Candidate common) {
        return new Kinds(common, Collections.emptySortedMap());
    }

    /** {@code Pareto/NBD, for gold MBG/NBD}. */
    public String label() {
        return own.isEmpty()
                ? common.label()
                : common.label() + ", for "
                        + own.entrySet().stream()
                                .map(entry -> "%s %s"
                                        .formatted(
                                                SegmentChoice.named(entry.getKey()),
                                                entry.getValue().label()))
                                .collect(Collectors.joining(", for "));
    }
}
