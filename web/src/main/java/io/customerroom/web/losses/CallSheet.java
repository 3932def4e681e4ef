package io.customerroom.web.losses;

import io.customerroom.kernel.CustomerId;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.persons.CallBook;
import io.customerroom.room.losses.CallNote;
import io.customerroom.room.losses.Drawing.Drawn;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.reading.PeriodWords;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One customer on a call sheet: what to know before the call, what to ask, and what came of it.
 *
 * @param id opaque
 * @param called name; empty for readers who may not know it, and for who was erased
 * @param reach telephone numbers, else e-mail addresses; empty as the name is
 * @param barred whether the customer has said meanwhile not to be called
 * @param told reasons given so far, newest first
 * @param notes newest first
 */
public record CallSheet(
        String id,
        int place,
        String called,
        String reach,
        boolean barred,
        String value,
        String lostOn,
        String inclusion,
        List<String> bought,
        List<String> tickets,
        List<String> feedback,
        List<String> told,
        List<String> questions,
        List<Noted> notes) {

    private static final int MOST = 5;

    /** A note as the page prints it. */
    public record Noted(
            String outcome,
            String words,
            String reason,
            String issue,
            String saved,
            String batch,
            String at,
            String by) {}

    /** Whether anything was noted. */
    public boolean done() {
        return !notes.isEmpty();
    }

    static CallSheet of(
            Drawn drawn,
            Optional<CallBook.Entry> entry,
            boolean barred,
            Rows facts,
            List<CallNote> notes,
            String currency,
            java.util.function.Function<java.time.Instant, LocalDate> day) {
        List<String> bought = kinds(facts, List.of("purchase", "contract"), currency);
        List<String> tickets = kinds(facts, List.of("ticket"), "");
        List<String> feedback = kinds(facts, List.of("feedback"), "");
        List<String> told = reasons(facts);
        return new CallSheet(
                drawn.customer().toString(),
                drawn.place(),
                entry.map(it -> String.join(", ", it.names())).orElse(""),
                barred ? "" : entry.map(CallSheet::reach).orElse(""),
                barred,
                money(drawn.value(), currency),
                PeriodWords.day(drawn.lostOn()),
                Numbers.fixed(BigDecimal.valueOf(drawn.inclusion()).movePointRight(2), 1) + " %",
                bought,
                tickets,
                feedback,
                told,
                questions(tickets, feedback, told),
                notes.stream().map(note -> noted(note, day)).toList());
    }

    private static String reach(CallBook.Entry entry) {
        return entry.phones().isEmpty() ? String.join(", ", entry.emails()) : String.join(", ", entry.phones());
    }

    /** @param currency of amounts; empty where they are answers and not money */
    private static List<String> kinds(Rows facts, List<String> kinds, String currency) {
        return facts.rows().stream()
                .filter(row -> kinds.contains(text(facts, row, "kind")))
                .limit(MOST)
                .map(row -> line(facts, row, currency))
                .toList();
    }

    /** {@code 28 May 2026: Phone case, sale, EUR 13.93}; what has no name but its key is told without it. */
    private static String line(Rows facts, List<@Nullable Object> row, String currency) {
        String what = text(facts, row, "what");
        String amount = row.get(facts.indexOf("amount")) instanceof BigDecimal number
                ? currency.isEmpty() ? Numbers.plain(number, 2) : money(number, currency)
                : "";
        String detail = text(facts, row, "detail");
        String answer = currency.isEmpty() ? (detail + " " + amount).strip() : detail;
        return PeriodWords.day(LocalDate.parse(text(facts, row, "occurred_on"))) + ": "
                + Stream.of(what.equals(text(facts, row, "key")) ? "" : what, answer, currency.isEmpty() ? "" : amount)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", "));
    }

    private static String money(BigDecimal amount, String currency) {
        return currency + " " + Numbers.fixed(amount, 2);
    }

    private static List<String> reasons(Rows facts) {
        return facts.rows().stream()
                .filter(row -> text(facts, row, "kind").equals("departure"))
                .map(row -> text(facts, row, "what"))
                .filter(reason -> !reason.isEmpty())
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** Open questions first; what the customer wrote and answered makes the others. */
    private static List<String> questions(List<String> tickets, List<String> feedback, List<String> told) {
        List<String> questions = new ArrayList<>();
        questions.add(
                told.isEmpty()
                        ? "What made you decide to leave us, and when did you begin to think of it?"
                        : "You told us “%s”. What happened before that?".formatted(told.getFirst()));
        if (!tickets.isEmpty()) {
            questions.add(
                    "You wrote to us (%s). Was it solved, and how did we treat you?".formatted(tickets.getFirst()));
        }
        if (!feedback.isEmpty()) {
            questions.add(
                    "You answered our survey (%s). What would have made it better?".formatted(feedback.getFirst()));
        }
        questions.add("What does the one you went to do better?");
        questions.add("What would we have to change for you to come back?");
        return questions;
    }

    private static Noted noted(CallNote note, java.util.function.Function<java.time.Instant, LocalDate> day) {
        return new Noted(
                note.outcome().words(),
                note.notes(),
                note.reason(),
                note.issue(),
                note.saved()
                        .map(saved -> saved ? "comes back" : "does not come back")
                        .orElse(""),
                note.batch(),
                PeriodWords.day(day.apply(note.at())),
                note.by());
    }

    private static String text(Rows facts, List<@Nullable Object> row, String column) {
        return Objects.toString(row.get(facts.indexOf(column)), "");
    }

    /** The customers of some lines, for look-ups. */
    static java.util.Set<CustomerId> customers(List<Drawn> drawn) {
        return drawn.stream().map(Drawn::customer).collect(Collectors.toSet());
    }
}
