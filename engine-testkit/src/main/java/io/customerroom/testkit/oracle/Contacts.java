package io.customerroom.testkit.oracle;

import io.customerroom.testkit.company.Company;
import io.customerroom.testkit.company.Fact;
import io.customerroom.testkit.company.Feedback;
import io.customerroom.testkit.company.Operation;
import io.customerroom.testkit.company.Operation.Promised;
import io.customerroom.testkit.company.Ticket;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where customers met the company, by walking through tickets, answers, readings and promises. Nothing that happened after {@code through} is seen. */
public final class Contacts {

    private final Oracle oracle;
    private final LocalDate through;
    private final List<Ticket> tickets;
    private final List<Feedback> answers;
    private final List<Operation> operations;

    public Contacts(Company company, Oracle oracle) {
        this.oracle = oracle;
        this.through = oracle.through();
        this.tickets = oracle.inForce(company.tickets());
        this.answers = oracle.inForce(company.feedback());
        this.operations = oracle.inForce(company.operations());
    }

    /** {@code period|n|promoters|passives|detractors|score}; a period without an answer has no line. */
    public List<String> recommendation(Span span) {
        List<Integer> scores = answers.stream()
                .filter(answer -> span.contains(answer.on()) && answer.survey().equals("nps"))
                .map(Feedback::score)
                .filter(Objects::nonNull)
                .map(BigDecimal::intValueExact)
                .toList();
        long promoters = scores.stream().filter(score -> score >= 9).count();
        long detractors = scores.stream().filter(score -> score <= 6).count();
        if (scores.isEmpty()) {
            return List.of();
        }
        BigDecimal points = BigDecimal.valueOf(100 * (promoters - detractors))
                .divide(BigDecimal.valueOf(scores.size()), 2, RoundingMode.HALF_UP);
        return List.of("%s|%d|%d|%d|%d|%s"
                .formatted(
                        span.name(),
                        scores.size(),
                        promoters,
                        scores.size() - promoters - detractors,
                        detractors,
                        Plain.amount(points)));
    }

    /** {@code period|contact|measure|done|late by the instant|late by the day|not done}. */
    public List<String> punctuality(Span span) {
        Map<String, List<Promised>> promises = new TreeMap<>();
        for (Operation operation : operations) {
            if (operation.promised() != null && span.contains(operation.on())) {
                promises.computeIfAbsent(operation.contact() + "|" + operation.measure(), key -> new ArrayList<>())
                        .add(operation.promised());
            }
        }
        List<String> lines = new ArrayList<>();
        promises.forEach((name, made) -> {
            List<Promised> done = made.stream().filter(this::done).toList();
            lines.add("%s|%s|%d|%d|%d|%d"
                    .formatted(
                            span.name(),
                            name,
                            done.size(),
                            done.stream()
                                    .filter(it -> actual(it).isAfter(it.at()))
                                    .count(),
                            done.stream()
                                    .filter(it -> Objects.requireNonNull(it.actualOn())
                                            .isAfter(it.on()))
                                    .count(),
                            made.stream()
                                    .filter(it -> !done(it) && !it.on().isAfter(through))
                                    .count()));
        });
        return lines;
    }

