package io.customerroom.testkit.oracle;

import io.customerroom.testkit.company.Company;
import io.customerroom.testkit.company.Contract;
import io.customerroom.testkit.company.Investment;
import io.customerroom.testkit.company.Purchase;
import io.customerroom.testkit.company.RandomQuality;
import io.customerroom.testkit.company.Touch;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who came, how they began and what winning them cost, and who of the best was touched when: one customer after the other. */
public final class Quality {

    private final Company company;
    private final RandomQuality more;
    private final Oracle oracle;
    private final List<CustomerPeriod> months;

    public Quality(Company company, RandomQuality more, Oracle oracle) {
        this.company = company;
        this.more = more;
        this.oracle = oracle;
        this.months = oracle.customerPeriods("month");
    }

    /** One who came. */
    public record Newcomer(
            String name,
            @Nullable String segment,
            @Nullable String site,
            @Nullable String channel,
            LocalDate since,
            @Nullable LocalDate until,
            BigDecimal firstValue,
            @Nullable String product) {}

    private List<Newcomer> came(Span span) {
        Map<String, Spell> first = new TreeMap<>();
        for (Spell spell : oracle.spells()) {
            first.merge(
                    spell.customer(), spell, (one, other) -> other.startedOn().isBefore(one.startedOn()) ? other : one);
        }
        List<Newcomer> came = new ArrayList<>();
        for (Spell spell : first.values()) {
            if (span.contains(spell.startedOn()) && !spell.startedOn().isAfter(oracle.through())) {
                CustomerPeriod month =
                        monthsFrom(spell.customer(), spell.startedOn(), 1).getFirst();
                came.add(new Newcomer(
                        spell.customer(),
                        month.segment(),
                        month.site(),
                        month.channel(),
                        spell.startedOn(),
                        spell.endedOn(),
                        month.revenue(),
                        product(spell.customer(), spell.startedOn())));
            }
        }
        return came;
    }

    private List<CustomerPeriod> monthsFrom(String customer, LocalDate since, int count) {
        YearMonth first = YearMonth.from(since);
        return months.stream()
                .filter(row -> row.customer().equals(customer))
                .filter(row -> !YearMonth.from(row.startsOn()).isBefore(first)
                        && YearMonth.from(row.startsOn()).isBefore(first.plusMonths(count)))
                .toList();
    }

    private @Nullable String product(String customer, LocalDate day) {
        Optional<Contract> contract = oracle.inForce(company.contracts()).stream()
                .filter(it -> customer.equals(oracle.customer(it.customer()))
                        && it.on().equals(day))
                .max(Comparator.comparing(Contract::amount)
                        .thenComparing(Comparator.comparing(Contract::source).reversed())
                        .thenComparing(Comparator.comparing(Contract::key).reversed()));
        if (contract.isPresent()) {
            return contract.get().product();
        }
        return oracle.inForce(company.purchases()).stream()
                .filter(it -> customer.equals(oracle.customer(it.customer()))
                        && it.on().equals(day))
                .filter(it -> it.kind().equals("sale"))
                .max(Comparator.comparing(Purchase::amount)
                        .thenComparing(Comparator.comparing(Purchase::source).reversed())
                        .thenComparing(Comparator.comparing(Purchase::key).reversed()))
                .map(Purchase::product)
                .orElse(null);
    }

    /** {@code period|part|customers|desired|not desired|neither|first value}; a rule that does not want somebody comes first. */
    public List<String> desired(
            String grain,
            Function<Newcomer, @Nullable String> part,
            Predicate<Newcomer> wanted,
            Predicate<Newcomer> unwanted) {
        return oracle.periods(grain).stream()
                .flatMap(span -> parts(came(span), part).entrySet().stream().map(entry -> {
                    List<Newcomer> all = entry.getValue();
                    long not = all.stream().filter(unwanted).count();
                    long yes =
                            all.stream().filter(unwanted.negate().and(wanted)).count();
                    return "%s|%s|%d|%d|%d|%d|%s"
                            .formatted(
                                    span.name(),
                                    entry.getKey(),
                                    all.size(),
                                    yes,
                                    not,
                                    all.size() - yes - not,
                                    Plain.amount(sum(all, Newcomer::firstValue)));
                }))
                .toList();
    }

    /** {@code period|customers|first value|with three months|their value|with six|their value|followed half a year|left in it}. */
    public List<String> gained(String grain) {
        LocalDate through = oracle.through();
        List<String> lines = new ArrayList<>();
        for (Span span : oracle.periods(grain)) {
            List<Newcomer> came = came(span);
            List<Newcomer> three = came.stream().filter(it -> over(it, 3)).toList();
            List<Newcomer> six = came.stream().filter(it -> over(it, 6)).toList();
            List<Newcomer> followed = came.stream()
                    .filter(it -> !it.since().plusDays(183).isAfter(through))
                    .toList();
            if (!came.isEmpty()) {
                lines.add("%s|%d|%s|%d|%s|%d|%s|%d|%d"
                        .formatted(
                                span.name(),
                                came.size(),
                                Plain.amount(sum(came, Newcomer::firstValue)),
                                three.size(),
                                three.isEmpty() ? "" : Plain.amount(sum(three, it -> revenue(it, 3))),
                                six.size(),
                                six.isEmpty() ? "" : Plain.amount(sum(six, it -> revenue(it, 6))),
                                followed.size(),
                                followed.stream().filter(Quality::leftEarly).count()));
            }
        }
        return lines;
    }

