package io.customerroom.ledger.metrics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whose rows a reader may see: the customers of these segments, at these sites. Figures are not narrowed by it; what lists customers is. An
 * empty text stands for customers without segment or site.
 *
 * @param segments any of them; empty: all
 * @param sites any of them; empty: all
 * @param empty whether not a single customer is within
 */
public record RowScope(SortedSet<String> segments, SortedSet<String> sites, boolean empty) {

    private static final RowScope EVERYTHING = of(List.of(), List.of());
    private static final RowScope NOBODY = new RowScope(new TreeSet<>(), new TreeSet<>(), true);

    public RowScope {
        segments = Collections.unmodifiableSortedSet(new TreeSet<>(segments));
        sites = Collections.unmodifiableSortedSet(new TreeSet<>(sites));
    }

    public static RowScope of(Collection<String> segments, Collection<String> sites) {
        return new RowScope(new TreeSet<>(segments), new TreeSet<>(sites), false);
    }

    /** No row is left out. */
    public static RowScope everything() {
        return EVERYTHING;
    }

    /** No row is shown: for readers of figures alone. */
    public static RowScope nobody() {
        return NOBODY;
    }

    public boolean restricted() {
        return empty || !segments.isEmpty() || !sites.isEmpty();
    }

    /** {@code segment retail or wholesale, site north}; {@code everything}. */
    public String words() {
        List<String> words = new ArrayList<>();
        add(words, Dimension.SEGMENT, segments);
        add(words, Dimension.SITE, sites);
        if (empty) {
            return "nobody";
        }
        return words.isEmpty() ? "everything" : String.join(", ", words);
    }

    private static void add(List<String> words, Dimension dimension, Collection<String> members) {
        if (!members.isEmpty()) {
            words.add(dimension.id() + " "
                    + String.join(
                            " or ",
                            members.stream()
                                    .map(member -> member.isEmpty() ? "not known" : member)
                                    .toList()));
        }
    }
}
