package io.customerroom.testkit.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Customers by the period of their first spell, looked up again in every later period. */
public final class Cohorts {

    private final Oracle oracle;

    public Cohorts(Oracle oracle) {
        this.oracle = oracle;
    }

    /** {@code cohort|age|period|customers|active|revenue}, oldest cohort first; a cohort without customers has no line. */
    public List<String> lines(String grain) {
        List<Span> spans = oracle.periods(grain);
        List<CustomerPeriod> rows = oracle.customerPeriods(grain);
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < spans.size(); at++) {
            List<String> gained = gainedIn(spans.get(at));
            for (int later = at; later < spans.size() && !gained.isEmpty(); later++) {
                String period = spans.get(later).name();
                List<CustomerPeriod> theirs = rows.stream()
                        .filter(row -> row.period().equals(period) && gained.contains(row.customer()))
                        .toList();
                lines.add("%s|%d|%s|%d|%d|%s"
                        .formatted(
                                spans.get(at).name(),
                                later - at,
                                period,
                                gained.size(),
                                theirs.stream()
                                        .mapToInt(CustomerPeriod::closing)
                                        .sum(),
                                Plain.amount(theirs.stream()
                                        .map(CustomerPeriod::revenue)
                                        .reduce(BigDecimal.ZERO, BigDecimal::add))));
            }
        }
        return lines;
    }

    private List<String> gainedIn(Span span) {
        Map<String, Spell> first = new LinkedHashMap<>();
        for (Spell spell : oracle.spells()) {
            Spell known = first.get(spell.customer());
            if (known == null || spell.startedOn().isBefore(known.startedOn())) {
                first.put(spell.customer(), spell);
            }
        }
        return first.values().stream()
                .filter(spell -> span.contains(spell.startedOn()))
                .filter(spell -> !spell.startedOn().isAfter(oracle.through()))
                .map(Spell::customer)
                .toList();
    }
}
