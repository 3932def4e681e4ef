package io.customerroom.testkit.oracle;

import io.customerroom.ledger.definitions.ContractSwitch;
import io.customerroom.ledger.definitions.ContractSwitches;
import io.customerroom.testkit.company.Company;
import io.customerroom.testkit.company.Contract;
import io.customerroom.testkit.company.ContractEvent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What contracts bring per month at the end of a period beside the period before, customer by customer, and who has given notice. */
public final class RecurringMoves {

    private static final List<String> MOVES =
            List.of("new", "expansion", "contraction", "churn", "reactivation", "resumption", "pause");

    private final Oracle oracle;
    private final ContractSwitches switches;
    private final LocalDate first;
    private final Map<String, List<ContractDays>> contracts = new TreeMap<>();

    public RecurringMoves(Company company, List<ContractEvent> events, Oracle oracle, ContractSwitches switches) {
        this.oracle = oracle;
        this.switches = switches;
        List<ContractEvent> known = oracle.inForce(events);
        List<Contract> all = oracle.inForce(company.contracts());
        this.first =
                all.stream().map(Contract::on).min(Comparator.naturalOrder()).orElse(oracle.through());
        for (Contract contract : all) {
            String customer = oracle.customer(contract.customer());
            if (customer != null) {
                contracts
                        .computeIfAbsent(customer, key -> new ArrayList<>())
                        .add(new ContractDays(contract, known, switches, oracle.through()));
            }
        }
    }

    /** {@code period|opening|new|expansion|contraction|churn|reactivation|closing}, then how many customers each of these is. */
    public List<String> lines(String grain) {
        return oracle.periods(grain).stream().map(this::line).toList();
    }

    private String line(Span span) {
        Map<String, BigDecimal> money = new TreeMap<>();
        Map<String, Integer> customers = new TreeMap<>();
        LocalDate eve = span.startsOn().minusDays(1);
        LocalDate last = lastDay(span);
        contracts.forEach((customer, all) -> {
            boolean was = there(all, eve);
            boolean stays = there(all, last);
            BigDecimal had = worth(all, eve);
            BigDecimal has = worth(all, last);
            book(money, customers, "opening", was, had);
            book(money, customers, "closing", stays, has);
            if (was && stays) {
                int grown = has.compareTo(had);
                book(
                        money,
                        customers,
                        grown > 0 ? "expansion" : "contraction",
                        grown != 0,
                        has.subtract(had).abs());
            } else if (was) {
                book(money, customers, departure(all, last), true, had);
            } else if (stays) {
                book(money, customers, arrival(all, span), true, has);
            } else if (switches.of(ContractSwitch.SAME_PERIOD).equals("counted")) {
                BigDecimal inside = cameAndWent(all, span);
                if (inside.signum() != 0) {
                    book(money, customers, arrival(all, span), true, inside);
                    book(money, customers, departure(all, last), true, inside);
                }
            }
        });
        List<String> columns = Stream.of(Stream.of("opening"), MOVES.stream(), Stream.of("closing"))
                .flatMap(name -> name)
                .toList();
        return Stream.of(
                        Stream.of(span.name()),
                        columns.stream().map(name -> Plain.amount(money.getOrDefault(name, BigDecimal.ZERO))),
                        columns.stream().map(name -> "" + customers.getOrDefault(name, 0)))
                .flatMap(cells -> cells)
                .collect(Collectors.joining("|"));
    }

    private static void book(
            Map<String, BigDecimal> money,
            Map<String, Integer> customers,
            String column,
            boolean applies,
            BigDecimal amount) {
        if (applies) {
            money.merge(column, amount, BigDecimal::add);
            customers.merge(column, 1, Integer::sum);
        }
    }

    private static boolean there(List<ContractDays> all, LocalDate day) {
        return all.stream().anyMatch(contract -> contract.counts(day));
    }

