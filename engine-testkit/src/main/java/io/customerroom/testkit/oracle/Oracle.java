package io.customerroom.testkit.oracle;

import io.customerroom.testkit.company.Company;
import io.customerroom.testkit.company.Contract;
import io.customerroom.testkit.company.Cost;
import io.customerroom.testkit.company.Customer;
import io.customerroom.testkit.company.Fact;
import io.customerroom.testkit.company.Purchase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers every question about a company by walking through its facts: slowly, and so plainly that it can be checked by reading.
 *
 * <p>It reads the facts known by {@code known} that happened up to and including the day {@code through}. Customer rows and links
 * describe who somebody is, so only {@code known} cuts them.
 */
public final class Oracle {

    private final Company company;
    private final LocalDate through;
    private final LocalDate first;
    private final List<Person> persons;
    private final List<Purchase> purchases;
    private final InForce inForce;
    /** Looking everybody up in every period is slow enough to be done once per grain. */
    private final Map<String, List<CustomerPeriod>> customerPeriods = new HashMap<>();

    public Oracle(Company company, Rules rules, LocalDate through, Instant known) {
        this.company = company;
        this.through = through;
        this.inForce = new InForce(company, through, known);
        this.purchases = inForce.upToThrough(company.purchases());
        this.first = firstDay();
        this.persons = everybody(rules);
    }

    /** The oracle of everything that was ever recorded. */
    public Oracle(Company company, Rules rules, LocalDate through) {
        this(company, rules, through, Instant.MAX);
    }

    public LocalDate through() {
        return through;
    }

    public List<Span> periods(String grain) {
        return Span.of(grain, company.fiscalYearStart(), first, through);
    }

    List<Person> persons() {
        return persons;
    }

    public List<Spell> spells() {
        return persons.stream().flatMap(person -> person.spells().stream()).toList();
    }

    /** One row per period and customer with a state or a value, by period, then by customer. */
    public List<CustomerPeriod> customerPeriods(String grain) {
        return customerPeriods.computeIfAbsent(grain, this::everybodysPeriods);
    }

    private List<CustomerPeriod> everybodysPeriods(String grain) {
        List<CustomerPeriod> rows = new ArrayList<>();
        for (Span span : periods(grain)) {
            for (Person person : persons) {
                new Judgement(person, span, through).row().ifPresent(rows::add);
            }
        }
        return List.copyOf(rows);
    }

    /** Opening, gained, regained, lost and closing of each period. */
    public List<CustomerMath> customerMath(String grain) {
        return periods(grain).stream()
                .map(span -> CustomerMath.of(
                        span.name(),
                        persons.stream()
                                .map(person -> new Judgement(person, span, through).counts())
                                .toList()))
                .toList();
    }

    public List<UnknownPeriod> unknownPeriods(String grain) {
        List<Purchase> bought = purchases.stream()
                .filter(purchase -> purchase.customer() == null)
                .toList();
        List<Contract> contracts = inForce.upToThrough(company.contracts()).stream()
                .filter(contract -> contract.customer() == null)
                .toList();
        return periods(grain).stream()
                .flatMap(span -> UnknownPeriod.of(span, bought, contracts, through).stream())
                .toList();
    }

    public Walls walls() {
        return new Walls(company, inForce, through);
    }

    /** Of these facts the ones that count under both clocks, in their last version. */
    public <F extends Fact> List<F> inForce(List<F> facts) {
        return inForce.upToThrough(facts);
    }

    /** Of rows that describe who somebody is, the last versions known. */
    public <F extends Fact> List<F> known(List<F> facts) {
        return inForce.latest(facts);
    }

    /** The one id that stands for all ids of a customer; null stays null. */
    public @Nullable String customer(@Nullable String id) {
        return inForce.customer(id);
    }

    private List<Person> everybody(Rules rules) {
        Map<String, List<Purchase>> bought = byOwner(purchases);
        Map<String, List<Contract>> contracts = byOwner(inForce.upToThrough(company.contracts()));
        Map<String, List<Cost>> costs = byOwner(inForce.upToThrough(company.costs()));
        Map<String, List<Customer>> customers = byOwner(inForce.latest(company.customers()));
        TreeSet<String> names = new TreeSet<>();
        Stream.of(bought, contracts, costs, customers).map(Map::keySet).forEach(names::addAll);
        return names.stream()
                .map(name -> person(
                        name,
                        rules,
                        customers.getOrDefault(name, List.of()),
                        bought.getOrDefault(name, List.of()),
                        contracts.getOrDefault(name, List.of()),
                        costs.getOrDefault(name, List.of())))
                .toList();
    }

    private Person person(
            String name,
            Rules rules,
            List<Customer> customers,
            List<Purchase> bought,
            List<Contract> contracts,
            List<Cost> costs) {
        Traits traits = Traits.of(customers, bought, contracts);
        List<Purchase> qualifying = bought.stream()
                .filter(purchase -> rules.qualifying().contains(purchase.kind()))
                .toList();
        List<Spell> spells = new Spells(qualifying, rules.lapseOf(traits.segment()), contracts).of(name);
        return new Person(
                name, traits.segment(), traits.site(), traits.channel(), bought, qualifying, contracts, costs, spells);
    }

    private <F extends Fact> Map<String, List<F>> byOwner(List<F> facts) {
        Map<String, List<F>> owned = new HashMap<>();
        for (F fact : facts) {
            String owner = inForce.customer(fact.customer());
            if (owner != null) {
                owned.computeIfAbsent(owner, name -> new ArrayList<>()).add(fact);
            }
        }
        return owned;
    }

    /** The first day on which anything happened; being told of a customer is no event. */
    private LocalDate firstDay() {
        return Stream.of(
                        purchases,
                        inForce.upToThrough(company.contracts()),
                        inForce.upToThrough(company.tickets()),
                        inForce.upToThrough(company.feedback()),
                        inForce.upToThrough(company.operations()),
                        inForce.upToThrough(company.departures()),
                        inForce.upToThrough(company.referrals()),
                        inForce.upToThrough(company.costs()))
                .flatMap(List::stream)
                .map(Fact::on)
                .min(Comparator.naturalOrder())
                .orElse(through);
    }
}
