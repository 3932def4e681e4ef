package io.customerroom.testkit.oracle;

import io.customerroom.testkit.company.Contract;
import io.customerroom.testkit.company.Purchase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Purchases and contracts that belong to the company's revenue and to nobody's ledger row; {@code lines} counts purchases. */
public record UnknownPeriod(
        String grain,
        String period,
        @Nullable String site,
        long lines,
        BigDecimal revenue,
        @Nullable BigDecimal costOfSales) {

    static List<UnknownPeriod> of(Span span, List<Purchase> bought, List<Contract> contracts, LocalDate through) {
        Set<@Nullable String> sites = new LinkedHashSet<>();
        bought.forEach(purchase -> sites.add(purchase.site()));
        contracts.forEach(contract -> sites.add(contract.site()));
        List<UnknownPeriod> rows = new ArrayList<>();
        for (@Nullable String site : sites) {
            Person nobody = new Person(
                    "nobody",
                    null,
                    site,
                    null,
                    bought.stream()
                            .filter(purchase -> Objects.equals(purchase.site(), site))
                            .toList(),
                    List.of(),
                    contracts.stream()
                            .filter(contract -> Objects.equals(contract.site(), site))
                            .toList(),
                    List.of(),
                    List.of());
            if (!nobody.purchasesIn(span).isEmpty() || Revenue.hasContractMonth(nobody, span, through)) {
                rows.add(new UnknownPeriod(
                        span.grain(),
                        span.name(),
                        site,
                        nobody.purchasesIn(span).size(),
                        Revenue.of(nobody, span, through),
                        CostOfSales.of(nobody, span, through)));
            }
        }
        return rows;
    }
}
