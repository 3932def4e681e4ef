package io.customerroom.testkit.oracle;

import io.customerroom.testkit.company.Company;
import io.customerroom.testkit.company.Departure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why the customers of a period are not those of the period before, by looking every customer up in both. */
public final class Changes {

    private final Oracle oracle;
    private final List<Departure> departures;

    public Changes(Company company, Oracle oracle) {
        this.oracle = oracle;
        this.departures = oracle.inForce(company.departures());
    }

    /** The columns of the answer, both periods side by side. */
    private static final class Part {
        private final long[] counts = new long[6];
        private BigDecimal before = BigDecimal.ZERO;
        private BigDecimal now = BigDecimal.ZERO;
        private boolean valued;

        /** Those there at the end of a side, and their value. */
        void stock(int side, CustomerPeriod row) {
            counts[side] += row.closing();
            if (row.closing() == 1) {
                before = side == 0 ? before.add(row.value()) : before;
                now = side == 1 ? now.add(row.value()) : now;
                valued |= row.value().signum() != 0;
            }
        }

        /** Those who came and went in a side. */
        void flow(int side, CustomerPeriod row) {
            counts[2 + side] += row.gained() + row.regained();
            counts[4 + side] += row.lost();
        }

        boolean saysSomething() {
            return valued || Arrays.stream(counts).sum() > 0;
        }

        String line(String name) {
            return name + "|"
                    + Arrays.stream(counts).mapToObj(Long::toString).collect(Collectors.joining("|")) + "|"
                    + Plain.amount(before) + "|" + Plain.amount(now);
        }
    }

    /** {@code period|split|part|reason|customers before|customers|came before|came|left before|left|value before|value}. */
    public List<String> lines(String grain) {
        List<Span> spans = oracle.periods(grain);
        List<CustomerPeriod> all = oracle.customerPeriods(grain);
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < spans.size(); at++) {
            Map<String, CustomerPeriod> now = of(all, spans.get(at));
            Map<String, CustomerPeriod> before = at == 0 ? Map.of() : of(all, spans.get(at - 1));
            Map<String, Part> parts = new TreeMap<>();
            now.values().forEach(row -> add(parts, 1, row, row, spans));
            before.values().forEach(row -> add(parts, 0, row, now.get(row.customer()), spans));
            String period = spans.get(at).name();
            parts.forEach((name, part) -> {
                if (part.saysSomething()) {
                    lines.add(part.line(period + "|" + name));
                }
            });
        }
        return lines;
    }

    private void add(
            Map<String, Part> parts, int side, CustomerPeriod row, @Nullable CustomerPeriod now, List<Span> spans) {
        for (String name : List.of(
                "segment|" + text(row.segment()) + "|",
                "site|" + text(row.site()) + "|",
                "channel|" + text(row.channel()) + "|")) {
            part(parts, name).stock(side, row);
            part(parts, name).flow(side, row);
        }
        part(parts, "state|" + (now == null ? "none" : now.state()) + "|").stock(side, row);
        part(parts, "state|" + row.state() + "|").flow(side, row);
        part(parts, "reason|" + reason(now, spans)).stock(side, row);
        part(parts, "reason|" + reason(row, spans)).flow(side, row);
    }

    private static Part part(Map<String, Part> parts, String name) {
        return parts.computeIfAbsent(name, key -> new Part());
    }

    /** Who neither came nor left stayed; who left may have said why, between the start and the end of the spell that ended. */
    private String reason(@Nullable CustomerPeriod row, List<Span> spans) {
        String state = row == null ? "none" : row.state();
        return switch (state) {
            case "gained", "regained" -> state + "|";
            case "lost" -> state + "|" + told(Objects.requireNonNull(row), spans);
            default -> "stayed|";
        };
    }

    /** The reason told last in the spell that ended in the row's period; empty where none was. */
    String told(CustomerPeriod row, List<Span> spans) {
        Span span = spans.stream()
                .filter(it -> it.name().equals(row.period()))
                .findFirst()
                .orElseThrow();
        return oracle.spells().stream()
                .filter(spell -> spell.customer().equals(row.customer()))
                .filter(spell -> spell.endedOn() != null
                        && span.contains(spell.endedOn())
                        && !spell.endedOn().isAfter(oracle.through()))
                .max(Comparator.comparing(Spell::startedOn))
                .flatMap(spell -> departures.stream()
                        .filter(it -> row.customer().equals(oracle.customer(it.customer())) && it.reason() != null)
                        .filter(it ->
                                !it.on().isBefore(spell.startedOn()) && !it.on().isAfter(ended(spell)))
                        .max(Comparator.comparing(Departure::on).thenComparing(Departure::recordedAt))
                        .map(Departure::reason))
                .orElse("");
    }

    private static LocalDate ended(Spell spell) {
        return Objects.requireNonNull(spell.endedOn());
    }

    private static Map<String, CustomerPeriod> of(List<CustomerPeriod> all, Span span) {
        return all.stream()
                .filter(row -> row.period().equals(span.name()))
                .collect(Collectors.toMap(CustomerPeriod::customer, row -> row));
    }

    private static String text(@Nullable String word) {
        return Objects.requireNonNullElse(word, "");
    }
}