    /** {@code period|contact|stage|kind|owner|tickets|complaints|answers|customers|value|readings}. */
    public List<String> inventory(Span span) {
        TreeSet<String> contacts = new TreeSet<>();
        Stream.of(
                        tickets.stream().map(Ticket::contact),
                        answers.stream().map(Feedback::contact),
                        operations.stream().map(Operation::contact))
                .flatMap(names -> names)
                .filter(Objects::nonNull)
                .forEach(contacts::add);
        List<CustomerPeriod> ledger = oracle.customerPeriods(span.grain());
        return contacts.stream()
                .map(contact -> inventory(span, contact, ledger))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private String inventory(Span span, String contact, List<CustomerPeriod> ledger) {
        List<Ticket> opened = tickets.stream()
                .filter(it -> contact.equals(it.contact()) && span.contains(it.on()))
                .toList();
        List<Feedback> heard = answers.stream()
                .filter(it -> contact.equals(it.contact()) && span.contains(it.on()))
                .toList();
        List<Operation> read = operations.stream()
                .filter(it -> contact.equals(it.contact()) && span.contains(it.on()))
                .toList();
        if (opened.isEmpty() && heard.isEmpty() && read.isEmpty()) {
            return "";
        }
        TreeSet<String> customers = new TreeSet<>();
        Stream.of(opened, heard, read)
                .flatMap(List::stream)
                .map(Fact::customer)
                .map(oracle::customer)
                .filter(Objects::nonNull)
                .forEach(customers::add);
        List<BigDecimal> values = ledger.stream()
                .filter(row -> row.period().equals(span.name()) && customers.contains(row.customer()))
                .map(CustomerPeriod::value)
                .toList();
        String stage = Stream.of(
                        opened.stream().map(Ticket::stage),
                        heard.stream().map(Feedback::stage),
                        read.stream().map(Operation::stage))
                .flatMap(stages -> stages)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse("");
        return "%s|%s|%s|%s|%s|%d|%d|%d|%d|%s|%d"
                .formatted(
                        span.name(),
                        contact,
                        stage,
                        read.isEmpty() ? "" : read.getFirst().contactKind(),
                        read.isEmpty() ? "" : text(read.getFirst().owner()),
                        opened.size(),
                        opened.stream()
                                .filter(it -> it.kind().equals("complaint"))
                                .count(),
                        heard.size(),
                        customers.size(),
                        values.isEmpty() ? "" : Plain.amount(values.stream().reduce(BigDecimal.ZERO, BigDecimal::add)),
                        read.size());
    }

    /** A reading, or a month of promises of which so many per cent were kept. */
    private record Reading(Operation from, LocalDate on, Instant at, BigDecimal value, long n) {

        boolean counts(Operation rule) {
            return n >= rule.minN();
        }

        boolean misses(Operation rule) {
            int against = value.compareTo(rule.standard());
            int wrong = rule.direction().equals("at-least") ? -against : against;
            return counts(rule) && (wrong > 0 || rule.strict() && wrong == 0);
        }
    }

    /**
     * {@code contact|measure|site|day|value|n|says|standing|run}, newest first within contact, measure and site. The newest reading's rule judges all of
     * its series.
     */
    public List<String> readings(Span span) {
        List<String> lines = new ArrayList<>();
        for (List<Reading> series : series(span.endsOn())) {
            Operation rule = series.getFirst().from();
            long run = series.stream().takeWhile(it -> it.misses(rule)).count();
            String standing =
                    !series.getFirst().counts(rule) ? "too-few" : run >= rule.runLength() ? "breach" : "holds";
            for (Reading it : series) {
                lines.add("%s|%s|%s|%s|%s|%d|%s|%s|%d"
                        .formatted(
                                rule.contact(),
                                rule.measure(),
                                text(rule.site()),
                                it.on(),
                                Plain.amount(it.value()),
                                it.n(),
                                !it.counts(rule) ? "too-few" : it.misses(rule) ? "wrong" : "right",
                                standing,
                                run));
            }
        }
        return lines;
    }

    private List<List<Reading>> series(LocalDate endsOn) {
        Map<String, List<Operation>> names = new TreeMap<>();
        for (Operation operation : operations) {
            String name = operation.contact() + "\n" + operation.measure() + "\n"
                    + Objects.requireNonNullElse(operation.site(), "~");
            names.computeIfAbsent(name, key -> new ArrayList<>()).add(operation);
        }
        return names.values().stream()
                .map(all -> Stream.concat(measured(all), kept(all))
                        .filter(it -> it.on().isBefore(endsOn))
                        .sorted(Comparator.comparing(Reading::at).reversed())
                        .toList())
                .filter(series -> !series.isEmpty())
                .toList();
    }

    private static Stream<Reading> measured(List<Operation> all) {
        return all.stream()
                .filter(it -> it.promised() == null)
                .map(it -> new Reading(it, it.on(), it.at(), it.measured(), it.n()));
    }

    /** Of each month the promises that are done or due. */
    private Stream<Reading> kept(List<Operation> all) {
        Map<YearMonth, List<Operation>> months = new TreeMap<>();
        for (Operation operation : all) {
            Promised promised = operation.promised();
            if (promised != null && (done(promised) || !promised.on().isAfter(through))) {
                months.computeIfAbsent(YearMonth.from(operation.on()), month -> new ArrayList<>())
                        .add(operation);
            }
        }
        return months.values().stream().map(this::month);
    }

    private Reading month(Iterable<Operation> month) {
        int all = 0;
        int hits = 0;
        Operation latest = month.iterator().next();
        for (Operation operation : month) {
            Promised promised = Objects.requireNonNull(operation.promised());
            all++;
            hits += done(promised) && !actual(promised).isAfter(promised.at()) ? 1 : 0;
            latest = operation.at().isAfter(latest.at()) ? operation : latest;
        }
        BigDecimal percent = BigDecimal.valueOf(100L * hits).divide(BigDecimal.valueOf(all), 6, RoundingMode.HALF_UP);
        return new Reading(latest, latest.on(), latest.at(), percent, all);
    }

    private boolean done(Promised promised) {
        return promised.actualOn() != null && !promised.actualOn().isAfter(through);
    }

    private static Instant actual(Promised promised) {
        return Objects.requireNonNull(promised.actualAt());
    }

    private static String text(@Nullable String word) {
        return Objects.requireNonNullElse(word, "");
    }
}
