package io.customerroom.testkit.oracle;

import io.customerroom.testkit.company.Company;
import io.customerroom.testkit.company.Contract;
import io.customerroom.testkit.company.ContractEvent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What befell the contracts of known customers while they ran, event by event. */
public final class Befallen {

    private final Oracle oracle;
    private final List<Contract> contracts;
    private final List<ContractEvent> events;

    public Befallen(Company company, List<ContractEvent> events, Oracle oracle) {
        this.oracle = oracle;
        this.contracts = oracle.inForce(company.contracts());
        this.events = oracle.inForce(events);
    }

    /** {@code period|kind|begun|contracts|customers|lasting|refunded|off_monthly} of those kinds that were seen in a period. */
    public List<String> lines(String grain) {
        List<String> lines = new ArrayList<>();
        for (Span span : oracle.periods(grain)) {
            for (String kind : List.of("discount", "dunning", "pause", "percent-discount", "refund")) {
                line(span, kind, lines);
            }
        }
        return lines;
    }

    private void line(Span span, String kind, List<String> lines) {
        LocalDate last = span.endsOn().minusDays(1);
        LocalDate read = last.isAfter(oracle.through()) ? oracle.through() : last;
        TreeSet<String> befell = new TreeSet<>();
        TreeSet<String> customers = new TreeSet<>();
        int begun = 0;
        int lasting = 0;
        BigDecimal refunded = null;
        BigDecimal off = null;
        for (ContractEvent event : events) {
            Contract contract = contract(event);
            if (contract == null || !event.kind().equals(kind) || !seen(event, contract, span, read)) {
                continue;
            }
            befell.add(contract.source() + "/" + contract.key());
            customers.add(Objects.requireNonNull(oracle.customer(contract.customer())));
            begun += event.on().isBefore(span.startsOn()) ? 0 : 1;
            boolean lasts = runs(event.until(), read) && runs(contract.endedOn(), read);
            lasting += lasts && !kind.equals("refund") ? 1 : 0;
            refunded = kind.equals("refund") ? plus(refunded, event.amount()) : refunded;
            off = event.discounts() && lasts ? plus(off, event.discountOf(contract.monthly())) : off;
        }
        if (!befell.isEmpty()) {
            lines.add(String.join(
                    "|",
                    span.name(),
                    kind,
                    "" + begun,
                    "" + befell.size(),
                    "" + customers.size(),
                    "" + lasting,
                    Plain.amount(refunded),
                    Plain.amount(off)));
        }
    }

    private static boolean seen(ContractEvent event, Contract contract, Span span, LocalDate read) {
        boolean during = !event.on().isBefore(contract.on())
                && (contract.endedOn() == null || event.on().isBefore(contract.endedOn()))
                && runs(contract.endedOn(), span.startsOn());
        boolean begun = !event.on().isBefore(span.startsOn());
        boolean known = !event.on().isAfter(read);
        return during && known && (begun || !event.kind().equals("refund") && runs(event.until(), span.startsOn()));
    }

    private static boolean runs(@Nullable LocalDate until, LocalDate day) {
        return until == null || until.isAfter(day);
    }

    private @Nullable Contract contract(ContractEvent event) {
        return contracts.stream()
                .filter(it -> it.source().equals(event.source()) && it.key().equals(event.contract()))
                .filter(it -> it.customer() != null)
                .findFirst()
                .orElse(null);
    }

    private static BigDecimal plus(@Nullable BigDecimal sum, @Nullable BigDecimal more) {
        BigDecimal added = Objects.requireNonNullElse(more, BigDecimal.ZERO);
        return sum == null ? added : sum.add(added);
    }
}
