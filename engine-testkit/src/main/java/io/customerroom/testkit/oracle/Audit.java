package io.customerroom.testkit.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who bought how often for how much, by walking through the months of one customer after the other. What contracts bring is left out. */
public final class Audit {

    private final List<CustomerPeriod> months;

    public Audit(Oracle oracle) {
        this.months = oracle.customerPeriods("month");
    }

    /** @param margin null where a cost is not known, or a contract is mixed in */
    private record Buyer(
            String name,
            long orders,
            BigDecimal revenue,
            @Nullable BigDecimal margin) {

        static final Buyer NOBODY = new Buyer("", 0, BigDecimal.ZERO, BigDecimal.ZERO);

        Buyer and(CustomerPeriod month) {
            BigDecimal cost = month.costOfSales();
            return new Buyer(
                    month.customer(),
                    orders + month.orders(),
                    revenue.add(month.revenue()).subtract(month.recurring()),
                    margin == null || cost == null || month.recurring().signum() != 0
                            ? null
                            : margin.add(month.revenue()).subtract(cost));
        }
    }

    private TreeMap<String, Buyer> all(LocalDate from, LocalDate endsOn) {
        TreeMap<String, Buyer> all = new TreeMap<>();
        for (CustomerPeriod month : months) {
            if (!month.startsOn().isBefore(from) && month.startsOn().isBefore(endsOn)) {
                all.put(
                        month.customer(),
                        all.getOrDefault(month.customer(), Buyer.NOBODY).and(month));
            }
        }
        return all;
    }

    /**
     * {@code period|customers|orders|revenue|mean of the customers' values per order|with margin|its revenue|margin|without order|their revenue}; the mean with
     * six decimals, and no line for a period in which nobody bought or returned.
     */
    public List<String> period(Span span) {
        List<Buyer> moved = all(span.endsOn().minusMonths(12), span.endsOn()).values().stream()
                .filter(buyer -> buyer.orders() > 0 || buyer.revenue().signum() != 0)
                .toList();
        List<Buyer> buyers = only(moved, buyer -> buyer.orders() > 0);
        List<Buyer> others = only(moved, buyer -> buyer.orders() == 0);
        List<Buyer> known = only(buyers, buyer -> buyer.margin() != null);
        if (moved.isEmpty()) {
            return List.of();
        }
        BigDecimal means = BigDecimal.ZERO;
        for (Buyer buyer : buyers) {
            means = means.add(buyer.revenue().divide(BigDecimal.valueOf(buyer.orders()), 20, RoundingMode.HALF_UP));
        }
        return List.of("%s|%d|%d|%s|%s|%d|%s|%s|%d|%s"
                .formatted(
                        span.name(),
                        buyers.size(),
                        buyers.stream().mapToLong(Buyer::orders).sum(),
                        Plain.amount(revenue(buyers)),
                        buyers.isEmpty()
                                ? "undefined"
                                : means.divide(BigDecimal.valueOf(buyers.size()), 6, RoundingMode.HALF_UP)
                                        .stripTrailingZeros()
                                        .toPlainString(),
                        known.size(),
                        Plain.amount(revenue(known)),
                        known.isEmpty()
                                ? ""
                                : Plain.amount(known.stream()
                                        .map(buyer -> Objects.requireNonNull(buyer.margin()))
                                        .reduce(BigDecimal.ZERO, BigDecimal::add)),
                        others.size(),
                        Plain.amount(revenue(others))));
    }

