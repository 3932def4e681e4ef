package io.customerroom.testkit.oracle;

import io.customerroom.testkit.company.Company;
import io.customerroom.testkit.company.Feedback;
import io.customerroom.testkit.company.Referral;
import io.customerroom.testkit.company.Ticket;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who brought whom, who speaks for us and who does not, by asking one customer after the other. */
public final class Advocacy {

    private static final int DAYS = 365;
    private static final int NAMED_WITHIN = 30;

    private final Oracle oracle;
    private final Function<String, String> key;
    private final List<Referral> referrals;
    private final List<Feedback> answers;
    private final List<Ticket> tickets;
    private final Map<String, LocalDate> firstDays = new TreeMap<>();

    /** @param key how a customer's id is written in the answers */
    public Advocacy(Company company, Oracle oracle, Function<String, String> key) {
        this.oracle = oracle;
        this.key = key;
        this.referrals = oracle.inForce(company.referrals());
        this.answers = oracle.inForce(company.feedback());
        this.tickets = oracle.inForce(company.tickets());
        oracle.spells().stream()
                .filter(spell -> spell.number() == 1)
                .forEach(spell -> firstDays.put(spell.customer(), spell.startedOn()));
    }

    /** Whom somebody brought, and who it was: the first who named them, was there before them, and was not told of too late. */
    public Map<String, String> broughtBy() {
        Map<String, String> bringers = new TreeMap<>();
        referrals.stream()
                .sorted(Comparator.comparing(Referral::on)
                        .thenComparing(Referral::at)
                        .thenComparing(Referral::source)
                        .thenComparing(Referral::key))
                .filter(this::counts)
                .forEach(referral -> bringers.putIfAbsent(
                        customer(referral.referred()), customer(Objects.requireNonNull(referral.customer()))));
        return bringers;
    }

    private boolean counts(Referral referral) {
        if (!referral.outcome().equals("joined") || referral.referred() == null || referral.customer() == null) {
            return false;
        }
        String came = customer(referral.referred());
        String named = customer(referral.customer());
        LocalDate first = firstDays.get(came);
        LocalDate before = firstDays.get(named);
        return first != null
                && !came.equals(named)
                && !referral.on().isAfter(first.plusDays(NAMED_WITHIN))
                && (before == null || before.isBefore(first));
    }

    /** {@code period|opening|brought|regained|lost|closing} in customers, then opening, brought, regained, increased, decreased, lost, closing in money. */
    public List<String> asset(Span span) {
        Map<String, String> bringers = broughtBy();
        long[] counts = new long[5];
        BigDecimal[] money = new BigDecimal[7];
        Arrays.fill(money, BigDecimal.ZERO);
        for (CustomerPeriod row : rows(span)) {
            if (!bringers.containsKey(row.customer())) {
                continue;
            }
            counts[0] += row.opening();
            counts[1] += row.gained();
            counts[2] += row.regained();
            counts[3] += row.lost();
            counts[4] += row.closing();
            boolean stayed = row.opening() == 1 && row.lost() == 0;
            BigDecimal grown = row.value().subtract(row.priorValue());
            money[0] = money[0].add(row.opening() == 1 ? row.priorValue() : BigDecimal.ZERO);
            money[1] = money[1].add(row.gained() > 0 ? row.value() : BigDecimal.ZERO);
            money[2] = money[2].add(times(row.value(), row.regained()));
            money[3] = money[3].add(stayed && grown.signum() > 0 ? grown : BigDecimal.ZERO);
            money[4] = money[4].add(stayed && grown.signum() < 0 ? grown.negate() : BigDecimal.ZERO);
            for (int left = 0; left < row.lost(); left++) {
                money[5] = money[5].add(left == 0 && row.opening() == 1 ? row.priorValue() : row.value());
            }
            money[6] = money[6].add(row.closing() == 1 ? row.value() : BigDecimal.ZERO);
        }
        StringBuilder line = new StringBuilder(span.name());
        for (long count : counts) {
            line.append('|').append(count);
        }
        for (BigDecimal amount : money) {
            line.append('|').append(Plain.amount(amount));
        }
        return List.of(line.toString());
    }

