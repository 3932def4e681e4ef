package io.customerroom.testkit.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who earns and who costs, by walking through the customers one after the other. Over the twelve months up to a period's end a customer's contribution is the sum
 * of its months; it is not known when it is not known in one of them.
 */
public final class Earning {

    private final List<CustomerPeriod> months;

    public Earning(Oracle oracle) {
        this.months = oracle.customerPeriods("month");
    }

    /** @param contribution null where a cost is not known */
    public record Customer(
            String name,
            @Nullable String segment,
            @Nullable String site,
            @Nullable String channel,
            BigDecimal revenue,
            BigDecimal serve,
            @Nullable BigDecimal contribution) {}

    /** Best first; those whose contribution is not known are last. */
    public List<Customer> ranked(LocalDate from, LocalDate endsOn) {
        Map<String, Customer> customers = new LinkedHashMap<>();
        for (CustomerPeriod month : months) {
            if (!month.startsOn().isBefore(from) && month.startsOn().isBefore(endsOn)) {
                Customer before = customers.getOrDefault(
                        month.customer(),
                        new Customer(
                                month.customer(),
                                month.segment(),
                                month.site(),
                                month.channel(),
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                BigDecimal.ZERO));
                customers.put(month.customer(), added(before, month));
            }
        }
        List<Customer> ranked = new ArrayList<>(customers.values());
        ranked.sort(Comparator.comparing(
                        Customer::contribution, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()))
                .thenComparing(Customer::name));
        return ranked;
    }

    private static Customer added(Customer before, CustomerPeriod month) {
        return new Customer(
                before.name(),
                before.segment(),
                before.site(),
                before.channel(),
                before.revenue().add(month.revenue()),
                before.serve().add(month.costToServe()),
                before.contribution() == null || month.contribution() == null
                        ? null
                        : before.contribution().add(month.contribution()));
    }

    /** {@code place|customers|earning|below zero|without cost|cumulative}: every point of the curve of a company too small to leave one out. */
    public List<String> whale(Span span) {
        List<Customer> ranked = ranked(span.endsOn().minusMonths(12), span.endsOn());
        List<Customer> known = known(ranked);
        long earning = known.stream()
                .filter(customer -> contribution(customer).signum() > 0)
                .count();
        long below = known.stream()
                .filter(customer -> contribution(customer).signum() < 0)
                .count();
        List<String> points = new ArrayList<>();
        BigDecimal cumulative = BigDecimal.ZERO;
        for (Customer customer : known) {
            cumulative = cumulative.add(contribution(customer));
            points.add("%s|%d|%d|%d|%d|%d|%s"
                    .formatted(
                            span.name(),
                            points.size() + 1,
                            known.size(),
                            earning,
                            below,
                            ranked.size() - known.size(),
                            Plain.amount(cumulative)));
        }
        return points;
    }

    /** {@code period|customers|contribution} of those below zero in the twelve months. */
    public String losses(Span span) {
        List<BigDecimal> below = known(ranked(span.endsOn().minusMonths(12), span.endsOn())).stream()
                .map(Earning::contribution)
                .filter(it -> it.signum() < 0)
                .toList();
        return "%s|%d|%s"
                .formatted(
                        span.name(),
                        below.size(),
                        Plain.amount(below.stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
    }

    /** {@code group|customers|revenue|cost to serve|contribution}, best first; contribution is empty where it is not known. */
    public List<String> groups(Span span, int parts) {
        List<Customer> ranked = ranked(span.endsOn().minusMonths(12), span.endsOn());
        List<Customer> above = known(ranked).stream()
                .filter(customer -> contribution(customer).signum() >= 0)
                .toList();
        Map<String, List<Customer>> groups = new LinkedHashMap<>();
        for (Customer customer : ranked) {
            groups.computeIfAbsent(group(customer, above, parts), name -> new ArrayList<>())
                    .add(customer);
        }
        List<String> lines = new ArrayList<>();
        groups.forEach((name, customers) -> lines.add("%s|%s|%d|%s|%s|%s"
                .formatted(
                        span.name(),
                        name,
                        customers.size(),
                        Plain.amount(
                                customers.stream().map(Customer::revenue).reduce(BigDecimal.ZERO, BigDecimal::add)),
                        Plain.amount(customers.stream().map(Customer::serve).reduce(BigDecimal.ZERO, BigDecimal::add)),
                        name.equals("cost not known")
                                ? ""
                                : Plain.amount(customers.stream()
                                        .map(Earning::contribution)
                                        .reduce(BigDecimal.ZERO, BigDecimal::add)))));
        return lines;
    }

    /** {@code period|name|customers|cost to serve|contribution|customers without cost} of the twelve months, by segment, site or channel. */
    public List<String> split(Span span, Function<Customer, @Nullable String> trait) {
        Map<String, List<Customer>> parts = new TreeMap<>();
        for (Customer customer : ranked(span.endsOn().minusMonths(12), span.endsOn())) {
            parts.computeIfAbsent(Objects.requireNonNullElse(trait.apply(customer), ""), name -> new ArrayList<>())
                    .add(customer);
        }
        List<String> lines = new ArrayList<>();
        parts.forEach((name, customers) -> {
            List<Customer> known = known(customers);
            lines.add("%s|%s|%d|%s|%s|%d"
                    .formatted(
                            span.name(),
                            name,
                            known.size(),
                            Plain.amount(known.stream().map(Customer::serve).reduce(BigDecimal.ZERO, BigDecimal::add)),
                            Plain.amount(
                                    known.stream().map(Earning::contribution).reduce(BigDecimal.ZERO, BigDecimal::add)),
                            customers.size() - known.size()));
        });
        return lines;
    }

    /**
     * {@code period|from group|to group|movement|customers|before|after|change}: twelve months to the period's end against the twelve before them, in the
     * order of the groups.
     */
    public List<String> migration(Span span, int parts) {
        List<Customer> before =
                ranked(span.endsOn().minusMonths(24), span.endsOn().minusMonths(12));
        List<Customer> after = ranked(span.endsOn().minusMonths(12), span.endsOn());
        Map<String, Long> customers = new TreeMap<>();
        Map<String, BigDecimal> sums = new TreeMap<>();
        Stream.concat(before.stream(), after.stream())
                .map(Customer::name)
                .distinct()
                .forEach(name -> {
                    String cell = "%s|%s".formatted(place(name, before, parts), place(name, after, parts));
                    customers.merge(cell, 1L, Long::sum);
                    sums.merge(cell + "<", money(name, before), BigDecimal::add);
                    sums.merge(cell + ">", money(name, after), BigDecimal::add);
                });
        List<String> order = new ArrayList<>();
        for (int i = 1; i <= parts; i++) {
            order.add(i + " of " + parts);
        }
        order.addAll(List.of("below zero", "cost not known", "no customer"));
        List<String> lines = new ArrayList<>();
        for (String from : order) {
            for (String to : order) {
                String cell = from + "|" + to;
                if (customers.containsKey(cell)) {
                    BigDecimal was = Objects.requireNonNull(sums.get(cell + "<"));
                    BigDecimal is = Objects.requireNonNull(sums.get(cell + ">"));
                    lines.add("%s|%s|%s|%d|%s|%s|%s"
                            .formatted(
                                    span.name(),
                                    cell,
                                    movement(order.indexOf(from), order.indexOf(to), order),
                                    customers.get(cell),
                                    Plain.amount(was),
                                    Plain.amount(is),
                                    Plain.amount(is.subtract(was))));
                }
            }
        }
        return lines;
    }

    private static String movement(int from, int to, List<String> order) {
        int unknown = order.indexOf("cost not known");
        int nobody = order.indexOf("no customer");
        if (from == unknown || to == unknown) {
            return "cost not known";
        }
        if (from == nobody) {
            return "came";
        }
        if (to == nobody) {
            return "went";
        }
        return to < from ? "up" : to > from ? "down" : "stayed";
    }

    private static String place(String name, List<Customer> ranked, int parts) {
        List<Customer> above = known(ranked).stream()
                .filter(customer -> contribution(customer).signum() >= 0)
                .toList();
        return ranked.stream()
                .filter(customer -> customer.name().equals(name))
                .findFirst()
                .map(customer -> group(customer, above, parts))
                .orElse("no customer");
    }

    private static BigDecimal money(String name, List<Customer> ranked) {
        return known(ranked).stream()
                .filter(customer -> customer.name().equals(name))
                .map(Earning::contribution)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    private static String group(Customer customer, List<Customer> above, int parts) {
        if (customer.contribution() == null) {
            return "cost not known";
        }
        int place = above.indexOf(customer);
        return place < 0 ? "below zero" : place * parts / above.size() + 1 + " of " + parts;
    }

    private static List<Customer> known(List<Customer> ranked) {
        return ranked.stream()
                .filter(customer -> customer.contribution() != null)
                .toList();
    }

    private static BigDecimal contribution(Customer customer) {
        return Objects.requireNonNull(customer.contribution());
    }
}