    /** {@code period|cut|part|customers|revenue|highest|lowest}: tenths of the customers, bands of orders, tenths by profit, tenths of the revenue. */
    public List<String> tenths(Span span) {
        List<Buyer> ranked = only(
                        new ArrayList<>(all(span.endsOn().minusMonths(12), span.endsOn())
                                .values()),
                        buyer -> buyer.orders() > 0)
                .stream()
                .sorted(Comparator.comparing(Buyer::revenue).reversed())
                .toList();
        BigDecimal total = revenue(ranked);
        TreeMap<String, List<Buyer>> cuts = new TreeMap<>();
        BigDecimal above = BigDecimal.ZERO;
        for (int place = 0; place < ranked.size(); place++) {
            Buyer buyer = ranked.get(place);
            put(cuts, "customers|%02d", place * 10 / ranked.size() + 1, buyer);
            put(cuts, "orders|%02d", band(buyer.orders()), buyer);
            if (total.signum() > 0) {
                int tenth = above.multiply(BigDecimal.TEN)
                        .divide(total, 0, RoundingMode.FLOOR)
                        .intValue();
                put(cuts, "revenue|%02d", Math.clamp(tenth, 0, 9) + 1, buyer);
            }
            above = above.add(buyer.revenue());
        }
        List<Buyer> earned = only(ranked, buyer -> buyer.margin() != null).stream()
                .sorted(Comparator.comparing((Buyer buyer) -> Objects.requireNonNull(buyer.margin()))
                        .reversed())
                .toList();
        for (int place = 0; place < earned.size(); place++) {
            put(cuts, "profit|%02d", place * 10 / earned.size() + 1, earned.get(place));
        }
        List<String> lines = new ArrayList<>();
        cuts.forEach((name, buyers) -> lines.add("%s|%s|%d|%s|%s|%s"
                .formatted(
                        span.name(),
                        words(name),
                        buyers.size(),
                        Plain.amount(revenue(buyers)),
                        Plain.amount(counted(name, buyers.getFirst())),
                        Plain.amount(counted(name, buyers.getLast())))));
        return lines;
    }

    private static @Nullable BigDecimal counted(String name, Buyer buyer) {
        return name.startsWith("profit") ? buyer.margin() : buyer.revenue();
    }

    private static void put(TreeMap<String, List<Buyer>> cuts, String name, int ordinal, Buyer buyer) {
        cuts.computeIfAbsent(name.formatted(ordinal), part -> new ArrayList<>()).add(buyer);
    }

    private static int band(long orders) {
        return orders <= 3 ? (int) orders : orders <= 5 ? 4 : orders <= 10 ? 5 : orders <= 20 ? 6 : 7;
    }

    private static String words(String name) {
        int bar = name.indexOf('|');
        int ordinal = Integer.parseInt(name.substring(bar + 1));
        String part = name.startsWith("orders")
                ? List.of("1", "2", "3", "4 to 5", "6 to 10", "11 to 20", "over 20")
                        .get(ordinal - 1)
                : ordinal + " of 10";
        return name.substring(0, bar) + "|" + part;
    }

    /** {@code cohort|period|gained|customers|orders|revenue|with margin|margin|without order|their revenue}, by period and cohort. */
    public List<String> cohorts(Span span, List<Span> all) {
        TreeMap<String, Span> cohortOf = new TreeMap<>();
        for (CustomerPeriod month : months) {
            if (month.orders() > 0) {
                Span of = all.stream()
                        .filter(it -> it.contains(month.startsOn()))
                        .findFirst()
                        .orElseThrow();
                cohortOf.merge(month.customer(), of, (a, b) -> a.startsOn().isBefore(b.startsOn()) ? a : b);
            }
        }
        TreeMap<String, List<Buyer>> cohorts = new TreeMap<>();
        all(span.startsOn(), span.endsOn()).values().stream()
                .filter(buyer -> cohortOf.containsKey(buyer.name()))
                .filter(buyer -> !Objects.requireNonNull(cohortOf.get(buyer.name()))
                        .startsOn()
                        .isAfter(span.startsOn()))
                .filter(buyer -> buyer.orders() > 0 || buyer.revenue().signum() != 0)
                .forEach(buyer -> cohorts.computeIfAbsent(
                                Objects.requireNonNull(cohortOf.get(buyer.name()))
                                        .name(),
                                name -> new ArrayList<>())
                        .add(buyer));
        List<String> lines = new ArrayList<>();
        cohorts.forEach((cohort, moved) -> {
            List<Buyer> buyers = only(moved, buyer -> buyer.orders() > 0);
            List<Buyer> others = only(moved, buyer -> buyer.orders() == 0);
            List<Buyer> known = only(buyers, buyer -> buyer.margin() != null);
            lines.add("%s|%s|%d|%d|%d|%s|%d|%s|%d|%s"
                    .formatted(
                            cohort,
                            span.name(),
                            cohortOf.values().stream()
                                    .filter(it -> it.name().equals(cohort))
                                    .count(),
                            buyers.size(),
                            buyers.stream().mapToLong(Buyer::orders).sum(),
                            Plain.amount(revenue(buyers)),
                            known.size(),
                            known.isEmpty() ? "" : Plain.amount(margin(known)),
                            others.size(),
                            Plain.amount(revenue(others))));
        });
        return lines;
    }