    /** {@code period|recommender|brought|here|value}, each once, in no order. */
    public List<String> recommenders(Span span) {
        Map<String, List<String>> brought = new TreeMap<>();
        broughtBy().forEach((came, named) -> {
            LocalDate first = Objects.requireNonNull(firstDays.get(came));
            if (first.isBefore(span.endsOn()) && !first.isAfter(oracle.through())) {
                brought.computeIfAbsent(named, name -> new ArrayList<>()).add(came);
            }
        });
        List<String> lines = new ArrayList<>();
        brought.forEach((named, all) -> {
            List<CustomerPeriod> here = rows(span).stream()
                    .filter(row -> all.contains(row.customer()) && row.closing() == 1)
                    .toList();
            lines.add("%s|%s|%d|%d|%s"
                    .formatted(
                            span.name(),
                            key.apply(named),
                            all.size(),
                            here.size(),
                            Plain.amount(here.stream()
                                    .map(CustomerPeriod::value)
                                    .reduce(BigDecimal.ZERO, BigDecimal::add))));
        });
        return lines;
    }

    /** {@code period|split|part|customers|recommenders|successful}, in no order. */
    public List<String> rates(Span span) {
        List<CustomerPeriod> here =
                rows(span).stream().filter(row -> row.closing() == 1).toList();
        Map<String, BigDecimal> known = new LinkedHashMap<>();
        for (CustomerPeriod row : here) {
            BigDecimal earned = earned(row.customer(), span);
            if (earned != null) {
                known.put(row.customer(), earned);
            }
        }
        long above = known.values().stream().filter(sum -> sum.signum() >= 0).count();
        List<String> ranked = known.entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        Map<String, long[]> counted = new TreeMap<>();
        for (CustomerPeriod row : here) {
            String customer = row.customer();
            List<Referral> said = said(customer, span);
            BigDecimal earned = known.get(customer);
            String profit = earned == null
                    ? "cost not known"
                    : earned.signum() < 0
                            ? "below zero"
                            : (ranked.indexOf(customer) + 1) * 5L <= above ? "best fifth" : "other four fifths";
            boolean young = firstDay(customer).isAfter(last(span).minusDays(DAYS));
            for (String part : List.of(
                    "all|all customers",
                    "segment|" + Objects.requireNonNullElse(row.segment(), "no segment"),
                    "profit|" + profit,
                    "nps|" + answer(customer, span),
                    "tenure|" + (young ? "up to a year" : "longer"),
                    "complaint|" + complaint(customer, span))) {
                long[] counts = counted.computeIfAbsent(part, name -> new long[3]);
                counts[0]++;
                counts[1] += said.isEmpty() ? 0 : 1;
                counts[2] += said.stream().anyMatch(it -> it.outcome().equals("joined")) ? 1 : 0;
            }
        }
        return counted.entrySet().stream()
                .map(part -> "%s|%s|%d|%d|%d"
                        .formatted(
                                span.name(), part.getKey(), part.getValue()[0], part.getValue()[1], part.getValue()[2]))
                .toList();
    }