    private static BigDecimal worth(List<ContractDays> all, LocalDate day) {
        return all.stream().map(contract -> contract.value(day)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String departure(List<ContractDays> all, LocalDate last) {
        return all.stream().anyMatch(contract -> contract.paused(last)) ? "pause" : "churn";
    }

    /** Whoever stood apart goes on; whoever was there before comes back, unless that is too long ago. */
    private String arrival(List<ContractDays> all, Span span) {
        LocalDate eve = span.startsOn().minusDays(1);
        if (all.stream().anyMatch(contract -> contract.apart(eve))) {
            return "resumption";
        }
        LocalDate left = lastMatch(all, first, eve);
        if (left == null) {
            return "new";
        }
        String days = switches.of(ContractSwitch.REACTIVATION_DAYS);
        LocalDate came = span.startsOn()
                .datesUntil(lastDay(span).plusDays(1))
                .filter(day -> all.stream().anyMatch(contract -> contract.begins(day)))
                .findFirst()
                .orElseThrow();
        return days.equals("any") || ChronoUnit.DAYS.between(left, came) <= Long.parseLong(days)
                ? "reactivation"
                : "new";
    }

    /** The last day of these on which a contract ceased to count. */
    private static @Nullable LocalDate lastMatch(List<ContractDays> all, LocalDate from, LocalDate to) {
        for (LocalDate day = to; !day.isBefore(from); day = day.minusDays(1)) {
            LocalDate seen = day;
            if (all.stream().anyMatch(contract -> contract.ceases(seen))) {
                return day;
            }
        }
        return null;
    }

    /** The prices of those that began to count inside the period and ceased again in it. */
    private BigDecimal cameAndWent(List<ContractDays> all, Span span) {
        return all.stream()
                .filter(contract ->
                        span.startsOn().datesUntil(lastDay(span).plusDays(1)).anyMatch(contract::begins))
                .map(contract -> contract.contract().monthly())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private LocalDate lastDay(Span span) {
        LocalDate last = span.endsOn().minusDays(1);
        return last.isAfter(oracle.through()) ? oracle.through() : last;
    }

    /** {@code period|read_on|customer|contract|noticed_on|last_day|days_left|monthly|value|contracts_staying} of who has given notice. */
    public List<String> rescue(String grain, CustomerNames names) {
        List<String> lines = new ArrayList<>();
        for (Span span : oracle.periods(grain)) {
            LocalDate day = lastDay(span);
            Map<String, BigDecimal> values = oracle.customerPeriods(grain).stream()
                    .filter(row -> row.period().equals(span.name()))
                    .collect(Collectors.toMap(CustomerPeriod::customer, CustomerPeriod::value));
            contracts.forEach((customer, all) -> {
                List<Contract> running = all.stream()
                        .map(ContractDays::contract)
                        .filter(it -> it.inForce(day))
                        .toList();
                List<Contract> noticed =
                        running.stream().filter(it -> noticed(it, day)).toList();
                for (Contract contract : noticed) {
                    LocalDate ended = contract.endedOn();
                    lines.add(Stream.of(
                                    span.name(),
                                    day.toString(),
                                    names.of(customer),
                                    contract.key(),
                                    String.valueOf(contract.noticedOn()),
                                    ended == null ? "" : ended.minusDays(1).toString(),
                                    ended == null ? "" : "" + ChronoUnit.DAYS.between(day, ended),
                                    Plain.amount(contract.monthly()),
                                    Plain.amount(values.get(customer)),
                                    "" + (running.size() - noticed.size()))
                            .collect(Collectors.joining("|")));
                }
            });
        }
        return lines;
    }

    private static boolean noticed(Contract contract, LocalDate day) {
        LocalDate noticed = contract.noticedOn();
        return noticed != null && !noticed.isAfter(day);
    }

    /** How the answer names a customer. */
    @FunctionalInterface
    public interface CustomerNames {
        String of(String customer);
    }
}
