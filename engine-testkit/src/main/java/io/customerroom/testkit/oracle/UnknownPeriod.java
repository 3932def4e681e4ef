package io.customerroom.testkit.oracle;

import io.customerroom.testkit.company.Purchase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Purchases that belong to the company's revenue and to nobody's ledger row. */
public record UnknownPeriod(
        String grain,
        String period,
        @Nullable String site,
        long lines,
        BigDecimal revenue,
        @Nullable BigDecimal costOfSales) {

    static List<UnknownPeriod> of(Span span, List<Purchase> unknown) {
        List<Purchase> inside = unknown.stream()
                .filter(purchase -> span.contains(purchase.on()))
                .toList();
        Set<@Nullable String> sites = new LinkedHashSet<>();
        inside.forEach(purchase -> sites.add(purchase.site()));
        List<UnknownPeriod> rows = new ArrayList<>();
        for (@Nullable String site : sites) {
            rows.add(row(
                    span,
                    site,
                    inside.stream()
                            .filter(purchase -> Objects.equals(purchase.site(), site))
                            .toList()));
        }
        return rows;
    }

    private static UnknownPeriod row(Span span, @Nullable String site, List<Purchase> lines) {
        BigDecimal revenue = BigDecimal.ZERO;
        @Nullable BigDecimal cost = BigDecimal.ZERO;
        for (Purchase line : lines) {
            revenue = revenue.add(line.amount());
            cost = cost == null || line.cost() == null ? null : cost.add(line.cost());
        }
        return new UnknownPeriod(span.grain(), span.name(), site, lines.size(), revenue, cost);
    }
}