    /** {@code period|split|part|referrals|customers|joined}, in no order. */
    public List<String> replies(Span span) {
        Map<String, List<Referral>> parts = new TreeMap<>();
        for (Referral referral : referrals) {
            if (within(referral.on(), span)) {
                String outcome = referral.outcome();
                into(parts, "outcome|" + outcome, referral);
                if (outcome.equals("unwilling") || outcome.equals("declined")) {
                    into(
                            parts,
                            outcome + "|" + Objects.requireNonNullElse(referral.reason(), "nobody asked"),
                            referral);
                }
                if (!outcome.equals("unwilling")) {
                    into(parts, "channel|" + Objects.requireNonNullElse(referral.channel(), "not known"), referral);
                }
            }
        }
        return parts.entrySet().stream()
                .map(part -> "%s|%s|%d|%d|%d"
                        .formatted(
                                span.name(),
                                part.getKey(),
                                part.getValue().size(),
                                new TreeSet<>(part.getValue().stream()
                                                .map(it -> customer(it.customer()))
                                                .toList())
                                        .size(),
                                part.getValue().stream()
                                        .filter(it -> it.outcome().equals("joined"))
                                        .count()))
                .toList();
    }

    private static void into(Map<String, List<Referral>> parts, String part, Referral referral) {
        parts.computeIfAbsent(part, name -> new ArrayList<>()).add(referral);
    }

    private List<Referral> said(String customer, Span span) {
        return referrals.stream()
                .filter(it -> customer.equals(customer(it.customer())))
                .filter(it -> within(it.on(), span) && !it.outcome().equals("unwilling"))
                .toList();
    }

    private @Nullable BigDecimal earned(String customer, Span span) {
        BigDecimal sum = BigDecimal.ZERO;
        boolean any = false;
        for (CustomerPeriod month : oracle.customerPeriods("month")) {
            if (month.customer().equals(customer) && within(month.startsOn(), span)) {
                any = true;
                if (month.contribution() == null) {
                    return null;
                }
                sum = sum.add(month.contribution());
            }
        }
        return any ? sum : null;
    }

    private String answer(String customer, Span span) {
        return answers.stream()
                .filter(it -> customer.equals(customer(it.customer())) && within(it.on(), span))
                .filter(it -> it.survey().equals("nps") && it.score() != null)
                .filter(it -> is(it.scaleMin(), 0) && is(it.scaleMax(), 10))
                .sorted(Comparator.comparing(Feedback::on)
                        .thenComparing(Feedback::at)
                        .reversed()
                        .thenComparing(Feedback::source)
                        .thenComparing(Feedback::key))
                .findFirst()
                .map(it -> Objects.requireNonNull(it.score()))
                .map(score -> score.compareTo(BigDecimal.valueOf(9)) >= 0
                        ? "promoter (9–10)"
                        : score.compareTo(BigDecimal.valueOf(7)) >= 0 ? "passive (7–8)" : "detractor (0–6)")
                .orElse("not answered");
    }

    private String complaint(String customer, Span span) {
        List<Ticket> complaints = tickets.stream()
                .filter(it -> it.kind().equals("complaint") && within(it.on(), span))
                .filter(it -> customer.equals(customer(it.customer())))
                .toList();
        boolean open = complaints.stream()
                .map(Ticket::closedOn)
                .anyMatch(closed -> closed == null || closed.isAfter(last(span)));
        return complaints.isEmpty() ? "no complaint" : open ? "complaint open" : "complaint solved";
    }

    private static boolean is(@Nullable BigDecimal value, int wanted) {
        return value != null && value.compareTo(BigDecimal.valueOf(wanted)) == 0;
    }

    private boolean within(LocalDate day, Span span) {
        return day.isAfter(last(span).minusDays(DAYS)) && !day.isAfter(last(span));
    }

    private LocalDate last(Span span) {
        return span.lastDay(oracle.through());
    }

    private LocalDate firstDay(String customer) {
        return Objects.requireNonNull(firstDays.get(customer));
    }

    private String customer(@Nullable String id) {
        return Objects.requireNonNullElse(oracle.customer(id), "");
    }

    private List<CustomerPeriod> rows(Span span) {
        return oracle.customerPeriods(span.grain()).stream()
                .filter(row -> row.period().equals(span.name()))
                .toList();
    }

    private static BigDecimal times(BigDecimal amount, int often) {
        return amount.multiply(BigDecimal.valueOf(often));
    }
}