    private static boolean leftEarly(Newcomer it) {
        return it.until() != null && !it.until().isAfter(it.since().plusDays(183));
    }

    private boolean over(Newcomer it, int months) {
        return !YearMonth.from(it.since())
                .plusMonths(months)
                .isAfter(YearMonth.from(oracle.through().plusDays(1)));
    }

    private BigDecimal revenue(Newcomer it, int count) {
        return monthsFrom(it.name(), it.since(), count).stream()
                .map(CustomerPeriod::revenue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** {@code period|part|customers|unfinished|without cost|contribution|invested} of the first twelve months. */
    public List<String> returns(
            String grain, Function<Newcomer, @Nullable String> part, Function<Investment, @Nullable String> place) {
        List<String> lines = new ArrayList<>();
        for (Span span : oracle.periods(grain)) {
            Map<String, List<Newcomer>> came = parts(came(span), part);
            Map<String, BigDecimal> invested = new TreeMap<>();
            for (Investment it : oracle.inForce(more.investments())) {
                if (span.contains(it.on())) {
                    invested.merge(Objects.requireNonNullElse(place.apply(it), ""), it.amount(), BigDecimal::add);
                }
            }
            TreeSet<String> names = new TreeSet<>(came.keySet());
            names.addAll(invested.keySet());
            for (String name : names) {
                List<Newcomer> all = came.getOrDefault(name, List.of());
                List<BigDecimal> known =
                        all.stream().flatMap(it -> firstYear(it).stream()).toList();
                lines.add("%s|%s|%d|%d|%d|%s|%s"
                        .formatted(
                                span.name(),
                                name,
                                all.size(),
                                all.stream().filter(it -> !over(it, 12)).count(),
                                all.size() - known.size(),
                                known.isEmpty() ? "" : Plain.amount(sum(known, it -> it)),
                                invested.containsKey(name) ? Plain.amount(invested.get(name)) : ""));
            }
        }
        return lines;
    }

    /**
     * {@code period|part} of those with at least two costed first years, to where the mean contribution of one of them lies at 95 %: {@code low, high}. From
     * the distance of each one to their mean, not from sums of squares.
     */
    public Map<String, List<Double>> firstYears(String grain, Function<Newcomer, @Nullable String> part) {
        Map<String, List<Double>> intervals = new TreeMap<>();
        for (Span span : oracle.periods(grain)) {
            parts(came(span), part).forEach((name, all) -> {
                List<BigDecimal> known =
                        all.stream().flatMap(it -> firstYear(it).stream()).toList();
                if (known.size() > 1) {
                    double mean = sum(known, it -> it).doubleValue() / known.size();
                    double apart = known.stream()
                            .mapToDouble(it -> Math.pow(it.doubleValue() - mean, 2))
                            .sum();
                    double reach = 1.959963984540054 * Math.sqrt(apart / (known.size() - 1) / known.size());
                    intervals.put(span.name() + "|" + name, List.of(mean - reach, mean + reach));
                }
            });
        }
        return intervals;
    }

    private Optional<BigDecimal> firstYear(Newcomer it) {
        List<CustomerPeriod> rows = monthsFrom(it.name(), it.since(), 12);
        return rows.stream().anyMatch(row -> row.contribution() == null)
                ? Optional.empty()
                : Optional.of(sum(rows, row -> Objects.requireNonNull(row.contribution())));
    }

    /** {@code period|customer|days since|last on|last kind|state} of the best, in their order. */
    public List<String> touches(String grain, int days, List<String> kinds, Function<String, String> key) {
        List<String> lines = new ArrayList<>();
        for (Span span : oracle.periods(grain)) {
            boolean running = span.endsOn().isAfter(oracle.through());
            LocalDate read = span.lastDay(oracle.through());
            for (String customer : new Best(oracle).names(span)) {
                LocalDate since = oracle.spells().stream()
                        .filter(spell -> spell.customer().equals(customer))
                        .map(Spell::startedOn)
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
                Optional<LocalDate> last = touchesOf(customer)
                        .filter(it -> running || it.on().isBefore(span.endsOn()))
                        .filter(it -> it.personal() && it.anticipated() && it.relevant())
                        .filter(it -> kinds.contains(it.kind().strip().toLowerCase(Locale.ROOT)))
                        .map(Touch::on)
                        .max(Comparator.naturalOrder());
                long gone = Math.max(0, ChronoUnit.DAYS.between(last.orElse(since), read));
                lines.add("%s|%s|%d|%s|%s"
                        .formatted(
                                span.name(),
                                key.apply(customer),
                                gone,
                                last.map(LocalDate::toString).orElse(""),
                                gone > days ? "overdue" : "in time"));
            }
        }
        return lines;
    }

    private Stream<Touch> touchesOf(String customer) {
        return oracle.known(more.touches()).stream().filter(it -> customer.equals(oracle.customer(it.customer())));
    }

    private static Map<String, List<Newcomer>> parts(List<Newcomer> all, Function<Newcomer, @Nullable String> part) {
        Map<String, List<Newcomer>> parts = new TreeMap<>();
        all.forEach(
                it -> parts.computeIfAbsent(Objects.requireNonNullElse(part.apply(it), ""), name -> new ArrayList<>())
                        .add(it));
        return parts;
    }

    private static <T> BigDecimal sum(List<T> all, Function<T, BigDecimal> amount) {
        return all.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
