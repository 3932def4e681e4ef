package io.customerroom.testkit.oracle;

import io.customerroom.testkit.company.Company;
import io.customerroom.testkit.company.Fact;
import io.customerroom.testkit.company.Feedback;
import io.customerroom.testkit.company.Ticket;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tickets and themes by walking through all of them for every line. Nothing that happened after {@code through} is seen. */
public final class TicketWalk {

    private final Oracle oracle;
    private final LocalDate through;
    private final List<Ticket> tickets;
    private final List<Feedback> answers;

    public TicketWalk(Company company, Oracle oracle) {
        this.oracle = oracle;
        this.through = oracle.through();
        this.tickets = oracle.inForce(company.tickets());
        this.answers = oracle.inForce(company.feedback());
    }

    /** A metric, the columns of its answer, and the lines of one period in any order. */
    public record Walked(String metric, List<String> columns, Function<Span, List<String>> lines) {}

    /** Every metric that can be walked. */
    public List<Walked> all() {
        return List.of(
                new Walked(
                        "issue-flow",
                        List.of(
                                "period",
                                "issue",
                                "opening",
                                "opened",
                                "closed",
                                "closing",
                                "complaints_opened",
                                "customers",
                                "told_to"),
                        this::flow),
                new Walked(
                        "ticket-nature",
                        List.of("period", "kind", "stage", "contact", "issue", "opened", "customers"),
                        this::nature),
                new Walked(
                        "open-ticket-age",
                        List.of(
                                "period",
                                "split",
                                "stage",
                                "open",
                                "to_week",
                                "to_month",
                                "to_quarter",
                                "over_quarter",
                                "median_days",
                                "ninety_days",
                                "oldest_days"),
                        this::ages),
                new Walked(
                        "feedback-by-theme",
                        List.of(
                                "period",
                                "theme",
                                "survey",
                                "scale_min",
                                "scale_max",
                                "answers",
                                "customers",
                                "scored",
                                "score_sum"),
                        this::themes));
    }

    private List<String> flow(Span span) {
        List<String> lines = new ArrayList<>();
        for (String issue : names(tickets, Ticket::issue)) {
            List<Ticket> ofIssue = having(tickets, it -> text(it.issue()).equals(issue));
            List<Ticket> opening =
                    having(ofIssue, it -> it.on().isBefore(span.startsOn()) && !closedBefore(it, span.startsOn()));
            List<Ticket> opened = having(ofIssue, it -> span.contains(it.on()));
            List<Ticket> closed = having(
                    ofIssue,
                    it -> it.closedOn() != null
                            && span.contains(it.closedOn())
                            && !it.closedOn().isAfter(through));
            int closing = opening.size() + opened.size() - closed.size();
            if (opening.size() + opened.size() > 0) {
                lines.add(line(
                        span.name(),
                        issue,
                        opening.size(),
                        opened.size(),
                        closed.size(),
                        closing,
                        having(opened, it -> it.kind().equals("complaint")).size(),
                        customers(opened),
                        toldTo()));
            }
        }
        return lines;
    }

    private LocalDate toldTo() {
        return tickets.stream()
                .flatMap(ticket -> Stream.of(
                        ticket.on(),
                        LocalDate.ofInstant(ticket.recordedAt(), ZoneOffset.UTC),
                        ticket.closedOn() == null || ticket.closedOn().isAfter(through)
                                ? ticket.on()
                                : ticket.closedOn()))
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    private List<String> nature(Span span) {
        List<Ticket> opened = having(tickets, it -> span.contains(it.on()));
        List<String> lines = new ArrayList<>();
        for (String nature : names(opened, TicketWalk::nature)) {
            List<Ticket> same = having(opened, it -> nature(it).equals(nature));
            lines.add(line(span.name(), nature, same.size(), customers(same)));
        }
        return lines;
    }

    private static String nature(Ticket ticket) {
        return line(ticket.kind(), ticket.stage(), text(ticket.contact()), text(ticket.issue()));
    }

    private List<String> ages(Span span) {
        LocalDate last = span.lastDay(through);
        List<Ticket> open = having(
                tickets,
                it -> !it.on().isAfter(last)
                        && (it.closedOn() == null || it.closedOn().isAfter(last)));
        List<String> lines = new ArrayList<>();
        if (!open.isEmpty()) {
            lines.add(ages(span, "all|", open));
        }
        for (String stage : names(open, Ticket::stage)) {
            lines.add(ages(span, "stage|" + stage, having(open, it -> it.stage().equals(stage))));
        }
        return lines;
    }

    /** Half and nine of ten by standing in a row: the first whose place is at least half, or nine tenths, of the row. */
    private String ages(Span span, String part, List<Ticket> open) {
        List<Long> row = open.stream()
                .map(it -> ChronoUnit.DAYS.between(it.on(), span.lastDay(through)))
                .sorted()
                .toList();
        int half = 1;
        while (2 * half < row.size()) {
            half++;
        }
        int nineOfTen = 1;
        while (10 * nineOfTen < 9 * row.size()) {
            nineOfTen++;
        }
        return line(
                span.name(),
                part,
                row.size(),
                between(row, 0, 7),
                between(row, 8, 30),
                between(row, 31, 90),
                between(row, 91, Integer.MAX_VALUE),
                row.get(half - 1),
                row.get(nineOfTen - 1),
                row.getLast());
    }

    private static long between(List<Long> ages, int least, int most) {
        return ages.stream().filter(age -> age >= least && age <= most).count();
    }

    private List<String> themes(Span span) {
        List<Feedback> heard = having(answers, it -> span.contains(it.on()));
        List<String> lines = new ArrayList<>();
        for (String theme : names(heard, TicketWalk::theme)) {
            List<Feedback> same = having(heard, it -> theme(it).equals(theme));
            List<BigDecimal> scores =
                    same.stream().map(Feedback::score).filter(Objects::nonNull).toList();
            lines.add(line(
                    span.name(),
                    theme,
                    same.size(),
                    customers(same),
                    scores.size(),
                    Plain.amount(scores.stream().reduce(BigDecimal::add).orElse(null))));
        }
        return lines;
    }

    private static String theme(Feedback answer) {
        return line(
                text(answer.theme()),
                answer.survey(),
                Plain.amount(answer.scaleMin()),
                Plain.amount(answer.scaleMax()));
    }

    private static boolean closedBefore(Ticket ticket, LocalDate day) {
        return ticket.closedOn() != null && ticket.closedOn().isBefore(day);
    }

    private long customers(List<? extends Fact> facts) {
        return facts.stream()
                .map(Fact::customer)
                .map(oracle::customer)
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }

    private static <F> TreeSet<String> names(List<F> facts, Function<F, @Nullable String> name) {
        TreeSet<String> names = new TreeSet<>();
        facts.forEach(fact -> names.add(text(name.apply(fact))));
        return names;
    }

    private static <F> List<F> having(List<F> facts, Predicate<F> wanted) {
        return facts.stream().filter(wanted).toList();
    }

    private static String text(@Nullable String word) {
        return Objects.requireNonNullElse(word, "");
    }

    private static String line(Object... values) {
        return String.join("|", Stream.of(values).map(String::valueOf).toList());
    }
}
