package io.customerroom.testkit.oracle;

import io.customerroom.testkit.company.Company;
import io.customerroom.testkit.company.Fact;
import io.customerroom.testkit.company.Link;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which rows count under the two clocks, and who is who. */
final class InForce {

    private final Instant known;
    private final LocalDate through;
    private final List<Link> links;

    InForce(Company company, LocalDate through, Instant known) {
        this.known = known;
        this.through = through;
        this.links = latest(company.links());
    }

    /** Of the rows known by then the last version of each key, if it happened by {@code through}. */
    <F extends Fact> List<F> upToThrough(List<F> facts) {
        return latest(facts).stream().filter(happened()).toList();
    }

    /** Of the rows known by then the last version of each key. */
    <F extends Fact> List<F> latest(List<F> facts) {
        Map<String, F> byKey = new LinkedHashMap<>();
        for (F fact : sortedByKnowledge(facts)) {
            if (!fact.recordedAt().isAfter(known)) {
                byKey.put(fact.source() + "\n" + fact.key(), fact);
            }
        }
        return List.copyOf(byKey.values());
    }

    /** The smallest of all the ids that links connect with this one. */
    @Nullable
    String customer(@Nullable String id) {
        if (id == null) {
            return null;
        }
        TreeSet<String> same = new TreeSet<>(List.of(id));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Link link : links) {
                if (link.linked() && (same.contains(link.customer()) || same.contains(link.other()))) {
                    grew |= same.add(link.customer());
                    grew |= same.add(link.other());
                }
            }
        }
        return same.first();
    }

    private Predicate<Fact> happened() {
        return fact -> !fact.on().isAfter(through);
    }

    private static <F extends Fact> List<F> sortedByKnowledge(List<F> facts) {
        List<F> sorted = new ArrayList<>(facts);
        sorted.sort(Comparator.comparing(Fact::recordedAt));
        return sorted;
    }
}
