package io.customerroom.testkit.oracle;

import io.customerroom.testkit.company.Company;
import io.customerroom.testkit.company.Departure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which reasons for leaving were given until the end of a period, and which losses were told with them. */
public final class Reasons {

    private final Oracle oracle;
    private final List<Departure> departures;
    private final List<Loss> losses = new ArrayList<>();

    public Reasons(Company company, Oracle oracle) {
        this.oracle = oracle;
        this.departures = oracle.inForce(company.departures());
        Changes changes = new Changes(company, oracle);
        List<Span> months = oracle.periods("month");
        for (CustomerPeriod row : oracle.customerPeriods("month")) {
            if (row.lost() > 0) {
                losses.add(new Loss(
                        lastEnd(row, months),
                        changes.told(row, months),
                        row.opening() == 1 ? row.priorValue() : row.value()));
            }
        }
    }

    private record Loss(LocalDate on, String reason, BigDecimal value) {}

    private static final class Entry {
        private @Nullable LocalDate first;
        private @Nullable LocalDate last;
        private long given;
        private long lost;
        private long lostInside;
        private BigDecimal value = BigDecimal.ZERO;
    }

    /** {@code period|reason|first given|last given|times given|losses|their value|losses in the period}, by reason. */
    public List<String> register(Span span) {
        Map<String, Entry> entries = new TreeMap<>();
        for (Departure departure : departures) {
            if (departure.reason() != null && departure.on().isBefore(span.endsOn())) {
                Entry entry = entries.computeIfAbsent(departure.reason(), reason -> new Entry());
                LocalDate day = departure.on();
                entry.first = entry.first == null || day.isBefore(entry.first) ? day : entry.first;
                entry.last = entry.last == null || day.isAfter(entry.last) ? day : entry.last;
                entry.given++;
            }
        }
        for (Loss loss : losses) {
            if (loss.on.isBefore(span.endsOn())) {
                Entry entry = entries.computeIfAbsent(loss.reason, reason -> new Entry());
                entry.lost++;
                entry.lostInside += span.contains(loss.on) ? 1 : 0;
                entry.value = entry.value.add(loss.value);
            }
        }
        List<String> lines = new ArrayList<>();
        entries.forEach((reason, entry) -> lines.add(String.join(
                "|",
                span.name(),
                reason,
                Objects.toString(entry.first, ""),
                Objects.toString(entry.last, ""),
                Long.toString(entry.given),
                Long.toString(entry.lost),
                Plain.amount(entry.value),
                Long.toString(entry.lostInside))));
        return lines;
    }

    private LocalDate lastEnd(CustomerPeriod row, List<Span> months) {
        Span month = months.stream()
                .filter(it -> it.name().equals(row.period()))
                .findFirst()
                .orElseThrow();
        return oracle.spells().stream()
                .filter(spell -> spell.customer().equals(row.customer()) && spell.endedOn() != null)
                .map(spell -> Objects.requireNonNull(spell.endedOn()))
                .filter(end -> month.contains(end) && !end.isAfter(oracle.through()))
                .max(LocalDate::compareTo)
                .orElseThrow();
    }
}
