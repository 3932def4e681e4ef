package io.customerroom.demo;

import io.customerroom.demo.truth.Truth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Counts who came in which month, and what they brought in it, as a ledger does that knows of each link between a card and a contract: contracts in force at the
 * month's end with their monthly price, and all that was bought. Reads the books along, person by person.
 */
final class Newcomers implements Consumer<Entry> {

    private final Plan plan;
    private final Truth.Newcomers[] months;
    private final Map<String, Customer> customers = new HashMap<>();
    private Optional<Person> current = Optional.empty();
    private boolean linked;

    /** One id of a person, or both where the company knows that they are one. */
    private static final class Customer {
        private LocalDate first = LocalDate.MAX;
        private final List<Contract> contracts = new ArrayList<>();
        private final Map<LocalDate, Long> cents = new TreeMap<>();
    }

    Newcomers(Plan plan) {
        this.plan = plan;
        months = new Truth.Newcomers[plan.settings().months()];
        for (int month = 0; month < months.length; month++) {
            months[month] = new Truth.Newcomers(0, 0, 0);
        }
    }

    @Override
    public void accept(Entry entry) {
        switch (entry) {
            case Entry.Registered it -> {
                if (!current.equals(Optional.of(it.person()))) {
                    close();
                    current = Optional.of(it.person());
                }
            }
            case Entry.Contracted it -> {
                Customer customer = of(it.person().contractId());
                customer.first = earlier(customer.first, it.contract().startedOn());
                customer.contracts.add(it.contract());
            }
            case Entry.Sold it ->
                it.customer().map(this::of).ifPresent(customer -> {
                    if (it.quantity() > 0) {
                        customer.first = earlier(customer.first, it.day());
                    }
                    customer.cents.merge(it.day(), (long) it.cents(), Long::sum);
                });
            case Entry.Linked _ -> linked = true;
            default -> {}
        }
    }

    /** Of every month of the history. */
    List<Truth.Newcomers> told() {
        close();
        return List.of(months);
    }

    private Customer of(String id) {
        return customers.computeIfAbsent(id, it -> new Customer());
    }

    private void close() {
        if (linked) {
            Customer one = new Customer();
            for (Customer part : customers.values()) {
                one.first = earlier(one.first, part.first);
                one.contracts.addAll(part.contracts);
                part.cents.forEach((day, cents) -> one.cents.merge(day, cents, Long::sum));
            }
            count(one);
        } else {
            customers.values().forEach(this::count);
        }
        customers.clear();
        linked = false;
    }

    private void count(Customer customer) {
        if (customer.first.equals(LocalDate.MAX) || !plan.inside(customer.first)) {
            return;
        }
        int month = plan.monthOf(customer.first);
        LocalDate last = plan.month(month + 1).minusDays(1);
        double cents = customer.cents.entrySet().stream()
                .filter(day -> !day.getKey().isBefore(plan.month(month))
                        && !day.getKey().isAfter(last))
                .mapToLong(Map.Entry::getValue)
                .sum();
        for (Contract contract : customer.contracts) {
            boolean ended = contract.endedOn()
                    .filter(day -> !day.isAfter(last) && !day.isAfter(plan.lastDay()))
                    .isPresent();
            if (!contract.startedOn().isAfter(last) && !ended) {
                cents += (double) contract.cents() / contract.billingMonths();
            }
        }
        months[month] = months[month].and(cents);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
