package io.customerroom.testkit.oracle;

import io.customerroom.testkit.company.Company;
import io.customerroom.testkit.company.Contract;
import io.customerroom.testkit.company.Fact;
import io.customerroom.testkit.company.Feedback;
import io.customerroom.testkit.company.Purchase;
import io.customerroom.testkit.company.Referral;
import io.customerroom.testkit.company.Ticket;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who stays, by what they did and said before, and who comes back: one customer after the other. */
public final class Staying {

    private final Oracle oracle;
    private final List<Purchase> sales;
    private final List<Contract> contracts;
    private final List<Ticket> tickets;
    private final List<Feedback> answers;
    private final List<Referral> referrals;

    public Staying(Company company, Oracle oracle) {
        this.oracle = oracle;
        this.sales = oracle.inForce(company.purchases()).stream()
                .filter(purchase -> purchase.kind().equals("sale"))
                .toList();
        this.contracts = oracle.inForce(company.contracts());
        this.tickets = oracle.inForce(company.tickets());
        this.answers = oracle.inForce(company.feedback());
        this.referrals = oracle.inForce(company.referrals());
    }

    /** @param kind as the metric calls it */
    public record Behaviour(String kind, @Nullable String what, int atLeast, int days, String among) {}

    /** {@code period|segment|with|of them stayed|without|of them stayed}, by segment, those without one last. */
    public List<String> loyalty(Span span, Behaviour behaviour, int months) {
        LocalDate base = span.endsOn().minusMonths(months);
        if (!told(base)) {
            return List.of();
        }
        TreeMap<String, long[]> segments = new TreeMap<>();
        for (Person person : oracle.persons()) {
            if (!person.active(base.minusDays(1)) || !belongs(person, behaviour, base)) {
                continue;
            }
            String segment = Objects.requireNonNullElse(person.segment(), "~");
            int side = times(person, behaviour, base) >= behaviour.atLeast() ? 0 : 2;
            long[] counts = segments.computeIfAbsent(segment, name -> new long[4]);
            counts[side]++;
            counts[side + 1] += stayed(person, base, span) ? 1 : 0;
        }
        return segments.entrySet().stream()
                .map(it -> "%s|%s|%d|%d|%d|%d"
                        .formatted(
                                span.name(),
                                it.getKey().replace("~", ""),
                                it.getValue()[0],
                                it.getValue()[1],
                                it.getValue()[2],
                                it.getValue()[3]))
                .toList();
    }

    private boolean belongs(Person person, Behaviour behaviour, LocalDate base) {
        return switch (behaviour.among()) {
            case "contract" -> !held(person, base).isEmpty();
            case "buyers" -> !bought(person, base, behaviour.days()).isEmpty();
            default -> true;
        };
    }

    private long times(Person person, Behaviour behaviour, LocalDate base) {
        List<Contract> held = held(person, base);
        List<Purchase> bought = bought(person, base, behaviour.days());
        return switch (behaviour.kind()) {
            case "contracts" -> held.size();
            case "product" ->
                held.stream()
                        .filter(it -> Objects.equals(it.product(), behaviour.what()))
                        .count();
            case "months-ahead" ->
                held.stream().mapToInt(Contract::billingMonths).max().orElse(0);
            case "categories" ->
                bought.stream()
                        .map(Purchase::product)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count();
            case "orders" -> orders(bought.stream());
            case "channel" ->
                orders(bought.stream().filter(it -> Objects.equals(it.channel(), behaviour.what())))
                        + held.stream()
                                .filter(it -> Objects.equals(it.channel(), behaviour.what()))
                                .count();
            case "survey" ->
                of(person, answers)
                        .filter(it -> it.score() != null && lately(it, base, behaviour.days()))
                        .count();
            case "recommended" ->
                of(person, referrals)
                        .filter(it -> lately(it, base, behaviour.days()))
                        .count();
            default -> throw new IllegalArgumentException(behaviour.kind());
        };
    }

    /** {@code period|usage|moved|customers|uses before|uses now|stayed}. */
    public List<String> usage(Span span) {
        Optional<Span> former = oracle.periods(span.grain()).stream()
                .filter(it -> it.endsOn().equals(span.startsOn()))
                .findFirst();
        if (former.isEmpty()) {
            return List.of();
        }
        TreeMap<String, long[]> cells = new TreeMap<>();
        for (Person person : oracle.persons()) {
            if (!person.active(span.startsOn().minusDays(1))) {
                continue;
            }
            boolean stayed = person.active(span.lastDay(oracle.through()));
            count(
                    cells,
                    "orders",
                    stayed,
                    window -> orders(of(person, sales).filter(it -> window.contains(it.on()))),
                    former.get(),
                    span);
            count(
                    cells,
                    "tickets",
                    stayed,
                    window -> of(person, tickets)
                            .filter(it -> window.contains(it.on()))
                            .count(),
                    former.get(),
                    span);
        }
        return cells.entrySet().stream()
                .map(it -> "%s|%s|%d|%d|%d|%d"
                        .formatted(
                                span.name(),
                                it.getKey(),
                                it.getValue()[0],
                                it.getValue()[1],
                                it.getValue()[2],
                                it.getValue()[3]))
                .toList();
    }

