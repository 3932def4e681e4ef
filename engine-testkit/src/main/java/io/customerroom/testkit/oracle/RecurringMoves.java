package io.customerroom.testkit.oracle;

import io.customerroom.testkit.company.Company;
import io.customerroom.testkit.company.Contract;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What contracts bring per month at the end of a period beside the period before, customer by customer. */
public final class RecurringMoves {

    private static final List<String> MOVES = List.of("new", "expansion", "contraction", "churn", "reactivation");

    private final Oracle oracle;
    private final List<Contract> contracts;

    public RecurringMoves(Company company, Oracle oracle) {
        this.oracle = oracle;
        this.contracts = oracle.inForce(company.contracts());
    }

    /** {@code period|opening|new|expansion|contraction|churn|reactivation|closing}. */
    public List<String> lines(String grain) {
        List<String> lines = new ArrayList<>();
        Map<String, BigDecimal> before = Map.of();
        for (Span span : oracle.periods(grain)) {
            Map<String, BigDecimal> now = recurring(span);
            lines.add(line(span, before, now));
            before = now;
        }
        return lines;
    }

    private Map<String, BigDecimal> recurring(Span span) {
        return oracle.customerPeriods(span.grain()).stream()
                .filter(row ->
                        row.period().equals(span.name()) && row.recurring().signum() != 0)
                .collect(Collectors.toMap(CustomerPeriod::customer, CustomerPeriod::recurring));
    }

    private String line(Span span, Map<String, BigDecimal> before, Map<String, BigDecimal> now) {
        TreeSet<String> customers = new TreeSet<>(before.keySet());
        customers.addAll(now.keySet());
        Map<String, BigDecimal> moves = new TreeMap<>();
        for (String customer : customers) {
            BigDecimal had = before.getOrDefault(customer, BigDecimal.ZERO);
            BigDecimal has = now.getOrDefault(customer, BigDecimal.ZERO);
            moves.merge(move(customer, span, had, has), has.subtract(had).abs(), BigDecimal::add);
        }
        return Stream.of(
                        Stream.of(span.name(), sum(before)),
                        MOVES.stream().map(move -> Plain.amount(moves.getOrDefault(move, BigDecimal.ZERO))),
                        Stream.of(sum(now)))
                .flatMap(cells -> cells)
                .collect(Collectors.joining("|"));
    }

    private String move(String customer, Span span, BigDecimal had, BigDecimal has) {
        if (had.signum() == 0) {
            return hadAContractBefore(customer, span.startsOn()) ? "reactivation" : "new";
        }
        return has.signum() == 0 ? "churn" : has.compareTo(had) > 0 ? "expansion" : "contraction";
    }

    private boolean hadAContractBefore(String customer, LocalDate day) {
        return contracts.stream()
                .anyMatch(contract -> customer.equals(oracle.customer(contract.customer()))
                        && contract.on().isBefore(day));
    }

    private static String sum(Map<String, BigDecimal> recurring) {
        return Plain.amount(recurring.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
