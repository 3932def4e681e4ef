package io.customerroom.testkit.oracle;

import io.customerroom.testkit.company.Contract;
import io.customerroom.testkit.company.Cost;
import io.customerroom.testkit.company.Purchase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One customer with everything that is known of it. */
record Person(
        String customer,
        @Nullable String segment,
        @Nullable String site,
        @Nullable String channel,
        List<Purchase> purchases,
        List<Purchase> qualifying,
        List<Contract> contracts,
        List<Cost> costs,
        List<Spell> spells) {

    boolean active(LocalDate day) {
        return spells.stream().anyMatch(spell -> spell.covers(day));
    }

    List<Purchase> purchasesIn(Span span) {
        return purchases.stream()
                .filter(purchase -> span.contains(purchase.on()))
                .toList();
    }

    List<Purchase> qualifyingIn(Span span) {
        return qualifying.stream()
                .filter(purchase -> span.contains(purchase.on()))
                .toList();
    }

    BigDecimal costs(Span span, String kind) {
        return costs.stream()
                .filter(cost -> cost.kind().equals(kind) && span.contains(cost.on()))
                .map(Cost::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    boolean hasCosts(Span span) {
        return costs.stream().anyMatch(cost -> span.contains(cost.on()));
    }

    BigDecimal recurring(LocalDate day) {
        return sum(contract -> contract.inForce(day));
    }

    private BigDecimal sum(Predicate<Contract> which) {
        return contracts.stream().filter(which).map(Contract::monthly).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