    private static void count(
            TreeMap<String, long[]> cells,
            String usage,
            boolean stayed,
            Function<Span, Long> uses,
            Span former,
            Span span) {
        long before = uses.apply(former);
        long now = uses.apply(span);
        if (before + now == 0) {
            return;
        }
        String moved =
                before == 0 ? "began" : now == 0 ? "stopped" : now > before ? "more" : now < before ? "less" : "same";
        long[] counts = cells.computeIfAbsent(usage + "|" + moved, name -> new long[4]);
        counts[0]++;
        counts[1] += before;
        counts[2] += now;
        counts[3] += stayed ? 1 : 0;
    }

    /** {@code period|survey|said|customers|stayed|bought more|recommended}. */
    public List<String> said(Span span, int months) {
        LocalDate base = span.endsOn().minusMonths(months);
        LocalDate from = base.minusMonths(months);
        if (!told(from)) {
            return List.of();
        }
        TreeMap<String, long[]> cells = new TreeMap<>();
        for (Person person : oracle.persons()) {
            if (!person.active(base.minusDays(1))) {
                continue;
            }
            Optional<Feedback> last = of(person, answers)
                    .filter(it -> it.survey().equals("nps") && it.score() != null)
                    .filter(it -> !it.on().isBefore(from) && it.on().isBefore(base))
                    .max(Comparator.comparing(Feedback::at).thenComparing(Feedback::key, Comparator.reverseOrder()));
            String said = last.map(it ->
                            "nps|" + words(Objects.requireNonNull(it.score()).intValueExact()))
                    .orElse("none|was not asked or did not answer");
            long[] counts = cells.computeIfAbsent(said, name -> new long[4]);
            counts[0]++;
            counts[1] += stayed(person, base, span) ? 1 : 0;
            counts[2] += revenue(person, base, span.endsOn()).compareTo(revenue(person, from, base)) > 0 ? 1 : 0;
            counts[3] += of(person, referrals)
                            .anyMatch(it -> !it.on().isBefore(base) && it.on().isBefore(span.endsOn()))
                    ? 1
                    : 0;
        }
        return cells.entrySet().stream()
                .map(it -> "%s|%s|%d|%d|%d|%d"
                        .formatted(
                                span.name(),
                                it.getKey(),
                                it.getValue()[0],
                                it.getValue()[1],
                                it.getValue()[2],
                                it.getValue()[3]))
                .toList();
    }

    /** {@code period|segment|customers|told|estimated|revenue|spend|above}, by segment. */
    public List<String> wallet(Span span) {
        LocalDate last = span.lastDay(oracle.through());
        TreeMap<String, List<Purse>> segments = new TreeMap<>();
        for (Person person : oracle.persons()) {
            if (person.active(last)) {
                segments.computeIfAbsent(
                                Objects.requireNonNullElse(person.segment(), "no segment"), name -> new ArrayList<>())
                        .add(purse(person, span, last));
            }
        }
        return segments.entrySet().stream()
                .map(it -> "%s|%s|%s".formatted(span.name(), it.getKey(), sums(it.getValue())))
                .toList();
    }

    /** @param spend what the customer spends a year with everybody; null where nobody knows */
    private record Purse(@Nullable String survey, @Nullable BigDecimal spend, BigDecimal revenue) {}

    private Purse purse(Person person, Span span, LocalDate last) {
        BigDecimal revenue = revenue(person, span.endsOn().minusMonths(12), span.endsOn());
        Optional<Feedback> answer = of(person, answers)
                .filter(it -> it.survey().startsWith("category-spend"))
                .filter(it -> it.score() != null && it.score().signum() > 0)
                .filter(it -> lately(it, last.plusDays(1), 730))
                .min(Comparator.comparing(Feedback::survey)
                        .thenComparing(Feedback::at, Comparator.reverseOrder())
                        .thenComparing(Feedback::key));
        return new Purse(
                answer.map(Feedback::survey).orElse(null),
                answer.map(Feedback::score).orElse(null),
                revenue);
    }

