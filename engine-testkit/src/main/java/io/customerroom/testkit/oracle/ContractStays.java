package io.customerroom.testkit.oracle;

import io.customerroom.ledger.definitions.ContractSwitch;
import io.customerroom.ledger.definitions.ContractSwitches;
import io.customerroom.testkit.company.Company;
import io.customerroom.testkit.company.Contract;
import io.customerroom.testkit.company.ContractEvent;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How long customers stayed under contract, by walking from day to day: a stay ends with the first day without any contract. */
public final class ContractStays {

    private final Oracle oracle;
    private final Map<String, List<ContractDays>> contracts = new TreeMap<>();
    private final List<Departure> departures;

    /** @param switches a pause that stands apart does not end a stay */
    public ContractStays(Company company, List<ContractEvent> events, Oracle oracle, ContractSwitches switches) {
        this.oracle = oracle;
        this.departures = oracle.inForce(company.departures());
        ContractSwitches staying = switches.of(ContractSwitch.PAUSES).equals("apart")
                ? switches.with(ContractSwitch.PAUSES, "unchanged")
                : switches;
        List<ContractEvent> known = oracle.inForce(events);
        for (Contract contract : oracle.inForce(company.contracts())) {
            String customer = oracle.customer(contract.customer());
            if (customer != null && contract.monthly().signum() != 0) {
                contracts
                        .computeIfAbsent(customer, key -> new ArrayList<>())
                        .add(new ContractDays(
                                contract, known, staying, oracle.through().plusYears(1)));
            }
        }
    }

    /** {@code period|customer|outcome|reason|started_on|last_day|months before records|months|monthly}, in the order of these texts. */
    public List<String> lines(Span span, RecurringMoves.CustomerNames names) {
        LocalDate last = span.endsOn().minusDays(1);
        LocalDate read = last.isAfter(oracle.through()) ? oracle.through() : last;
        LocalDate since = contracts.values().stream()
                .flatMap(List::stream)
                .flatMap(contract -> days(contract.contract().on(), read).filter(contract::ceases))
                .min(Comparator.naturalOrder())
                .orElse(null);
        TreeSet<String> lines = new TreeSet<>();
        contracts.forEach((customer, all) -> {
            LocalDate day = all.stream()
                    .map(it -> it.contract().on())
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            LocalDate started = null;
            for (; !day.isAfter(read.plusDays(1)); day = day.plusDays(1)) {
                LocalDate today = day;
                boolean under = !today.isAfter(read) && all.stream().anyMatch(contract -> contract.counts(today));
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
            List<ContractDays> all,
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
                .filter(contract -> staying && contract.counts(read))
                .map(contract -> contract.lastingValue(read))
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
    private String reason(String customer, List<ContractDays> all, LocalDate started, LocalDate until, LocalDate read) {
        LocalDate ended = all.stream()
                .flatMap(contract -> days(started, until.minusDays(1))
                        .filter(contract::begins)
                        .map(begun -> told(contract, begun, read)))
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

    /** Until when a departure may be told: the contract's end, or the day on which something that befell it ended the stay. */
    private static LocalDate told(ContractDays contract, LocalDate begun, LocalDate read) {
        LocalDate ceased =
                days(begun, read).filter(contract::ceases).findFirst().orElse(null);
        LocalDate ended = ceased != null && contract.bound(ceased)
                ? ceased
                : contract.contract().endedOn();
        return ended == null || ended.isAfter(read) ? read.plusDays(1) : ended;
    }

    private static Stream<LocalDate> days(LocalDate from, LocalDate last) {
        return last.isBefore(from) ? Stream.empty() : from.datesUntil(last.plusDays(1));
    }
}