    private static BigDecimal margin(List<Buyer> known) {
        return known.stream()
                .map(buyer -> Objects.requireNonNull(buyer.margin()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * {@code period|bought in|orders moved|value moved|customers|orders before|orders now|before|after}, in the order of these names; then of those with
     * known margin the customers, orders, revenue and margin before, and the same now.
     */
    public List<String> change(Span span) {
        TreeMap<String, Buyer> before =
                all(span.endsOn().minusMonths(24), span.endsOn().minusMonths(12));
        TreeMap<String, Buyer> now = all(span.endsOn().minusMonths(12), span.endsOn());
        TreeMap<String, List<Buyer>> sides = new TreeMap<>();
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            Buyer was = before.getOrDefault(name, Buyer.NOBODY);
            Buyer is = now.getOrDefault(name, Buyer.NOBODY);
            if (was.orders() + is.orders() > 0
                    || was.revenue().signum() != 0
                    || is.revenue().signum() != 0) {
                sides.computeIfAbsent(moved(was, is), cell -> new ArrayList<>()).addAll(List.of(was, is));
            }
        }
        List<String> lines = new ArrayList<>();
        sides.forEach((cell, pairs) -> {
            List<Buyer> was = new ArrayList<>();
            List<Buyer> is = new ArrayList<>();
            for (int i = 0; i < pairs.size(); i += 2) {
                was.add(pairs.get(i));
                is.add(pairs.get(i + 1));
            }
            lines.add("%s|%s|%d|%d|%d|%s|%s|%s|%s"
                    .formatted(
                            span.name(),
                            cell,
                            was.size(),
                            was.stream().mapToLong(Buyer::orders).sum(),
                            is.stream().mapToLong(Buyer::orders).sum(),
                            Plain.amount(revenue(was)),
                            Plain.amount(revenue(is)),
                            known(was),
                            known(is)));
        });
        return lines;
    }

    private static String known(List<Buyer> side) {
        List<Buyer> known = only(side, buyer -> buyer.orders() > 0 && buyer.margin() != null);
        return "%d|%d|%s|%s"
                .formatted(
                        known.size(),
                        known.stream().mapToLong(Buyer::orders).sum(),
                        Plain.amount(revenue(known)),
                        Plain.amount(margin(known)));
    }

    private static String moved(Buyer was, Buyer is) {
        if (was.orders() > 0 && is.orders() > 0) {
            return "both|%s|%s"
                    .formatted(
                            direction(Long.compare(is.orders(), was.orders())),
                            direction(is.revenue()
                                    .multiply(BigDecimal.valueOf(was.orders()))
                                    .compareTo(was.revenue().multiply(BigDecimal.valueOf(is.orders())))));
        }
        return was.orders() > 0 ? "only before||" : is.orders() > 0 ? "only now||" : "no order||";
    }

    private static String direction(int sign) {
        return sign > 0 ? "up" : sign < 0 ? "down" : "same";
    }

    private static BigDecimal revenue(List<Buyer> buyers) {
        return buyers.stream().map(Buyer::revenue).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Buyer> only(List<Buyer> buyers, Predicate<Buyer> which) {
        return buyers.stream().filter(which).toList();
    }
}
