package io.customerroom.testkit.oracle;

import io.customerroom.testkit.company.Company;
import io.customerroom.testkit.company.Cost;
import io.customerroom.testkit.company.Fact;
import io.customerroom.testkit.company.Purchase;
import io.customerroom.testkit.company.Ticket;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What customers cost by the {@link #RULES}, entry by entry, in a book that is walked through with plain loops. Shares of a company-wide cost are whole cents in
 * proportion to the revenue of the month; the cents left over go to the largest remainders, then to the smaller name.
 */
public final class Costing {

    /** The rules this oracle knows, as a definition. */
    public static final String RULES = """
            name: cost-rules
            version: 2
            owner: contract suite
            reason: test
            valid-from: 1900-01-01
            activities:
              delivery: {kind: serve, driver: orders, channel: web, per-event: {2024-09-15: 5.30, 2024-03-01: 4.90}}
              return: {kind: serve, driver: returns, minutes: 7, rate-per-hour: {1900-01-01: 50, 2024-07-01: 54.50}}
              credit note: {kind: serve, driver: returns, line-kind: cancellation, per-event: 2.25}
              complaint: {kind: serve, driver: tickets, ticket-kind: complaint, minutes: {2024-02-10: 12, 2024-10-01: 10}, rate-per-hour: 30, replaces: work}
              letter: {kind: communicate, driver: costs, activity: work, per-event: 1.10}
            company-wide: {work: revenue}
            """;

    private static final LocalDate COMPLAINTS_TIMED_ON = LocalDate.parse("2024-02-10");

    private final Oracle oracle;
    private final List<Entry> entries = new ArrayList<>();
    private final Company company;
    private final List<Ticket> tickets;

    /** @param customer null is the company */
    private record Entry(
            @Nullable String customer,
            YearMonth month,
            @Nullable String site,
            String kind,
            String activity,
            String entry,
            BigDecimal amount) {

        /** An event that nobody knows the rate of. */
        boolean uncosted() {
            return entry.equals("not costed");
        }
    }

    public Costing(Oracle oracle, Company company) {
        this.oracle = oracle;
        this.company = company;
        this.tickets = oracle.inForce(company.tickets());
        List<Cost> costs = oracle.inForce(company.costs());
        List<Purchase> purchases = oracle.inForce(company.purchases());
        costs.stream()
                .filter(cost -> !cost.kind().equals("sale"))
                .forEach(cost -> book(cost, cost.site(), cost.kind(), "work", "imported", cost.amount()));
        deliveries(purchases);
        returns(purchases);
        for (Cost cost : costs) {
            if (cost.kind().equals("communicate") && oracle.customer(cost.customer()) != null) {
                book(cost, cost.site(), "communicate", "letter", "computed", new BigDecimal("1.10"));
            }
            if (cost.kind().equals("serve")
                    && oracle.customer(cost.customer()) != null
                    && !cost.on().isBefore(COMPLAINTS_TIMED_ON)) {
                book(
                        cost,
                        cost.site(),
                        "serve",
                        "work",
                        "taken back",
                        cost.amount().negate());
                entries.add(new Entry(
                        null, YearMonth.from(cost.on()), cost.site(), "serve", "work", "company", cost.amount()));
            }
        }
        for (Ticket ticket : tickets) {
            if (ticket.kind().equals("complaint") && oracle.customer(ticket.customer()) != null) {
                complaint(ticket);
            }
        }
        share();
    }

    private void complaint(Ticket ticket) {
        if (ticket.on().isBefore(COMPLAINTS_TIMED_ON)) {
            book(ticket, ticket.site(), "serve", "complaint", "not costed", BigDecimal.ZERO);
            return;
        }
        BigDecimal charge = new BigDecimal(ticket.on().isBefore(LocalDate.parse("2024-10-01")) ? "6" : "5");
        book(ticket, ticket.site(), "serve", "complaint", "charged", charge);
        entries.add(new Entry(
                null, YearMonth.from(ticket.on()), ticket.site(), "serve", "work", "company", charge.negate()));
    }

    private void deliveries(List<Purchase> purchases) {
        Set<String> seen = new HashSet<>();
        purchases.stream()
                .filter(line -> line.kind().equals("sale") && oracle.customer(line.customer()) != null)
                .sorted(Comparator.comparing(Purchase::on))
                .filter(line -> "web".equals(line.channel()))
                .filter(line -> seen.add(oracle.customer(line.customer()) + "/" + line.source() + "/" + line.order()))
                .forEach(line -> {
                    if (line.on().isBefore(LocalDate.parse("2024-03-01"))) {
                        book(line, null, "serve", "delivery", "not costed", BigDecimal.ZERO);
                    } else {
                        String price = line.on().isBefore(LocalDate.parse("2024-09-15")) ? "4.90" : "5.30";
                        book(line, null, "serve", "delivery", "computed", new BigDecimal(price));
                    }
                });
    }

    private void returns(List<Purchase> purchases) {
        sentBack(purchases, "return", line -> {
            String price = line.on().isBefore(LocalDate.parse("2024-07-01")) ? "5.833333" : "6.358333";
            book(line, null, "serve", "return", "computed", new BigDecimal(price));
        });
        sentBack(
                purchases,
                "cancellation",
                line -> book(line, null, "serve", "credit note", "computed", new BigDecimal("2.25")));
    }

    /** The first line of an order, channel and day stands for all of them. */
    private void sentBack(List<Purchase> purchases, String kind, Consumer<Purchase> each) {
        Set<String> seen = new HashSet<>();
        purchases.stream()
                .filter(line -> line.kind().equals(kind) && oracle.customer(line.customer()) != null)
                .filter(line -> seen.add(
                        oracle.customer(line.customer()) + "/" + line.order() + "/" + line.channel() + "/" + line.on()))
                .forEach(each);
    }

    private void book(Fact fact, @Nullable String site, String kind, String activity, String entry, BigDecimal amount) {
        entries.add(new Entry(
                oracle.customer(fact.customer()), YearMonth.from(fact.on()), site, kind, activity, entry, amount));
    }

    private void share() {
        Map<String, List<Entry>> pools = new TreeMap<>();
        entries.stream()
                .filter(entry -> entry.customer() == null && entry.activity().equals("work"))
                .forEach(entry -> pools.computeIfAbsent(
                                entry.month() + "|" + entry.site() + "|" + entry.kind(), name -> new ArrayList<>())
                        .add(entry));
        for (List<Entry> pool : pools.values()) {
            Entry first = pool.getFirst();
            BigDecimal standing = pool.stream().map(Entry::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigInteger cents = standing.abs()
                    .movePointRight(2)
                    .setScale(0, RoundingMode.FLOOR)
                    .toBigInteger();
            Map<String, BigInteger> weights = weights(first.month(), first.site());
            shares(cents, weights).forEach((name, part) -> {
                if (part.signum() > 0) {
                    BigDecimal amount = new BigDecimal(part, 2).multiply(BigDecimal.valueOf(standing.signum()));
                    entries.add(new Entry(name, first.month(), first.site(), first.kind(), "work", "shared", amount));
                    entries.add(new Entry(
                            null, first.month(), first.site(), first.kind(), "work", "shared", amount.negate()));
                }
            });
        }
    }

    private Map<String, BigInteger> weights(YearMonth month, @Nullable String site) {
        Map<String, BigInteger> weights = new TreeMap<>();
        oracle.customerPeriods("month").stream()
                .filter(row ->
                        row.startsOn().equals(month.atDay(1)) && row.revenue().signum() > 0)
                .filter(row -> site == null || site.equals(row.site()))
                .forEach(row -> weights.put(
                        row.customer(),
                        row.revenue()
                                .movePointRight(2)
                                .setScale(0, RoundingMode.FLOOR)
                                .toBigInteger()));
        return weights;
    }

    private static Map<String, BigInteger> shares(BigInteger cents, Map<String, BigInteger> weights) {
        BigInteger whole = weights.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        Map<String, BigInteger> shares = new TreeMap<>();
        if (whole.signum() == 0) {
            return shares;
        }
        weights.forEach(
                (name, weight) -> shares.put(name, cents.multiply(weight).divide(whole)));
        BigInteger over = cents.subtract(shares.values().stream().reduce(BigInteger.ZERO, BigInteger::add));
        weights.entrySet().stream()
                .filter(it -> it.getValue().signum() > 0)
                .sorted(Comparator.comparing((Map.Entry<String, BigInteger> it) ->
                                cents.multiply(it.getValue()).mod(whole))
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .limit(over.longValueExact())
                .forEach(it -> shares.merge(it.getKey(), BigInteger.ONE, BigInteger::add));
        return shares;
    }

    /** {@code period|kind|activity|customers|uncosted|imported|timed|shared|amount|company} of the period alone. */
    public List<String> activities(Span span) {
        Map<String, List<Entry>> byActivity = new TreeMap<>();
        entries.stream()
                .filter(entry -> inside(entry.month(), span))
                .forEach(entry -> byActivity
                        .computeIfAbsent(entry.kind() + "|" + entry.activity(), name -> new ArrayList<>())
                        .add(entry));
        List<String> lines = new ArrayList<>();
        byActivity.forEach((name, all) -> {
            List<Entry> ours =
                    all.stream().filter(entry -> entry.customer() != null).toList();
            Map<String, BigDecimal> byCustomer = new TreeMap<>();
            ours.forEach(entry ->
                    byCustomer.merge(Objects.requireNonNull(entry.customer()), entry.amount(), BigDecimal::add));
            long customers =
                    byCustomer.values().stream().filter(it -> it.signum() != 0).count();
            BigDecimal company = sum(all, entry -> entry.customer() == null);
            long uncosted = all.stream().filter(Entry::uncosted).count();
            if (customers > 0 || company.signum() != 0 || uncosted > 0) {
                lines.add("%s|%s|%d|%d|%s|%s|%s|%s|%s"
                        .formatted(
                                span.name(),
                                name,
                                customers,
                                uncosted,
                                Plain.amount(sum(
                                        ours,
                                        entry ->
                                                Set.of("imported", "taken back").contains(entry.entry()))),
                                Plain.amount(sum(
                                        ours,
                                        entry -> Set.of("computed", "charged").contains(entry.entry()))),
                                Plain.amount(sum(ours, entry -> entry.entry().equals("shared"))),
                                Plain.amount(sum(ours, entry -> true)),
                                Plain.amount(company)));
            }
        });
        return lines;
    }

    /** {@code period|split|name|kind|activity|customers|amount} of the period alone; names are empty where they are not known. */
    public List<String> groups(Span span) {
        Map<String, List<Entry>> parts = new TreeMap<>();
        entries.stream()
                .filter(entry -> entry.customer() != null && inside(entry.month(), span))
                .forEach(entry -> {
                    Traits traits = traits(Objects.requireNonNull(entry.customer()));
                    add(parts, "segment|" + Objects.requireNonNullElse(traits.segment(), ""), entry);
                    add(parts, "site|" + Objects.requireNonNullElse(traits.site(), ""), entry);
                    add(parts, "channel|" + Objects.requireNonNullElse(traits.channel(), ""), entry);
                });
        List<String> lines = new ArrayList<>();
        parts.forEach((name, of) -> {
            Map<String, BigDecimal> byCustomer = new TreeMap<>();
            of.forEach(entry ->
                    byCustomer.merge(Objects.requireNonNull(entry.customer()), entry.amount(), BigDecimal::add));
            long customers =
                    byCustomer.values().stream().filter(it -> it.signum() != 0).count();
            if (customers > 0) {
                lines.add("%s|%s|%d|%s".formatted(span.name(), name, customers, Plain.amount(sum(of, entry -> true))));
            }
        });
        return lines;
    }

    private Traits traits(String name) {
        return Traits.of(
                oracle.known(company.customers()).stream()
                        .filter(it -> name.equals(oracle.customer(it.customer())))
                        .toList(),
                oracle.inForce(company.purchases()).stream()
                        .filter(it -> name.equals(oracle.customer(it.customer())))
                        .toList(),
                oracle.inForce(company.contracts()).stream()
                        .filter(it -> name.equals(oracle.customer(it.customer())))
                        .toList());
    }

    private static void add(Map<String, List<Entry>> parts, String group, Entry entry) {
        parts.computeIfAbsent(group + "|" + entry.kind() + "|" + entry.activity(), name -> new ArrayList<>())
                .add(entry);
    }

    /** {@code month|amount} of everything that was shared among customers, by month and amount. */
    public List<String> shared() {
        return entries.stream()
                .filter(entry -> entry.customer() != null && entry.entry().equals("shared"))
                .sorted(Comparator.comparing(Entry::month).thenComparing(Entry::amount))
                .map(entry -> entry.month() + "-01|" + Plain.amount(entry.amount()))
                .toList();
    }

    /** {@code period|setting|group|customers|still here|complaints|complainers} of customers of a year, followed through the period alone. */
    public List<String> change(Span span) {
        Map<String, long[]> groups = new TreeMap<>();
        Set<String> names = new HashSet<>();
        oracle.customerPeriods("month").forEach(row -> names.add(row.customer()));
        for (String name : names) {
            LocalDate from = span.startsOn();
            if (flag(name, from.minusMonths(12), CustomerPeriod::opening)
                    && flag(name, from, CustomerPeriod::opening)) {
                BigDecimal before = served(name, from.minusMonths(12), from.minusMonths(6));
                BigDecimal after = served(name, from.minusMonths(6), from);
                long complaints = tickets.stream()
                        .filter(ticket -> ticket.kind().equals("complaint")
                                && name.equals(oracle.customer(ticket.customer()))
                                && inside(YearMonth.from(ticket.on()), span))
                        .count();
                boolean contract = month(name, from.minusMonths(1))
                        .filter(row -> row.recurring().signum() > 0)
                        .isPresent();
                long[] of = groups.computeIfAbsent(
                        (contract ? "contract|" : "no contract|") + group(before, after), key -> new long[4]);
                of[0]++;
                of[1] += flag(name, span.endsOn().minusMonths(1), CustomerPeriod::closing) ? 1 : 0;
                of[2] += complaints;
                of[3] += complaints > 0 ? 1 : 0;
            }
        }
        List<String> lines = new ArrayList<>();
        for (String setting : List.of("contract", "no contract")) {
            for (String group : List.of("fell", "same", "rose", "none")) {
                long[] of = groups.get(setting + "|" + group);
                if (of != null) {
                    lines.add(
                            "%s|%s|%s|%d|%d|%d|%d".formatted(span.name(), setting, group, of[0], of[1], of[2], of[3]));
                }
            }
        }
        return lines;
    }

    private static String group(BigDecimal before, BigDecimal after) {
        if (before.signum() == 0 && after.signum() == 0) {
            return "none";
        }
        if (after.compareTo(before.multiply(new BigDecimal("0.9"))) < 0) {
            return "fell";
        }
        return after.compareTo(before.multiply(new BigDecimal("1.1"))) > 0 ? "rose" : "same";
    }

    private BigDecimal served(String name, LocalDate from, LocalDate until) {
        return sum(
                entries,
                entry -> name.equals(entry.customer())
                        && entry.kind().equals("serve")
                        && !entry.month().atDay(1).isBefore(from)
                        && entry.month().atDay(1).isBefore(until));
    }

    private boolean flag(String name, LocalDate month, ToIntFunction<CustomerPeriod> of) {
        return month(name, month).filter(row -> of.applyAsInt(row) == 1).isPresent();
    }

    private Optional<CustomerPeriod> month(String name, LocalDate month) {
        return oracle.customerPeriods("month").stream()
                .filter(row -> row.customer().equals(name) && row.startsOn().equals(month))
                .findFirst();
    }

    private static boolean inside(YearMonth month, Span span) {
        return !month.atDay(1).isBefore(span.startsOn()) && month.atDay(1).isBefore(span.endsOn());
    }

    private static BigDecimal sum(List<Entry> entries, Predicate<Entry> wanted) {
        return entries.stream().filter(wanted).map(Entry::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
