package io.customerroom.testkit.oracle;

import io.customerroom.testkit.company.Company;
import io.customerroom.testkit.company.Contract;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What contracts bring per month at the end of a period beside the period before, customer by customer, and who has given notice. */
public final class RecurringMoves {

    private static final List<String> MOVES = List.of("new", "expansion", "contraction", "churn", "reactivation");

    /**
     * What the vendors decide differently.
     *
     * @param atNotice whether a contract counts until its notice only
     * @param inside whether customers who came and went inside a period count
     * @param days after so many days without a contract a return is new; null: never
     */
    public record Switches(
            boolean atNotice, boolean inside, @Nullable Integer days) {

        /** As the metric counts if nobody says otherwise. */
        public static Switches standard() {
            return new Switches(false, false, null);
        }
    }

    private final Oracle oracle;
    private final Switches switches;
    private final Map<String, List<Contract>> contracts = new TreeMap<>();

    public RecurringMoves(Company company, Oracle oracle, Switches switches) {
        this.oracle = oracle;
        this.switches = switches;
        for (Contract contract : oracle.inForce(company.contracts())) {
            String customer = oracle.customer(contract.customer());
            if (customer != null) {
                contracts.computeIfAbsent(customer, key -> new ArrayList<>()).add(contract);
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
        contracts.forEach((customer, all) -> {
            BigDecimal had = worth(all, span.startsOn().minusDays(1));
            BigDecimal has = worth(all, lastDay(span));
            book(money, customers, "opening", had);
            book(money, customers, "closing", has);
            if (had.signum() == 0 && has.signum() == 0) {
                BigDecimal inside = switches.inside() ? cameAndWent(all, span) : BigDecimal.ZERO;
                book(money, customers, arrival(all, span), inside);
                book(money, customers, "churn", inside);
            } else {
                book(
                        money,
                        customers,
                        move(all, span, had, has),
                        has.subtract(had).abs());
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
            Map<String, BigDecimal> money, Map<String, Integer> customers, String column, BigDecimal amount) {
        if (amount.signum() != 0) {
            money.merge(column, amount, BigDecimal::add);
            customers.merge(column, 1, Integer::sum);
        }
    }

    private String move(List<Contract> all, Span span, BigDecimal had, BigDecimal has) {
        if (had.signum() == 0) {
            return arrival(all, span);
        }
        return has.signum() == 0 ? "churn" : has.compareTo(had) > 0 ? "expansion" : "contraction";
    }

    /** Whoever paid before comes back, unless that is too long ago. */
    private String arrival(List<Contract> all, Span span) {
        LocalDate left = all.stream()
                .filter(this::everPaid)
                .filter(contract -> contract.on().isBefore(span.startsOn()))
                .map(this::goneOn)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        if (left == null) {
            return "new";
        }
        Integer days = switches.days();
        return days == null
                        || all.stream()
                                .filter(this::everPaid)
                                .map(Contract::on)
                                .filter(day -> !day.isBefore(span.startsOn()))
                                .anyMatch(day ->
                                        ChronoUnit.DAYS.between(left, day) <= days && !day.isAfter(lastDay(span)))
                ? "reactivation"
                : "new";
    }

    private BigDecimal worth(List<Contract> all, LocalDate day) {
        return all.stream()
                .filter(contract -> !contract.on().isAfter(day) && !goneBy(contract, day))
                .map(Contract::monthly)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal cameAndWent(List<Contract> all, Span span) {
        return all.stream()
                .filter(this::everPaid)
                .filter(contract -> span.contains(contract.on()) && goneBy(contract, lastDay(span)))
                .map(Contract::monthly)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private boolean goneBy(Contract contract, LocalDate day) {
        LocalDate gone = goneOn(contract);
        return gone != null && !gone.isAfter(day);
    }

    private boolean everPaid(Contract contract) {
        return contract.monthly().signum() != 0 && !goneBy(contract, contract.on());
    }

    /** The first day without it; null while it runs on. */
    private @Nullable LocalDate goneOn(Contract contract) {
        LocalDate ended = contract.endedOn();
        LocalDate noticed = contract.noticedOn();
        return switches.atNotice() && noticed != null && (ended == null || noticed.isBefore(ended)) ? noticed : ended;
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
                List<Contract> running =
                        all.stream().filter(it -> it.inForce(day)).toList();
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