    private static String sums(List<Purse> purses) {
        List<Purse> known = purses.stream().filter(it -> it.spend() != null).toList();
        long told = known.stream()
                .filter(it -> "category-spend".equals(it.survey()))
                .count();
        BigDecimal revenue = known.stream().map(Purse::revenue).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal spend =
                known.stream().map(it -> Objects.requireNonNull(it.spend())).reduce(BigDecimal.ZERO, BigDecimal::add);
        long above = known.stream()
                .filter(it -> it.revenue().compareTo(Objects.requireNonNull(it.spend())) > 0)
                .count();
        return "%d|%d|%d|%s|%s|%d"
                .formatted(
                        purses.size(),
                        told,
                        known.size() - told,
                        known.isEmpty() ? "" : revenue.setScale(10).toPlainString(),
                        known.isEmpty() ? "" : spend.setScale(6).toPlainString(),
                        above);
    }

    private static String words(int score) {
        return score >= 9 ? "would recommend" : score >= 7 ? "undecided" : "would not recommend";
    }

    private BigDecimal revenue(Person person, LocalDate from, LocalDate endsOn) {
        return oracle.customerPeriods("month").stream()
                .filter(it -> it.customer().equals(person.customer()))
                .filter(it -> !it.startsOn().isBefore(from) && it.startsOn().isBefore(endsOn))
                .map(CustomerPeriod::revenue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * Of those lost in a period and still away on a day: {@code period|called|customers|decided|back}.
     *
     * @param since null: the day on which each was lost
     * @param called names of those who were called
     */
    public List<String> saved(Span span, @Nullable LocalDate since, int days, Predicate<String> called) {
        TreeMap<String, long[]> cells = new TreeMap<>();
        for (CustomerPeriod row : oracle.customerPeriods(span.grain())) {
            if (!row.period().equals(span.name()) || row.lost() == 0) {
                continue;
            }
            List<Spell> spells = oracle.spells().stream()
                    .filter(it -> it.customer().equals(row.customer()))
                    .toList();
            LocalDate lost = spells.stream()
                    .map(Spell::endedOn)
                    .filter(Objects::nonNull)
                    .filter(it -> span.contains(it) && !it.isAfter(oracle.through()))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            Optional<LocalDate> back = spells.stream()
                    .map(Spell::startedOn)
                    .filter(it -> !it.isBefore(lost) && !it.isAfter(oracle.through()))
                    .min(Comparator.naturalOrder());
            LocalDate from = since == null ? lost : since;
            if (lost.isAfter(from) || back.filter(it -> it.isBefore(from)).isPresent()) {
                continue;
            }
            boolean decided = !from.plusDays(days).isAfter(oracle.through());
            long[] counts = cells.computeIfAbsent(called.test(row.customer()) ? "yes" : "no", name -> new long[3]);
            counts[0]++;
            counts[1] += decided ? 1 : 0;
            counts[2] += decided
                            && back.filter(it -> !it.isAfter(from.plusDays(days)))
                                    .isPresent()
                    ? 1
                    : 0;
        }
        List<String> lines = new ArrayList<>();
        cells.forEach((side, counts) ->
                lines.add("%s|%s|%d|%d|%d".formatted(span.name(), side, counts[0], counts[1], counts[2])));
        return lines;
    }

    /** Whether the ledger's calendar holds the month. */
    private boolean told(LocalDate month) {
        return !month.isBefore(oracle.periods("month").getFirst().startsOn());
    }

    /** Without a break from the day before until the period's end, as far as it is known. */
    private boolean stayed(Person person, LocalDate base, Span span) {
        LocalDate last = span.lastDay(oracle.through());
        return person.spells().stream()
                .filter(it -> it.covers(base.minusDays(1)))
                .allMatch(it -> it.endedOn() == null || it.endedOn().isAfter(last));
    }

    private List<Contract> held(Person person, LocalDate base) {
        return of(person, contracts)
                .filter(it -> it.on().isBefore(base)
                        && (it.endedOn() == null || !it.endedOn().isBefore(base)))
                .toList();
    }

    private List<Purchase> bought(Person person, LocalDate base, int days) {
        return of(person, sales).filter(it -> lately(it, base, days)).toList();
    }

    private static boolean lately(Fact fact, LocalDate base, int days) {
        return fact.on().isBefore(base) && !fact.on().isBefore(base.minusDays(days));
    }

    private static long orders(Stream<Purchase> bought) {
        return bought.map(it -> it.source() + "\n" + it.order()).distinct().count();
    }

    private <F extends Fact> Stream<F> of(Person person, List<F> facts) {
        return facts.stream().filter(it -> person.customer().equals(oracle.customer(it.customer())));
    }
}
