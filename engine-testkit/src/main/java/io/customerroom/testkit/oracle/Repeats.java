package io.customerroom.testkit.oracle;

import io.customerroom.testkit.company.Company;
import io.customerroom.testkit.company.Purchase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** When customers bought: their days with a sale, counted one by one. */
public final class Repeats {

    private final Oracle oracle;
    private final Map<String, List<Purchase>> bought = new TreeMap<>();

    public Repeats(Oracle oracle, Company company) {
        this.oracle = oracle;
        for (Purchase purchase : oracle.inForce(company.purchases())) {
            String customer = oracle.customer(purchase.customer());
            if (customer != null) {
                bought.computeIfAbsent(customer, name -> new ArrayList<>()).add(purchase);
            }
        }
    }

    /** {@code period|segment|first_on|last_on|x|spend|sold|kept}, one line per customer with a sale by the period's end, in no order. */
    public List<String> states(String grain) {
        Map<String, String> segments = segments();
        List<String> lines = new ArrayList<>();
        for (Span span : oracle.periods(grain)) {
            bought.forEach((customer, all) -> {
                List<Purchase> known = all.stream()
                        .filter(purchase -> purchase.on().isBefore(span.endsOn()))
                        .toList();
                TreeSet<LocalDate> days = days(known);
                if (!days.isEmpty()) {
                    BigDecimal sold = sum(known, purchase -> purchase.kind().equals("sale"));
                    BigDecimal first = sum(
                            known,
                            purchase -> purchase.kind().equals("sale")
                                    && purchase.on().equals(days.first()));
                    lines.add("%s|%s|%s|%s|%d|%s|%s|%s"
                            .formatted(
                                    span.name(),
                                    segments.getOrDefault(customer, ""),
                                    days.first(),
                                    days.last(),
                                    days.size() - 1,
                                    Plain.amount(sold.subtract(first)),
                                    Plain.amount(sold),
                                    Plain.amount(sum(known, purchase -> true))));
                }
            });
        }
        return lines;
    }

    private Map<String, String> segments() {
        Map<String, String> segments = new TreeMap<>();
        for (CustomerPeriod month : oracle.customerPeriods("month")) {
            segments.put(month.customer(), month.segment() == null ? "" : month.segment());
        }
        return segments;
    }

    /**
     * {@code period|segment|move|standing|first_on|last_before|x_before|last_on|x|sold_before|sold}, one line per customer with a sale by the
     * period's end, in no order.
     */
    public List<String> moves(String grain) {
        Set<String> ends = new TreeSet<>();
        Map<String, String> segments = segments();
        for (CustomerPeriod month : oracle.customerPeriods("month")) {
            if (month.closing() == 1) {
                ends.add(month.startsOn().plusMonths(1) + " " + month.customer());
            }
        }
        List<String> lines = new ArrayList<>();
        for (Span span : oracle.periods(grain)) {
            bought.forEach((customer, all) -> {
                NavigableSet<LocalDate> known = days(all).headSet(span.endsOn(), false);
                if (!known.isEmpty()) {
                    NavigableSet<LocalDate> early = known.headSet(span.startsOn(), false);
                    boolean stood = ends.contains(span.startsOn() + " " + customer);
                    String standing = standing(span, customer);
                    lines.add("%s|%s|%s|%s|%s|%s|%s|%s|%d|%s|%s"
                            .formatted(
                                    span.name(),
                                    segments.getOrDefault(customer, ""),
                                    move(early, known, stood && standing.equals("not active")),
                                    standing,
                                    known.first(),
                                    early.isEmpty() ? "" : early.last(),
                                    early.isEmpty() ? "" : early.size() - 1,
                                    known.last(),
                                    known.size() - 1,
                                    Plain.amount(early.isEmpty() ? BigDecimal.ZERO : sold(all, span.startsOn())),
                                    Plain.amount(sold(all, span.endsOn()))));
                }
            });
        }
        return lines;
    }

    private String standing(Span span, String customer) {
        return oracle.customerPeriods(span.grain()).stream()
                .filter(row ->
                        row.period().equals(span.name()) && row.customer().equals(customer) && row.closing() == 1)
                .map(row -> row.recurring().signum() > 0 ? "under contract" : "active")
                .findFirst()
                .orElse("not active");
    }

    private static String move(NavigableSet<LocalDate> early, NavigableSet<LocalDate> known, boolean lost) {
        if (early.isEmpty()) {
            return "gained";
        }
        return lost ? "lost" : known.size() > early.size() ? "bought" : "silent";
    }

    private static BigDecimal sold(List<Purchase> all, LocalDate before) {
        return sum(
                all, purchase -> purchase.kind().equals("sale") && purchase.on().isBefore(before));
    }

    /** {@code period|customers|purchases}, of customers whose first sale came before a day. */
    public List<String> purchases(String grain, LocalDate before) {
        List<String> lines = new ArrayList<>();
        for (Span span : oracle.periods(grain)) {
            int customers = 0;
            int purchases = 0;
            for (List<Purchase> all : bought.values()) {
                TreeSet<LocalDate> days = days(all);
                if (days.isEmpty() || !days.first().isBefore(before)) {
                    continue;
                }
                long again = days.tailSet(days.first(), false).stream()
                        .filter(span::contains)
                        .count();
                customers += again > 0 ? 1 : 0;
                purchases += (int) again;
            }
            lines.add(span.name() + "|" + customers + "|" + purchases);
        }
        return lines;
    }

    private static TreeSet<LocalDate> days(List<Purchase> purchases) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Purchase purchase : purchases) {
            if (purchase.kind().equals("sale")) {
                days.add(purchase.on());
            }
        }
        return days;
    }

    private static BigDecimal sum(List<Purchase> purchases, Predicate<Purchase> which) {
        return purchases.stream().filter(which).map(Purchase::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
