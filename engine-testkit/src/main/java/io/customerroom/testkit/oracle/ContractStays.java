package io.customerroom.testkit.oracle;

import io.customerroom.testkit.company.Company;
import io.customerroom.testkit.company.Contract;
import io.customerroom.testkit.company.Departure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How long customers stayed under contract, by walking from day to day: a stay ends with the first day without any contract. */
public final class ContractStays {

    private final Oracle oracle;
    private final boolean atNotice;
    private final Map<String, List<Contract>> contracts = new TreeMap<>();
    private final List<Departure> departures;

    /** @param atNotice whether a contract counts until its notice only */
    public ContractStays(Company company, Oracle oracle, boolean atNotice) {
        this.oracle = oracle;
        this.atNotice = atNotice;
        this.departures = oracle.inForce(company.departures());
        for (Contract contract : oracle.inForce(company.contracts())) {
            String customer = oracle.customer(contract.customer());
            if (customer != null && contract.monthly().signum() != 0) {
                contracts.computeIfAbsent(customer, key -> new ArrayList<>()).add(contract);
            }
        }
    }

    /** {@code period|customer|outcome|reason|started_on|last_day|months before records|months|monthly}, in the order of these texts. */
    public List<String> lines(Span span, RecurringMoves.CustomerNames names) {
        LocalDate last = span.endsOn().minusDays(1);
        LocalDate read = last.isAfter(oracle.through()) ? oracle.through() : last;
        LocalDate since = contracts.values().stream()
                .flatMap(List::stream)
                .filter(contract -> runs(contract, contract.on()))
                .map(this::gone)
                .filter(day -> day != null && !day.isAfter(read))
                .min(Comparator.naturalOrder())
                .orElse(null);
        TreeSet<String> lines = new TreeSet<>();
        contracts.forEach((customer, all) -> {
            LocalDate day = all.stream()
                    .map(Contract::on)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            LocalDate started = null;
            for (; !day.isAfter(read.plusDays(1)); day = day.plusDays(1)) {
                LocalDate today = day;
                boolean under = !today.isAfter(read) && all.stream().anyMatch(contract -> runs(contract, today));
                if (under && started == null) {
                    started = today;
                }
                if (!under && started != null) {
                    boolean staying = today.isAfter(read);
                    if (since == null || !today.isBefore(since)) {
                        lines.add(line(
                                span.name(), names.of(customer), customer, all, started, today, staying, since, read));
                    }
                    started = null;
                }
            }
        });
        return List.copyOf(lines);
    }

    private String line(
            String period,
            String name,
            String customer,
            List<Contract> all,
            LocalDate started,
            LocalDate until,
            boolean staying,
            @Nullable LocalDate since,
            LocalDate read) {
        long months = staying
                ? ChronoUnit.MONTHS.between(started, until)
                : ChronoUnit.MONTHS.between(started, until.minusDays(1)) + 1;
        long entered =
                since == null || !started.isBefore(since) ? 0 : ChronoUnit.MONTHS.between(started, since.minusDays(1));
        BigDecimal monthly = all.stream()
                .filter(contract -> staying && runs(contract, read))
                .map(Contract::monthly)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return String.join(
                "|",
                period,
                name,
                staying ? "staying" : "lost",
                staying ? "" : reason(customer, all, started, until, read),
                started.toString(),
                until.minusDays(1).toString(),
                Long.toString(entered),
                Long.toString(months),
                Plain.amount(monthly));
    }

    /** Of the departures from the first day of the stay until the latest end of its contracts, the last one told. */
    private String reason(String customer, List<Contract> all, LocalDate started, LocalDate until, LocalDate read) {
        LocalDate ended = all.stream()
                .filter(contract -> runs(contract, contract.on())
                        && !contract.on().isBefore(started)
                        && contract.on().isBefore(until))
                .map(contract ->
                        contract.endedOn() == null || contract.endedOn().isAfter(read)
                                ? read.plusDays(1)
                                : contract.endedOn())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return departures.stream()
                .filter(it -> it.reason() != null && customer.equals(oracle.customer(it.customer())))
                .filter(it -> !it.on().isBefore(started) && !it.on().isAfter(ended))
                .min(Comparator.comparing(Departure::on, Comparator.reverseOrder())
                        .thenComparing(Departure::recordedAt, Comparator.reverseOrder())
                        .thenComparing(Departure::source)
                        .thenComparing(Departure::key))
                .map(it -> String.valueOf(it.reason()))
                .orElse("");
    }

    private boolean runs(Contract contract, LocalDate day) {
        LocalDate gone = gone(contract);
        return !day.isBefore(contract.on()) && (gone == null || day.isBefore(gone));
    }

    private @Nullable LocalDate gone(Contract contract) {
        LocalDate ended = contract.endedOn();
        LocalDate noticed = contract.noticedOn();
        return atNotice && noticed != null && (ended == null || noticed.isBefore(ended)) ? noticed : ended;
    }
}
