package io.customerroom.testkit.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What became of the customers of a period's end, by following each of them to the last month known. */
public final class Followed {

    private static final int TENTHS = 10;

    private final Oracle oracle;
    private final List<CustomerPeriod> months;

    public Followed(Oracle oracle) {
        this.oracle = oracle;
        this.months = oracle.customerPeriods("month");
    }

    /** {@code period|segment|tenth|tenure|customers|active|known|contribution}, in no order. */
    public List<String> strata(Span span) {
        List<CustomerPeriod> here = new ArrayList<>(oracle.customerPeriods(span.grain()).stream()
                .filter(row -> row.period().equals(span.name()) && row.closing() == 1)
                .toList());
        here.sort(Comparator.comparing(CustomerPeriod::value).reversed().thenComparing(CustomerPeriod::customer));
        Map<String, List<@Nullable BigDecimal>> money = new TreeMap<>();
        Map<String, Integer> active = new TreeMap<>();
        for (int place = 0; place < here.size(); place++) {
            CustomerPeriod row = here.get(place);
            String stratum = "%s|%s|%d|%s"
                    .formatted(
                            span.name(),
                            Objects.requireNonNullElse(row.segment(), "no segment"),
                            tenth(place, here.size()),
                            tenure(row.customer(), span.endsOn()));
            List<CustomerPeriod> after = months.stream()
                    .filter(month -> month.customer().equals(row.customer()))
                    .filter(month -> !month.startsOn().isBefore(span.endsOn()))
                    .toList();
            money.computeIfAbsent(stratum, name -> new ArrayList<>()).add(contribution(after));
            LocalDate last = oracle.through().withDayOfMonth(1);
            active.merge(
                    stratum,
                    after.stream()
                            .filter(month -> month.startsOn().equals(last))
                            .mapToInt(CustomerPeriod::closing)
                            .sum(),
                    Integer::sum);
        }
        List<String> lines = new ArrayList<>();
        money.forEach((stratum, amounts) -> {
            List<BigDecimal> known = new ArrayList<>();
            for (BigDecimal amount : amounts) {
                if (amount != null) {
                    known.add(amount);
                }
            }
            lines.add("%s|%d|%d|%d|%s"
                    .formatted(
                            stratum,
                            amounts.size(),
                            active.get(stratum),
                            known.size(),
                            known.isEmpty()
                                    ? ""
                                    : Plain.amount(known.stream().reduce(BigDecimal.ZERO, BigDecimal::add))));
        });
        return lines;
    }

    /** Of 23 customers the first three tenths have three, the others two. */
    private static int tenth(int place, int customers) {
        int larger = customers % TENTHS;
        int size = customers / TENTHS;
        int before = larger * (size + 1);
        return place < before ? place / (size + 1) + 1 : larger + (place - before) / size + 1;
    }

    private String tenure(String customer, LocalDate end) {
        LocalDate first = oracle.spells().stream()
                .filter(spell -> spell.customer().equals(customer) && spell.number() == 1)
                .map(Spell::startedOn)
                .findFirst()
                .orElseThrow();
        return first.isAfter(end.minusDays(365))
                ? "up to a year"
                : first.isAfter(end.minusDays(1095)) ? "up to three years" : "longer";
    }

    private static @Nullable BigDecimal contribution(List<CustomerPeriod> after) {
        BigDecimal sum = BigDecimal.ZERO;
        for (CustomerPeriod month : after) {
            if (month.contribution() == null) {
                return null;
            }
            sum = sum.add(month.contribution());
        }
        return sum;
    }
}
