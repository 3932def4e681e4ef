package io.customerroom.testkit.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The best fifth of the customers who are here at a period's end, by walking down the list of what each left in twelve months. */
public final class Best {

    private final Oracle oracle;
    private final Earning earning;

    public Best(Oracle oracle) {
        this.oracle = oracle;
        this.earning = new Earning(oracle);
    }

    /** {@code period|part|customers|contribution of those here|contribution before}, parts by name. */
    public List<String> lines(String grain) {
        List<String> lines = new ArrayList<>();
        Optional<Span> before = Optional.empty();
        for (Span span : oracle.periods(grain)) {
            lines.addAll(lines(span, before));
            before = Optional.of(span);
        }
        return lines;
    }

    /** The best of one period, in their order. */
    public List<String> names(Span span) {
        return names(best(here(span)));
    }

    private List<String> lines(Span span, Optional<Span> before) {
        List<Earning.Customer> now = here(span);
        List<Earning.Customer> then = before.map(this::here).orElse(List.of());
        List<String> bestNow = names(best(now));
        List<String> bestThen = names(best(then));
        Map<String, List<String>> parts = new TreeMap<>();
        for (Earning.Customer customer : now) {
            String name = customer.name();
            String part = bestNow.contains(name)
                    ? bestThen.contains(name) ? "stayed" : names(then).contains(name) ? "climbed" : "came"
                    : bestThen.contains(name) ? "fell" : customer.contribution() == null ? "without-cost" : "others";
            parts.computeIfAbsent(part, it -> new ArrayList<>()).add(name);
        }
        for (String name : bestThen) {
            if (!names(now).contains(name)) {
                parts.computeIfAbsent("left", it -> new ArrayList<>()).add(name);
            }
        }
        List<String> lines = new ArrayList<>();
        parts.forEach((part, names) -> lines.add(
                "%s|%s|%d|%s|%s".formatted(span.name(), part, names.size(), sum(names, now), sum(names, then))));
        return lines;
    }

    private List<Earning.Customer> here(Span span) {
        List<String> here = oracle.customerPeriods(span.grain()).stream()
                .filter(row -> row.period().equals(span.name()) && row.closing() == 1)
                .map(CustomerPeriod::customer)
                .toList();
        return earning.ranked(span.endsOn().minusMonths(12), span.endsOn()).stream()
                .filter(customer -> here.contains(customer.name()))
                .toList();
    }

    /** One in five, rounded up, and whoever ties with the last of them; nobody who brings nothing. */
    private static List<Earning.Customer> best(List<Earning.Customer> here) {
        List<Earning.Customer> known = here.stream()
                .filter(customer -> customer.contribution() != null)
                .toList();
        List<Earning.Customer> fifth = known.stream()
                .limit((known.size() + 4) / 5)
                .filter(customer -> contribution(customer).signum() > 0)
                .toList();
        return known.stream()
                .filter(customer ->
                        !fifth.isEmpty() && contribution(customer).compareTo(contribution(fifth.getLast())) >= 0)
                .toList();
    }

    private static List<String> names(List<Earning.Customer> customers) {
        return customers.stream().map(Earning.Customer::name).collect(Collectors.toList());
    }

    /** Nothing where nobody of them has a contribution that is known. */
    private static String sum(List<String> names, List<Earning.Customer> among) {
        return among.stream()
                .filter(customer -> names.contains(customer.name()) && customer.contribution() != null)
                .map(Best::contribution)
                .reduce(BigDecimal::add)
                .map(Plain::amount)
                .orElse("");
    }

    private static BigDecimal contribution(Earning.Customer customer) {
        return Objects.requireNonNull(customer.contribution());
    }
}
